import Foundation
import Records
import Testing

@testable import Ledger

struct ComparisonTests {
    static func deal(
        amount: Int? = 400,
        status: Status = .signed,
        parties: [String] = ["Harbour Board", "Northline"],
        item: String = "ferries"
    ) -> Fact {
        .deal(
            Deal(
                parties: parties,
                kind: .purchase,
                item: item,
                value: amount.map { Money(amount: .init($0), currency: "NOK") },
                status: status
            )
        )
    }

    static func told(
        _ fact: Fact,
        origins: Int = 1,
        conflicts: [Conflict] = [],
        state: FindingSnapshot.State = .standing,
        isGone: Bool = false
    ) -> Telling {
        Telling(
            FindingSnapshot(
                finding: "x-1",
                fact: fact,
                reports: origins,
                origins: origins,
                conflicts: conflicts,
                state: state
            ),
            editions: [1, 2],
            isGone: isGone
        )
    }

    static func conflict(_ values: [String]) -> Conflict {
        Conflict(
            field: "amount",
            claims: values.map {
                .init(
                    value: $0,
                    evidence: [Evidence(article: "a", start: 0, end: 1, quote: $0)]
                )
            }
        )
    }

    static func now(_ fact: Fact, origins: Int = 1, conflicts: [Conflict] = []) -> Finding {
        finding(
            "x-1",
            [record("r", in: "a")],
            fact: fact,
            origins: origins,
            conflicts: conflicts
        )
    }

    static let asked = Fact.question(Question(about: "when it opens", kind: .pending))

    @Test(
        arguments: [
            (told(deal()), now(deal()), []),
            (told(deal()), now(deal(item: "three new ferries")), []),
            (told(deal()), now(deal(parties: ["northline", "harbour board"])), []),
            (
                told(deal(status: .announced)), now(deal()),
                [.updated([FieldChange(field: "status", old: "announced", new: "signed")])]
            ),
            (
                told(deal(amount: nil)), now(deal()),
                [.updated([FieldChange(field: "amount", old: nil, new: "400 NOK")])]
            ),
            (
                told(deal(parties: ["Northline"])), now(deal()),
                [
                    .updated([
                        FieldChange(
                            field: "parties",
                            old: "Northline",
                            new: "Harbour Board, Northline"
                        )
                    ])
                ]
            ),
            (told(deal()), now(deal(), origins: 3), [.corroborated(from: 1, to: 3)]),
            (
                told(deal(), origins: 3), now(deal()),
                [.updated([FieldChange(field: "origins", old: "3", new: "1")])]
            ),
            (
                told(deal()),
                now(deal(amount: 500), origins: 2, conflicts: [conflict(["400", "500"])]),
                [.corroborated(from: 1, to: 2), .contradicted([conflict(["400", "500"])])]
            ),
            (
                told(deal(), conflicts: [conflict(["400", "500"])]),
                now(deal(), conflicts: [conflict(["500", "400"])]), []
            ),
            (
                told(deal(), conflicts: [conflict(["400", "500"])]),
                now(deal(), conflicts: [conflict(["400", "500", "600"])]),
                [.contradicted([conflict(["400", "500", "600"])])]
            ),
        ] as [(Telling, Finding, [Change.Nature])]
    )
    func `a finding that was told is compared`(
        before: Telling,
        now: Finding,
        natures: [Change.Nature]
    ) {
        let comparison = Comparison(previous: [before], current: [now], shown: [])
        #expect(comparison.changes.map(\.nature) == natures)
        #expect(comparison.changes.allSatisfy { $0.before == before.snapshot.fact })
        #expect(comparison.snapshots.isEmpty == natures.isEmpty)
    }

    @Test
    func `a finding that nobody was told is new when it is shown`() {
        let current = [Self.now(Self.deal())]
        let shown = Comparison(previous: [], current: current, shown: ["x-1"])
        #expect(shown.changes.map(\.nature) == [.new])
        #expect(shown.snapshots == [FindingSnapshot(current[0])])
        let hidden = Comparison(previous: [], current: current, shown: [])
        #expect(hidden.changes == [])
        #expect(hidden.snapshots == [])
    }

    @Test
    func `a question is resolved once`() throws {
        let current = [Self.now(Self.asked)]
        let first = Comparison(
            previous: [Self.told(Self.asked)],
            current: current,
            shown: [],
            answers: ["x-1": "decision-7"]
        )
        #expect(first.changes.map(\.nature) == [.resolved(by: "decision-7")])
        let snapshot = try #require(first.snapshots.first)
        #expect(snapshot.state == .resolved(by: "decision-7"))
        let second = Comparison(
            previous: [Telling(snapshot, editions: [2])],
            current: current,
            shown: ["x-1"],
            answers: ["x-1": "decision-7"]
        )
        #expect(second.changes == [])
        #expect(second.snapshots.map(\.state) == [.resolved(by: "decision-7")])
    }

    @Test
    func `a finding without an article is withdrawn, one without news is not`() {
        let gone = Comparison(
            previous: [Self.told(Self.deal(), isGone: true)],
            current: [],
            shown: []
        )
        #expect(gone.changes.map(\.nature) == [.withdrawn(editions: [1, 2])])
        #expect(gone.snapshots.map(\.state) == [.withdrawn])
        let quiet = Comparison(previous: [Self.told(Self.deal())], current: [], shown: [])
        #expect(quiet.changes == [])
        #expect(quiet.snapshots == [])
    }

    @Test
    func `a withdrawn finding is withdrawn once, and new when an article tells it again`() throws {
        let gone = Comparison(
            previous: [Self.told(Self.deal(), isGone: true)],
            current: [],
            shown: []
        )
        let snapshot = try #require(gone.snapshots.first)
        let withdrawn = [Telling(snapshot, editions: [], isGone: true)]
        #expect(Comparison(previous: withdrawn, current: [], shown: []).changes == [])
        let back = Comparison(
            previous: [Telling(snapshot, editions: [])],
            current: [Self.now(Self.deal())],
            shown: []
        )
        #expect(back.changes.map(\.nature) == [.new])
        #expect(back.snapshots.map(\.state) == [.standing])
    }

    @Test
    func `changes stand by kind and id, in whatever order findings come`() {
        let current = ["b", "c", "a"].map { finding($0, [record("r", in: $0)]) }
        let one = Comparison(previous: [], current: current, shown: ["a", "b", "c"])
        #expect(one.changes.map(\.finding) == ["a", "b", "c"])
        #expect(
            one == Comparison(previous: [], current: current.reversed(), shown: ["a", "b", "c"])
        )
    }

    @Test
    func `an official who leaves an office is told`() {
        func official(_ status: Official.Status) -> Fact {
            .official(
                Official(
                    name: "Anna Lund",
                    roles: [.init(title: "harbour minister", status: status)],
                    class: .government
                )
            )
        }
        let comparison = Comparison(
            previous: [Self.told(official(.current))],
            current: [Self.now(official(.former))],
            shown: []
        )
        let change = FieldChange(
            field: "title",
            old: "harbour minister",
            new: "former harbour minister"
        )
        #expect(comparison.changes.map(\.nature) == [.updated([change])])
    }

    @Test(arguments: [
        ("Norwegian harbour minister", "Norway's harbour minister", true),
        ("Caldera's chairman", "chairman of Caldera", true),
        ("harbour minister", "deputy harbour minister", false),
        ("harbour minister", "finance minister", false),
    ])
    func `an office in other words is no news`(old: String, new: String, isSame: Bool) {
        func official(_ title: String) -> Fact {
            .official(
                Official(
                    name: "Anna Lund",
                    roles: [.init(title: title, organisation: "Caldera")],
                    affiliation: "Norway",
                    class: .government
                )
            )
        }
        let comparison = Comparison(
            previous: [Self.told(official(old))],
            current: [Self.now(official(new))],
            shown: []
        )
        #expect(comparison.changes.isEmpty == isSame)
    }
}

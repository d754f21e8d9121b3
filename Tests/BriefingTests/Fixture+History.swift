import Foundation
import Records

@testable import Briefing

/// The fixture's week as a third edition, corrected once.
extension Fixture {
    static let history = BriefHistory(
        edition: .init(number: 3, revision: 1, madeOn: Day(year: 2024, month: 8, day: 9)),
        supersedes: .init(number: 3, madeOn: Day(year: 2024, month: 8, day: 5)),
        previous: .init(number: 2, madeOn: Day(year: 2024, month: 7, day: 29)),
        changes: changes,
        late: ["late.txt"],
        firstSeen: [questions[0].id: Day(number: 19_920)],
        rejected: 2
    )

    /// A change of each kind, and two withdrawn findings: one whose slots make a sentence, one not.
    static let changes = [
        Change(finding: lighthouse.id, nature: .new, fact: lighthouse.fact),
        Change(
            finding: deals[1].id,
            nature: .updated([
                FieldChange(field: "amount", old: "40000000 NOK", new: "45250000 NOK"),
                FieldChange(field: "status", old: "planned", new: "announced"),
                FieldChange(field: "date", old: "2024-10", new: nil),
            ]),
            fact: deals[1].fact
        ),
        Change(
            finding: decisions[0].id,
            nature: .corroborated(from: 1, to: 3),
            fact: decisions[0].fact
        ),
        Change(
            finding: deals[0].id,
            nature: .contradicted(deals[0].conflicts),
            fact: deals[0].fact
        ),
        Change(
            finding: questions[1].id,
            nature: .resolved(by: decisions[1].id),
            fact: questions[1].fact
        ),
        Change(finding: "deal-00000000aa", nature: .withdrawn(editions: [1, 2]), fact: ferry),
        Change(finding: "question-00000000bb", nature: .withdrawn(editions: []), fact: cost),
    ]

    private static let ferry = Fact.deal(
        Deal(parties: ["Lago", "Alfa Yards"], kind: .purchase, item: "a ferry", status: .signed)
    )
    private static let cost = Fact.question(Question(about: "what they will cost", kind: .unknown))

    /// Told by an article of the period and by one of an earlier period.
    static let lighthouse = finding(
        of: .decision(
            Decision(
                actors: ["Chile", "Peru"],
                action: "restore the lighthouse of Isla Blanca",
                status: .agreed
            )
        ),
        ["old.txt", "sports.txt"],
        "Chile and Peru agreed to restore the lighthouse of Isla Blanca."
    )

    /// Told by a late article only.
    static let buoys = finding(
        of: .decision(
            Decision(actors: ["Lago"], action: "replace the harbour's buoys", status: .planned)
        ),
        ["late.txt"],
        "Lago plans to replace the harbour's buoys."
    )

    private static func finding(of fact: Fact, _ articles: [String], _ quote: String) -> Finding {
        Finding(
            id: stableID(fact.kind, ["\(fact)"]),
            fact: fact,
            records: articles.map { record($0, fact, quote) },
            origins: articles.map { Origin(articles: [$0]) }
        )
    }

    static func verdict(_ kind: Verdict.Kind, on finding: Finding, who: String?) -> Verdict {
        Verdict(id: finding.id, kind: kind, who: who, when: CalendarDate("2024-08-08"))
    }

    /// The fixture's findings with two more, and with an analyst's confirmation, pin and edit.
    static let ruled: [Finding] = {
        var (pinned, confirmed, edited) = (decisions[2], decisions[4], deals[1])
        pinned.ruling.pin = verdict(.pin, on: pinned, who: nil)
        confirmed.ruling.confirmation = verdict(.confirm, on: confirmed, who: "Inés Rojas")
        if case .deal(var deal) = edited.fact {
            deal.value = Money(amount: 46_000_000, currency: "NOK")
            edited.fact = .deal(deal)
        }
        edited.ruling.edits = [
            .init(
                field: "value",
                old: "45250000 NOK",
                new: "46000000 NOK",
                verdict: verdict(.edit, on: edited, who: "Ola Berg")
            )
        ]
        let ruled = Dictionary(
            uniqueKeysWithValues: [pinned, confirmed, edited].map { ($0.id, $0) }
        )
        return findings.map { ruled[$0.id] ?? $0 } + [lighthouse, buoys]
    }()

    static let late = Article(
        id: "late.txt",
        path: "news/late.txt",
        headline: "New buoys",
        outlet: "Lago Daily",
        published: date("2024-07-24"),
        text: "",
        blocks: []
    )

    /// The brief of the fixture's week as its third edition.
    static func edition(
        _ history: BriefHistory = history,
        findings: [Finding] = ruled,
        parts: Set<Brief.Part> = Set(Brief.Part.allCases),
        comparing: ((Set<String>) -> [Change])? = nil
    ) throws -> Brief {
        var options = options
        options.parts = parts
        return BriefBuilder(options: options, phrases: try phrases.get()).brief(
            findings: findings,
            articles: articles + [late],
            origins: origins + [Origin(articles: ["late.txt"])],
            coverage: coverage,
            history: history,
            comparing: comparing
        )
    }
}

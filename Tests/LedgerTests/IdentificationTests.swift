import Records
import Testing

@testable import Ledger

struct IdentificationTests {
    static func known(
        _ id: String,
        age: Int,
        _ members: [String],
        quote: String = ""
    ) -> FindingMemory.Known {
        FindingMemory.Known(
            id: id,
            kind: .decision,
            age: age,
            members: members.reduce(into: [:]) {
                $0[RecordName(article: $1, record: "r")] = quote
            }
        )
    }

    static func now(_ id: String, _ articles: [String], quote: String = "") -> Finding {
        finding(id, articles.map { record("r", in: $0, quote: quote) })
    }

    /// Findings with the articles that tell them, what is remembered likewise, and the ids given.
    struct Case: Sendable {
        var remembered: [FindingMemory.Known]
        var findings: [(id: String, articles: [String])]
        var ids: [String]
        var aliases: [String: String] = [:]
    }

    static let cases: [Case] = [
        Case(remembered: [], findings: [("x", ["a"])], ids: ["x"]),
        // A new report changes the id that the content gives, not the one that was given.
        Case(
            remembered: [known("old", age: 1, ["a"])],
            findings: [("x", ["a", "b"])],
            ids: ["old"]
        ),
        // Two become one: the older stays.
        Case(
            remembered: [known("m", age: 2, ["a"]), known("n", age: 1, ["b"])],
            findings: [("x", ["a", "b"])],
            ids: ["n"],
            aliases: ["m": "n"]
        ),
        // One falls apart: the larger part keeps the id.
        Case(
            remembered: [known("m", age: 1, ["a", "b", "c"])],
            findings: [("m", ["a"]), ("y", ["b", "c"])],
            ids: [stableID(.decision, ["m", "2"]), "m"]
        ),
        // A tie goes to the part that the content gives the id.
        Case(
            remembered: [known("m", age: 1, ["a", "b"])],
            findings: [("k", ["a"]), ("m", ["b"])],
            ids: ["k", "m"]
        ),
        // Known by content though no record is left, as after a new program.
        Case(remembered: [known("m", age: 1, ["z"])], findings: [("m", ["a"])], ids: ["m"]),
        // A merger and a split at once.
        Case(
            remembered: [known("m", age: 1, ["a", "b", "c"]), known("n", age: 2, ["d"])],
            findings: [("x", ["a", "d"]), ("y", ["b", "c"])],
            ids: ["n", "m"]
        ),
        // Two new findings whose content gives the same id.
        Case(
            remembered: [],
            findings: [("x", ["b"]), ("x", ["a"])],
            ids: [stableID(.decision, ["x", "2"]), "x"]
        ),
    ]

    @Test(arguments: cases.indices)
    func `an id stays with its records`(index: Int) {
        let this = Self.cases[index]
        let findings = this.findings.map { Self.now($0.id, $0.articles) }
        let memory = FindingMemory(known: this.remembered)
        let result = Identification(of: findings, by: memory)
        #expect(result.findings.map(\.id) == this.ids)
        #expect(result.aliases == this.aliases)
        let other = Identification(
            of: findings.reversed(),
            by: FindingMemory(known: this.remembered.reversed())
        )
        #expect(other.findings.reversed().map(\.id) == this.ids)
        #expect(other.aliases == this.aliases)
    }

    @Test
    func `an edited sentence keeps the id, another sentence does not`() {
        let memory = FindingMemory(known: [
            FindingMemory.Known(
                id: "m",
                kind: .decision,
                age: 1,
                members: [
                    .init(article: "a", record: "old"): "The port will close the quay on Monday"
                ]
            )
        ])
        let edited = Self.now("x", ["a"], quote: "The port will close the quay on Tuesday")
        #expect(Identification(of: [edited], by: memory).findings.map(\.id) == ["m"])
        let other = Self.now("x", ["a"], quote: "The council elected a new mayor")
        #expect(Identification(of: [other], by: memory).findings.map(\.id) == ["x"])
        let elsewhere = Self.now("x", ["b"], quote: "The port will close the quay on Tuesday")
        #expect(Identification(of: [elsewhere], by: memory).findings.map(\.id) == ["x"])
    }

    @Test
    func `an alias that names a finding of its own again is one no more`() {
        let memory = FindingMemory(
            known: [Self.known("m", age: 1, ["a", "b", "c"])],
            aliases: ["n": "m"]
        )
        let result = Identification(
            of: [Self.now("m", ["a", "b"]), Self.now("n", ["c"])],
            by: memory
        )
        #expect(result.findings.map(\.id) == ["m", "n"])
        #expect(result.reclaimed == ["n"])
    }
}

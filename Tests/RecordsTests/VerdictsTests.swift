import Records
import Testing

struct VerdictsTests {
    private static func record(_ id: String, in article: String, status: Status) -> Record {
        Record(
            id: "decision-\(id)",
            article: article,
            fact: .decision(Decision(actors: ["Norway"], action: "act \(id)", status: status)),
            confidence: status == .signed ? 0.9 : 0.6,
            evidence: [Evidence(article: article, start: 0, end: 4, quote: "Text")]
        )
    }

    private static func finding(_ id: String, _ records: [Record]) -> Finding {
        Finding(
            id: "decision-\(id)",
            fact: records[0].fact,
            records: records,
            origins: records.map { Origin(articles: [$0.article]) }
        )
    }

    /// Three findings: the first told by three articles, of which two do not agree with the third.
    private static let findings: [Finding] = {
        let records = [
            record("r1", in: "a", status: .planned), record("r2", in: "b", status: .signed),
            record("r3", in: "c", status: .planned),
        ]
        var first = finding("1", records)
        first.conflicts = [
            Conflict(
                field: "status",
                claims: [
                    .init(value: "planned", evidence: records[0].evidence + records[2].evidence),
                    .init(value: "signed", evidence: records[1].evidence),
                ]
            )
        ]
        return [
            first, finding("2", [record("r4", in: "d", status: .agreed)]),
            finding("3", [record("r5", in: "b", status: .agreed)]),
        ]
    }()

    private static func apply(
        _ verdicts: Verdict...,
        aliases: [String: String] = [:],
        origins: [Origin] = []
    ) -> Verdicts.Outcome {
        Verdicts(verdicts, aliases: aliases, origins: origins).applied(to: findings)
    }

    private static func verdict(
        _ id: String,
        _ kind: Verdict.Kind,
        field: String? = nil,
        value: String? = nil
    ) -> Verdict {
        Verdict(id: "decision-\(id)", kind: kind, field: field, value: value)
    }

    @Test
    func `without verdicts nothing changes`() {
        let outcome = Self.apply()
        #expect(outcome.findings == Self.findings)
        #expect(outcome.rejected.isEmpty && outcome.merged.isEmpty && outcome.unapplied.isEmpty)
    }

    @Test
    func `a rejected finding leaves and is counted`() {
        let outcome = Self.apply(Self.verdict("2", .reject))
        #expect(outcome.findings.map(\.id) == ["decision-1", "decision-3"])
        #expect(outcome.rejected.map(\.id) == ["decision-2"])
    }

    @Test
    func `of a rejection and a confirmation the later counts`() {
        let confirmed = Self.apply(Self.verdict("2", .reject), Self.verdict("2", .confirm))
        #expect(confirmed.rejected.isEmpty)
        #expect(confirmed.findings[1].ruling.confirmation == Self.verdict("2", .confirm))
        let rejected = Self.apply(Self.verdict("2", .confirm), Self.verdict("2", .reject))
        #expect(rejected.rejected.map(\.ruling.confirmation) == [nil])
    }

    @Test
    func `a pinned finding stands first`() {
        let outcome = Self.apply(Self.verdict("3", .pin))
        #expect(outcome.findings.map(\.id) == ["decision-3", "decision-1", "decision-2"])
        #expect(outcome.findings[0].ruling.pin == Self.verdict("3", .pin))
    }

    @Test
    func `an edit shows what was said before, and the last of a field counts`() {
        let first = Self.verdict("2", .edit, field: "status", value: "signed")
        let second = Self.verdict("2", .edit, field: "status", value: "in-force")
        let date = Self.verdict("2", .edit, field: "date", value: "2024-07-28")
        let finding = Self.apply(first, date, second).findings[1]
        #expect(
            finding.ruling.edits == [
                .init(field: "date", old: nil, new: "2024-07-28", verdict: date),
                .init(field: "status", old: "agreed", new: "in-force", verdict: second),
            ]
        )
        #expect(finding.fact.text(of: "status") == "in-force")
        #expect(finding.records == Self.findings[1].records)
    }

    @Test
    func `merged findings keep one id, all records, and copies as one origin`() {
        let outcome = Self.apply(
            Self.verdict("2", .mergeWith, value: "decision-1"),
            Self.verdict("3", .mergeWith, value: "decision-2"),
            Self.verdict("2", .confirm),
            origins: [Origin(articles: ["a", "d"], reason: "nearly the same text")]
        )
        #expect(outcome.findings.map(\.id) == ["decision-1"])
        #expect(outcome.merged == ["decision-2": "decision-1", "decision-3": "decision-1"])
        let finding = outcome.findings[0]
        #expect(finding.fact == Self.findings[0].fact)
        #expect(finding.records.map(\.article) == ["a", "b", "b", "c", "d"])
        #expect(
            finding.origins == [
                Origin(articles: ["a", "d"], reason: "nearly the same text"),
                Origin(articles: ["b"]), Origin(articles: ["c"]),
            ]
        )
        #expect(finding.ruling.confirmation != nil)
    }

    @Test
    func `findings that are merged both ways are merged once`() {
        let outcome = Self.apply(
            Self.verdict("2", .mergeWith, value: "decision-3"),
            Self.verdict("3", .mergeWith, value: "decision-2")
        )
        #expect(outcome.findings.map(\.id) == ["decision-1", "decision-3"])
        #expect(outcome.unapplied.isEmpty)
    }

    @Test
    func `a split record becomes a finding behind the rest`() {
        let outcome = Self.apply(Self.verdict("1", .split, value: "decision-r2"))
        #expect(outcome.findings.count == 4)
        let (rest, new) = (outcome.findings[0], outcome.findings[1])
        #expect(rest.id == "decision-1")
        #expect(rest.records.map(\.id) == ["decision-r1", "decision-r3"])
        #expect(rest.origins == [Origin(articles: ["a"]), Origin(articles: ["c"])])
        #expect(rest.conflicts.isEmpty)
        #expect(new.records.map(\.id) == ["decision-r2"])
        #expect(new.fact == new.records[0].fact)
        #expect(new.origins == [Origin(articles: ["b"])])
        #expect(
            new.id == Self.apply(Self.verdict("1", .split, value: "decision-r2")).findings[1].id
        )
    }

    @Test
    func `a split keeps the conflict that is left`() {
        let outcome = Self.apply(Self.verdict("1", .split, value: "decision-r3"))
        #expect(outcome.findings[0].conflicts.map(\.claims.count) == [2])
        #expect(outcome.findings[0].conflicts[0].claims[0].evidence.map(\.article) == ["a"])
    }

    @Test
    func `records named together leave together`() {
        let outcome = Self.apply(Self.verdict("1", .split, value: "decision-r2|decision-r3"))
        #expect(outcome.findings.map(\.records.count) == [1, 2, 1, 1])
        #expect(outcome.findings[1].fact.text(of: "action") == "act r2")
    }

    @Test
    func `a split without a value parts all records`() {
        let outcome = Self.apply(Self.verdict("1", .split))
        #expect(outcome.findings.map(\.records.count) == [1, 1, 1, 1, 1])
        #expect(Set(outcome.findings.map(\.id)).count == 5)
    }

    @Test
    func `an alias stands for its finding`() {
        let outcome = Self.apply(
            Self.verdict("old", .pin),
            aliases: ["decision-old": "decision-older", "decision-older": "decision-2"]
        )
        #expect(outcome.findings[0].id == "decision-2")
    }

    @Test(arguments: [
        verdict("9", .confirm), verdict("9", .mergeWith, value: "decision-1"),
        verdict("1", .mergeWith, value: "decision-9"), verdict("1", .mergeWith),
        verdict("1", .split, value: "decision-r9"), verdict("2", .split),
        verdict("2", .split, value: "decision-r4"),
        verdict("1", .edit, field: "item", value: "x"),
        verdict("1", .edit, field: "status", value: "x"), verdict("1", .edit),
    ])
    func `a verdict with nothing to rule on is told and changes nothing`(verdict: Verdict) {
        let outcome = Self.apply(verdict)
        #expect(outcome.unapplied == [verdict])
        #expect(outcome.findings == Self.findings)
    }

    @Test
    func `aliases that run in a circle end`() {
        let outcome = Self.apply(
            Self.verdict("x", .pin),
            aliases: ["decision-x": "decision-y", "decision-y": "decision-x"]
        )
        #expect(outcome.unapplied.count == 1)
    }
}

import Foundation
import Records
import Testing

@testable import Ledger

struct FindingTests {
    /// A desk with two articles that tell of one thing each, remembered as `one` and `two`.
    static func desk() throws -> Desk {
        let desk = try Desk()
        desk.write("a.txt", "! close the quay")
        desk.write("b.txt", "! shut the quay")
        try desk.refresh()
        try remember([("one", ["a.txt"]), ("two", ["b.txt"])], in: desk.ledger)
        return desk
    }

    @discardableResult
    static func remember(
        _ findings: [(id: String, articles: [String])],
        in ledger: LedgerFile,
        as program: String = UUID().uuidString
    ) throws -> [String] {
        let records = try ledger.records()
        let found = findings.map { id, articles in
            finding(id, records.filter { articles.contains($0.article) })
        }
        // By default another program each time, so that everything is consolidated anew.
        try ledger.consolidate(until: nil, program: program) { _, lookup in
            ConsolidatedPart(
                records: Set(records.map { RecordName($0) }),
                findings: found,
                ties: [],
                origins: try lookup.everything().articles.map { Origin(articles: [$0.id]) },
                articleKeys: [:],
                recordKeys: [:]
            )
        }
        let standing = try ledger.standingFindings()
        return found.map { given in
            standing.first { Set($0.records) == Set(given.records) }?.id ?? "lost"
        }
    }

    @Test
    func `a finding is found with what tells it`() throws {
        let desk = try Self.desk()
        let found = try #require(try desk.ledger.finding("one"))
        #expect(found.records.map(\.article) == ["a.txt"])
        #expect(found.aliases == [])
        #expect(found.generation == 1)
        #expect(try desk.ledger.finding("three") == nil)
        #expect(try desk.ledger.resolve("three") == nil)
    }

    @Test
    func `what is to be consolidated is looked up again once another process wrote`() throws {
        let folder = try TemporaryFolder()
        let ledger = try LedgerFile(path: folder.file("ledger.sqlite"))
        let change = try ledger.read { try ConsolidationChange(until: nil, program: "1", in: $0) }
        #expect(try ledger.read(change.isCurrent))
        let desk = try Desk(LedgerFile(path: folder.file("ledger.sqlite")))
        desk.write("a.txt", "! close the quay")
        try desk.refresh()
        #expect(try !ledger.read(change.isCurrent))
    }

    @Test
    func `an id survives new reports, an edit and a move`() throws {
        let desk = try Self.desk()
        desk.write("c.txt", "! close that quay")
        desk.write("b.txt", "! shut the old quay")
        desk.move("a.txt", to: "moved.txt")
        try desk.refresh()
        let ids = try Self.remember(
            [("x", ["moved.txt", "c.txt"]), ("y", ["b.txt"])],
            in: desk.ledger
        )
        #expect(ids == ["one", "two"])
        let found = try #require(try desk.ledger.finding("one"))
        #expect(found.records.map(\.article) == ["c.txt", "moved.txt"])
    }

    @Test
    func `an old id finds what it became part of, with all that was told and ruled`() throws {
        let desk = try Self.desk()
        let ledger = desk.ledger
        let weeks = EditionTests.weeks
        let told = [EditionTests.snapshot("one"), EditionTests.snapshot("two")]
        _ = try ledger.issue(EditionTests.edition(1, weeks[0], snapshots: told))
        try ledger.setVerdicts([Verdict(id: "two", kind: .pin), Verdict(id: "one", kind: .confirm)])
        #expect(try Self.remember([("x", ["a.txt", "b.txt"])], in: ledger) == ["one"])
        #expect(try ledger.resolve("two") == "one")
        let found = try #require(try ledger.finding("two"))
        #expect(found.id == "one")
        #expect(found.aliases == ["two"])
        #expect(found.records.count == 2)
        #expect(found.tellings.map(\.snapshot.finding) == ["one", "two"])
        #expect(found.verdicts.map(\.kind) == [.pin, .confirm])
        #expect(
            try ledger.lastTold(by: "weekly") == [
                Telling(EditionTests.snapshot("one"), editions: [1])
            ]
        )
    }

    @Test
    func `a chain of mergers leads to the last`() throws {
        let desk = try Self.desk()
        desk.write("0.txt", "! close the whole quay")
        try desk.refresh()
        try Self.remember([("zero", ["0.txt"])], in: desk.ledger)
        try Self.remember([("x", ["a.txt", "b.txt"])], in: desk.ledger)
        try Self.remember([("x", ["0.txt", "a.txt", "b.txt"])], in: desk.ledger)
        #expect(try desk.ledger.resolve("zero") == "one")
        #expect(try desk.ledger.resolve("two") == "one")
        #expect(try desk.ledger.finding("two")?.aliases == ["two", "zero"])
    }

    @Test
    func `a finding whose article is removed or corrected is gone, and is back with it`() throws {
        let desk = try Self.desk()
        let told = [EditionTests.snapshot("one"), EditionTests.snapshot("two")]
        _ = try desk.ledger.issue(EditionTests.edition(1, EditionTests.weeks[0], snapshots: told))
        func gone() throws -> [String] {
            try desk.ledger.lastTold(by: "weekly").filter(\.isGone).map(\.snapshot.finding)
        }
        #expect(try gone() == [])
        desk.write("a.txt", "a correction")
        try desk.refresh()
        #expect(try gone() == ["one"])
        desk.remove("b.txt")
        try desk.refresh()
        #expect(try gone() == ["one", "two"])
        desk.write("b.txt", "! shut the quay")
        try desk.refresh()
        #expect(try gone() == ["one"])
    }

    @Test
    func `what is not told again is not forgotten`() throws {
        let desk = try Self.desk()
        try Self.remember([("x", ["a.txt"])], in: desk.ledger)
        #expect(try desk.ledger.finding("two")?.records.count == 1)
    }

    @Test
    func `verdicts come back in their order and replace those before`() throws {
        let ledger = try LedgerFile.inMemory()
        let verdicts = [
            Verdict(id: "b", kind: .edit, field: "status", value: "signed", who: "K. Ito"),
            Verdict(id: "a", kind: .reject, note: "=1+1", when: CalendarDate("2024-07-28")),
        ]
        try ledger.setVerdicts(verdicts)
        #expect(try ledger.verdicts() == verdicts)
        try ledger.setVerdicts([verdicts[1]])
        #expect(try ledger.verdicts() == [verdicts[1]])
    }
}

import Testing

@testable import Ledger

struct TroubleTests {
    @Test
    func `nothing is remembered of a run whose extractor lacks its words`() throws {
        let desk = try Desk()
        desk.write("a.txt", "! close the quay")
        desk.lack = .closed("words.tsv")
        #expect(throws: LedgerError.intake(.closed("words.tsv"))) { try desk.refresh() }
        desk.lack = nil
        #expect(try desk.refresh().added == ["a.txt"])
        #expect(try desk.ledger.records().count == 1)
    }

    @Test
    func `an unreadable file is told each time and read each time`() throws {
        let desk = try Desk()
        desk.write("a.txt", "first")
        desk.write("b.txt", "second")
        desk.unreadable = ["b.txt"]
        let report = try desk.refresh()
        #expect(report.failed == [.closed("b.txt")])
        #expect(report.added == ["a.txt"])
        _ = desk.takeReads()
        let again = try desk.refresh()
        #expect(again.failed == [.closed("b.txt")])
        #expect(!again.isChange)
        #expect(desk.takeReads() == ["b.txt"])
        #expect(try desk.ledger.fileCount() == 1)
    }

    @Test
    func `a file that cannot be read any more keeps its article, and is itself when it can`() throws
    {
        let desk = try Desk()
        desk.write("a.txt", "! close the quay")
        try desk.refresh()
        desk.touch("a.txt")
        desk.unreadable = ["a.txt"]
        let report = try desk.refresh()
        #expect(report.isChange)
        #expect(report.failed == [.closed("a.txt")])
        #expect(try desk.ledger.records().count == 1)
        desk.unreadable = []
        let mended = try desk.refresh()
        #expect(mended.failed == [])
        #expect(mended.countOfArticles == 0)
        #expect(try desk.ledger.versions(ofArticle: "a.txt").count == 1)
    }

    @Test
    func `a file without an article is told and not read again`() throws {
        let desk = try Desk()
        desk.write("a.txt", "")
        #expect(try desk.refresh().failed == [.closed("a.txt")])
        _ = desk.takeReads()
        #expect(try desk.refresh().failed == [.closed("a.txt")])
        #expect(desk.takeReads() == [])
        #expect(try desk.ledger.diagnostics() == [.closed("a.txt")])
    }

    @Test
    func `a file that lost its text withdraws its article`() throws {
        let desk = try Desk()
        desk.write("a.txt", "first")
        try desk.refresh()
        desk.write("a.txt", "")
        #expect(try desk.refresh().withdrawn == ["a.txt"])
    }
}

import Records
import Testing

@testable import Ledger

struct FeedRefreshTests {
    @Test
    func `a new entry before the others changes none of them`() throws {
        let desk = try Desk()
        desk.write("f.xml", "! one\n---\n! two")
        try desk.refresh()
        let identity = try desk.ledger.identity(ofArticle: "f.xml#2")
        _ = desk.takeExtractions()
        desk.write("f.xml", "! zero\n---\n! one\n---\n! two")
        let report = try desk.refresh()
        #expect(report.added == ["f.xml#1"])
        #expect(report.countOfArticles == 1)
        #expect(desk.takeExtractions() == ["f.xml#1"])
        #expect(try desk.ledger.identity(ofArticle: "f.xml#3") == identity)
        let records = try desk.ledger.records()
        #expect(records.map { $0.evidence[0].quote } == ["! zero", "! one", "! two"])
    }

    @Test
    func `an entry is known by its address when it is edited`() throws {
        let desk = try Desk()
        desk.write("f.xml", "! one\n= https://example.org/1\n---\n! two\n= https://example.org/2")
        try desk.refresh()
        desk.write("f.xml", "! two\n= https://example.org/2\n---\n! once\n= https://example.org/1")
        let report = try desk.refresh()
        #expect(report.edited == ["f.xml#2"])
        #expect(report.countOfArticles == 1)
    }

    @Test
    func `an entry that the feed dropped stays, until the feed is removed`() throws {
        let desk = try Desk()
        desk.write("f.xml", "! two\n---\n! one")
        try desk.refresh()
        desk.write("f.xml", "! three\n---\n! two")
        let report = try desk.refresh()
        #expect(report.added == ["f.xml#1"])
        #expect(report.withdrawn == [])
        let articles = try desk.ledger.articles()
        #expect(articles.count == 3)
        #expect(Set(articles.map(\.id)).count == 3)
        #expect(try desk.ledger.records().count == 3)
        desk.write("f.xml", "! four\n---\n! three")
        try desk.refresh()
        #expect(try desk.ledger.articles().count == 4)
        desk.remove("f.xml")
        #expect(try desk.refresh().withdrawn.count == 4)
    }

    @Test
    func `an entry that moves to another file is known by its address`() throws {
        let desk = try Desk()
        desk.write("a.txt", "! one\n= https://example.org/1")
        try desk.refresh()
        let identity = try desk.ledger.identity(ofArticle: "a.txt")
        desk.remove("a.txt")
        desk.write("b.txt", "! one more\n= https://example.org/1")
        let report = try desk.refresh()
        #expect(report.moved == [.init(from: "a.txt", to: "b.txt")])
        #expect(report.edited == ["b.txt"])
        #expect(report.withdrawn == [])
        #expect(try desk.ledger.identity(ofArticle: "b.txt") == identity)
    }
}

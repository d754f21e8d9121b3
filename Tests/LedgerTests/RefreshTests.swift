import Diagnostics
import Foundation
import Records
import Testing

@testable import Ledger

struct RefreshTests {
    @Test
    func `new files become articles with their records`() throws {
        let desk = try Desk()
        desk.write("a.txt", "Quay\n@2024-07-01\n! close the quay")
        desk.write("b.txt", "Ferry")
        let report = try desk.refresh()
        #expect(report.added == ["a.txt", "b.txt"])
        #expect(report.generation == 1)
        #expect(try desk.ledger.articles().map(\.id) == ["a.txt", "b.txt"])
        let records = try desk.ledger.records()
        #expect(records.map(\.article) == ["a.txt"])
        let articles = try desk.ledger.articles()
        #expect(records.allSatisfy { $0.evidence.allSatisfy { $0.holds(in: articles[0]) } })
    }

    @Test
    func `a file whose times are as they were is not read`() throws {
        let desk = try Desk()
        desk.write("a.txt", "Quay")
        try desk.refresh()
        _ = desk.takeReads()
        let report = try desk.refresh()
        #expect(desk.takeReads() == [])
        #expect(report.unchanged == 1)
        #expect(!report.isChange)
        #expect(report.generation == 1)
    }

    @Test(arguments: [(0.0, ["a.txt"]), (1.9, ["a.txt"]), (2.1, [])] as [(Double, [String])])
    func `a file that was changed within two seconds of the scan is read again`(
        age: Double,
        reads: [String]
    ) throws {
        let desk = try Desk()
        desk.write("a.txt", "Quay", wait: age)
        try desk.refresh()
        desk.writeUnnoticed("a.txt", "Pier")
        _ = desk.takeReads()
        let report = try desk.refresh()
        #expect(desk.takeReads() == reads)
        #expect(report.edited == reads)
    }

    @Test(arguments: [(64, 64), (65, 0)])
    func `that a few files have settled is not worth a write`(count: Int, reads: Int) throws {
        let desk = try Desk()
        for number in 0..<count { desk.write("\(number).txt", "\(number)", wait: 0) }
        try desk.refresh()
        desk.wait()
        try desk.refresh()
        _ = desk.takeReads()
        try desk.refresh()
        #expect(desk.takeReads().count == reads)
    }

    @Test
    func `a file that only has other times is read once and not parsed`() throws {
        let desk = try Desk()
        desk.write("a.txt", "! Quay")
        try desk.refresh()
        _ = (desk.takeReads(), desk.takeExtractions())
        desk.touch("a.txt")
        let report = try desk.refresh()
        #expect(desk.takeReads() == ["a.txt"])
        #expect(desk.takeExtractions() == [])
        #expect(report.unchanged == 1)
        #expect(!report.isChange)
        try desk.refresh()
        #expect(desk.takeReads() == [])
    }

    @Test
    func `an edited article becomes a version and its records are replaced`() throws {
        let desk = try Desk()
        desk.write("a.txt", "! close the quay")
        try desk.refresh()
        let identity = try desk.ledger.identity(ofArticle: "a.txt")
        desk.write("a.txt", "! open the quay")
        let report = try desk.refresh()
        #expect(report.edited == ["a.txt"])
        #expect(report.added == [])
        #expect(try desk.ledger.records().map { $0.evidence[0].quote } == ["! open the quay"])
        let versions = try desk.ledger.versions(ofArticle: "a.txt")
        #expect(versions.map(\.number) == [1, 2])
        #expect(versions.map { $0.records[0].evidence[0].quote }.first == "! close the quay")
        #expect(try desk.ledger.identity(ofArticle: "a.txt") == identity)
    }

    @Test
    func `a removed article withdraws its records and keeps its history`() throws {
        let desk = try Desk()
        desk.write("a.txt", "! close the quay")
        try desk.refresh()
        desk.remove("a.txt")
        let report = try desk.refresh()
        #expect(report.withdrawn == ["a.txt"])
        #expect(try desk.ledger.records().isEmpty)
        #expect(try desk.ledger.articles().isEmpty)
        let versions = try desk.ledger.versions(ofArticle: "a.txt")
        #expect(versions.map { $0.withdrawnAt != nil } == [true])
        #expect(versions.map(\.records.count) == [1])
    }

    @Test
    func `an article that comes back is the one that it was`() throws {
        let desk = try Desk()
        desk.write("a.txt", "! close the quay")
        try desk.refresh()
        let identity = try desk.ledger.identity(ofArticle: "a.txt")
        desk.remove("a.txt")
        try desk.refresh()
        desk.write("again.txt", "! close the quay")
        let report = try desk.refresh()
        #expect(report.returned == ["again.txt"])
        #expect(report.added == [])
        #expect(try desk.ledger.identity(ofArticle: "again.txt") == identity)
        #expect(try desk.ledger.records().map(\.article) == ["again.txt"])
    }

    @Test
    func `a moved article keeps its identity, and its records name its new place`() throws {
        let desk = try Desk()
        desk.write("a.txt", "Quay\n! close the quay")
        try desk.refresh()
        let identity = try desk.ledger.identity(ofArticle: "a.txt")
        _ = desk.takeExtractions()
        desk.move("a.txt", to: "old/b.txt")
        let report = try desk.refresh()
        #expect(report.moved == [.init(from: "a.txt", to: "old/b.txt")])
        #expect(report.countOfArticles == 1)
        #expect(desk.takeExtractions() == [])
        #expect(try desk.ledger.identity(ofArticle: "old/b.txt") == identity)
        let record = try #require(try desk.ledger.records().first)
        #expect(record.article == "old/b.txt")
        #expect(record.evidence.map(\.article) == ["old/b.txt"])
        #expect(try desk.ledger.articles().map(\.path) == ["old/b.txt"])
    }

    @Test
    func `articles renamed in a row keep their identities`() throws {
        let desk = try Desk()
        desk.write("a.txt", "first")
        desk.write("b.txt", "second")
        try desk.refresh()
        let identities = try ["a.txt", "b.txt"].map { try desk.ledger.identity(ofArticle: $0) }
        desk.move("b.txt", to: "c.txt")
        desk.move("a.txt", to: "b.txt")
        let report = try desk.refresh()
        #expect(report.moved.map(\.to) == ["b.txt", "c.txt"])
        #expect(report.countOfArticles == 2)
        let now = try ["b.txt", "c.txt"].map { try desk.ledger.identity(ofArticle: $0) }
        #expect(now == identities)
    }

    @Test
    func `two files with the same words are two articles`() throws {
        let desk = try Desk()
        desk.write("a.txt", "! close the quay")
        desk.write("b.txt", "! close the quay")
        #expect(try desk.refresh().added == ["a.txt", "b.txt"])
        let identities = try ["a.txt", "b.txt"].map { try desk.ledger.identity(ofArticle: $0) }
        #expect(Set(identities).count == 2)
        desk.write("c.txt", "! close the quay")
        #expect(try desk.refresh().added == ["c.txt"])
        #expect(try desk.ledger.records().map(\.article) == ["a.txt", "b.txt", "c.txt"])
    }

    @Test
    func `a new program extracts anew, once and without reading`() throws {
        let desk = try Desk()
        desk.write("a.txt", "! close the quay")
        desk.write("b.txt", "gone")
        try desk.refresh()
        desk.remove("b.txt")
        try desk.refresh()
        _ = (desk.takeReads(), desk.takeExtractions())
        desk.program = "2"
        let report = try desk.refresh()
        #expect(report.extractedAnew == 1)
        #expect(desk.takeReads() == [])
        #expect(desk.takeExtractions() == ["a.txt"])
        #expect(try desk.ledger.records().count == 1)
        #expect(try desk.refresh().extractedAnew == 0)
        #expect(desk.takeExtractions() == [])
    }

    @Test
    func `a new program sees a file that was edited and moved meanwhile`() throws {
        let desk = try Desk()
        desk.write("a.txt", "! close the quay")
        desk.write("b.txt", "! open the lock")
        try desk.refresh()
        desk.program = "2"
        desk.write("a.txt", "! open the quay")
        desk.move("b.txt", to: "c.txt")
        let report = try desk.refresh()
        #expect(report.edited == ["a.txt"])
        #expect(report.moved == [.init(from: "b.txt", to: "c.txt")])
        let quotes = try desk.ledger.records().map { $0.evidence[0].quote }
        #expect(quotes == ["! open the quay", "! open the lock"])
        #expect(try !desk.refresh().isChange)
    }

    @Test
    func `the order of the files makes no difference`() throws {
        let contents = (0..<200).map { ("\($0).txt", "! decide \($0)") }
        let one = try Desk()
        for (path, content) in contents { one.write(path, content) }
        let other = try Desk()
        for (path, content) in contents.reversed() { other.write(path, content) }
        #expect(try one.refresh().added == other.refresh().added)
        #expect(try one.ledger.records() == other.ledger.records())
        #expect(
            try one.ledger.identity(ofArticle: "7.txt") == other.ledger.identity(ofArticle: "7.txt")
        )
    }

    @Test
    func `what is unreachable is neither read nor withdrawn`() throws {
        let desk = try Desk()
        desk.write("near/a.txt", "first")
        desk.write("far/b.txt", "second")
        desk.write("farther.txt", "third")
        try desk.refresh()
        desk.remove("far/b.txt")
        desk.remove("farther.txt")
        #expect(try desk.refresh(unreachable: ["far"]).withdrawn == ["farther.txt"])
        #expect(try desk.ledger.articles().map(\.id) == ["far/b.txt", "near/a.txt"])
    }

    @Test
    func `each change is told with its time`() throws {
        let desk = try Desk()
        desk.write("a.txt", "first")
        try desk.refresh()
        desk.write("b.txt", "second")
        try desk.refresh()
        let history = try desk.ledger.refreshes(limit: 5)
        #expect(history.map(\.report.added) == [["b.txt"], ["a.txt"]])
        #expect(history.map(\.at.timeIntervalSince1970) == [1_000_120, 1_000_060])
    }
}

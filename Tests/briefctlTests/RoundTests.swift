import Foundation
import Ledger
import Testing
import Workspace

@testable import briefctl

/// Rounds in a workspace of their own, at whatever time a test says.
final class RoundTests {
    private let place = FileManager.default.temporaryDirectory.appending(
        path: "briefctl-\(UUID().uuidString)"
    )

    init() throws {
        try FileManager.default.createDirectory(
            at: place.appending(path: "corpus"),
            withIntermediateDirectories: true
        )
    }

    deinit { try? FileManager.default.removeItem(at: place) }

    private func write(_ text: String, to name: String) throws {
        try text.write(to: place.appending(path: name), atomically: true, encoding: .utf8)
    }

    /// One brief in Markdown with some settings.
    private func set(_ settings: String) throws {
        try write(
            "briefs:\n  - {name: harbour, formats: [markdown], output: 'out/{period}', \(settings)}\n",
            to: "briefing.yml"
        )
    }

    private func addArticle(_ name: String, on day: Int, tons: Int = 400) throws {
        try write(
            """
            Port of Quell buys grain

            QUELL, March \(day), 2025 (Bay Wire) - Norway signed a contract to buy \(tons) tons of \
            grain from Quell Mills for \(tons) million dollars, Harbour Minister Anna Lund said.

            """,
            to: "corpus/\(name).txt"
        )
    }

    private func round(
        _ moment: String,
        _ mode: RoundMode = .due
    ) throws -> Round {
        let now = try Date(moment, strategy: .iso8601)
        let desk = try Desk(around: place.path, now: now)
        return try desk.round(
            desk.configuration.briefs,
            mode,
            telling: Terminal(isQuiet: true),
            begin: {}
        )
    }

    private func runs() throws -> [Run] {
        try Desk(around: place.path, now: .distantPast).ledger.runs(limit: 20)
    }

    @Test func `a slot makes what is over, once, whatever the clock does`() throws {
        try set("schedule: 0 7 * * 1")
        try addArticle("a", on: 4)
        // The slot of the Monday before is made up for, and finds nothing to make.
        _ = try round("2025-03-05T12:00:00Z")
        #expect(
            try round("2025-03-10T06:59:00Z").agendas.map(\.whyNot) == ["due 2025-03-10T07:00:00Z"]
        )
        #expect(try round("2025-03-10T07:00:30Z").editions.map(\.title) == ["No. 1"])
        for moment in ["2025-03-10T07:05:00Z", "2025-03-10T05:00:00Z", "2025-03-16T23:00:00Z"] {
            let quiet = try round(moment)
            #expect(quiet.editions.isEmpty && quiet.agendas.allSatisfy(\.isIdle))
        }
        #expect(try runs().map(\.result) == [.made, .nothing])
    }

    @Test func `missed slots come to one run that says so`() throws {
        try set("schedule: 0 7 * * 1")
        try addArticle("a", on: 4)
        _ = try round("2025-03-10T07:00:00Z")
        try addArticle("b", on: 12)
        try addArticle("c", on: 19)
        let late = try round("2025-03-24T09:10:00Z")
        #expect(late.editions.map(\.title) == ["No. 2", "No. 3"])
        #expect(try runs().first?.note == "No. 2, No. 3, missed 1, ran 1, late 2h10m")
    }

    @Test func `a slot too long past is passed over and told; the next one makes good`() throws {
        try set("schedule: 0 7 * * 1, within: 12h")
        try addArticle("a", on: 4)
        _ = try round("2025-03-10T07:00:00Z")
        try addArticle("b", on: 12)
        #expect(try round("2025-03-18T07:00:00Z").editions.isEmpty)
        #expect(try runs().first?.result == .skipped)
        #expect(try runs().first?.note == "missed 1, ran 0, late 1d, its time is too long past")
        #expect(try round("2025-03-24T07:00:00Z").editions.map(\.title) == ["No. 2"])
        try addArticle("c", on: 26)
        #expect(
            try round("2025-04-02T07:00:00Z", .all).editions.map(\.title) == ["No. 3", "No. 4"]
        )
        #expect(try runs().first?.note == "No. 3, No. 4, ran 1, late 2d")
    }

    @Test func `a brief that waits for changes follows its running period`() throws {
        try set("on-change: yes")
        try addArticle("a", on: 11)
        #expect(try round("2025-03-11T12:00:00Z").editions.map(\.title) == ["No. 1"])
        #expect(try round("2025-03-11T12:05:00Z").agendas.allSatisfy(\.isIdle))
        try addArticle("b", on: 12, tons: 900)
        let renewed = try round("2025-03-12T12:00:00Z")
        #expect(renewed.editions.map(\.title) == ["No. 1, correction 1"])
        #expect(renewed.agendas.map(\.why) == ["articles changed"])
        try addArticle("c", on: 18, tons: 70)
        #expect(try round("2025-03-18T12:00:00Z").editions.map(\.title) == ["No. 2"])
        try set("on-change: yes, title: Grain")
        let retitled = try round("2025-03-18T13:00:00Z")
        #expect(retitled.editions.map(\.title) == ["No. 2, correction 1"])
        #expect(retitled.agendas.map(\.why) == ["settings changed"])
    }

    @Test func `a change that readers would not see makes no edition`() throws {
        try set("on-change: yes, sections: [deals]")
        try addArticle("a", on: 11)
        _ = try round("2025-03-11T12:00:00Z")
        try write("Grain in the bay\n", to: "corpus/a.txt.swp")
        try write("", to: "corpus/empty.txt")
        #expect(try round("2025-03-11T13:00:00Z").editions.isEmpty)
        #expect(try round("2025-03-11T13:05:00Z").agendas.allSatisfy(\.isIdle))
    }

    @Test func `a run that fails keeps the last edition, is not done, and is made good`() throws {
        try set("schedule: 0 7 * * 1")
        try addArticle("a", on: 4)
        try write("in the way", to: "out")
        let failed = try round("2025-03-10T07:00:00Z")
        #expect(failed.editions.isEmpty)
        #expect(failed.failures.map(\.failure.status) == [.fileTrouble])
        #expect(failed.failures.map(\.wasTold) == [false])
        #expect(try round("2025-03-10T07:05:00Z").failures.map(\.wasTold) == [true])
        try FileManager.default.removeItem(at: place.appending(path: "out"))
        #expect(try round("2025-03-10T07:10:00Z").editions.map(\.title) == ["No. 1"])
        #expect(try runs().map(\.result) == [.made, .failed, .failed])
    }

    @Test func `a file that is gone comes back, one that was edited stays`() throws {
        try set("period: week")
        try addArticle("a", on: 4)
        _ = try round("2025-03-10T07:00:00Z", .all)
        let file = place.appending(path: "out/2025-W10.md")
        let brief = try String(contentsOf: file, encoding: .utf8)
        try "my notes".write(to: file, atomically: true, encoding: .utf8)
        #expect(try round("2025-03-10T08:00:00Z", .all).editions.isEmpty)
        try FileManager.default.removeItem(at: file)
        let again = try round("2025-03-10T09:00:00Z", .all)
        #expect(again.editions.isEmpty)
        #expect(again.agendas.map(\.why) == ["‘out/2025-W10.md’ is gone"])
        #expect(try String(contentsOf: file, encoding: .utf8) == brief)
        #expect(try round("2025-03-10T10:00:00Z", .all).agendas.allSatisfy(\.isIdle))
    }

    @Test func `a file that is gone does not touch one that was edited`() throws {
        let settings = "name: harbour, formats: [markdown, text], output: 'out/{period}'"
        try write("briefs:\n  - {\(settings), period: week}\n", to: "briefing.yml")
        try addArticle("a", on: 4)
        _ = try round("2025-03-10T07:00:00Z", .all)
        let notes = place.appending(path: "out/2025-W10.md")
        try "my notes".write(to: notes, atomically: true, encoding: .utf8)
        try FileManager.default.removeItem(at: place.appending(path: "out/2025-W10.txt"))
        #expect(try round("2025-03-10T09:00:00Z", .all).editions.isEmpty)
        #expect(try String(contentsOf: notes, encoding: .utf8) == "my notes")
        #expect(FileManager.default.fileExists(atPath: place.path + "/out/2025-W10.txt"))
    }

    @Test func `an edition that would say something else now comes back as a correction`() throws {
        try set("period: week")
        try addArticle("a", on: 4)
        _ = try round("2025-03-10T07:00:00Z", .all)
        try FileManager.default.removeItem(at: place.appending(path: "out/2025-W10.md"))
        try addArticle("b", on: 5, tons: 900)
        let again = try round("2025-03-10T09:00:00Z", .all)
        #expect(again.editions.map(\.title) == ["No. 1, correction 1"])
        let brief = try String(
            contentsOf: place.appending(path: "out/2025-W10.md"),
            encoding: .utf8
        )
        #expect(
            brief.contains("corrected on 10 March 2025 · supersedes No. 1 · 1 more article, 1 new")
        )
    }

    @Test func `an undated article stays with the edition that told it first`() throws {
        try set("period: week")
        try addArticle("a", on: 4)
        _ = try round("2025-03-10T07:00:00Z", .all)
        try addArticle("b", on: 12, tons: 900)
        try write(
            "Grain in the bay\n\nThe mill at Quell is closed for the summer, Anna Lund said.\n",
            to: "corpus/undated.txt"
        )
        _ = try round("2025-03-17T07:00:00Z", .all)
        #expect(try revised("2025-W10").articles == ["corpus/a.txt"])
        #expect(try revised("2025-W11").articles == ["corpus/b.txt", "corpus/undated.txt"])
    }

    private func revised(_ period: String) throws -> Edition {
        let now = try Date("2025-03-18T07:00:00Z", strategy: .iso8601)
        let desk = try Desk(around: place.path, now: now)
        let agenda = try desk.revision(of: desk.configuration.briefs[0], period: period)
        return try #require(try desk.make(agenda, telling: Terminal(isQuiet: true)).first)
    }

    @Test func `what cannot be looked at in the corpus is told, and no article of it is lost`()
        throws
    {
        try set("period: week")
        try addArticle("a", on: 4)
        try write("", to: "corpus/large.txt")
        let large = try FileHandle(forWritingTo: place.appending(path: "corpus/large.txt"))
        try large.truncate(atOffset: 1 << 30)
        try FileManager.default.createSymbolicLink(
            at: place.appending(path: "corpus/loop"),
            withDestinationURL: place.appending(path: "corpus")
        )
        let round = try round("2025-03-10T07:00:00Z", .all)
        #expect(
            round.unseen.map { "\($0)".prefix { $0 != "\n" } } == [
                "corpus/large.txt: error: the file has 1024 MB, more than the 256 that are read [too-large]",
                "corpus/loop: warning: the link leads back into a folder around it [loop]",
            ]
        )
        let brief = try String(
            contentsOf: place.appending(path: "out/2025-W10.md"),
            encoding: .utf8
        )
        #expect(brief.contains("corpus/large.txt: the file has 1024 MB"))
        #expect(brief.contains("1 file could not be read."))
    }

    @Test(.enabled(if: getuid() != 0, "root may look into every folder"))
    func `a corpus that cannot be looked into fails the run and loses nothing`() throws {
        try set("period: week")
        try addArticle("a", on: 4)
        _ = try round("2025-03-10T07:00:00Z", .all)
        let corpus = place.appending(path: "corpus").path
        chmod(corpus, 0)
        defer { chmod(corpus, 0o755) }
        let failure = #expect(throws: Failure.self) {
            try round("2025-03-11T07:00:00Z", .all)
        }
        #expect(failure?.status == .fileTrouble)
        chmod(corpus, 0o755)
        #expect(try round("2025-03-11T08:00:00Z", .all).editions.isEmpty)
    }

    @Test func `periods without an article are one by one, but not by the thousand`() throws {
        try set("period: week")
        try addArticle("a", on: 4)
        try addArticle("b", on: 25)
        #expect(try round("2025-04-01T07:00:00Z", .all).editions.map(\.title).last == "No. 4")
        let old = "BERGEN, March 3, 1925 (Bay Wire) - Norway will buy a mill, Anna Lund said.\n"
        try write("The mill\n\n" + old, to: "corpus/old.txt")
        try write("The mill\n\n" + old.replacing("1925", with: "2026"), to: "corpus/new.txt")
        let late = try round("2026-03-10T07:00:00Z", .all)
        #expect(late.editions.map(\.title) == ["No. 5"])
        #expect(late.editions.map(\.period.description) == ["2025-03-31/2026-03-08"])
        #expect(late.editions.map(\.articles.count) == [2])
        #expect(
            late.agendas.map(\.why) == [
                "2026-W10 is over, the first with an article since 2025-03-31"
            ]
        )
    }

    @Test(arguments: [
        (5, "1, 2, 3, 4, 5"), (6, "1, 2, 3, … 2 more …, 6"), (900, "1, 2, 3, … 896 more …, 900"),
    ])
    func `of many reasons some are told, and how many there are`(count: Int, told: String) {
        let reasons = (1...count).map { "\($0)" }
        #expect(reasons.joined(separator: ", ", atMost: 5) == told)
    }

    @Test func `a first article with a wrong year floods nobody`() throws {
        try set("period: day")
        try addArticle("a", on: 4)
        try write(
            "The mill\n\nBERGEN, March 3, 1925 (Bay Wire) - Norway will buy a mill, Anna Lund said.\n",
            to: "corpus/old.txt"
        )
        let first = try round("2025-03-05T07:00:00Z", .all)
        #expect(
            first.editions.map(\.period.description)
                == ["1925-03-03/1925-03-03", "1925-03-04/2025-03-04"]
        )
        #expect(first.editions.map(\.articles) == [["corpus/old.txt"], ["corpus/a.txt"]])
    }

    @Test(arguments: [
        ("", "no article was read"),
        ("a", "2025-W10 is not over yet"),
        ("undated", "no article has a date, so none belongs to a period"),
    ])
    func `nothing is made for a reason`(article: String, why: String) throws {
        try set("period: week")
        if article == "a" { try addArticle("a", on: 4) }
        if article == "undated" {
            try write(
                "Grain in the bay\n\nThe mill at Quell is closed, said Anna Lund.\n",
                to: "corpus/n.txt"
            )
        }
        #expect(try round("2025-03-05T12:00:00Z", .all).agendas.map(\.whyNot) == [why])
    }
}

import Diagnostics
import Foundation
import Records
import Testing

@testable import Ledger

struct EditionTests {
    static func day(_ text: String) -> Day { CalendarDate(text)?.day ?? Day(number: 0) }

    static func period(_ text: String) -> Edition.Period {
        let ends = text.split(separator: "/").map(String.init)
        return Edition.Period(first: CalendarDate(ends[0])?.day, last: day(ends[1]))
    }

    static func edition(
        _ number: Int,
        _ period: String,
        revision: Int = 0,
        generation: Int = 0,
        snapshots: [FindingSnapshot] = [],
        articles: [String] = []
    ) -> Edition {
        Edition(
            brief: "weekly",
            number: number,
            revision: revision,
            period: Self.period(period),
            madeAt: Date(timeIntervalSince1970: 1_722_000_000),
            generation: generation,
            snapshots: snapshots,
            articles: articles,
            outputs: [.init(path: "briefings/\(number).md", hash: "ff")]
        )
    }

    static func snapshot(_ id: String, state: FindingSnapshot.State = .standing) -> FindingSnapshot
    {
        FindingSnapshot(
            finding: id,
            fact: .question(Question(about: id, kind: .pending)),
            reports: 1,
            origins: 1,
            state: state
        )
    }

    static let weeks = ["2024-07-15/2024-07-21", "2024-07-22/2024-07-28", "2024-07-29/2024-08-04"]

    @Test
    func `where a brief stands is its last correction of its last edition`() throws {
        let ledger = try LedgerFile.inMemory()
        #expect(try ledger.lastIssue(of: "weekly") == nil)
        _ = try ledger.issue(Self.edition(1, Self.weeks[0], generation: 1))
        _ = try ledger.issue(Self.edition(2, Self.weeks[1], generation: 2))
        _ = try ledger.issue(Self.edition(2, Self.weeks[1], revision: 1, generation: 3))
        let issue = Issue(
            number: 2,
            revision: 1,
            period: Self.period(Self.weeks[1]),
            generation: 3
        )
        #expect(try ledger.lastIssue(of: "weekly") == issue)
    }

    @Test
    func `the days of the articles are those of the dated ones that stand`() throws {
        let desk = try Desk()
        #expect(try desk.ledger.publishedDays() == nil)
        desk.write("may.txt", "! one\n@2024-05-03")
        desk.write("rough.txt", "! two\n@2024-07")
        desk.write("undated.txt", "! three")
        try desk.refresh()
        #expect(
            try desk.ledger.publishedDays() == Self.day("2024-05-03")...Self.day("2024-07-31")
        )
    }

    @Test
    func `an edition comes back as it was issued`() throws {
        let ledger = try LedgerFile.inMemory()
        var edition = Self.edition(1, Self.weeks[0], snapshots: [Self.snapshot("question-1")])
        edition.cutOff = ArticleDate(
            .day(Self.day("2024-07-20")),
            precision: .day,
            source: .metadata
        )
        edition.changes = [
            Change(finding: "question-1", nature: .new, fact: edition.snapshots[0].fact)
        ]
        #expect(try ledger.issue(edition) == edition)
        #expect(try ledger.lastEdition(of: "weekly") == edition)
        #expect(try ledger.editions(of: "weekly") == [edition])
        #expect(try ledger.edition(of: "weekly", number: 1) == edition)
        #expect(try ledger.briefs() == ["weekly"])
        #expect(try ledger.lastEdition(of: "daily") == nil)
    }

    @Test
    func `a period is issued once`() throws {
        let ledger = try LedgerFile.inMemory()
        let first = try ledger.issue(Self.edition(1, Self.weeks[0]))
        var again = Self.edition(2, Self.weeks[0])
        again.outputs = []
        #expect(try ledger.issue(again) == first)
        #expect(try ledger.editions(of: "weekly") == [first])
    }

    @Test(
        arguments: [
            (edition(3, weeks[1]), .wrongNumber(brief: "weekly", number: 3, expected: 2)),
            (edition(1, weeks[1]), .wrongNumber(brief: "weekly", number: 1, expected: 2)),
            (
                edition(2, weeks[2]),
                .gap(
                    brief: "weekly",
                    period: period(weeks[2]),
                    expected: period("2024-07-22/2024-08-04")
                )
            ),
            (
                edition(2, weeks[1], revision: 1),
                .wrongRevision(
                    brief: "weekly",
                    period: period(weeks[1]),
                    revision: 1,
                    expected: 0
                )
            ),
            (
                edition(1, weeks[0], revision: 2),
                .wrongRevision(
                    brief: "weekly",
                    period: period(weeks[0]),
                    revision: 2,
                    expected: 1
                )
            ),
        ] as [(Edition, LedgerError)]
    )
    func `an edition out of order is refused`(edition: Edition, error: LedgerError) throws {
        let ledger = try LedgerFile.inMemory()
        _ = try ledger.issue(Self.edition(1, Self.weeks[0]))
        #expect(throws: error) { try ledger.issue(edition) }
        #expect(try ledger.editions(of: "weekly").count == 1)
        #expect(error.diagnostic.code == "edition-out-of-order")
    }

    @Test
    func `an edition of all there is follows when a day has passed`() throws {
        let ledger = try LedgerFile.inMemory()
        _ = try ledger.issue(Self.edition(1, "../2024-07-21"))
        #expect(try ledger.issue(Self.edition(2, "../2024-07-21")).number == 1)
        #expect(throws: LedgerError.self) { try ledger.issue(Self.edition(2, "../2024-07-20")) }
        #expect(try ledger.issue(Self.edition(2, "../2024-07-22")).number == 2)
        #expect(Self.period("../2024-07-22").description == "until 2024-07-22")
    }

    @Test
    func `a revision keeps the number and becomes the last word`() throws {
        let ledger = try LedgerFile.inMemory()
        _ = try ledger.issue(Self.edition(1, Self.weeks[0], snapshots: [Self.snapshot("a")]))
        _ = try ledger.issue(Self.edition(2, Self.weeks[1], snapshots: [Self.snapshot("b")]))
        let revised = try ledger.issue(
            Self.edition(1, Self.weeks[0], revision: 1, snapshots: [Self.snapshot("c")])
        )
        #expect(try ledger.edition(of: "weekly", number: 1) == revised)
        #expect(try ledger.edition(of: "weekly", number: 1, revision: 0)?.revision == 0)
        #expect(try ledger.lastEdition(of: "weekly")?.number == 2)
        #expect(try ledger.lastTold(by: "weekly").map(\.snapshot.finding) == ["b", "c"])
        #expect(try ledger.lastTold(by: "weekly", before: 2).map(\.snapshot.finding) == ["c"])
    }

    @Test
    func `what was told last is told with its editions, and what was withdrawn as that`() throws {
        let ledger = try LedgerFile.inMemory()
        let first = [Self.snapshot("a"), Self.snapshot("b")]
        _ = try ledger.issue(Self.edition(1, Self.weeks[0], snapshots: first))
        let second = [Self.snapshot("a"), Self.snapshot("b", state: .withdrawn)]
        _ = try ledger.issue(Self.edition(2, Self.weeks[1], snapshots: second))
        let told = try ledger.lastTold(by: "weekly")
        #expect(
            told == [
                Telling(Self.snapshot("a"), editions: [1, 2], isGone: true),
                Telling(Self.snapshot("b", state: .withdrawn), editions: [], isGone: true),
            ]
        )
        let some = try ledger.lastTold(by: "weekly", among: [])
        #expect(some.map(\.snapshot.finding) == ["b"])
        #expect(try ledger.lastTold(by: "daily") == [])
    }

    private func articles(
        ofEdition number: Int,
        of brief: String,
        week: Int? = nil,
        in desk: Desk
    ) throws -> EditionArticles {
        try desk.ledger.articles(
            ofEdition: number,
            of: brief,
            in: Self.period(Self.weeks[week ?? number - 1])
        )
    }

    @Test
    func `an article of an earlier period that comes later is late, once`() throws {
        let desk = try Desk()
        desk.write("a.txt", "in time\n@2024-07-16")
        try desk.refresh()
        _ = try desk.ledger.issue(Self.edition(1, Self.weeks[0], articles: ["a.txt"]))
        desk.write("late.txt", "late\n@2024-07-21")
        desk.write("next.txt", "next\n@2024-07-22")
        desk.write("undated.txt", "undated")
        desk.write("later.txt", "later than the period\n@2024-07-29")
        desk.move("a.txt", to: "moved.txt")
        try desk.refresh()
        let second = try articles(ofEdition: 2, of: "weekly", in: desk)
        #expect(second.admitted == ["next.txt", "undated.txt"])
        #expect(second.late == ["late.txt"])
        #expect(second.known == 4)
        let first = try articles(ofEdition: 1, of: "daily", week: 1, in: desk)
        #expect(first.late == [])
        let told = second.admitted + second.late
        _ = try desk.ledger.issue(Self.edition(2, Self.weeks[1], articles: told))
        let third = try articles(ofEdition: 3, of: "weekly", in: desk)
        #expect(third.late == [])
        #expect(third.admitted == ["later.txt"])
    }

    @Test
    func `a version of an article knows the editions that rest on it`() throws {
        let desk = try Desk()
        desk.write("a.txt", "first")
        try desk.refresh()
        _ = try desk.ledger.issue(Self.edition(1, Self.weeks[0], articles: ["a.txt"]))
        desk.write("a.txt", "second")
        try desk.refresh()
        _ = try desk.ledger.issue(Self.edition(2, Self.weeks[1], articles: ["a.txt"]))
        #expect(
            try desk.ledger.versions(ofArticle: "a.txt").map { $0.editions.map(\.number) }
                == [[1], [2]]
        )
    }

    @Test(
        arguments: [
            (nil, nil, true, ["jul.txt", "may.txt", "rough.txt", "undated.txt"]),
            ("2024-07-01", nil, true, ["jul.txt", "rough.txt", "undated.txt"]),
            (nil, "2024-06-30", true, ["may.txt", "undated.txt"]),
            ("2024-07-10", "2024-07-12", false, ["rough.txt"]),
        ] as [(String?, String?, Bool, [String])]
    )
    func `articles and records are admitted by date`(
        since: String?,
        until: String?,
        undated: Bool,
        ids: [String]
    ) throws {
        let desk = try Desk()
        desk.write("may.txt", "! one\n@2024-05-03")
        desk.write("jul.txt", "! two\n@2024-07-03")
        desk.write("rough.txt", "! three\n@2024-07")
        desk.write("undated.txt", "! four")
        try desk.refresh()
        let filter = DateFilter(
            since: since.map(Self.day),
            until: until.map(Self.day),
            admitsUndated: undated
        )
        #expect(try desk.ledger.articles(filter).map(\.id) == ids)
        #expect(try desk.ledger.records(filter).map(\.article) == ids)
    }
}

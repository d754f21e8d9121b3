import Foundation
import Records
import Testing

@testable import Briefing

struct BriefBuilderTests {
    @Test(arguments: [
        (Period.all, 7), (.week(year: 2024, week: 31), 6),
        (.days(since: nil, until: Day(year: 2024, month: 7, day: 30)), 4),
        (.days(since: Day(year: 2024, month: 8, day: 1), until: nil), 3),
    ])
    func `a period admits articles by their dates, and undated ones`(period: Period, count: Int) {
        #expect(Fixture.articles.count { period.admits($0) } == count)
    }

    @Test func `a week is read from its ISO form only`() {
        #expect(Period(week: "2024-W31")?.first == Day(year: 2024, month: 7, day: 29))
        #expect(Period(week: "2024-W31")?.last == Day(year: 2024, month: 8, day: 4))
        #expect(Period(week: "2024-W54") == nil)
        #expect(Period(week: "2024-07") == nil)
    }

    @Test func `a question that a later report answers is told with its answer, and last`() throws {
        let plain = try Fixture.brief()
        let question = try #require(plain.questions.items.first)
        let answer = try #require(plain.decisions.items.first)
        var history = BriefHistory.none
        history.answered = [question.id: answer.id]
        let brief = try Fixture.brief(history: history)
        let told = try #require(brief.questions.items.last)
        #expect(told.id == question.id)
        #expect(
            told.details.contains { $0.hasPrefix("answered since: ") && $0.contains(answer.id) }
        )
        #expect(!brief.keyPoints.map(\.id).contains(question.id))
    }

    @Test func `what only articles outside the period tell is left out`() throws {
        let day = Day(year: 2024, month: 7, day: 30)
        let options = BriefOptions(period: .days(since: nil, until: day))
        let brief = try Fixture.brief(options: options)
        #expect(brief.deals.items.map(\.reports) == [1])
        #expect(brief.conflicts == [])
        #expect(brief.sources.count == 4)
    }

    @Test func `an undated article's fact stays unless it is dated outside the period`() throws {
        let inside = Fact.decision(
            Decision(
                actors: ["Peru"],
                action: "end the strike",
                status: .agreed,
                date: CalendarDate("2024-08-02")
            )
        )
        let outside = Fact.decision(
            Decision(
                actors: ["Peru"],
                action: "end the fast",
                status: .agreed,
                date: CalendarDate("2023")
            )
        )
        let brief = try Fixture.brief(
            [inside, outside].map { Fixture.finding([Fixture.record("undated.txt", $0, "Peru.")]) }
        )
        #expect(brief.decisions.items.map(\.finding.fact) == [inside])
        #expect(brief.decisions.items.first?.isUndated == true)
    }

    @Test func `what is not confident enough is withheld and counted`() throws {
        let brief = try Fixture.brief(
            options: BriefOptions(minimumConfidence: [.decision: 0.85], limits: [.decision: 1])
        )
        #expect(brief.decisions.items.count == 1)
        #expect(brief.decisions.further.count == 2)
        #expect(brief.decisions.withheld.count == 2)
        #expect(
            brief.decisions.notes == [
                "2 more items are in the workbook.",
                "2 records below the asked confidence (0.85) are in the workbook.",
            ]
        )
    }

    @Test func `sources are numbered in the order of their first citation, and all have one`()
        throws
    {
        let brief = try Fixture.brief()
        var cited: [Int] = brief.keyPoints.flatMap(\.citations)
        cited += brief.sections.flatMap(\.items).flatMap(\.citations)
        #expect(Set(cited) == Set(brief.sources.filter(\.isCited).map(\.number)))
        #expect(brief.sources.map(\.number) == Array(1...6))
        let withheld = brief.sections.flatMap(\.withheld).flatMap(\.citations)
        #expect(withheld.allSatisfy { (1...6).contains($0) })
    }

    @Test(
        arguments: [
            (["boats.md", "boats-2.txt"], 0.9, "X.", .high, "2 independent origins agree"),
            (["boats.md"], 0.9, "X.", .moderate, "one origin"),
            (["boats.md", "boats-2.txt"], 0.6, "X.", .moderate, "2 independent origins agree"),
            (["boats.md"], 0.9, "Reportedly X.", .low, "one origin, told with reserve"),
            (["boats.md"], 0.4, "X.", .low, "one origin, the wording leaves doubt"),
        ] as [([String], Double, String, Brief.Confidence.Level, String)]
    )
    func `confidence follows the rule and says why`(
        articles: [String],
        extraction: Double,
        quote: String,
        level: Brief.Confidence.Level,
        reason: String
    ) throws {
        let fact = Fact.decision(Decision(actors: ["Peru"], action: "meet", status: .agreed))
        let finding = Fixture.finding(
            articles.map { Fixture.record($0, fact, quote, confidence: extraction) }
        )
        let confidence = ConfidenceRule(phrases: try Fixture.phrases.get()).confidence(in: finding)
        #expect(confidence.level == level)
        #expect(confidence.reason == reason)
    }

    @Test func `key points tell other stories before more of the same`() throws {
        let told = ["dam", "bridge", "mine"].map {
            Fact.decision(Decision(actors: ["Peru"], action: "build a \($0)", status: .agreed))
        }
        let brief = try Fixture.brief([
            Fixture.finding([
                Fixture.record("boats.md", told[0], "Peru agreed to build A.", confidence: 0.99)
            ]),
            Fixture.finding([
                Fixture.record("boats.md", told[1], "Peru agreed to build B.", confidence: 0.98)
            ]),
            Fixture.finding([
                Fixture.record("boats-2.txt", told[2], "Peru agreed to build C.", confidence: 0.8)
            ]),
        ])
        #expect(
            brief.keyPoints.map(\.sentence) == [
                "Peru agreed to build a dam.", "Peru agreed to build a mine.",
                "Peru agreed to build a bridge.",
            ]
        )
    }

    @Test func `one sentence is no headline twice`() throws {
        let quote = "Peru closes the dam and opens the mine."
        let told = ["close the dam", "open the mine"].map {
            Fact.decision(Decision(actors: [], action: $0, status: .announced))
        }
        let brief = try Fixture.brief(
            told.map { Fixture.finding([Fixture.record("boats.md", $0, quote, confidence: 0.9)]) }
        )
        #expect(brief.decisions.items.count == 1)
        #expect(brief.decisions.further.count == 1)
    }

    @Test func `officials who may be one person are told until an analyst confirms one`() throws {
        var people = Array(Fixture.officials.prefix(2))
        let proposal = Proposal(
            first: people[0].id,
            second: people[1].id,
            reason: "the same words in another order"
        )
        let stranger = Proposal(first: people[0].id, second: "official-0000000000", reason: "")
        let note = try #require(
            try Fixture.brief(people, proposals: [proposal, stranger]).officials.notes.first
        )
        #expect(note.hasPrefix("Perhaps one person: "))
        #expect(note.contains("(\(people[0].id)) and "))
        #expect(note.contains("the same words in another order"))
        people[1].ruling.confirmation = Verdict(id: people[1].id, kind: .confirm)
        #expect(try Fixture.brief(people, proposals: [proposal]).officials.notes == [])
    }

    @Test func `the brief says which file it does not count`() throws {
        var articles = Fixture.articles
        articles[0].text = String(repeating: "The lease runs for twelve years. ", count: 8)
        var copy = articles[0]
        copy.id = "kept/again.txt"
        let brief = try Fixture.brief(articles: articles + [copy])
        let told =
            "kept/again.txt holds the same article as \(Fixture.articles[0].id) and is not counted."
        #expect(brief.coverage.summary.contains(told))
        #expect(brief.sources == (try Fixture.brief().sources))
    }
}

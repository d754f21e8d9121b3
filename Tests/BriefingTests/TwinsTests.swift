import Records
import Testing

@testable import Briefing

@Suite struct TwinsTests {
    /// What makes a text long enough to be told by its letters.
    private static let rest = String(repeating: " The lease runs for twelve years.", count: 8)

    private func article(_ id: String, outlet: String?, day: String? = nil, text: String) throws
        -> Article
    {
        Article(
            id: id,
            path: id,
            outlet: outlet,
            published: day.flatMap { Fixture.date($0) },
            text: text + Self.rest,
            blocks: []
        )
    }

    @Test(
        arguments: [
            // Saved twice, with other marks and spaces.
            ("Lago Daily", "The pier, sold!", ["a.txt"]),
            // An outlet is not always told.
            (nil, "The pier  sold.", ["a.txt"]),
            // A reprint is a report of its own, and other words are another article.
            ("Gull News", "The pier, sold!", ["a.txt", "b.txt"]),
            ("Lago Daily", "The pier, not sold!", ["a.txt", "b.txt"]),
        ] as [(String?, String, [String])]
    )
    func `counts an article once however often it was saved`(
        outlet: String?,
        text: String,
        kept: [String]
    ) throws {
        let twins = Twins([
            try article("a.txt", outlet: "Lago Daily", text: "The pier: sold."),
            try article("b.txt", outlet: outlet, text: text),
        ])
        #expect(twins.articles.map(\.id) == kept)
        #expect(twins.others.map(\.of.id) == (kept.count == 1 ? ["a.txt"] : []))
    }

    @Test func `short texts are never twins`() throws {
        let alert = Article(id: "a.txt", path: "a.txt", text: "The market is closed.", blocks: [])
        var other = alert
        other.id = "b.txt"
        #expect(Twins([alert, other]).others.isEmpty)
    }

    @Test func `of twins the one with a date stands for all`() throws {
        let twins = Twins([
            try article("a.txt", outlet: "Lago Daily", text: "The pier is sold."),
            try article("b.txt", outlet: nil, day: "2024-07-29", text: "The pier is sold."),
        ])
        #expect(twins.articles.map(\.id) == ["b.txt"])
    }

    @Test func `the brief says which file it does not count`() throws {
        var articles = Fixture.articles
        articles[0].text = Self.rest
        var copy = articles[0]
        copy.id = "kept/again.txt"
        let brief = try Fixture.brief(articles: articles + [copy])
        let told =
            "kept/again.txt holds the same article as \(Fixture.articles[0].id) and is not counted."
        #expect(brief.coverage.summary.contains(told))
        #expect(brief.sources == (try Fixture.brief().sources))
    }
}

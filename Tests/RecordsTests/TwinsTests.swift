import Records
import Testing

@Suite struct TwinsTests {
    /// What makes a text long enough to be told by its letters.
    private static let rest = String(repeating: " The lease runs for twelve years.", count: 8)

    private func article(
        _ id: String,
        outlet: String?,
        day: String? = nil,
        text: String
    ) -> Article {
        Article(
            id: id,
            path: id,
            outlet: outlet,
            published: day.flatMap { CalendarDate($0) }
                .map { ArticleDate($0, precision: .day, source: .metadata) },
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
    ) {
        let twins = Twins([
            article("a.txt", outlet: "Lago Daily", text: "The pier: sold."),
            article("b.txt", outlet: outlet, text: text),
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

    @Test func `of twins the one with a date stands for all`() {
        let twins = Twins([
            article("a.txt", outlet: "Lago Daily", text: "The pier is sold."),
            article("b.txt", outlet: nil, day: "2024-07-29", text: "The pier is sold."),
        ])
        #expect(twins.articles.map(\.id) == ["b.txt"])
    }
}

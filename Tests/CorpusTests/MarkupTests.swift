import Corpus
import Diagnostics
import Records
import Testing

@Suite struct MarkupTests {
    func reading(_ text: String, path: String) throws -> Reading {
        let archive = try Archive(
            files: MemoryFileSystem(),
            today: Day(year: 2026, month: 1, day: 31)
        )
        return archive.articles(in: Array(text.utf8), path: path)
    }

    func blocks(_ article: Article) -> [String] {
        let bytes = Array(article.text.utf8)
        return article.blocks.map {
            "\($0.kind.rawValue): \(String(decoding: bytes[$0.range], as: UTF8.self))"
        }
    }

    static let body = """
        <h1>Quay goes to Danish line</h1>
        <p class="meta">January 9, 2026 | 2 min read</p>
        <figure><img src="q.jpg"><figcaption>The quay in May.</figcaption></figure>
        <p>The council of Port&nbsp;Ellery voted on <a href="/t">Thursday</a> to lease its <b>northern</b> quay to a
        Danish line &mdash; for twelve years.</p>
        <div class="share">Share this on everything</div>
        <aside><p>Subscribe to the Courier today.</p></aside>
        <h2>What it costs</h2>
        <ul><li>Four million pounds a year</li><li>One million for dredging</li></ul>
        <ul><li><a href="/1">Bridge to close</a></li><li><a href="/2">Fair opens</a></li></ul>
        <blockquote>It is a good lease.</blockquote>
        <table><tr><th>Year</th><th>Pounds</th></tr><tr><td>2026</td><td>4m</td></tr></table>
        <p>First line of the end.<br>Second line of it<br>goes on here.</p>
        <form><label>Mail</label></form><script>var x = "no text";</script>
        <div class="related-stories"><p>Fair opens with a long speech by the mayor of the town.</p></div>
        """

    /// What readers wrote, marked as articles of their own and longer than the story.
    static let replies = String(
        repeating: """
            <article class="comment-body"><p>I have lived beside the quay for forty years and never once did anyone ask me
            what I think of ships, of cranes or of the noise that they make at night.</p></article>
            """,
        count: 9
    )

    static let expected = [
        "headline: Quay goes to Danish line", "caption: The quay in May.",
        "paragraph: The council of Port Ellery voted on Thursday to lease its northern quay to a Danish line — "
            + "for twelve years.",
        "heading: What it costs", "listItem: Four million pounds a year",
        "listItem: One million for dredging",
        "quotation: It is a good lease.", "tableRow: Year | Pounds", "tableRow: 2026 | 4m",
        "paragraph: First line of the end.", "paragraph: Second line of it goes on here.",
    ]

    @Test(arguments: [
        "<!DOCTYPE html><html><body><nav>Home</nav><article>\(body)</article><footer>End</footer></body></html>",
        "<html><body><ul class=menu><li>Home</ul><main>\(body)</main><div id=comments><p>Nice one, I say, and again nice.</p></div></body></html>",
        "<html><body><div><div class='story'>\(body)</div></div><div class=sidebar><p>Read our other long stories today, please.</p></div></body></html>",
        "<html><body><div class='elementor-element elementor-widget elementor-widget-text-editor'>\(body)</div><div class=widget><p>Read our other long stories today, please.</p></div></body></html>",
        "<html><body class='has-sidebar'><div class='page-widget has-ads'>\(body)</div><div id=comments>\(replies)</div></body></html>",
    ])
    func `keeps the article of a page however it is marked`(page: String) throws {
        let article = try #require(try reading(page, path: "a.html").articles.first)
        #expect(blocks(article) == Self.expected)
        #expect(article.published?.description == "2026-01-09")
    }

    @Test func `finds every block of a page in its source`() throws {
        let page = "<html><body><article>\(Self.body)</article></body></html>"
        let stored = Array(page.utf8)
        let article = try #require(try reading(page, path: "a.html").articles.first)
        let bytes = Array(article.text.utf8)
        for block in article.blocks {
            let shown = String(decoding: bytes[block.range], as: UTF8.self)
            let source = String(decoding: stored[block.source], as: UTF8.self)
            let first = try #require(shown.split(separator: " ").first)
            #expect(source.hasPrefix(first))
            #expect(source.contains(try #require(shown.split(separator: " ").last)))
        }
    }

    static let json = """
        {"@context":"https://schema.org","@graph":[{"@id":"#m","@type":"Person","name":"Mara Lindqvist"},
        {"@type":["ReportageNewsArticle"],"headline":"Quay goes to Danish line","author":[{"@id":"#m"},{"name":"Tom Reyes"}],
        "datePublished":"2026-01-09T08:00:00Z","dateModified":"2026-01-10","publisher":{"name":"Ellery Courier"},
        "url":"https://courier.example/quay"}]}
        """

    @Test(arguments: [
        "<script type='application/ld+json'>\(json)</script>",
        """
        <meta property="og:title" content="Quay goes to Danish line"><meta property="og:site_name" content="Ellery Courier">
        <meta property="article:published_time" content="2026-01-09T08:00:00Z"><meta name="author" content="Mara Lindqvist">
        <meta name="author" content="Tom Reyes"><link rel="canonical" href="https://courier.example/quay">
        <meta property="article:modified_time" content="2026-01-10">
        """,
        """
        <title>Quay goes to Danish line | Ellery Courier</title><meta name="parsely-pub-date" content="2026-01-09T08:00:00Z">
        <meta name="byl" content="By Mara Lindqvist and Tom Reyes"><meta name="lastmod" content="2026-01-10">
        <meta property="og:url" content="https://courier.example/quay">
        """,
    ])
    func `reads metadata in every form`(head: String) throws {
        let page = "<html><head>\(head)</head><body><p>\(prose)</p></body></html>"
        let article = try #require(try reading(page, path: "a.html").articles.first)
        #expect(article.headline == "Quay goes to Danish line")
        #expect(article.outlet == "Ellery Courier")
        #expect(article.bylines == ["Mara Lindqvist", "Tom Reyes"])
        #expect(article.address == "https://courier.example/quay")
        #expect(article.published?.description == "2026-01-09T08:00:00+00:00")
        #expect(article.published?.source == .metadata)
        #expect(article.modified?.description == "2026-01-10")
    }

    @Test func `reads ten thousand nested elements`() throws {
        let page = "<html><body>" + String(repeating: "<div>", count: 10_000) + "<p>\(prose)</p>"
        #expect(try reading(page, path: "a.html").articles.count == 1)
    }

    @Test(arguments: [
        String(repeating: "<div>", count: 100_000), String(repeating: "<p><b><i>", count: 3_000),
    ])
    func `refuses elements without bottom`(bomb: String) throws {
        let reading = try reading("<html><body>\(bomb)\(prose)", path: "a.html")
        #expect(reading.diagnostics.map(\.code) == ["too-deep"])
    }

    @Test func `takes no harm from nested JSON`() throws {
        let bomb = String(repeating: "[", count: 50_000)
        let page =
            "<html><head><script type='application/ld+json'>\(bomb)</script></head><body><p>\(prose)</p>"
        #expect(try reading(page, path: "a.html").articles.count == 1)
    }

    @Test func `reads front matter and the marks of Markdown`() throws {
        let text = """
            ---
            title: "Quay goes to Danish line"
            date: 2026-01-09
            author: [Mara Lindqvist, Tom Reyes]
            source: Ellery Courier
            ---
            # Quay goes to Danish line

            The council **voted** on [Thursday](https://a.example/x_(y)) to lease the _northern_ quay, which
            has_been idle &amp; silted, for 2 * 6 years.

            > It is a
            > good lease.

            ## What it costs

            | Year | Pounds |
            |------|-------:|
            | 2026 | 4m |

            * Four million a year
            ![The quay](q.jpg)

            ```
            code
            ```
            """
        let article = try #require(try reading(text, path: "a.md").articles.first)
        #expect(
            blocks(article) == [
                "headline: Quay goes to Danish line",
                "paragraph: The council voted on Thursday to lease the northern quay, which has_been idle & "
                    + "silted, for 2 * 6 years.",
                "quotation: It is a good lease.", "heading: What it costs",
                "tableRow: Year | Pounds",
                "tableRow: 2026 | 4m", "listItem: Four million a year The quay",
            ]
        )
        #expect(article.bylines == ["Mara Lindqvist", "Tom Reyes"])
        #expect(article.outlet == "Ellery Courier")
        #expect(article.published?.description == "2026-01-09")
    }
}

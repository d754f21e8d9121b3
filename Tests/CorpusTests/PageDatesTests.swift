import Corpus
import Records
import Testing

@Suite struct PageDatesTests {
    static let prose = """
        <p>The council of Port Ellery voted on Thursday to lease its northern quay to a Danish line for twelve
        years, after a debate that went on until midnight and filled the hall.</p>
        """

    static let more = """
        <p>The line will pay four million pounds a year for the quay, a little more than the town takes from all of its
        other berths together, and one million for the dredging that its ships will need.</p>
        <p>Fishermen who land their catch there were promised a new slip on the other side of the harbour, which is
        to be built before the first ship of the line comes in.</p>
        """

    func article(head: String = "", before: String = "", after: String = "") throws -> Article {
        let page = """
            <html><head><title>Quay goes to Danish line</title>\(head)</head><body>\(before)
            <article><h1>Quay goes to Danish line</h1>\(after)\(Self.prose)\(Self.more)
            <table><tr><td>Opened</td><td>4.5.2011</td></tr></table></article></body></html>
            """
        let archive = try Archive(
            files: MemoryFileSystem(),
            today: Day(year: 2026, month: 1, day: 31)
        )
        return try #require(archive.articles(in: Array(page.utf8), path: "a.html").articles.first)
    }

    @Test(arguments: [
        "<div>09.01.26</div>", "<p>9 January 2026 | Ports, Trade</p>",
        "<small>Created on: 09.01.2026 18:36 / sk</small>",
        "<p class=meta><span class=date>09.01.26</span><span>4.12.25</span></p>",
        "<time class=updated datetime=2026-01-11>11 January</time><time datetime=2026-01-09>9 January</time>",
    ])
    func `takes the date beside the headline`(line: String) throws {
        let date = try #require(try article(after: line).published)
        #expect(date.date.description == "2026-01-09")
        #expect(date.source != .page)
    }

    @Test func `takes the day beside the headline where the head does not say what its date is`()
        throws
    {
        let head = "<meta name=date content=2026-01-10>"
        #expect(try article(head: head).published?.description == "2026-01-10")
        let shown = try article(head: head, after: "<p>9 January 2026</p>")
        #expect(shown.published?.description == "2026-01-09")
    }

    @Test func `takes of several declared days the one beside the headline`() throws {
        let head = """
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-01-07"}</script>
            <meta property=article:published_time content=2026-01-09T08:29:34+01:00>
            """
        #expect(try article(head: head).published?.description == "2026-01-07")
        let shown = try article(head: head, after: "<p>9 January 2026</p>")
        #expect(shown.published?.description == "2026-01-09T08:29:34+01:00")
    }

    @Test(
        arguments: [
            // The same instant where the outlet is, with a zone and without one.
            (
                "<meta name=publishdate content='Sat, 10 Jan 2026 00:04:00 +0200'>",
                "2026-01-09T22:04:00Z", "2026-01-10T00:04:00+02:00"
            ),
            (
                "<meta name=sailthru.date content='2026-01-08 22:28:35'>",
                "2026-01-09T03:28:35Z", "2026-01-08T22:28:35-05:00"
            ),
            // The day in the address, where the instant had that day somewhere.
            (
                "<link rel=canonical href='https://a.example/2026/01/08/quay/'>",
                "2026-01-09T03:28:35Z", "2026-01-08"
            ),
            (
                "<link rel=canonical href='https://a.example/2026/01/08/quay/'>",
                "2026-01-09T13:28:35Z", "2026-01-09T13:28:35+00:00"
            ),
        ] as [(String, String, String)]
    )
    func `tells the day as it was where the article was published`(
        head: String,
        instant: String,
        expected: String
    ) throws {
        let time = "<meta property=article:published_time content='\(instant)'>"
        #expect(try article(head: time + head).published?.description == expected)
    }

    @Test func `marks what stands elsewhere on the page as a guess`() throws {
        let bare = try #require(try article().published)
        #expect("\(bare) \(bare.source.rawValue)" == "2011-05-04 page")
    }

    @Test(
        arguments: [
            ("<div>Posted by Ann on 9.1.2026, 11:51</div>", "2026-01-09T11:51 page"),
            (
                "<div>Fair opens</div><div>8.1.2026</div><div>Bridge to close</div><div>7.1.2026</div>",
                nil
            ),
            ("<div>&copy; 2026 Port Ellery Courier</div>", nil),
            ("<div class=comments>8.1.2026</div>", nil),
        ] as [(String, String?)]
    )
    func `takes a day behind the article where no other stands there`(
        foot: String,
        expected: String?
    ) throws {
        let article =
            "<article><h1>Quay goes to Danish line</h1>\(Self.prose)\(Self.more)</article>"
        let page = "<html><body>\(article)\(foot)</body></html>"
        let reading = try Archive(files: MemoryFileSystem())
            .articles(in: Array(page.utf8), path: "a.html")
        let date = reading.articles.first?.published
        #expect(date.map { "\($0) \($0.source.rawValue)" } == expected)
    }

    @Test(
        arguments: [
            (#"{"id":7,"published_at":"2026-01-09T06:22:28"}"#, "2026-01-09T06:22:28"),
            (#"{"published_at":"2026-01-09","next":{"published_at":"2026-01-12"}}"#, nil),
        ] as [(String, String?)]
    )
    func `takes a date of a page's scripts where all agree`(json: String, expected: String?) throws
    {
        let page = "<html><script>window.page = \(json)</script><body>\(Self.prose)</body></html>"
        let archive = try Archive(files: MemoryFileSystem())
        let article = archive.articles(in: Array(page.utf8), path: "a.html").articles.first
        #expect(article?.published?.description == expected)
        #expect(article?.published?.source == expected.map { _ in .page })
    }
}

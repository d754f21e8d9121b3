import Corpus
import Diagnostics
import Records
import Testing

@Suite struct FeedTests {
    func reading(_ text: String) throws -> Reading {
        let archive = try Archive(
            files: MemoryFileSystem(),
            today: Day(year: 2026, month: 1, day: 31)
        )
        return archive.articles(in: Array(text.utf8), path: "feed.xml")
    }

    static let rss = """
        <?xml version="1.0"?><!-- news --><rss version="2.0"><channel><title>Ellery Courier</title>
        <item><title>Council buys &amp; mends the pier</title><link>https://courier.example/pier</link>
        <dc:creator><![CDATA[Mara Lindqvist]]></dc:creator><pubDate>Fri, 09 Jan 2026 08:15:00 +0100</pubDate>
        <description>In short.</description><content:encoded><![CDATA[<p>The council of Port Ellery bought the old
        pier on Thursday.</p><p>Repairs begin in <b>March</b>.</p>]]></content:encoded></item>
        <item><title>Ferry sails twice</title><guid>https://courier.example/ferry</guid>
        <description>&lt;p&gt;The ferry &amp;quot;Alma&amp;quot; will sail twice a day, the line said.&lt;/p&gt;</description></item>
        </channel></rss>
        """

    @Test(
        arguments: [
            #"<content type="xhtml"/>"#, #"<content type="xhtml">"#,
            #"<content type="xhtml"><div>More</entry><entry><title type="xhtml"/>"#,
        ]
    )
    func `reads an entry whose markup is empty or never ends`(content: String) throws {
        let entry =
            "<entry><title>Pier</title><summary>The pier was sold on Monday for nine pounds.</summary>"
        let feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\">\(entry)\(content)</entry></feed>"
        #expect(try reading(feed).articles.first?.headline == "Pier")
    }

    @Test func `makes an article of each entry of RSS`() throws {
        let articles = try reading(Self.rss).articles
        try #require(articles.count == 2)
        #expect(articles.map(\.id) == ["feed.xml#1", "feed.xml#2"])
        #expect(
            articles[0].text == """
                Council buys & mends the pier

                The council of Port Ellery bought the old pier on Thursday.

                Repairs begin in March.
                """
        )
        #expect(articles[0].outlet == "Ellery Courier")
        #expect(articles[0].bylines == ["Mara Lindqvist"])
        #expect(articles[0].published?.description == "2026-01-09T08:15:00+01:00")
        #expect(
            articles[1].text.hasSuffix("The ferry \"Alma\" will sail twice a day, the line said.")
        )
        #expect(articles[1].address == "https://courier.example/ferry")
    }

    @Test func `makes an article of each entry of RSS 1 0`() throws {
        let text = """
            <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://courier.example/"><title>Ellery Courier</title><items><rdf:Seq>
            <rdf:li rdf:resource="https://courier.example/pier"/></rdf:Seq></items></channel>
            <item rdf:about="https://courier.example/pier"><title>Council buys the pier</title>
            <link>https://courier.example/pier</link><dc:date>2026-01-09T08:15:00Z</dc:date>
            <description>The council of Port Ellery bought the old pier on Thursday.</description></item></rdf:RDF>
            """
        let articles = try reading(text).articles
        #expect(articles.map(\.headline) == ["Council buys the pier"])
        #expect(articles.map(\.outlet) == ["Ellery Courier"])
        #expect(articles.first?.published?.description == "2026-01-09T08:15:00+00:00")
        #expect(articles.first?.address == "https://courier.example/pier")
    }

    @Test func `finds the words of an entry in the feed`() throws {
        let stored = Array(Self.rss.utf8)
        let articles = try reading(Self.rss).articles
        let sources = articles.flatMap(\.blocks).map {
            String(decoding: stored[$0.source], as: UTF8.self)
        }
        #expect(
            sources == [
                "Council buys &amp; mends the pier",
                "The council of Port Ellery bought the old\npier on Thursday.",
                "Repairs begin in <b>March</b>.".replacing("</b>.", with: "</b>."),
                "Ferry sails twice",
                "The ferry &amp;quot;Alma&amp;quot; will sail twice a day, the line said.",
            ]
        )
    }

    @Test func `makes an article of each entry of Atom`() throws {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Bay Wire</title><entry>
            <title type="html">Harbour &amp;amp; town agree</title><link rel="self" href="https://bay.example/self"/>
            <link href="https://bay.example/1"/><id>tag:1</id><published>2026-01-11T07:30:00Z</published>
            <updated>2026-01-12T07:30:00Z</updated><author><name>Tom Reyes</name></author>
            <content type="xhtml"><div><p>The harbour and the town agreed on Sunday to share the cost.</p></div></content>
            </entry></feed>
            """
        let article = try #require(try reading(feed).articles.first)
        #expect(article.headline == "Harbour & town agree")
        #expect(article.address == "https://bay.example/1")
        #expect(article.bylines == ["Tom Reyes"])
        #expect(article.published?.description == "2026-01-11T07:30:00+00:00")
        #expect(article.modified?.description == "2026-01-12T07:30:00+00:00")
        #expect(article.blocks.map(\.kind) == [.headline, .paragraph])
    }

    @Test(arguments: [
        (
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><channel/></rss>",
            "entities"
        ),
        ("<rss><channel><item><title>Cut", "broken-feed"),
        ("<rss><channel><title>None</title></channel></rss>", "no-text"),
        ("<rss>" + String(repeating: "<a>", count: 5_000), "too-deep"),
    ])
    func `tells a feed that cannot be read`(feed: String, code: String) throws {
        let reading = try reading(feed)
        #expect(reading.articles == [])
        #expect(reading.diagnostics.map(\.code) == [code])
    }

    @Test func `keeps what was whole before a feed broke off`() throws {
        let reading = try reading(String(Self.rss.prefix { $0 != "F" }) + "<item><title>Cut")
        #expect(reading.diagnostics.map(\.code).contains("broken-feed"))
    }
}

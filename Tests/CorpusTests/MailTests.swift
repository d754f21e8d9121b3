import Corpus
import Diagnostics
import Records
import Testing

@Suite struct MailTests {
    func reading(_ bytes: [UInt8], path: String = "a.eml") throws -> Reading {
        let archive = try Archive(
            files: MemoryFileSystem(),
            today: Day(year: 2026, month: 1, day: 31)
        )
        return archive.articles(in: bytes, path: path)
    }

    func reading(_ text: String, path: String = "a.eml") throws -> Reading {
        try reading(Array(text.utf8), path: path)
    }

    static let header = """
        From: "Ellery Courier" <desk@courier.example>
        To: reader@mail.example
        Subject: =?utf-8?Q?Caf=C3=A9_on?= =?utf-8?B?IHRoZSBwaWVy?=
        Date: Fri, 09 Jan 2026 08:15:00 +0100
        MIME-Version: 1.0

        """

    static let bodies: [String] = [
        """
        Content-Type: text/plain; charset=utf-8

        The council voted to open a café on the old pier on Thursday.

        It opens in March.
        """,
        """
        Content-Type: text/plain; charset="iso-8859-1"
        Content-Transfer-Encoding: quoted-printable

        The council voted to open a caf=E9 on the old=
         pier on Thursday.

        It opens in March.
        """,
        """
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        PHA+VGhlIGNvdW5jaWwgdm90ZWQgdG8gb3BlbiBhIGNhZsOpIG9uIHRoZSBvbGQgcGllciBvbiBU
        aHVyc2RheS48L3A+PHA+SXQgb3BlbnMgaW4gTWFyY2guPC9wPg==
        """,
        """
        Content-Type: multipart/mixed; boundary="outer"

        A line for old readers.
        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain

        Please read this mail as a page.
        --inner
        Content-Type: text/html; charset=utf-8

        <html><body><p>The council voted to open a café on the old pier on Thursday.</p>
        <p>It opens in March.</p></body></html>
        --inner--
        --outer
        Content-Type: text/plain
        Content-Disposition: attachment; filename="list.txt"

        A list that was sent along.
        --outer--
        """,
    ]

    @Test(arguments: bodies)
    func `reads a message however it is encoded`(body: String) throws {
        let reading = try reading(Self.header + body)
        let article = try #require(reading.articles.first)
        #expect(
            article.text == """
                Café on the pier

                The council voted to open a café on the old pier on Thursday.

                It opens in March.
                """
        )
        #expect(article.outlet == "Ellery Courier")
        #expect(article.published?.description == "2026-01-09T08:15:00+01:00")
        #expect(reading.diagnostics.isEmpty)
    }

    @Test func `finds the words of a message in its bytes`() throws {
        let text = Self.header + Self.bodies[1]
        let stored = Array(text.utf8)
        let article = try #require(try reading(text).articles.first)
        let sources = article.blocks.dropFirst().map {
            String(decoding: stored[$0.source], as: UTF8.self)
        }
        #expect(
            sources == [
                "The council voted to open a caf=E9 on the old=\n pier on Thursday.",
                "It opens in March.",
            ]
        )
    }

    @Test func `makes an article of each message of a mailbox`() throws {
        let message = Self.header + Self.bodies[0]
        let text =
            "From desk Fri Jan  9 08:15:00 2026\n\(message)\n\nFrom desk Sat Jan 10\n\(message)\n"
        let reading = try reading(text.replacing("\n", with: "\r\n"), path: "news.mbox")
        #expect(reading.articles.map(\.id) == ["news.mbox#1", "news.mbox#2"])
        #expect(Set(reading.articles.map(\.text)).count == 1)
    }

    @Test func `reads a page that a browser saved`() throws {
        let text = """
            From: <Saved by a browser>
            Snapshot-Content-Location: https://courier.example/pier
            Subject: Council buys pier - Ellery Courier
            Date: Sat, 31 Jan 2026 09:00:00 -0000
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="edge"

            --edge
            Content-Type: text/html
            Content-Transfer-Encoding: quoted-printable

            <html><head><title>Council buys pier - Ellery Courier</title>
            <meta property=3D"article:published_time" content=3D"2026-01-09"></head><body><nav>Home</nav>
            <article><h1>Council buys pier</h1><p>The council of Port Ellery bought the old pier=
             on Thursday.</p></article></body></html>
            --edge
            Content-Type: image/png
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --edge--
            """
        let article = try #require(try reading(text, path: "pier.mhtml").articles.first)
        #expect(article.headline == "Council buys pier")
        #expect(article.outlet == "Ellery Courier")
        #expect(article.address == "https://courier.example/pier")
        #expect(article.published?.description == "2026-01-09")
    }

    @Test(arguments: [
        (
            (0...30).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }
                .joined(), "too-deep"
        ),
        (
            "Content-Type: multipart/mixed; boundary=b\n\n"
                + String(repeating: "--b\n\nx\n", count: 2_000), "too-many-parts"
        ),
        ("Content-Type: image/png\n\nx", "no-text"), ("Content-Type: text/plain\n\n", "no-text"),
    ])
    func `tells a message that holds no article`(body: String, code: String) throws {
        let reading = try reading(Self.header + body)
        #expect(reading.articles.isEmpty)
        #expect(reading.diagnostics.last?.code == code)
    }

    @Test func `tells a mailbox of more messages than any needs`() throws {
        let messages = String(repeating: "From a\n\n", count: 100_001)
        let reading = try reading("From a\nMIME-Version: 1.0\n\n" + messages, path: "a.mbox")
        #expect(reading.articles.isEmpty)
        #expect(reading.diagnostics.map(\.code) == ["too-many-parts"])
    }

    @Test(arguments: ["koi8-r", "windows-1251"])
    func `reads a page in the encoding that it declares`(charset: String) throws {
        // “Мир” in both.
        let word: [UInt8] = charset == "koi8-r" ? [0xED, 0xC9, 0xD2] : [0xCC, 0xE8, 0xF0]
        let page =
            Array("<html><head><meta charset=\(charset)></head><body><p>The ship is called ".utf8)
            + word
            + Array(" and it sails twice a day in summer.</p></body></html>".utf8)
        let article = try #require(try reading(page, path: "a.html").articles.first)
        #expect(article.text == "The ship is called Мир and it sails twice a day in summer.")
    }
}

import Corpus
import Records
import Testing

@Suite struct PlainTextTests {
    func article(_ text: String, path: String = "a.txt") throws -> Article {
        let archive = try Archive(
            files: MemoryFileSystem(),
            today: Day(year: 2026, month: 1, day: 31)
        )
        return try #require(archive.articles(in: Array(text.utf8), path: path).articles.first)
    }

    func blocks(_ article: Article) -> [String] {
        let bytes = Array(article.text.utf8)
        return article.blocks.map {
            "\($0.kind.rawValue): \(String(decoding: bytes[$0.range], as: UTF8.self))"
        }
    }

    static let page = """
        The Ellery Courier
        HomeTown HallCouncil Leases Northern Quay To Danish Line

        Council Leases Northern Quay To Danish Line

        By Mara Lindqvist and Tom Reyes | January 9, 2026 | 3 min read
        Updated: January 10, 2026, 9:05 AM

        The council of Port Ellery voted on Thursday to lease its northern quay to a Danish line for
        twelve years, the mayor said.

        Advertisement

        WHAT IT COSTS

        - Four million pounds a year
        - One million for dredging

        The council of Port Ellery voted on Thursday to lease its northern quay to a Danish line for
        twelve years, the mayor said.

        Sources:
        https://courier.example/minutes
        https://line.example/press/2026

        #PortEllery #Harbour #Lease

        RELATED ARTICLES
        Bridge to close for a week
        """

    @Test func `keeps the text of a page and nothing else`() throws {
        #expect(
            blocks(try article(Self.page)) == [
                "headline: Council Leases Northern Quay To Danish Line",
                "paragraph: The council of Port Ellery voted on Thursday to lease its northern quay to a "
                    + "Danish line for twelve years, the mayor said.",
                "heading: WHAT IT COSTS",
                "listItem: Four million pounds a year",
                "listItem: One million for dredging",
            ]
        )
    }

    @Test(arguments: [
        ("Home", ArticleDate.Source.page), ("HomeTown Hall", .page), ("Good News: ", .dateline),
    ])
    func `a date above the trail of a page is a guess`(
        trail: String,
        source: ArticleDate.Source
    ) throws {
        let headline = "Council Leases Northern Quay To Danish Line"
        let prose = "The council of Port Ellery voted to lease its northern quay to a Danish line."
        let text = "Friday, January 9, 2026\n\(trail)\(headline)\n\n\(headline)\n\n\(prose)\n"
        let published = try article(text).published
        #expect(published?.date.description == "2026-01-09")
        #expect(published?.source == source)
    }

    @Test func `reads what the page says about the article`() throws {
        let article = try article(Self.page)
        #expect(article.headline == "Council Leases Northern Quay To Danish Line")
        #expect(article.outlet == "The Ellery Courier")
        #expect(article.bylines == ["Mara Lindqvist", "Tom Reyes"])
        #expect(
            article.citedAddresses == [
                "https://courier.example/minutes", "https://line.example/press/2026",
            ]
        )
        #expect(article.published?.description == "2026-01-09")
        #expect(article.published?.source == .byline)
        #expect(article.modified?.description == "2026-01-10T09:05")
    }

    @Test(
        arguments: [
            ("Port Ellery Votes On Tuesday\n\n\(prose)", "Port Ellery Votes On Tuesday"),
            (
                "January 9, 2026\n\nQuay goes to Danish line\n\nOutlet Of 2026\n\nQuay goes to Danish line\n\n\(prose)",
                "Quay goes to Danish line"
            ),
            (
                "BUSINESS > PORTS\n\nQuay goes to Danish line\n\n\(prose)",
                "Quay goes to Danish line"
            ),
            (
                "Harbour\n\nWho will run the northern quay now?\n\n\(prose)",
                "Who will run the northern quay now?"
            ),
            (prose, nil),
            ("By Ann Lee\nTuesday, 6 January 2026\n\n\(prose)", nil),
        ] as [(String, String?)]
    )
    func `tells the headline by its shape`(text: String, headline: String?) throws {
        #expect(try article(text).headline == headline)
    }

    @Test(arguments: [
        ("January 9, 2026 – \(prose)", "2026-01-09", "dateline"),
        ("PORT ELLERY, Jersey – January 9, 2026 — \(prose)", "2026-01-09", "dateline"),
        ("ELLERY, N.S. and LONDON, Jan. 9, 2026 (Reuters) - \(prose)", "2026-01-09", "dateline"),
        ("By Ann Lee | January 9, 2026\n\n\(prose)", "2026-01-09", "byline"),
        (
            "Headline of the day's report\n\nPosted 8 Jan 2026 | News\n\nLondon, 9 January 2026\n\n\(prose)",
            "2026-01-08", "dateline"
        ),
        (
            "\(prose)\n\nThis is a translation of a post published on Havn Tidende at the URL https://havn.example/1 on Fri, 09 Jan 2026 10:00:00 +0000.",
            "2026-01-09T10:00:00+00:00", "note"
        ),
    ])
    func `finds the date and says how`(text: String, date: String, source: String) throws {
        let published = try #require(try article(text).published)
        #expect(published.description == date)
        #expect(published.source.rawValue == source)
    }

    @Test(arguments: [
        "The board met on January 9, 2026 and decided to lease the quay to a Danish line, it said.\n\n\(prose)",
        "\(prose)\n\n© 2026 Ellery Courier. All rights reserved.",
        "LONDON, July 22 - \(prose)",
        "Published January 9, 2031\n\n\(prose)",
        "03/04/2024\n\n\(prose)",
        "\(prose)\n\nSources:\nhttps://a.example/2026/01/09/x",
    ])
    func `leaves an article undated rather than guess`(text: String) throws {
        #expect(try article(text).published == nil)
    }

    @Test func `takes the date of a file's name last`() throws {
        #expect(try article(prose, path: "in/2026-01-07-quay.txt").published?.source == .fileName)
        let dated = try article("January 9, 2026 – \(prose)", path: "in/2026-01-07-quay.txt")
        #expect(dated.published?.description == "2026-01-09")
    }

    @Test(
        arguments: [
            ("LONDON (Reuters) - \(prose)", "Reuters"), ("\(prose) — AFP", "AFP"),
            ("\(prose)\n\nWith AFP", "AFP"),
            ("Quay goes to Danish line\n\nBy Reuters\n\n\(prose)", "Reuters"),
            (prose, nil),
        ] as [(String, String?)]
    )
    func `reads the credit of an agency`(text: String, agency: String?) throws {
        #expect(try article(text).agency == agency)
    }

    @Test(arguments: [
        ("By Ann Lee", ["Ann Lee"]), ("by Ann Lee, Ports Editor", ["Ann Lee"]),
        ("By: Ann de la Cruz", ["Ann de la Cruz"]), ("ANN LEE | January 9, 2026", ["ANN LEE"]),
        ("By Courier Staff", []), ("Author: Ann Lee", ["Ann Lee"]),
        ("By Ann Lee, Bo Ek and Cy Dole", ["Ann Lee", "Bo Ek", "Cy Dole"]),
    ])
    func `names people as authors and no houses`(line: String, people: [String]) throws {
        #expect(try article("Quay goes to a Danish line\n\n\(line)\n\n\(prose)").bylines == people)
    }

    @Test func `joins wrapped lines and keeps lines that are paragraphs`() throws {
        let wrapped = """
            The council of Port Ellery voted on
            Thursday to lease its northern quay to a
            Danish line for twelve years. The line
            will pay four million pounds a year.

            Dredging begins in March, the harbour
            master said, and ends in September.
            """
        #expect(try article(wrapped).blocks.count == 2)
        let long = prose.replacing("\n\n", with: "\n")
        #expect(try article(long).blocks.count == 2)
    }

    @Test(arguments: [
        (
            "HAVN MARKET LETTER\nNo. 412, Thursday 6 March 2025\n\nQuay wins first order",
            "HAVN MARKET LETTER", "Quay wins first order"
        ),
        (
            "PRESS RELEASE\nMinistry of Fisheries of the Republic of Havn\n\nHavn, 6 March 2025\n\n"
                + "Ministers of four states sign an agreement on herring and cod",
            "Ministry of Fisheries of the Republic of Havn",
            "Ministers of four states sign an agreement on herring and cod"
        ),
    ])
    func `lines of issue, place and date are neither outlet nor headline`(
        head: String,
        outlet: String,
        headline: String
    ) throws {
        let body =
            "The herring fleet of Havn sailed on Thursday with forty boats and eighty men aboard."
        let article = try article(head + "\n\n" + body + "\n")
        #expect(article.outlet == outlet)
        #expect(article.headline == headline)
        #expect(article.published?.date.description == "2025-03-06")
    }

    @Test func `takes the outlet and address from a note`() throws {
        let note =
            "This is a translation of a post published on Havn Tidende at the URL https://havn.example/1 on Fri, 09 Jan 2026 10:00:00 +0000."
        let article = try article("\(prose)\n\n\(note)")
        #expect(article.outlet == "Havn Tidende")
        #expect(article.address == "https://havn.example/1")
        #expect(!article.text.contains("translation"))
    }

    @Test func `keeps prose that follows a word of furniture`() throws {
        let text =
            "\(prose)\n\nRelated stories\n\n\(Array(repeating: "The northern quay was built in 1901 ", count: 12).enumerated().map { "\($0.element)by crew \($0.offset)" }.joined(separator: ", and "))."
        #expect(try article(text).text.contains("crew 11"))
    }

    @Test(arguments: [
        page, "\u{FEFF}" + page, page.replacing("\n", with: "\r\n"), prose,
        "A\u{A0}b  c\td\n\n" + prose,
    ])
    func `finds every block of plain text in its source`(text: String) throws {
        let stored = Array(text.utf8)
        let article = try article(text)
        let bytes = Array(article.text.utf8)
        var end = 0
        for block in article.blocks {
            #expect(block.range.lowerBound == (end == 0 ? 0 : end + 2))
            #expect(!block.range.isEmpty)
            end = block.range.upperBound
            let read = String(decoding: stored[block.source], as: UTF8.self)
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(read == String(decoding: bytes[block.range], as: UTF8.self))
        }
        #expect(end == bytes.count)
    }
}

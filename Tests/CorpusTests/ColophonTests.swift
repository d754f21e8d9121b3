import Corpus
import Diagnostics
import Records
import Testing

@Suite struct ColophonTests {
    static let story = """
        The council of Port Ellery voted on Thursday to lease its northern quay to a Danish line for twelve years, after \
        a debate that went on until midnight.

        The line will pay four million pounds a year for the quay, a little more than the town takes from its other berths.
        """

    func reading(_ text: String, path: String = "a.txt") throws -> Reading {
        let archive = try Archive(
            files: MemoryFileSystem(),
            today: Day(year: 2026, month: 1, day: 31)
        )
        return archive.articles(in: Array(text.utf8), path: path)
    }

    func article(_ text: String, path: String = "a.txt") throws -> Article {
        try #require(try reading(text, path: path).articles.first)
    }

    @Test(
        arguments: [
            ("BERGEN, Norway, Jan. 9 (Reuters) - ", "BERGEN, Norway", "2026-01-09"),
            ("PARIS, Dec 31 (Reuters) — ", "PARIS", "2025-12-31"),
            ("MAR DEL PLATA, 3 January (AP) – ", "MAR DEL PLATA", "2026-01-03"),
            ("LONDON (AP) — ", "LONDON", nil),
            ("TOKYO, January 8, 2026 (AP) — ", "TOKYO", "2026-01-08"),
            ("", nil, nil),
        ] as [(String, String?, String?)]
    )
    func `reads place and day of a dateline`(opening: String, place: String?, day: String?) throws {
        let text = "Quay goes to Danish line\n\nJanuary 10, 2026\n\n\(opening)\(Self.story)"
        let colophon = try article(text).colophon
        #expect(colophon?.place == place)
        #expect(colophon?.day?.description == day)
        #expect(colophon?.otherDates ?? [] == [])
    }

    @Test(arguments: [
        "Correction: The lease runs for twelve years, not for twenty.",
        "An earlier version of this article gave a wrong name of the line.",
        "*This story has been corrected to show that the vote was on Thursday.",
    ])
    func `keeps a correction word for word`(line: String) throws {
        let article = try article("Quay goes to Danish line\n\n\(Self.story)\n\n\(line)\n")
        #expect(article.colophon?.corrections == [line])
    }

    @Test(arguments: [
        "The mayor said that the correction of the figures would take a week, and that it was late.",
        "Students at the school translated by hand what their teachers had written in Danish.",
    ])
    func `takes no sentence of the story for a notice`(line: String) throws {
        #expect(
            try article("Quay goes to Danish line\n\n\(Self.story)\n\n\(line)\n").colophon == nil
        )
    }

    @Test func `tells that a machine translated it`() throws {
        let note = "This text was automatically translated from Danish."
        let article = try article("Quay goes to Danish line\n\n\(Self.story)\n\n\(note)\n")
        #expect(article.colophon?.translation == note)
    }

    @Test func `tells when it was first published`() throws {
        let text = "Quay goes to Danish line\n\nFirst published January 8, 2026\n\n\(Self.story)"
        let article = try article(text)
        #expect(article.colophon?.firstPublished?.description == "2026-01-08")
        #expect(article.published?.description == "2026-01-08")
    }

    @Test func `keeps section and language of a page`() throws {
        let page = """
            <html lang=en-GB><head><meta property=article:section content=" Ports  and trade"></head>
            <body><p>\(Self.story)</p></body></html>
            """
        let colophon = try article(page, path: "a.html").colophon
        #expect(colophon?.section == "Ports and trade")
        #expect(colophon?.language == "en-GB")
    }

    @Test func `tells what speaks against a date`() throws {
        let page = """
            <html><head><meta property=article:published_time content="2026-01-09T12:00:00+01:00">
            <link rel=canonical href="https://a.example/2026/01/07/quay"></head>
            <body><h1>Quay goes to Danish line</h1><p>\(Self.story)</p></body></html>
            """
        let reading = try reading(page, path: "a.html")
        let article = try #require(reading.articles.first)
        #expect(article.published?.date.description == "2026-01-09")
        #expect(
            article.colophon?.otherDates.map { "\($0) \($0.source.rawValue)" } == [
                "2026-01-07 address"
            ]
        )
        #expect(
            reading.diagnostics.map { "\($0)" } == [
                """
                a.html: note: its date is 2026-01-09 (metadata), and it also gives 2026-01-07 (address) [contradicting-dates]
                  try: open it and see which one is right
                """
            ]
        )
    }

    @Test func `does not tell the day of the last change as a contradiction`() throws {
        let page = """
            <html><head><meta property=article:published_time content="2026-01-09">
            <meta property=article:modified_time content="2026-01-11"><meta name=date content="2026-01-11"></head>
            <body><h1>Quay goes to Danish line</h1><p>\(Self.story)</p></body></html>
            """
        #expect(try article(page, path: "a.html").colophon == nil)
    }
}

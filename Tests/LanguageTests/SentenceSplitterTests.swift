import Testing

@testable import Language

/// Sentences as tables: in the marked texts ‖ stands where a sentence ends and the next begins.
struct SentenceSplitterTests {
    let analyzer: Analyzer

    init() throws { analyzer = try Analyzer.shared.get() }

    private func expectSentences(
        _ marked: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let expected = marked.split(separator: "‖").map { part in
            part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        }
        let document = analyzer.document(marked.replacing("‖", with: ""))
        let found = document.sentences.map { document[$0.range] }
        #expect(found == expected.map { Substring(String($0)) }, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "The vote is over.‖ Nobody won.", "Who won?‖ Nobody!‖ Really?!‖ Yes.",
        "It fell to 3.5.‖ It rose again.", "It cost $5.‖ $7 was asked.", "So it was.‖ 12 men left.",
        "he wrote in haste.‖ nobody read it.", "The talks failed.‖The end came.",
        "The sum was 3.14 or so.‖ Write to jo@example.org.‖ Please do.",
    ])
    func `ends behind full stops, question and exclamation marks`(marked: String) {
        expectSentences(marked)
    }

    @Test(arguments: [
        "Mr. Roe met Gen. Jo K. Poe Jr. at noon.‖ They spoke.",
        "The U.S. Senate met.‖ He lives in the U.S.‖ She does not.",
        "He works for Poe & Co.‖ It is rich.", "Ask Roe & Co. about it.",
        "We met at 5 p.m.‖ Mr. Roe came late.", "At 5 a.m. Mr. Roe left.",
        "It opens at 9 a.m. Eastern.", "It was the U.N. Security Council.",
        "They sell tea, milk, etc.‖ Mugs are extra.", "See p. 5 of vol. 3.‖ Then rest.",
        "Is it for Charles V.‖ This we ask.", "Mt. Roe is in Calif. near Poe.",
        "Lloyd J. Roe III and K. L. Poe (2031) agree.", "He joined No. 3 Squadron in Sept. 2031.",
        "Smith vs. Roe was heard by Judge Poe.", "It holds approx. five of them.",
    ])
    func `ends behind an abbreviation only if a sentence follows`(marked: String) {
        expectSentences(marked)
    }

    @Test(arguments: [
        "“We won.‖ We are glad,” he said.‖ “Are you?”‖ The crowd was.",
        "“Is it done?” she asked.‖ He nodded.", "“Is it done?” Ms. Roe asked.‖ He nodded.",
        "She said, “It is done.”‖ He left.", "She said, \"It is done.\"‖ He left.",
        "'So be it.' he said.", "He left (she stayed).‖ Then it rained.",
        "He left (She stayed.) at last.", "(He left.)‖ Then it rained.",
        "It works.[1]‖ It does [2].‖ It did. [3] [4]‖ So it was.", "They left. :-)‖ We stayed.",
        "We love Yahoo! and its cats.",
    ])
    func `keeps closing marks with their sentence`(marked: String) { expectSentences(marked) }

    @Test(arguments: [
        "Well ... no.‖ So be it...‖ He left.", "I … forgot.", "They “[…] never” came.",
        "So it ended . . . .‖ Next came rain.", "the thing is . . . I forgot",
        "... and so on.‖ Then rain.", "wait...what",
    ])
    func `ends behind an ellipsis only before a capital letter`(marked: String) {
        expectSentences(marked)
    }

    @Test(arguments: [
        "1. Buy tea‖ 2. Sell tea", "1) Buy tea.‖ 2) Sell tea.", "1.) Buy tea‖ 2.) Sell tea",
        "a. Buy tea‖ b. Sell tea‖ c. Rest", "• Buy tea‖ • Sell tea", "• 1. Buy‖ • 2. Sell",
        "2.1. Method\n\n‖It works.", "Image of peace‖ Photo: Jo Roe.",
        "Sunday, June 3, 2035‖ Voters met.", "Voters met‖ Sunday, June 3, 2035",
        "A headline without a stop\n\n‖The text\ngoes on.\n \n‖The end",
    ])
    func `ends before items of lists and at the borders of blocks`(marked: String) {
        expectSentences(marked)
    }

    @Test func `does not cross the borders of given blocks`() {
        let text = "Prices rise\nOil rose. Gas fell\nBy Jo Roe"
        let document = analyzer.document(text, blocks: [0..<11, 12..<30, 31..<40])
        let found = document.sentences.map { String(document[$0.range]) }
        #expect(found == ["Prices rise", "Oil rose.", "Gas fell", "By Jo Roe"])
    }

    @Test func `passes over blank lines within given blocks`() {
        let document = analyzer.document("Oil\n\nrose.", blocks: [0..<10])
        #expect(document.sentences.map(\.tokens) == [0..<3])
    }

    @Test(
        arguments: [
            ("OSAKA, June 3 (KNS) — The vote is over.", "OSAKA, June 3 (KNS) —"),
            ("LONDON — Voters met.", "LONDON —"),
            ("Oslo, Norway (KNS) - Voters met.", "Oslo, Norway (KNS) -"),
            ("PARIS/ROME, Aug. 5 -- “We won,” he said.", "PARIS/ROME, Aug. 5 --"),
            ("NATO — the alliance — met.", nil), ("Voters met — Roe won.", nil),
            ("Voters met.", nil),
            ("He Left — Roe won.", nil),
        ] as [(String, String?)]
    )
    func `tells the dateline of a sentence`(text: String, dateline: String?) throws {
        let document = analyzer.document(text)
        let sentence = try #require(document.sentences.first)
        let found = document.dateline(of: sentence).map { String(document.text(of: $0)) }
        #expect(found == dateline)
    }
}

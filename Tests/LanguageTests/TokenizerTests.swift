import Testing

@testable import Language

/// Tokens as tables: in the marked texts | stands between tokens that no white space separates.
struct TokenizerTests {
    let analyzer: Analyzer

    init() throws { analyzer = try Analyzer.shared.get() }

    private func expectTokens(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let document = analyzer.document(marked.replacing("|", with: ""))
        let expected = marked.split { $0.isWhitespace || $0 == "|" }.map(String.init)
        let found = document.tokens.map { String(document[$0.range]) }
        #expect(found == expected, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "The bank did|n't act|.", "They|'ll go|, I|'m sure|, and we|'ve time|.",
        "the minister|’s plan", "the ministers|’ plan", "We can|not say|.", "Do|n’t you|?",
        "We wo|n't|, you|'d better|!", "I|'d|'ve gone", "It|'s gon|na rain", "do|nt", "y’|all",
        "Give |'em time", "O'Neil|'s o'clock",
    ])
    func `splits clitics`(marked: String) {
        expectTokens(marked)
    }

    @Test(arguments: [
        "an air|-|to|-|air missile", "a U.S.|-|led force", "non-violent anti-ship co-operation",
        "an e-mail in mid-July", "career-wise", "post-1990s", "well|-|known|, 26|-|year|-|old",
        "plan E|-|J", "one|—|two|–|three", "a |-- b",
    ])
    func `splits at hyphens but not behind prefixes`(marked: String) { expectTokens(marked) }

    @Test(arguments: [
        "Mr. Ito met Gen. Poe|.", "St. Ann|'s on 5th st. is old|.", "He sat|. Then he ran|.",
        "On Sat. Oct. 3 they met|.", "No. 5|, p. 7 and vol. 2", "The answer is no|.",
        "Acme Inc. and Poe & Co.", "in the U.S. and the U.S.A.", "at 5 p.m. or 6 a.m. Monday",
        "e.g. this|, i.e. that|, etc. and more", "cats|, dogs|, etc|. Then", "Ph.D. and M.D.",
        "J. R. R. Roe and K. Poe", "vitamin C|. The cure", "Hinkley C|. Enough power",
        "you and I|. Did you", "Albert I. Jones", "5 ft. tall and 3 lbs. heavy", "5 lbs|. Then",
        "et al. said",
        "B. V. 12", "wait for it|...", "etc|...",
    ])
    func `lets abbreviations keep their full stop`(marked: String) { expectTokens(marked) }

    @Test(arguments: [
        "$|1,700 and $|1.7|bn", "A$|50|bn|, US$|3|m|, €|3.2|m", "£|12|–|15|bn", "RM|10 million",
        "35|% of 3.5", "on 2031-02-03 or 3/2/2031", "at 7:30 or 10:00|:", "the 21st|, 2nd and 4th",
        "the 1990s|, the 60's and the '70s", "5|pm|, 12|km|, 300|percent", "an F|-|16 and a B2B",
        "2|+|2 talks", "10|-|15|, 1999|-|2004", "call 202-555-0123 or 555-0199", "+44 20", ".5",
        "|#|1 but #winning", "2031|’s", "-|5|°|C",
    ])
    func `splits numbers from signs and units`(marked: String) { expectTokens(marked) }

    @Test(arguments: [
        "to jo.doe+x@mail.example.com|, or", "see https://example.com/a_(b)?c=d|.",
        "(|www.example.org|)", "at example.com/news|, said", "<|a@b.org|>", "the file plan.docx",
        "comp.lang.misc", "done|.|The end", "@jo said", "“|https://example.org/|”",
    ])
    func `finds addresses`(marked: String) { expectTokens(marked) }

    @Test(arguments: [
        "He said|: “|No|.|”", "What|?! Wait|... no|…", "“|‘|Yes|,|’ he said|,|”", "(|so|)|; [|so|]",
        "and|/|or b/c I/O", "AT&T and R&D", "''|well|''", "fine :-) |:( ok|;", "ᴀ 東京|。 naïve",
        "👩‍👩‍👧|, 🇯🇵|🇺🇸 👍🏽", "cafe\u{301}s", "so\u{AD}ft", "*** === ___",
        "a\u{A0}b\u{3000}c",
    ])
    func `splits marks`(marked: String) { expectTokens(marked) }

    @Test(
        arguments: [
            ("Japan", .word), ("n't", .word), ("U.S.", .word), ("F16", .word), ("1,700", .number),
            ("21st", .number), ("7:30", .number), (",", .punctuation), ("—", .punctuation),
            ("$", .symbol), ("%", .symbol), ("👍", .symbol), ("a@b.org", .address),
        ] as [(String, Token.Kind)]
    )
    func `tells what a token is made of`(word: String, kind: Token.Kind) {
        #expect(analyzer.document(word).tokens.map(\.kind) == [kind])
    }

    @Test(
        arguments: [
            ("japan", []), ("Japan", .capitalised), ("NATO", [.capitalised, .allCapitals]),
            ("McRoe", .capitalised), ("É", [.capitalised, .beyondASCII]), ("I", .capitalised),
            ("21st", .digit), ("G7", [.capitalised, .digit]), ("“", .beyondASCII),
        ] as [(String, Token.Style)]
    )
    func `tells how a token is written`(word: String, style: Token.Style) {
        #expect(analyzer.document(word).tokens.map(\.style) == [style.union(.spaced)])
    }
}

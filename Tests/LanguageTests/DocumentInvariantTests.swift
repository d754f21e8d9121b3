import Testing

@testable import Language

/// What holds for every document, whatever its text.
struct DocumentInvariantTests {
    let analyzer: Analyzer

    init() throws { analyzer = try Analyzer.shared.get() }

    @Test(arguments: [
        "", " ", "\n\n\n", ".", "...", "\"", "“”", "'", "''", "(((", ")))", "--", "@", "#", "1.",
        "a.",
        "\u{0}\u{1}\u{7F}", "\u{FEFF}", "\u{AD}", "\u{301}", "\u{200D}", "\u{FFFD}", "\r\n\r\n",
        "e\u{301}\u{301}", "🇯🇵🇺", "👩‍", "\u{202E}abc", "a\u{200B}b", "𝒜𝒷 ﬁ Ǆ ẞ İ ı", "[[1]", ".5's",
        "1-", "1/", "http://", "www.", "a@", "x.com", "•", "• • •", "1. 2. 3.",
    ])
    func `hold for odd texts`(text: String) { expectInvariants(analyzer.document(text)) }

    @Test(arguments: 0..<100)
    func `hold for arbitrary texts`(seed: UInt64) {
        var generator = SplitMix(state: seed)
        let alphabet = Array(
            "aAbI.,:;!?'’\"“”()[]-–—…/@#$€%&_+=*<>19 \n\t\u{A0}\u{AD}\u{301}\u{200D}é東Ω🇯👩°•U.S."
                .unicodeScalars
        )
        var text = ""
        for _ in 0..<Int.random(in: 0..<120, using: &generator) {
            if let scalar = alphabet.randomElement(using: &generator) {
                text.unicodeScalars.append(scalar)
            }
        }
        expectInvariants(analyzer.document(text))
        let middle = text.unicodeScalars.prefix(text.unicodeScalars.count / 2).reduce(0) {
            $0 + UTF8.width($1)
        }
        expectInvariants(analyzer.document(text, blocks: [0..<middle, middle..<text.utf8.count]))
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ".", ". ", ".)", ". [1] ", "(", "\"", "'", "a.", "Ab.", "A.B.Zz", "1-", "1/", "a'",
            "a-", "@",
            "a@", "://", "http://)", "• ", "1. ", "Mr. ", "... ", "!\u{301}", "\u{200D}",
            "👩\u{200D}", "_",
            "ab.cd", ". . ", "[.",
        ]
    )
    func `cost no more than linear time`(piece: String) {
        // A quadratic cost would be thousands of times that of plain words.
        let text = String(repeating: piece, count: 20_000)
        let plain = String(repeating: "word ", count: text.utf8.count / 5 + 1)
        let clock = ContinuousClock()
        let expected = clock.measure { _ = analyzer.document(plain) }
        let cost = clock.measure { _ = analyzer.document(text) }
        #expect(cost < max(expected, .milliseconds(10)) * 100)
    }

    private func expectInvariants(_ document: Document) {
        #expect(brokenTokens(of: document).isEmpty)
        #expect(brokenSentences(of: document).isEmpty)
    }

    /// The tokens that overlap, are empty, pass over text, cut a character or have another form.
    private func brokenTokens(of document: Document) -> [Token] {
        var end = 0
        var broken: [Token] = []
        for token in document.tokens {
            let range = token.range
            let isSound =
                range.lowerBound >= end && !range.isEmpty && isEdge(range.lowerBound, document)
                && isEdge(range.upperBound, document) && isBlank(document[end..<range.lowerBound])
                && Form(document[range]) == token.form
            if !isSound { broken.append(token) }
            end = range.upperBound
        }
        if !isBlank(document[end..<document.bytes.count]), let last = document.tokens.last {
            broken.append(last)
        }
        return broken
    }

    /// The sentences that do not follow the one before, or lie elsewhere than their tokens.
    private func brokenSentences(of document: Document) -> [Sentence] {
        var first = 0
        var broken: [Sentence] = []
        for sentence in document.sentences {
            let isSound =
                sentence.tokens.lowerBound == first && !sentence.tokens.isEmpty
                && sentence.range == document.byteRange(of: sentence.tokens)
            if !isSound { broken.append(sentence) }
            first = sentence.tokens.upperBound
        }
        if first != document.tokens.count { broken.append(Sentence(tokens: 0..<0, range: 0..<0)) }
        return broken
    }

    /// Whether an offset lies on the edge of a scalar.
    private func isEdge(_ offset: Int, _ document: Document) -> Bool {
        offset <= document.bytes.count
            && (offset == document.bytes.count || document.bytes[offset] & 0xC0 != 0x80)
    }

    private func isBlank(_ text: Substring) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F
        }
    }
}

/// A generator of numbers that repeats: SplitMix64, <https://prng.di.unimi.it/splitmix64.c>.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A text with its tokens and sentences: windows on the text, never copies.
///
/// Tokens lie in order and without overlap; every token belongs to exactly one sentence; sentences
/// lie in order. All ranges lie on the edges of Unicode scalars of the text, and no token ends before a
/// mark that combines with its last letter.
public struct Document: Hashable, Sendable {
    /// The text.
    public let text: String
    /// The text as UTF-8.
    public let bytes: [UInt8]
    /// The tokens.
    public let tokens: [Token]
    /// The sentences.
    public let sentences: [Sentence]

    /// Makes a document from its parts.
    public init(text: String, bytes: [UInt8], tokens: [Token], sentences: [Sentence]) {
        self.text = text
        self.bytes = bytes
        self.tokens = tokens
        self.sentences = sentences
    }

    /// The text within a range of bytes.
    public subscript(range: Range<Int>) -> Substring {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return text[start..<utf8.index(start, offsetBy: range.count)]
    }

    /// Whether a token has a form; false for an index outside the tokens.
    ///
    /// Forms are written as literals where that reads best: `document.isWord("said", at: index)`. In
    /// a loop, make the form once.
    public func isWord(_ form: Form, at index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].form == form
    }

    /// Whether tokens from an index on have these forms, one after the other.
    public func isPhrase(_ forms: [Form], at index: Int) -> Bool {
        guard index >= 0, index + forms.count <= tokens.count else { return false }
        return forms.indices.allSatisfy { tokens[index + $0].form == forms[$0] }
    }

    /// The text from the first to the last of a range of tokens.
    public func text(of tokens: Range<Int>) -> Substring {
        self[byteRange(of: tokens)]
    }

    /// The bytes from the first to the last of a range of tokens.
    public func byteRange(of tokens: Range<Int>) -> Range<Int> {
        guard !tokens.isEmpty else { return 0..<0 }
        return self.tokens[tokens.lowerBound].range
            .lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
    }
}

/// A sentence, heading or list item: a run of tokens.
public struct Sentence: Hashable, Sendable {
    /// The tokens, as indices into the document's tokens, half-open and never empty.
    public var tokens: Range<Int>
    /// The bytes from the first to the last token, half-open.
    public var range: Range<Int>

    /// Makes a sentence.
    public init(tokens: Range<Int>, range: Range<Int>) {
        self.tokens = tokens
        self.range = range
    }
}

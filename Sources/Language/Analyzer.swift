public import Diagnostics
import Foundation

/// Turns English text into documents: tokens and sentences.
///
/// An analyzer has no memory: the same text always yields the same document. Make one and keep it;
/// making it reads the package's data files.
public struct Analyzer: Sendable {
    private let abbreviations: Abbreviations
    private let parts: WordParts
    private let vocabulary: SentenceVocabulary

    /// Reads the data files of the package.
    public init() throws(Diagnostic) {
        abbreviations = try Abbreviations(
            Self.table("abbreviations", columns: ["form", "class", "before", "ends", "source"])
        )
        parts = try WordParts(
            parts: Self.table("wordparts", columns: ["form", "part", "source"]),
            contractions: Self.table("contractions", columns: ["form", "parts", "source"])
        )
        vocabulary = try SentenceVocabulary(
            Self.table("sentences", columns: ["form", "role", "source"])
        )
    }

    /// The tokens and sentences of a text; a blank line ends a sentence.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    public func document(_ text: String) -> Document {
        document(text, within: [0..<text.utf8.count], atBlankLines: true)
    }

    /// The tokens and sentences of a text that falls into blocks, which no sentence crosses.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - blocks: Paragraphs, headings, list items: ranges of UTF-8 bytes on the edges of
    ///     characters, in order and without overlap. What lies between two blocks is a block too.
    /// - Returns: The document, with the whole text.
    public func document(_ text: String, blocks: [Range<Int>]) -> Document {
        var ranges: [Range<Int>] = []
        var position = 0
        for block in blocks {
            precondition(
                block.lowerBound >= position,
                "the block \(block) begins before \(position)"
            )
            if block.lowerBound > position { ranges.append(position..<block.lowerBound) }
            ranges.append(block)
            position = block.upperBound
        }
        let count = text.utf8.count
        precondition(position <= count, "a block ends at \(position), the text at \(count)")
        if position < count { ranges.append(position..<count) }
        return document(text, within: ranges, atBlankLines: false)
    }

    /// The forms of the tokens of a phrase: what a lexicon looks for in a document.
    public func forms(of phrase: String) -> [Form] {
        document(phrase).tokens.map(\.form)
    }

    private func document(
        _ text: String,
        within ranges: [Range<Int>],
        atBlankLines: Bool
    ) -> Document {
        let bytes = Array(text.utf8)
        var tokenizer = Tokenizer(
            bytes,
            abbreviations: abbreviations,
            parts: parts,
            vocabulary: vocabulary
        )
        for range in ranges { tokenizer.split(range, atBlankLines: atBlankLines) }
        let splitter = SentenceSplitter(
            bytes: bytes,
            tokens: tokenizer.tokens,
            abbreviations: abbreviations,
            vocabulary: vocabulary
        )
        return Document(
            text: text,
            bytes: bytes,
            tokens: tokenizer.tokens,
            sentences: splitter.sentences(blocks: tokenizer.borders)
        )
    }

    /// Reads a data file of the package.
    static func table(_ name: String, columns: [String]) throws(Diagnostic) -> DataTable {
        let path = "Resources/en/\(name).tsv"
        let url = Bundle.module.bundleURL.appending(path: path)
        guard let data = try? Data(contentsOf: url),
            let text = String(validating: data, as: UTF8.self)
        else {
            throw Diagnostic(
                .error,
                code: "no-data-file",
                at: Place(path),
                "the data file cannot be read, or is not UTF-8",
                mend: "install the program together with its resources"
            )
        }
        return try DataTable(text, path: path, columns: columns)
    }
}

import Foundation
import Fuzzing
import Language

/// Looks for texts on which Language crashes or breaks its promises: libFuzzer makes up the bytes.
///
/// Built by `make fuzz` alone, since every module must be compiled for it.
@main
struct FuzzLanguage {
    private static let analyzer = Result { try Analyzer() }
    private static let model = Result { try LanguageModel() }

    static func main() throws {
        _ = (try analyzer.get(), try model.get())
        fuzz { read(String(decoding: $0, as: UTF8.self)) }
    }

    /// Reads a text in every way.
    static func read(_ text: String) {
        guard case .success(let analyzer) = analyzer, case .success(let model) = model else {
            return
        }
        let document = analyzer.document(text)
        let reading = model.reading(of: document)
        precondition(reading.tags.count == document.tokens.count, "a token without a tag")
        check(document)
        check(reading.names, in: document)
        for (index, sentence) in document.sentences.enumerated() {
            check(reading.dependencies(in: index), in: sentence.tokens)
        }
    }

    /// Tokens in order, inside of the text and on the edges of characters; sentences that hold all of them.
    private static func check(_ document: Document) {
        func isEdge(_ offset: Int) -> Bool {
            offset == document.bytes.count || document.bytes[offset] & 0xC0 != 0x80
        }
        var end = 0
        for token in document.tokens {
            let range = token.range
            precondition(range.lowerBound >= end && !range.isEmpty, "tokens out of order")
            precondition(isEdge(range.lowerBound) && isEdge(range.upperBound), "half a character")
            end = range.upperBound
        }
        precondition(end <= document.bytes.count, "a token outside of the text")
        var next = 0
        for sentence in document.sentences {
            precondition(sentence.tokens.lowerBound == next, "a token between sentences")
            next = sentence.tokens.upperBound
        }
        precondition(next == document.tokens.count, "a token outside of sentences")
    }

    /// Names in order and inside of the text.
    private static func check(_ names: [Name], in document: Document) {
        var end = 0
        for name in names {
            precondition(name.tokens.lowerBound >= end && !name.tokens.isEmpty, "names overlap")
            end = name.tokens.upperBound
        }
        precondition(end <= document.tokens.count, "a name outside of the text")
    }

    /// One root, and heads inside of the sentence.
    private static func check(_ relations: [Dependency], in sentence: Range<Int>) {
        precondition(relations.count == sentence.count, "a token without a relation")
        precondition(relations.count { $0.head == nil } == 1, "not one root")
        precondition(
            relations.allSatisfy { $0.head.map(sentence.contains) ?? true },
            "a head outside of the sentence"
        )
    }
}

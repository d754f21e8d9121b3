import Foundation
import Fuzzing
import Language
import Records

/// Looks for texts on which Language crashes or breaks its promises: libFuzzer makes up the bytes.
///
/// Built by `make fuzz` alone, since every module must be compiled for it.
@main
struct FuzzLanguage {
    private static let analyzer = Result { try Analyzer() }
    private static let model = Result { try LanguageModel() }
    private static let grammar = Result { try ExpressionGrammar() }
    /// When the texts are said to be published: as far as a day, a month, or not at all.
    private static let days = ["2024-02-29", "2024-12", nil].map { $0.flatMap(CalendarDate.init) }

    static func main() throws {
        _ = (try analyzer.get(), try model.get(), try grammar.get())
        fuzz { read(String(decoding: $0, as: UTF8.self)) }
    }

    /// Reads a text in every way.
    static func read(_ text: String) {
        guard case .success(let analyzer) = analyzer, case .success(let model) = model,
            case .success(let grammar) = grammar
        else { return }
        let document = analyzer.document(text)
        let reading = model.reading(of: document)
        precondition(reading.tags.count == document.tokens.count, "a token without a tag")
        check(document)
        check(reading.names, in: document)
        for (index, sentence) in document.sentences.enumerated() {
            check(reading.dependencies(in: index), in: sentence.tokens)
        }
        for day in days { check(grammar.expressions(in: document, published: day), in: document) }
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

    /// Each kind of expression in order and inside of the text, and no token in two of them.
    private static func check(_ expressions: Expressions, in document: Document) {
        let kinds = [
            expressions.times.map(\.tokens), expressions.undated.map(\.tokens),
            expressions.amounts.map(\.tokens), expressions.counts.map(\.tokens),
        ]
        for ranges in kinds {
            let starts = ranges.map(\.lowerBound)
            precondition(starts == starts.sorted(), "expressions out of order")
        }
        var end = 0
        for range in kinds.joined().sorted(by: { $0.lowerBound < $1.lowerBound }) {
            precondition(range.lowerBound >= end && !range.isEmpty, "expressions overlap")
            end = range.upperBound
        }
        precondition(end <= document.tokens.count, "an expression outside of the text")
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

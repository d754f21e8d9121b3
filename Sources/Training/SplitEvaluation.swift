package import Language
package import Treebanks

/// How well tokens and sentences are found in the raw text of a treebank.
package enum SplitEvaluation {
    /// The scores of each kind of unit, by its name.
    package static func scores(of document: Document, _ treebank: Treebank) -> [(String, Score)] {
        let found = document.sentences.map(\.range)
        let ends = treebank.paragraphEnds
        func inner(_ ranges: [Range<Int>]) -> [Int] {
            ranges.map(\.upperBound).filter { !ends.contains($0) }
        }
        return [
            ("words", Score(found: document.tokens.map(\.range), expected: treebank.words)),
            ("surface", Score(found: surface(of: document), expected: treebank.surface)),
            (
                "boundaries",
                Score(
                    found: found.map(\.upperBound),
                    expected: treebank.sentences.map(\.upperBound)
                )
            ),
            ("sentences", Score(found: found, expected: treebank.sentences)),
            ("inner", Score(found: inner(found), expected: inner(treebank.sentences))),
        ]
    }

    /// The tokens with the parts of each contraction put together: words without space between them.
    static func surface(of document: Document) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var last: Token?
        for token in document.tokens {
            let isClitic =
                token.kind == .word && last?.range.upperBound == token.range.lowerBound
                && (last?.kind == .word || "'’`".contains(document[token.range].prefix(1)))
            if isClitic, let start = result.last?.lowerBound {
                result[result.count - 1] = start..<token.range.upperBound
            } else {
                result.append(token.range)
            }
            last = token
        }
        return result
    }

    /// Prints the words and the sentence ends that are found and not expected, or the other way.
    package static func printDifferences(_ document: Document, _ treebank: Treebank) {
        let found = document.tokens.map(\.range)
        let wrong = Set(found).symmetricDifference(treebank.words)
        let isFound = Set(found)
        for range in wrong.sorted(by: {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        }) {
            print("  word \(isFound.contains(range) ? "+" : "-") \(document[range])")
        }
        let ends = Set(document.sentences.map(\.range.upperBound))
        for end in ends.symmetricDifference(treebank.sentences.map(\.upperBound)).sorted() {
            print("  end \(ends.contains(end) ? "+" : "-") \(excerpt(of: document, around: end))")
        }
    }

    /// The words around an offset, which is marked by ‖.
    private static func excerpt(of document: Document, around end: Int) -> String {
        let index = document.tokens.firstIndex { $0.range.upperBound >= end } ?? 0
        let before = document.text(of: max(0, index - 7)..<index + 1)
        let after = document.text(of: index + 1..<min(index + 7, document.tokens.count))
        return "\(before) ‖ \(after)".replacing("\n", with: "¶")
    }
}

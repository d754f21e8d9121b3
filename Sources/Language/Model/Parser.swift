/// Finds the grammatical relations of a sentence, step by step from left to right.
///
/// Source of the method: Goldberg and Nivre 2013, <https://aclanthology.org/Q13-1033/>.
package struct Parser: Sendable {
    private let classifier: LinearClassifier
    /// The relations that the classes stand for; the first is that of the root.
    package let relations: [Relation]
    /// The part of speech of each tag of the tagger.
    private let parts: [UInt8]

    /// Reads the parser of a model; nil where it is not there or damaged.
    package init?(_ file: ModelFile) {
        guard let classifier = LinearClassifier(file, .parser), let tags = file.section(.tags),
            let bytes = file.section(.relations), classifier.classes == 1 + 2 * bytes.count,
            bytes.allSatisfy({ $0 < Relation.allCases.count })
        else { return nil }
        self.classifier = classifier
        relations = bytes.map { Relation.allCases[Int($0)] }
        parts = stride(from: 0, to: tags.count, by: 2).map { tags[$0] }
    }

    /// Parses a sentence.
    ///
    /// - Parameters:
    ///   - traits: The words of the sentence.
    ///   - tags: The indices of their tags.
    ///   - state: Memory to work in; afterwards it holds the heads and labels.
    package func parse(
        _ traits: UnsafeBufferPointer<WordTraits>,
        tags: UnsafeBufferPointer<UInt8>,
        in state: inout ParserState
    ) {
        state.begin(traits, tags: tags, parts: parts)
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: ParserState.featureLimit) { keys in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: classifier.classes) { scores in
                while !state.isFinal {
                    if let only = state.onlyTransition {
                        state.take(only)
                        continue
                    }
                    let count = state.features(into: keys)
                    classifier.score(keys, count: count, into: scores)
                    state.take(state.bestTransition(scores, relations: relations.count))
                }
            }
        }
    }
}

extension ParserState {
    /// The transition that needs no choice: the first shift, the attachment to the root.
    @inline(__always)
    package var onlyTransition: Transition? {
        if depth == 0 { return .shift }
        return next == count && depth == 1 ? .left(0) : nil
    }

    /// The transition with the highest score among those that the state allows.
    ///
    /// The first relation is that of the root, which `onlyTransition` alone gives.
    @inline(__always)
    package func bestTransition(
        _ scores: UnsafeMutableBufferPointer<Int32>,
        relations: Int
    ) -> Transition {
        var best = -1
        var highest = Int32.min
        if allowsShift { (best, highest) = (0, scores[0]) }
        if allowsLeft {
            for index in 2...relations where scores[index] > highest {
                (best, highest) = (index, scores[index])
            }
        }
        if allowsRight {
            for index in (2 &+ relations)...(2 &* relations) where scores[index] > highest {
                (best, highest) = (index, scores[index])
            }
        }
        return Transition(class: best, relations: relations)
    }
}

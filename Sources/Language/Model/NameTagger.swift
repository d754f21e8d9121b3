/// Finds the names of people, organisations and places in a document.
///
/// Source of the method: averaged perceptron with greedy decoding over BIOES, Ratinov and Roth 2009,
/// <https://aclanthology.org/W09-1119/>.
package struct NameTagger: Sendable {
    private let classifier: LinearClassifier
    private let words: WordTable

    /// Reads the finder of names of a model; nil where it is not there or damaged.
    package init?(_ file: ModelFile) {
        guard let classifier = LinearClassifier(file, .names), classifier.classes == NamePart.count,
            let words = WordTable(file, .nameWords)
        else { return nil }
        self.classifier = classifier
        self.words = words
    }

    /// Finds the names of a document.
    ///
    /// The document is read twice, so that the first time a name is told it is also known by what follows.
    ///
    /// - Parameters:
    ///   - traits: The words of the document.
    ///   - tags: The indices of their tags.
    ///   - sentences: Its sentences, as ranges of words.
    ///   - memory: Memory to work in.
    /// - Returns: The names, in order.
    package func names(
        _ traits: UnsafeBufferPointer<WordTraits>,
        tags: UnsafeBufferPointer<UInt8>,
        sentences: some Collection<Range<Int>>,
        in memory: inout NameMemory
    ) -> [Name] {
        memory.begin(traits)
        _ = pass(over: traits, tags, sentences, &memory)
        return pass(over: traits, tags, sentences, &memory)
    }

    /// Finds names by what the memory holds so far, and adds to it.
    private func pass(
        over traits: UnsafeBufferPointer<WordTraits>,
        _ tags: UnsafeBufferPointer<UInt8>,
        _ sentences: some Collection<Range<Int>>,
        _ memory: inout NameMemory
    ) -> [Name] {
        var names: [Name] = []
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: NameContext.limit) { keys in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: NamePart.count) { scores in
                for sentence in sentences {
                    let words = UnsafeBufferPointer(rebasing: traits[sentence])
                    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: words.count) { parts in
                        let tags = UnsafeBufferPointer(rebasing: tags[sentence])
                        tag(words, tags, into: parts, keys, scores, memory)
                        let found = UnsafeBufferPointer(parts)
                        memory.note(words, found)
                        names += NamePart.names(found, from: sentence.lowerBound)
                    }
                }
            }
        }
        return names
    }

    private func tag(
        _ traits: UnsafeBufferPointer<WordTraits>,
        _ tags: UnsafeBufferPointer<UInt8>,
        into parts: UnsafeMutableBufferPointer<UInt8>,
        _ keys: UnsafeMutableBufferPointer<UInt64>,
        _ scores: UnsafeMutableBufferPointer<Int32>,
        _ memory: borrowing NameMemory
    ) {
        var context = NameContext(traits, tags: tags, words)
        for index in traits.indices {
            parts[index] = NamePart.outside
            if !context.isPlain {
                let count = context.features(memory, usesMemory: true, into: keys)
                classifier.score(keys, count: count, into: scores)
                parts[index] = scores.bestPart(
                    after: context.last,
                    atEnd: index == traits.count &- 1
                )
            }
            context.advance(tagged: parts[index])
        }
    }
}

extension NameMemory {
    /// Notes the words of the names in a sentence.
    package mutating func note(
        _ traits: UnsafeBufferPointer<WordTraits>,
        _ parts: UnsafeBufferPointer<UInt8>
    ) {
        for (index, part) in parts.enumerated() where part != NamePart.outside {
            note(traits[index].word, as: (part &- 1) &>> 2)
        }
    }
}

extension UnsafeMutableBufferPointer<Int32> {
    /// The class with the highest score among those that may follow another.
    @inline(__always)
    package func bestPart(after last: UInt8, atEnd: Bool) -> UInt8 {
        var best: UInt8 = 0
        var highest = Int32.min
        for part in 0..<UInt8(truncatingIfNeeded: NamePart.count)
        where self[Int(part)] > highest && NamePart.allows(part, after: last, atEnd: atEnd) {
            (best, highest) = (part, self[Int(part)])
        }
        return best
    }
}

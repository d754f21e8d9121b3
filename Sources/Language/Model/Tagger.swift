/// Gives each word of a sentence its part of speech and Penn tag, from left to right.
///
/// A word that nearly always has the same tag in the training text has it without asking.
///
/// Source of the method: averaged perceptron with greedy decoding, Collins 2002,
/// <https://aclanthology.org/W02-1001/>; ambiguity classes, Giménez and Màrquez 2004,
/// <https://aclanthology.org/L04-1373/>.
package struct Tagger: Sendable {
    private let classifier: LinearClassifier
    private let words: WordTable
    /// The tags that the classes stand for.
    package let tags: [Tag]

    /// Reads the tagger of a model; nil where it is not there or damaged.
    package init?(_ file: ModelFile) {
        guard let classifier = LinearClassifier(file, .tagger),
            let words = WordTable(file, .taggerWords), let bytes = file.section(.tags),
            bytes.count == 2 * classifier.classes
        else { return nil }
        var tags: [Tag] = []
        for index in 0..<classifier.classes {
            let part = Int(bytes[2 * index])
            let penn = Int(bytes[2 * index + 1])
            guard part < PartOfSpeech.allCases.count, penn < PennTag.allCases.count else {
                return nil
            }
            tags.append(Tag(PartOfSpeech.allCases[part], PennTag.allCases[penn]))
        }
        self.classifier = classifier
        self.words = words
        self.tags = tags
    }

    /// Tags a sentence.
    ///
    /// - Parameters:
    ///   - traits: The words of the sentence.
    ///   - tags: As many places, for the indices of the tags.
    package func tag(
        _ traits: UnsafeBufferPointer<WordTraits>,
        into tags: UnsafeMutableBufferPointer<UInt8>
    ) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggerContext.limit) { keys in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: classifier.classes) { scores in
                var context = TaggerContext(traits, words)
                for index in traits.indices {
                    let known = context.known
                    if let tag = known.certain {
                        tags[index] = tag
                    } else {
                        let count = context.features(into: keys)
                        classifier.score(keys, count: count, into: scores)
                        tags[index] = UInt8(truncatingIfNeeded: scores.indexOfMaximum)
                    }
                    context.advance(tagged: tags[index])
                }
            }
        }
    }
}

extension Tagger {
    /// Tags a sentence of a text.
    package func tag(_ traits: [WordTraits], _ sentence: Range<Int>, into tags: inout [UInt8]) {
        traits.withUnsafeBufferPointer { traits in
            tags.withUnsafeMutableBufferPointer { tags in
                tag(
                    UnsafeBufferPointer(rebasing: traits[sentence]),
                    into: UnsafeMutableBufferPointer(rebasing: tags[sentence])
                )
            }
        }
    }
}

/// What the training text tells about the tags of a word.
package struct KnownTags {
    /// The bits of both parts.
    ///
    /// The tag that the word nearly always has, plus 1, in the lower half; its class of
    /// ambiguity in the upper. 0 for a word that the training text does not know.
    let bits: UInt32

    /// Makes it from its bits.
    @inline(__always)
    init(bits: UInt32) { self.bits = bits }

    /// Makes it from its parts.
    package init(certain: UInt8?, ambiguity: UInt16) {
        bits = UInt32(ambiguity) << 16 | (certain.map { UInt32($0) + 1 } ?? 0)
    }

    /// The bits, to be stored.
    package var stored: UInt32 { bits }

    /// The tag that the word nearly always has.
    @inline(__always)
    package var certain: UInt8? {
        let low = bits & 0xFFFF
        return low == 0 ? nil : UInt8(truncatingIfNeeded: low &- 1)
    }

    /// A number for the set of tags that the word has.
    @inline(__always)
    var ambiguity: UInt64 { UInt64(bits &>> 16) }
}

extension UnsafeMutableBufferPointer<Int32> {
    /// The index of the greatest number; of several, the first.
    @inline(__always)
    package var indexOfMaximum: Int {
        var best = 0
        for index in 1..<Swift.max(count, 1) where self[index] > self[best] { best = index }
        return best
    }
}

import Language

/// A checksum of the features that the code makes, so that a model and code that do not go together are found
/// out.
package enum FeaturePrint {
    /// The checksum: every feature of a fixed sentence, through the eyes of all trained parts.
    package static var value: String {
        let bytes = Array(
            "The 1st U.S.–Japan “summit” in Évian, Mr. O’Neill’s idea, cost $1.5m!".utf8
        )
        var start = 0
        var traits: [WordTraits] = []
        for part in bytes.split(separator: UInt8(ascii: " ")) {
            let token = Token(start..<start + part.count, .word, in: bytes.span, isSpaced: true)
            traits.append(WordTraits(token, in: bytes.span))
            start += part.count + 1
        }
        var keys: [UInt64] = []
        traits.withUnsafeBufferPointer { traits in
            let tags = [UInt8](0..<UInt8(traits.count))
            tags.withUnsafeBufferPointer { tags in
                withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 256) { buffer in
                    gatherTags(traits, tags, buffer, &keys)
                    gatherNames(traits, tags, buffer, &keys)
                    gatherRelations(traits, tags, buffer, &keys)
                }
            }
        }
        return ModelManifest.checksum(
            keys.flatMap { key in (0..<8).map { UInt8(key >> ($0 * 8) & 0xFF) } }
        )
    }

    private static var noWords: WordTable {
        let file = ModelFile(ModelFile.content([(.nameWords, WordTable.content([]))]))
        guard let words = WordTable(file, .nameWords) else { preconditionFailure("no table") }
        return words
    }

    private static func gatherTags(
        _ traits: UnsafeBufferPointer<WordTraits>,
        _ tags: UnsafeBufferPointer<UInt8>,
        _ buffer: UnsafeMutableBufferPointer<UInt64>,
        _ keys: inout [UInt64]
    ) {
        var context = TaggerContext(traits, noWords)
        for tag in tags {
            keys += buffer.prefix(context.features(into: buffer))
            context.advance(tagged: tag)
        }
    }

    private static func gatherNames(
        _ traits: UnsafeBufferPointer<WordTraits>,
        _ tags: UnsafeBufferPointer<UInt8>,
        _ buffer: UnsafeMutableBufferPointer<UInt64>,
        _ keys: inout [UInt64]
    ) {
        var memory = NameMemory()
        memory.begin(traits)
        var context = NameContext(traits, tags: tags, noWords)
        for index in traits.indices {
            keys += buffer.prefix(context.features(memory, usesMemory: true, into: buffer))
            context.advance(tagged: index % 2 == 0 ? NamePart.outside : NamePart.single(.place))
        }
    }

    private static func gatherRelations(
        _ traits: UnsafeBufferPointer<WordTraits>,
        _ tags: UnsafeBufferPointer<UInt8>,
        _ buffer: UnsafeMutableBufferPointer<UInt64>,
        _ keys: inout [UInt64]
    ) {
        var state = ParserState()
        state.begin(traits, tags: tags, parts: Array(tags))
        var step = 0
        while !state.isFinal {
            keys += buffer.prefix(state.features(into: buffer))
            step += 1
            if let only = state.onlyTransition {
                state.take(only)
            } else if state.allowsShift, step % 3 != 0 {
                state.take(.shift)
            } else if state.allowsLeft, step % 2 == 0 {
                state.take(.left(3))
            } else {
                state.take(state.allowsRight ? .right(5) : .shift)
            }
        }
    }
}

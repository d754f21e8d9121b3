import Synchronization

/// What the trained model reads in a document: tags, names, relations, each read when first asked for, and
/// kept.
///
/// Names need the tags of the whole document, the relations of a sentence its tags alone; a sentence is
/// parsed once.
public final class Reading: Sendable {
    /// The document.
    public let document: Document
    private let model: LanguageModel
    private let state: Mutex<State>

    init(_ document: Document, _ model: LanguageModel) {
        self.document = document
        self.model = model
        state = Mutex(State())
    }

    /// The tags of the tokens of the document, one for each.
    ///
    /// - Complexity: O(*n*) in the number of tokens, when first asked for.
    public var tags: [Tag] {
        state.withLock { state in
            state.tag(document, model)
            return state.tags.map { model.tagger.tags[Int($0)] }
        }
    }

    /// The tag of a token.
    public func tag(of token: Int) -> Tag {
        state.withLock { state in
            state.tag(document, model)
            return model.tagger.tags[Int(state.tags[token])]
        }
    }

    /// The names of people, organisations and places, in order and without overlap.
    ///
    /// - Complexity: O(*n*) in the number of tokens, when first asked for.
    public var names: [Name] {
        state.withLock { state in
            if let names = state.names { return names }
            state.tag(document, model)
            let names = state.findNames(document, model)
            state.names = names
            return names
        }
    }

    /// The grammatical relations of the tokens of a sentence, one for each.
    ///
    /// - Parameter sentence: The sentence, as an index into those of the document.
    /// - Returns: The relations, in the order of the tokens.
    /// - Complexity: O(*n*) in the number of its tokens, when first asked for.
    public func dependencies(in sentence: Int) -> [Dependency] {
        state.withLock { state in
            if let parsed = state.parses[sentence] { return parsed }
            state.tag(document, model)
            let parsed = state.parse(document.sentences[sentence].tokens, model)
            state.parses[sentence] = parsed
            return parsed
        }
    }

    private struct State: ~Copyable {
        var traits: [WordTraits] = []
        var tags: [UInt8] = []
        var names: [Name]?
        var parses: [Int: [Dependency]] = [:]
        var parserState = ParserState()

        mutating func tag(_ document: Document, _ model: LanguageModel) {
            guard traits.isEmpty, !document.tokens.isEmpty else { return }
            let bytes = document.bytes.span
            traits = document.tokens.map { WordTraits($0, in: bytes) }
            tags = [UInt8](repeating: 0, count: traits.count)
            for sentence in document.sentences {
                model.tagger.tag(traits, sentence.tokens, into: &tags)
            }
        }

        func findNames(_ document: Document, _ model: LanguageModel) -> [Name] {
            var memory = NameMemory()
            return traits.withUnsafeBufferPointer { traits in
                tags.withUnsafeBufferPointer { tags in
                    model.nameTagger.names(
                        traits,
                        tags: tags,
                        sentences: document.sentences.lazy.map(\.tokens),
                        in: &memory
                    )
                }
            }
        }

        mutating func parse(_ sentence: Range<Int>, _ model: LanguageModel) -> [Dependency] {
            model.parser.parse(traits, tags: tags, sentence, in: &parserState)
            return (0..<sentence.count).map { index in
                let (head, label) = parserState.arc(of: index)
                return Dependency(
                    head: head < sentence.count ? sentence.lowerBound + head : nil,
                    relation: model.parser.relations[Int(label)]
                )
            }
        }
    }
}

/// The grammatical relation of a token to its head.
public struct Dependency: Hashable, Sendable {
    /// The head, as an index into the tokens of the document; nil for the head of the sentence.
    public var head: Int?
    /// The relation.
    public var relation: Relation

    /// Makes a relation.
    public init(head: Int?, relation: Relation) {
        self.head = head
        self.relation = relation
    }
}

extension Parser {
    /// Parses a sentence of a document.
    package func parse(
        _ traits: [WordTraits],
        tags: [UInt8],
        _ sentence: Range<Int>,
        in state: inout ParserState
    ) {
        traits.withUnsafeBufferPointer { traits in
            tags.withUnsafeBufferPointer { tags in
                parse(
                    UnsafeBufferPointer(rebasing: traits[sentence]),
                    tags: UnsafeBufferPointer(rebasing: tags[sentence]),
                    in: &state
                )
            }
        }
    }
}

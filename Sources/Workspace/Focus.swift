public import Records

/// What a brief is about: a filter on findings by names, places and words.
///
/// A finding passes when any entry is in it, or when there is none. Entries are compared word by word
/// without regard to case; an entry that ends in `*` stands for all words that begin so.
public struct Focus: Hashable, Sendable {
    /// People and organisations: looked for among those who act, speak, decide and trade.
    public var names: [String]
    /// Countries and places: looked for among those who act, in their offices and in the quotes.
    public var places: [String]
    /// Words: looked for in all that is told and in the quotes.
    public var words: [String]

    /// Makes a focus; an empty one lets everything through.
    public init(names: [String] = [], places: [String] = [], words: [String] = []) {
        self.names = names
        self.places = places
        self.words = words
    }

    /// Whether everything passes.
    public var isEmpty: Bool { names.isEmpty && places.isEmpty && words.isEmpty }

    /// Whether a finding is what the brief is about.
    ///
    /// - Complexity: O(*n*) in the length of what the finding tells and quotes.
    public func admits(_ finding: Finding) -> Bool {
        if isEmpty { return true }
        let facts = [finding.fact] + finding.records.map(\.fact)
        let actors = facts.flatMap(\.actors).map(Self.parts)
        if names.contains(where: { Self.occurs($0, in: actors) }) { return true }
        guard !places.isEmpty || !words.isEmpty else { return false }
        let quotes = finding.records.flatMap(\.evidence).map { Self.parts(of: $0.quote) }
        let offices = facts.flatMap(\.offices).map(Self.parts)
        if places.contains(where: { Self.occurs($0, in: actors + offices + quotes) }) {
            return true
        }
        let told = facts.flatMap(\.matter).map(Self.parts)
        return words.contains { Self.occurs($0, in: actors + offices + told + quotes) }
    }

    /// The words of a text in lower case; whatever is neither letter nor digit parts them.
    private static func parts(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func occurs(_ entry: String, in texts: [[String]]) -> Bool {
        let sought = parts(of: entry)
        guard let last = sought.last else { return false }
        let isOpen = entry.hasSuffix("*")
        return texts.contains { text in
            guard text.count >= sought.count else { return false }
            return (0...text.count - sought.count).contains { start in
                let end = start + sought.count - 1
                return text[start..<end].elementsEqual(sought.dropLast())
                    && (isOpen ? text[end].hasPrefix(last) : text[end] == last)
            }
        }
    }
}

extension Fact {
    /// Who acts, speaks, decides or trades.
    fileprivate var actors: [String] {
        switch self {
        case .official(let official): [official.name] + official.aliases
        case .decision(let decision): decision.actors
        case .deal(let deal): deal.parties
        case .question(let question): [question.raisedBy].compactMap(\.self)
        case .statement(let statement):
            [statement.speaker, statement.addressee].compactMap(\.self)
        case .figure(let figure): [figure.saidBy].compactMap(\.self)
        }
    }

    /// The organisations and countries of offices.
    fileprivate var offices: [String] {
        guard case .official(let official) = self else { return [] }
        return official.roles.flatMap { [$0.organisation, $0.country].compactMap(\.self) }
            + [official.affiliation].compactMap(\.self)
    }

    /// What is told, in its own words.
    fileprivate var matter: [String] {
        switch self {
        case .official(let official): official.roles.map(\.title)
        case .decision(let decision): [decision.action]
        case .deal(let deal): [deal.item, deal.kind.rawValue].compactMap(\.self)
        case .question(let question): [question.about]
        case .statement(let statement): [statement.quote]
        case .figure(let figure): [figure.clause]
        }
    }
}

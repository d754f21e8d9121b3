public import Records

extension Consolidation {
    /// The officials who may be one person though their names are spelled differently.
    ///
    /// Two are proposed when they share a first name, or all but one word of a longer name in any order,
    /// when the rest is spelled nearly alike, and when they do not act for different states or bodies; and
    /// when one article spells a first name in two ways.
    ///
    /// - Parameter findings: The findings; only officials are looked at, and of them only what they say.
    /// - Returns: Each pair once, in the order of the findings.
    /// - Complexity: Near O(*n*) in the number of findings.
    public func proposals(among findings: [Finding]) -> [Proposal] {
        let people = findings.compactMap { Person($0, in: vocabulary) }
        var index: [String: [Int]] = [:]
        var seen: Set<[Int]> = []
        var proposals: [Proposal] = []
        for (current, person) in people.enumerated() {
            for key in person.keys {
                for other in index[key, default: []].suffix(Candidates.reach)
                where seen.insert([other, current]).inserted {
                    if let reason = person.reason(toBe: people[other]) {
                        proposals.append(
                            Proposal(first: people[other].id, second: person.id, reason: reason)
                        )
                    }
                }
                index[key, default: []].append(current)
            }
        }
        return proposals
    }
}

/// An official as far as it tells who it is.
private struct Person {
    var id: String
    var name: String
    var words: [String]
    var keys: [String]
    var affiliation: String?
    var articles: Set<String>

    init?(_ finding: Finding, in vocabulary: Vocabulary) {
        guard case .official(let official) = finding.fact else { return nil }
        let person = PersonName(official.name, in: vocabulary)
        id = finding.id
        name = official.name
        words = person.words
        keys = person.namesakes
        affiliation = official.affiliation.map(vocabulary.actor)
        articles = Set(finding.records.map(\.article))
        guard words.count > 1, words.allSatisfy({ !$0.isEmpty }) else { return nil }
    }

    /// Whether the first name begins the other one and the rest is the same: “Chris” and “Christopher”.
    private func isShort(for other: Person) -> Bool {
        guard let first = words.first, let theirs = other.words.first, first != theirs else {
            return false
        }
        return first.count >= PersonName.short && theirs.hasPrefix(first)
            && words.last == other.words.last
    }

    /// Whether one article spells a first name in two ways: then even another state or body is more likely a
    /// slip than another person.
    private func isNamedTwice(by other: Person) -> Bool {
        guard let first = words.first, let theirs = other.words.first,
            min(first.count, theirs.count) >= Self.telling,
            words.dropFirst() == other.words.dropFirst()
        else { return false }
        return !articles.isDisjoint(with: other.articles) && first.isSpelled(like: theirs)
    }

    /// The fewest letters of a first name that few others are spelled like; set by hand.
    private static let telling = 6

    func reason(toBe other: Person) -> String? {
        let like = "‘\(name)’ is spelled nearly like ‘\(other.name)’"
        if isNamedTwice(by: other) { return like }
        if let affiliation, let theirs = other.affiliation, affiliation != theirs { return nil }
        if isShort(for: other) { return "‘\(name)’ may be short for ‘\(other.name)’" }
        if other.isShort(for: self) { return "‘\(other.name)’ may be short for ‘\(name)’" }
        let rest = words.filter { !other.words.contains($0) }
        let theirs = other.words.filter { !words.contains($0) }
        let shared = words.count - rest.count
        guard shared > 0, rest.count == theirs.count, rest.count <= shared + 1 else { return nil }
        // Which word stands where differs by language: each must be like one of the other's.
        let isLike = rest.allSatisfy { word in
            theirs.contains { word.isSpelled(like: $0, letters: 2) }
        }
        let isInOrder = words.first == other.words.first
        guard isLike, isInOrder || shared > 1 else { return nil }
        return rest.isEmpty ? "the same words in another order" : like
    }
}

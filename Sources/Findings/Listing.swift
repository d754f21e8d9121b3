internal import Records

/// What a clause lists: “gallium, antimony and germanium”.
struct Listing: Hashable {
    /// The members as printed, without small words before them.
    private(set) var printed: [String] = []
    /// The telling words of each member, stemmed.
    private(set) var members: [Set<String>] = []

    /// The fewest members of a list, and the most words of a member.
    private static let fewest = 3, longest = 6

    /// Reads the first list of a clause: parts between commas, the last behind “and” or “or”; nil without one.
    init?(_ clause: String, in vocabulary: Vocabulary) {
        guard clause.utf8.contains(UInt8(ascii: ",")) else { return nil }
        let words = clause.split(separator: " ")
        for place in words.indices where words[place] == "and" || words[place] == "or" {
            (printed, members) = ([], [])
            for member in Self.parts(of: words, around: place, vocabulary) {
                add(member, vocabulary)
            }
            if members.count >= Self.fewest { return }
        }
        return nil
    }

    /// The words of the members around the “and” at a place, in their order.
    private static func parts(
        of words: [Substring],
        around place: Int,
        _ vocabulary: Vocabulary
    ) -> [ArraySlice<Substring>] {
        var parts: [ArraySlice<Substring>] = []
        var end = place
        while end > 0 {
            let start = words[..<(end - 1)].lastIndex { $0.last == "," }.map { $0 + 1 } ?? 0
            guard start > 0, end - start <= longest else { break }
            parts.insert(words[start..<end], at: 0)
            end = start
        }
        // Before the first comma the list begins behind the last small word, or with the clause.
        let first = words[..<end].lastIndex { vocabulary.isSmall($0) }.map { $0 + 1 } ?? 0
        parts.insert(words[first..<end], at: 0)
        // Behind “and” it ends with a mark, or before the first small word that follows another.
        let rest = words[(place + 1)...].prefix(longest).drop { vocabulary.isSmall($0) }
        var last = rest.prefix { !vocabulary.isSmall($0) }
        if let mark = last.firstIndex(where: { !($0.last?.isLetter ?? false) }) {
            last = last[...mark]
        }
        return parts + [last]
    }

    private mutating func add(_ member: ArraySlice<Substring>, _ vocabulary: Vocabulary) {
        let telling = member.drop { vocabulary.isSmall($0) }.joined(separator: " ")
        let words = telling.foldedWords.filter { vocabulary.roles[$0] != .function }
        guard !words.isEmpty else { return }
        printed.append(
            String(telling.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
        )
        members.append(Set(words.map(stem)))
    }
}

extension Listing {
    /// Whether a list is another one told differently: at least half of its members, and two, are in both.
    func isVersion(of other: Listing) -> Bool {
        let shared = min(count(in: other), other.count(in: self))
        return shared > 1 && 2 * shared >= min(members.count, other.members.count)
    }

    /// Whether two lists can both be true: they list other things, or one is a part of the other.
    func agrees(with other: Listing) -> Bool {
        !isVersion(of: other) || count(in: other) == members.count
            || other.count(in: self) == other.members.count
    }

    /// How many members are among another list’s.
    private func count(in other: Listing) -> Int {
        members.count { member in other.members.contains { !$0.isDisjoint(with: member) } }
    }
}

extension Vocabulary {
    /// Whether a printed word is a function word.
    fileprivate func isSmall(_ word: Substring) -> Bool {
        roles[word.lowercased()] == .function
    }
}

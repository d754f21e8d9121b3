internal import Records

/// Knows actors under the names that reports use: states, organisations, people and those they act for.
struct Actors {
    /// The share of their words from which two long names are one organisation, 0 to 1; set by hand.
    static let threshold = 0.74

    let vocabulary: Vocabulary
    /// Whom the officials of an article act for, by article.
    ///
    /// Only what an article itself tells counts: so what its records are never depends on others.
    private var affiliations: [String: [(name: PersonName, actor: String)]] = [:]

    /// Takes the officials among some records.
    init(_ records: [Record], in vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        for record in records {
            guard let official = record.fact.official, let affiliation = official.affiliation
            else { continue }
            affiliations[record.article, default: []].append(
                (PersonName(official.name, in: vocabulary), vocabulary.actor(affiliation))
            )
        }
    }

    /// An actor under all the names it goes by.
    struct Actor: Hashable {
        /// The plain name.
        var name: String
        /// The name and what stands for it: an acronym, the country that an official acts for.
        var keys: Set<String>
        /// What the words of a name of several words stand for.
        var words: Set<String>
    }

    /// Reads the actors of a record, each once, sorted by name; “the president” names nobody.
    func actors(_ names: [String], of record: Record) -> [Actor] {
        var seen: Set<String> = []
        let asides = record.evidence.prefix(1).flatMap { otherNames(in: $0.quote) }
        let telling = names.filter { !isCommon($0) }
        // Who is named says more than who is described: “six makers” beside a maker’s name.
        let named = telling.filter { $0.contains(where: \.isUppercase) }
        return (named.isEmpty ? telling : named)
            .map { actor($0, in: record.article, asides) }
            .filter { !$0.name.isEmpty && seen.insert($0.name).inserted }
            .sorted { $0.name < $1.name }
    }

    /// Whether a name is made of words that many go by: “the leaders”, “President”.
    private func isCommon(_ printed: String) -> Bool {
        let words = printed.foldedWords
        return vocabulary.actors[words.joined(separator: " ")] == nil
            && words.allSatisfy { word in
                vocabulary.roles[word] != nil || vocabulary.honorifics.contains(word)
                    || vocabulary.concepts[stem(word)] != nil
            }
    }

    /// The names of a sentence that have another one in brackets behind them, each with that one: “the Harbour
    /// Chamber of Tacna (Hacta)”.
    private func otherNames(in sentence: String) -> [(name: String, aside: String)] {
        guard sentence.utf8.contains(UInt8(ascii: "(")) else { return [] }
        let parts = sentence.split(separator: "(", omittingEmptySubsequences: false)
        return zip(parts, parts.dropFirst()).compactMap { before, behind in
            let aside = behind.prefix { $0 != ")" }
            guard aside.contains(where: \.isUppercase) else { return nil }
            var words: [Substring] = []
            for word in before.split(separator: " ").reversed() {
                let isSmall = vocabulary.roles[String(word)] == .function
                guard isSmall || word.first?.isUppercase == true else { break }
                words.insert(word, at: 0)
            }
            return (
                vocabulary.actor(
                    words.drop { $0.first?.isUppercase != true }.joined(separator: " ")
                ), vocabulary.actor(String(aside))
            )
        }
    }

    private func actor(
        _ printed: String,
        in article: String,
        _ asides: [(name: String, aside: String)]
    ) -> Actor {
        let name = vocabulary.actor(printed)
        let words = name.split(separator: " ").map(String.init)
        var keys = vocabulary.states(in: words).union([name])
        for other in asides where !other.name.isEmpty {
            if other.aside == name { keys.insert(other.name) }
            if other.name == name { keys.insert(other.aside) }
        }
        let telling = words.filter { vocabulary.roles[$0] != .function }
        if telling.count > 2 { keys.insert(String(telling.compactMap(\.first))) }
        let person = PersonName(printed, in: vocabulary)
        let offices = affiliations[article, default: []]
            .filter { $0.name.family == person.family && $0.name.canShareGiven(with: person) }
        if words.count < 4, Set(offices.map(\.actor)).count == 1 {
            keys.formUnion(offices.map(\.actor))
            keys.insert("person " + person.family)
        }
        return Actor(
            name: name,
            keys: keys,
            words: Set(telling.map { vocabulary.concept(stem($0), isVerb: false) })
        )
    }

    /// How the actors of two records agree.
    struct Agreement {
        /// How many of the first, and how many of the second, are among the other's.
        var matched: (Int, Int)
        /// How many of the first, and how many of the second, are not.
        var unmatched: (Int, Int)

        /// Whether one list holds the other.
        var isNested: Bool { unmatched.0 == 0 || unmatched.1 == 0 }
        /// Whether there is no common actor.
        var isDisjoint: Bool { matched.0 == 0 }
        /// Whether one list has more than twice the other: a party to a package is not the package.
        var isLopsided: Bool {
            let counts = (matched.0 + unmatched.0, matched.1 + unmatched.1)
            return max(counts.0, counts.1) > 2 * min(counts.0, counts.1)
        }
    }

    static func agreement(_ one: [Actor], _ two: [Actor]) -> Agreement {
        let first = one.count { actor in two.contains { isSame(actor, $0) } }
        let second = two.count { actor in one.contains { isSame(actor, $0) } }
        return Agreement(
            matched: (first, second),
            unmatched: (one.count - first, two.count - second)
        )
    }

    static func isSame(_ one: Actor, _ two: Actor) -> Bool {
        if one.name == two.name || !one.keys.isDisjoint(with: two.keys) { return true }
        guard one.words.count > 1, two.words.count > 1 else { return false }
        let shared = Double(one.words.intersection(two.words).count)
        return 2 * shared / Double(one.words.count + two.words.count) >= threshold
    }
}

extension Vocabulary {
    /// The states that a name may stand for, as keys: the name itself, and of an organ's name the state
    /// that it belongs to.
    ///
    /// What is no state gets keys too; they do no harm, since no other actor has them.
    fileprivate func states(in words: [String]) -> Set<String> {
        guard words.contains(where: { organs[$0] != nil }) else { return [state(words)] }
        var states: Set<String> = []
        for length in 1...3 where length < words.count {
            guard organs[words[length - 1]] == nil else { break }
            states.insert(state(words.prefix(length)))
        }
        if let of = words.lastIndex(of: "of"), of + 1 < words.count, let head = organs[words[0]] {
            let isOwner = head == .state ? of == 1 : words.firstIndex(of: "of") != of
            if isOwner { states.insert(state(words[(of + 1)...])) }
        }
        return states
    }

    /// A state under its name and its adjective: “South Korea” and “South Korean”.
    private func state(_ words: some Collection<String>) -> String {
        let name = words.filter { $0 != "the" }.joined(separator: " ")
        let known = (actors[name] ?? name).split(separator: " ").map(String.init)
        return "state " + (known.dropLast() + known.suffix(1).map(nation)).joined(separator: " ")
    }
}

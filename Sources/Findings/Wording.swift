/// What a clause tells, without how it is told: its content words, numbers and sense.
struct Wording: Hashable {
    /// The clause as printed.
    var clause: String
    /// The content words, stemmed, each once, sorted.
    var words: [String]
    /// What the content words and numbers stand for, with their weights.
    var terms: Terms
    /// The terms behind the head verb.
    var object: Terms
    /// The words that are written as names, without endings of nations.
    var names: Set<String>
    /// Those of the names that stand in brackets.
    var asides: Set<String>
    /// The group of the verb that the clause begins with, or its first content word.
    var verb: String
    /// The numbers, each with the word behind it; dates are none.
    var counts: [Count]
    /// The years.
    var years: Set<Int>
    /// Whether a word of the clause turns its sense.
    var isNegated: Bool

    /// All words as names are compared.
    var mentioned: Set<String>

    /// A number and what it counts.
    struct Count: Hashable {
        var number: Double
        /// The word behind the number, by what it stands for.
        var unit: String
        /// Both as the clause has them.
        var text: String

        static func == (one: Count, two: Count) -> Bool {
            one.number == two.number && one.unit == two.unit
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(number)
            hasher.combine(unit)
        }
    }

    /// How much a name says, beside 1 for another word; set by hand.
    private static let nameWeight = 1.25

    /// Reads a clause.
    init(_ clause: String, in vocabulary: Vocabulary) {
        self.clause = clause
        let tokens = clause.foldedWords
        let numbers = Numbers(tokens, in: vocabulary)
        (counts, years) = (numbers.counts, numbers.years)
        let content = Self.content(of: tokens, numbers, in: vocabulary)
        words = Set(content.map(\.stem)).sorted()
        let printed = clause.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init)
        names = Self.names(in: printed.dropFirst(), vocabulary)
        asides = Self.names(in: clause.asides, vocabulary)
        let head = content.firstIndex {
            vocabulary.verbs[$0.stem] != "light" && vocabulary.roles[$0.stem] != .light
        }
        let split = head.flatMap { vocabulary.splitVerb(content[$0], in: tokens) }
        verb =
            split?.group
            ?? head.map { vocabulary.verbs[content[$0].stem] ?? content[$0].stem } ?? ""
        let start = head.map { content[$0].place } ?? 0
        isNegated = tokens.prefix(start).contains { vocabulary.roles[$0] == .negation }
        mentioned = Set(words.map(vocabulary.name))
        terms = Terms()
        object = Terms()
        let actors = vocabulary.longActors(in: tokens)
        for (place, (word, token)) in content.enumerated() {
            // A name of several words says no more than one of a single word.
            if let actor = actors.first(where: { $0.places.contains(token) }) {
                terms.insert(actor.name, Self.nameWeight)
                if place > head ?? -1 { object.insert(actor.name, Self.nameWeight) }
                continue
            }
            if split?.places.contains(token) == true { continue }
            let isLight = vocabulary.roles[word] == .light || vocabulary.verbs[word] == "light"
            let term =
                place == head && split != nil
                ? verb : vocabulary.concept(word, isVerb: place == head)
            let isName = names.contains(vocabulary.name(word))
            let weight = isLight ? 0.5 : isName ? Self.nameWeight : 1
            let name = isName ? vocabulary.actorName(tokens[token], stem: word) : term
            terms.insert(name, weight)
            if place > head ?? -1 { object.insert(name, weight) }
        }
        for count in counts {
            terms.insert("#\(count.number)", count.weight)
            object.insert("#\(count.number)", count.weight)
        }
    }
}

extension Wording {
    /// The content words of a clause, as ``words`` has them, without a look at the rest.
    static func words(of clause: String, in vocabulary: Vocabulary) -> [String] {
        let tokens = clause.foldedWords
        let numbers = Numbers(tokens, in: vocabulary)
        return Set(content(of: tokens, numbers, in: vocabulary).map(\.stem)).sorted()
    }

    private static func names(
        in words: some Sequence<Substring>,
        _ vocabulary: Vocabulary
    ) -> Set<String> {
        Set(
            words.filter { $0.unicodeScalars.contains(where: \.isUppercase) }
                .flatMap { String($0).foldedWords }
                .filter { vocabulary.isName($0) }
                .map { vocabulary.name(stem($0)) }
        )
    }

    private static func content(
        of tokens: [String],
        _ numbers: Numbers,
        in vocabulary: Vocabulary
    ) -> [(stem: String, place: Int)] {
        tokens.enumerated().filter { index, token in
            switch vocabulary.roles[token] {
            case .function, .negation, .question, .calendar: false
            case .light, nil: !numbers.places.contains(index)
            }
        }.map { (stem: stem($0.element), place: $0.offset) }
    }

    /// Whether each clause names what the other does not.
    ///
    /// A name in brackets only says otherwise what stands before it: “lenacapavir (Yeztugo)”. Names of a list
    /// that the other tells differently are a conflict.
    func hasOtherNames(than other: Wording, in vocabulary: Vocabulary) -> Bool {
        var (own, theirs) = (names.subtracting(asides), other.names.subtracting(other.asides))
        own.subtract(other.mentioned)
        theirs.subtract(mentioned)
        guard !own.isEmpty, !theirs.isEmpty else { return false }
        guard let list = Listing(clause, in: vocabulary),
            let version = Listing(other.clause, in: vocabulary), list.isVersion(of: version)
        else { return true }
        own.subtract(list.members.joined().map(vocabulary.name))
        theirs.subtract(version.members.joined().map(vocabulary.name))
        return !own.isEmpty && !theirs.isEmpty
    }
}

extension Wording.Count {
    /// How much the number says: one digit is found everywhere, three seldom.
    fileprivate var weight: Double {
        let digits = "\(number)".filter(\.isNumber).prefix { $0 != "e" }
        let telling = String(digits.reversed().drop { $0 == "0" }).count
        return number < 10 && telling < 2 ? 0.75 : telling < 3 ? 1.25 : 2
    }
}

/// What words stand for, with how much each says.
///
/// Words are kept as numbers in order beside their spelling, since clauses are compared by the million.
struct Terms: Hashable {
    private(set) var weights: [String: Double] = [:]
    private(set) var weight = 0.0
    private var entries: [Entry] = []

    private struct Entry: Hashable {
        var number: Int
        var weight: Double
    }

    mutating func insert(_ term: String, _ weight: Double) {
        guard weights[term] == nil else { return }
        weights[term] = weight
        self.weight += weight
        let entry = Entry(number: term.number, weight: weight)
        entries.insert(entry, at: entries.firstIndex { $0.number > entry.number } ?? entries.count)
    }

    /// The terms as numbers, ascending.
    var numbers: [Int] { entries.map(\.number) }

    /// The terms that are no numbers.
    var withoutNumbers: Terms {
        var rest = Terms()
        for (term, weight) in weights where !term.hasPrefix("#") { rest.insert(term, weight) }
        return rest
    }

    /// The weight of what two clauses share.
    func shared(with other: Terms) -> Double {
        var (one, two, sum) = (0, 0, 0.0)
        while one < entries.count, two < other.entries.count {
            let (first, second) = (entries[one], other.entries[two])
            if first.number == second.number { sum += min(first.weight, second.weight) }
            if first.number <= second.number { one += 1 }
            if first.number >= second.number { two += 1 }
        }
        return sum
    }

    /// How much two clauses share, 0 to 1: Dice's coefficient of their weights.
    ///
    /// Weights do not depend on other reports, so that whether two reports are one never changes
    /// when a third comes in. Source: Dice, “Measures of the Amount of Ecologic Association Between
    /// Species”, 1945.
    func likeness(to other: Terms) -> Double {
        let whole = weight + other.weight
        return whole > 0 ? 2 * shared(with: other) / whole : 0
    }

    /// The share of the lighter clause that the heavier holds, 0 to 1.
    func containment(in other: Terms) -> Double {
        let lighter = min(weight, other.weight)
        return lighter > 0 ? shared(with: other) / lighter : 0
    }

    /// The terms that both have, sorted.
    func common(with other: Terms) -> [String] {
        weights.keys.filter { other.weights[$0] != nil }.sorted()
    }
}

extension Vocabulary {
    /// What a verb says together with words that stand further behind it, as “leave … in place”.
    ///
    /// - Parameters:
    ///   - verb: The stemmed verb and its place.
    ///   - words: The words of the clause.
    /// - Returns: The group and where the words behind the verb stand; nil where it stands for itself.
    fileprivate func splitVerb(
        _ verb: (stem: String, place: Int),
        in words: [String]
    ) -> (group: String, places: Range<Int>)? {
        guard let candidates = splitVerbs[verb.stem] else { return nil }
        for start in words.indices.dropFirst(verb.place + 1) {
            for (tail, group) in candidates where words[start...].starts(with: tail) {
                return (group, start..<(start + tail.count))
            }
        }
        return nil
    }

    /// What a stemmed word stands for.
    func concept(_ word: String, isVerb: Bool) -> String {
        if isVerb, let group = verbs[word] { return group }
        return concepts[word] ?? verbs[word] ?? word
    }

    /// A stemmed word as names are compared.
    func name(_ word: String) -> String { concepts[word] ?? nation(word) }

    /// Whether a word that is written large is a name, for all that is known of it.
    func isName(_ word: String) -> Bool {
        roles[word] == nil && !word.contains(where: \.isNumber)
            && !numbers.currencies.contains(word)
            && !honorifics.contains(word)
    }

    /// A name for an actor under all the forms it is printed in.
    func actor(_ name: String) -> String {
        var words = name.folded.filter { $0 != "." }.foldedWords
        if words.first == "the" { words.removeFirst() }
        let plain = words.joined(separator: " ")
        return actors[plain] ?? plain
    }

    /// A word that is written as a name as names are compared, one form for a state and its adjective.
    func actorName(_ word: String, stem root: String) -> String {
        guard let actor = actors[word] else { return name(root) }
        return actor.contains(" ") ? actor : name(stem(actor))
    }

    /// The actors whose names have several words, as “United States”, with the places of their words.
    func longActors(in words: [String]) -> [(places: Range<Int>, name: String)] {
        var found: [(places: Range<Int>, name: String)] = []
        var place = 0
        while place < words.count {
            let names = longActors[words[place]] ?? []
            let name = names.first { words[place...].starts(with: $0.words) }
            if let name { found.append((place..<(place + name.words.count), name.actor)) }
            place += name?.words.count ?? 1
        }
        return found
    }

    /// The actors of a record, each once, sorted.
    func actors(_ names: [String]) -> [String] {
        Set(names.map(actor)).subtracting([""]).sorted()
    }
}

internal import Foundation

/// What a clause tells, without how it is told: its stemmed content words, numbers and sense.
struct Wording: Hashable {
    /// The content words, stemmed, each once, sorted.
    var words: [String]
    /// The words that are written as names, stemmed.
    var names: Set<String>
    /// The group of the verb that the clause begins with.
    var verb: String
    /// The content words behind that verb, each once, sorted.
    var object: [String]
    /// The numbers, each with the word behind it.
    var counts: [Count]
    /// Whether a word of the clause turns its sense.
    var isNegated: Bool

    /// A number and what it counts.
    struct Count: Hashable {
        var number: String
        /// The word behind the number, stemmed.
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

    /// Reads a clause.
    init(_ clause: String, in vocabulary: Vocabulary) {
        let tokens = clause.foldedWords
        let content = tokens.filter {
            switch vocabulary.roles[$0] {
            case .function, .negation, .question: false
            case .light, nil: !$0.isNumber
            }
        }.map(stem)
        words = Set(content).sorted()
        let head = content.firstIndex {
            vocabulary.verbs[$0] != "light" && vocabulary.roles[$0] != .light
        }
        verb = head.map { vocabulary.verbs[content[$0]] ?? content[$0] } ?? ""
        object = Set(content.dropFirst(head.map { $0 + 1 } ?? 0)).sorted()
        names = Set(
            clause.split(separator: " ").dropFirst().filter { $0.contains(where: \.isUppercase) }
                .flatMap { String($0).foldedWords }.map(stem)
        )
        isNegated = tokens.contains { vocabulary.roles[$0] == .negation }
        counts = tokens.indices.compactMap { index in
            guard tokens[index].isNumber else { return nil }
            let next = tokens.dropFirst(index + 1).first ?? ""
            return Count(
                number: tokens[index],
                unit: stem(next),
                text: "\(tokens[index]) \(next)"
            )
        }
    }
}

extension Vocabulary {
    /// How much a word says: a half for light words, else one.
    func weight(_ word: String) -> Double { roles[word] == .light ? 0.5 : 1 }

    /// The words' weights, added up.
    func weight(_ words: some Sequence<String>) -> Double { words.reduce(0) { $0 + weight($1) } }

    /// How much two lists of words share, 0 to 1: Dice's coefficient of their weights.
    ///
    /// Weights do not depend on other reports, so that whether two reports are one never changes
    /// when a third comes in. Source: Dice, “Measures of the Amount of Ecologic Association Between
    /// Species”, 1945.
    func likeness(_ first: [String], _ second: [String]) -> Double {
        let whole = weight(first) + weight(second)
        guard whole > 0 else { return 0 }
        return 2 * weight(Set(first).intersection(second)) / whole
    }

    /// A name for an actor under all the forms it is printed in.
    func actor(_ name: String) -> String {
        var words = name.folded.filter { $0 != "." }.foldedWords
        if words.first == "the" { words.removeFirst() }
        let plain = words.joined(separator: " ")
        return actors[plain] ?? plain
    }

    /// The actors of a record, each once, sorted.
    func actors(_ names: [String]) -> [String] {
        Set(names.map(actor)).subtracting([""]).sorted()
    }
}

extension String {
    /// The string without case and accents.
    var folded: String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return lowercased() }
        let scalars = lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The words and numbers, folded; `’s` and thousands’ commas dropped, hyphens and apostrophes closed up.
    var foldedWords: [String] {
        var words: [String] = []
        var word = ""
        let scalars = Array(folded.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.unicodeScalars.append(scalar)
            } else if [",", "."].contains(scalar), word.isNumber, next.properties.numericType != nil
            {
                if scalar == "." { word.unicodeScalars.append(scalar) }
            } else if ["'", "’"].contains(scalar), next.properties.isAlphabetic, !word.isEmpty {
                word.append("'")
            } else if !word.isEmpty {
                words.append(word.withoutPossessive)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word.withoutPossessive) }
        return words
    }

    /// Whether the string begins with a digit.
    var isNumber: Bool { utf8.first.map { (0x30...0x39).contains($0) } ?? false }

    private var withoutPossessive: String {
        hasSuffix("'s") ? String(dropLast(2)) : filter { $0 != "'" }
    }
}

/// A word without the endings of number and tense, as far as spelling tells.
///
/// Both sides of every comparison go through it, so that a wrong stem does no harm as long as it is
/// the same for all forms of a word.
/// Source: step 1 of Porter, “An algorithm for suffix stripping”, 1980, without its measures.
func stem(_ word: String) -> String {
    var word = word
    guard word.utf8.count > 3, !word.isNumber else { return word }
    if word.hasSuffix("ies") {
        word = String(word.dropLast(3)) + "y"
    } else if word.hasSuffix("sses") {
        word = String(word.dropLast(2))
    } else if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") {
        word = String(word.dropLast())
    }
    for ending in ["ing", "ed"]
    where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 2 {
        word = String(word.dropLast(ending.utf8.count))
        if let last = word.last, word.dropLast().last == last, !"lsz".contains(last) {
            word.removeLast()
        }
        break
    }
    if word.hasSuffix("e"), word.utf8.count > 3 { word.removeLast() }
    return word
}

/// A person's name in the parts that tell whether two names can be one person's.
struct PersonName: Hashable {
    /// The family name, folded: the last word that is no suffix.
    var family: String
    /// The words before it that are neither honorifics nor single letters after the first, folded.
    var given: [String]
    /// The number of words of the name as printed, honorifics left out: fuller names have more.
    var fullness: Int

    /// Takes a name apart.
    init(_ name: String, in vocabulary: Vocabulary) {
        var words = name.foldedWords
        while words.count > 1, vocabulary.honorifics.contains(words[0]) { words.removeFirst() }
        fullness = words.count
        while words.count > 1, let last = words.last, vocabulary.suffixes.contains(last) {
            words.removeLast()
        }
        family = words.popLast() ?? ""
        given = words.enumerated().filter { $0.offset == 0 || $0.element.count > 1 }.map(\.element)
    }

    /// The family name and the first letter of the given name; the family name alone without one.
    var key: [String] { [family] + (given.first?.first.map { [String($0)] } ?? []) }

    /// The words that tell who it is, the family name last.
    var words: [String] { given + [family] }

    /// The fewest letters of a first name that another first name begins with; set by hand.
    static let short = 4

    /// What namesakes under another spelling share: the first name and how the last begins, how the first
    /// begins and the last name, or any two words.
    var namesakes: [String] {
        var keys: Set<String> = []
        if let first = given.first {
            keys.insert("\(first) \(family.prefix(1))…")
            if first.count >= Self.short { keys.insert("\(first.prefix(Self.short))… \(family)") }
        }
        for one in words.indices where words.count > 2 {
            for two in words[(one + 1)...] {
                keys.insert([words[one], two].sorted().joined(separator: " "))
            }
        }
        return keys.sorted()
    }

    /// Whether two first names can be one: the same, or one the other's first letter.
    func canShareGiven(with other: PersonName) -> Bool {
        guard let one = given.first, let two = other.given.first else { return true }
        return one == two || (one.count == 1 && two.hasPrefix(one))
            || (two.count == 1 && one.hasPrefix(two))
    }
}

extension String {
    /// Whether two words can be one word in two spellings: they begin alike, and one letter is another, or
    /// two of a long word.
    ///
    /// - Parameters:
    ///   - other: The other word.
    ///   - letters: How many letters may differ; nil for as many as the length allows.
    /// - Returns: Whether they can be one word; words of less than four letters only when equal.
    func isSpelled(like other: String, letters: Int? = nil) -> Bool {
        if self == other { return true }
        let (one, two) = (Array(unicodeScalars), Array(other.unicodeScalars))
        guard min(one.count, two.count) >= 4, abs(one.count - two.count) <= 2, one[0] == two[0]
        else { return false }
        return one.distance(to: two) <= letters ?? (min(one.count, two.count) >= 6 ? 2 : 1)
    }
}

extension [Unicode.Scalar] {
    /// How many letters must be put in, left out or replaced to make one word of the other.
    ///
    /// Source: Wagner and Fischer, “The String-to-String Correction Problem”, 1974.
    fileprivate func distance(to other: Self) -> Int {
        var row = Array<Int>(0...other.count)
        for (i, letter) in enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, match) in other.enumerated() {
                let change = diagonal + (letter == match ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = Swift.min(change, row[j] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}

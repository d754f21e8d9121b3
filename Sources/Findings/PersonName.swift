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

    /// Whether two first names can be one: the same, or one the other's first letter.
    func canShareGiven(with other: PersonName) -> Bool {
        guard let one = given.first, let two = other.given.first else { return true }
        return one == two || (one.count == 1 && two.hasPrefix(one))
            || (two.count == 1 && one.hasPrefix(two))
    }
}

internal import Records

/// A government office as far as its title tells: which one it is, and what it is for.
struct Office: Hashable {
    /// What a word of a title is.
    enum Role: String, CaseIterable { case head, portfolio, rank, held }

    /// The office itself, by its group.
    var head: String
    /// The other words of the title, stemmed, by what they stand for.
    var portfolio: Set<String>

    /// Reads the words of a title without country and function words; nil for no single office of state.
    init?(_ words: [String], in vocabulary: Vocabulary) {
        var heads: Set<String> = []
        var portfolio: Set<String> = []
        for word in words {
            guard let known = vocabulary.offices[word] else {
                portfolio.insert(stem(word))
                continue
            }
            switch known.role {
            case .head: heads.insert(known.group)
            case .portfolio: portfolio.insert(known.group)
            case .rank, .held: return nil
            }
        }
        // “Prime minister” has two heads; the first among ministers is none of them.
        if heads.contains("premier") { heads.remove("minister") }
        guard heads.count == 1, let head = heads.first else { return nil }
        (self.head, self.portfolio) = (head, portfolio)
    }

    /// Whether nobody holds both at once.
    ///
    /// A minister without a portfolio may be any of them, and one person may have several portfolios of
    /// which reports name one: these exclude nothing.
    func excludes(_ other: Office) -> Bool {
        guard head != other.head else {
            return head == Self.minister && !portfolio.isEmpty && !other.portfolio.isEmpty
                && !portfolio.contains { word in
                    other.portfolio.contains { $0.hasPrefix(word.prefix(Self.root)) }
                }
        }
        return !isBareMinister && !other.isBareMinister
    }

    private static let minister = "minister"
    /// How many letters two words of one root have in common, as “defence” and “defensive”; set by hand.
    private static let root = 5

    private var isBareMinister: Bool { head == Self.minister && portfolio.isEmpty }
}

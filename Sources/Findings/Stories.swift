internal import Records

/// Knows which articles tell the same story: they name the same people, places and figures at the
/// same time.
///
/// A class, since it reads the names of an article when they are first asked for and then keeps them:
/// most articles are never asked about.
final class Stories {
    /// The share of the shorter list of names that two articles of one story have in common, 0 to 1.
    ///
    /// Measured on forty-three articles about fifteen events: with ``chance`` it holds of six in seven
    /// pairs that tell one event and of none that tell two.
    static let threshold = 0.25
    /// The same share where one of them has no date.
    static let undatedThreshold = 0.35
    /// The names that two articles have in common by chance, counted on top of the share.
    static let chance = 2.0
    /// The fewest names that two articles of one story share, days and titles aside; set by hand, since short
    /// articles of other stories have outlet and country in common.
    static let fewest = 5
    /// How many days may lie between two articles of one story.
    static let span = 21

    private let vocabulary: Vocabulary
    private let texts: [String: String]
    private let days: [String: Day]
    private var known: [String: Names] = [:]

    /// Takes the articles; of those that come without their text, the sentences of their reports.
    ///
    /// An article without a date has the day of the first one of its origin.
    init(
        _ reports: [Report],
        articles: [Article],
        origins: [Origin],
        in vocabulary: Vocabulary
    ) {
        self.vocabulary = vocabulary
        var texts = Dictionary(
            articles.filter { !$0.text.isEmpty }.map { ($0.id, $0.text) },
            uniquingKeysWith: { one, _ in one }
        )
        let missing = reports.map(\.record).filter { texts[$0.article] == nil }
        for (article, records) in Dictionary(grouping: missing, by: \.article) {
            texts[article] = records.flatMap { $0.evidence.map(\.quote) }.joined(separator: "\n")
        }
        self.texts = texts
        var days: [String: Day] = [:]
        for article in articles { days[article.id] = article.published?.date.first }
        for origin in origins where origin.articles.count > 1 {
            let first = origin.articles.compactMap { days[$0] }.min()
            for article in origin.articles where days[article] == nil { days[article] = first }
        }
        self.days = days
    }

    /// Whether two articles tell the same story.
    func isSame(_ one: String, _ two: String) -> Bool {
        var threshold = Self.undatedThreshold
        if let first = days[one], let second = days[two] {
            threshold = Self.threshold
            if abs(first.number - second.number) > Self.span { return false }
        }
        return shareNames(one, two, atLeast: threshold)
    }

    /// Whether two articles name the same people, places and figures, at the same time or not.
    ///
    /// - Parameters:
    ///   - one: An article's id.
    ///   - two: Another article's.
    ///   - threshold: The share of the shorter list of names that they have in common, 0 to 1.
    /// - Returns: Whether they have so many, and beside days and titles enough to be no chance.
    func shareNames(_ one: String, _ two: String, atLeast threshold: Double = threshold) -> Bool {
        let (first, second) = (names(in: one), names(in: two))
        let shared = Double(first.all.shared(with: second.all))
        let fewer = Double(min(first.all.count, second.all.count))
        return shared >= Self.chance + threshold * fewer
            && first.telling.shared(with: second.telling) >= Self.fewest
    }

    /// The names and figures of an article as numbers, each once, ascending: articles are compared often.
    private struct Names {
        var all: [Int] = []
        /// Without days, months, years, titles, and words that are large since they begin a sentence.
        var telling: [Int] = []
    }

    private func names(in article: String) -> Names {
        if let names = known[article] { return names }
        var all: Set<String> = []
        var telling: Set<String> = []
        for line in (texts[article] ?? "").utf8.split(separator: UInt8(ascii: "\n")) {
            add(Substring(line), to: &all, &telling)
        }
        let names = Names(all: all.map(\.number).sorted(), telling: telling.map(\.number).sorted())
        known[article] = names
        return names
    }

    /// Adds the words of a line that are written as names or are figures of two digits and more.
    private func add(_ line: Substring, to all: inout Set<String>, _ telling: inout Set<String>) {
        let words = line.unicodeScalars.split {
            !($0.isLetter || $0.isDigit || $0.isMark || $0 == "." || $0 == ",")
        }
        for (place, word) in words.enumerated() {
            guard let first = word.first,
                first.isDigit ? word.count > 1 : place > 0 && first.isUppercase
            else { continue }
            for word in String(word).foldedWords {
                let name = word.isNumber ? word : nation(stem(word))
                all.insert(name)
                if vocabulary.tellsStories(word) { telling.insert(name) }
            }
        }
    }
}

extension Vocabulary {
    /// Whether a word or figure tells one story from another.
    fileprivate func tellsStories(_ word: String) -> Bool {
        if word.isNumber { return Int(word).map { !(1900..<2100).contains($0) } ?? true }
        return roles[word] == nil && !honorifics.contains(word)
    }
}

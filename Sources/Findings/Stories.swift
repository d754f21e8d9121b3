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
    /// The fewest names that two articles of one story share.
    static let fewest = 4
    /// How many days may lie between two articles of one story.
    static let span = 21

    private let texts: [String: String]
    private let days: [String: Day]
    private var known: [String: Set<String>] = [:]

    /// Takes the articles; of those that come without their text, the sentences of their reports.
    ///
    /// An article without a date has the day of the first one of its origin.
    init(_ reports: [Report], articles: [Article], origins: [Origin]) {
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
        let (first, second) = (names(in: one), names(in: two))
        let shared = first.intersection(second).count
        let fewer = Double(min(first.count, second.count))
        return shared >= Self.fewest && Double(shared) >= Self.chance + threshold * fewer
    }

    private func names(in article: String) -> Set<String> {
        if let names = known[article] { return names }
        let names = Set((texts[article] ?? "").split(separator: "\n").flatMap(Self.names))
        known[article] = names
        return names
    }

    /// The words of a line that are written as names or are figures of two digits and more.
    private static func names(in line: Substring) -> [String] {
        line.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == ",") }
            .enumerated()
            .filter { place, word in
                guard let first = word.first else { return false }
                return first.isNumber ? word.count > 1 : place > 0 && first.isUppercase
            }
            .flatMap { String($0.element).foldedWords }
            .map { $0.isNumber ? $0 : nation(stem($0)) }
    }
}

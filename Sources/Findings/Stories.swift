internal import Records

/// Knows which articles tell the same story: they name the same people, places and figures at the
/// same time.
///
/// A class, since it reads the names of an article when they are first asked for and then keeps them:
/// most articles are never asked about.
final class Stories {
    /// The share of the shorter list of names that two articles of one story have in common, 0 to 1.
    ///
    /// Measured on the 383 articles about 69 events of Giveme5W1H (github.com/fhamborg/Giveme5W1H) with
    /// ``chance`` and ``perWholeName``: of the pairs that it holds of 88 in 100 tell one event, most others
    /// events that belong together, and it holds of 59 in 100 pairs that tell one.
    static let threshold = 0.26
    /// The same share where one of them has no date.
    static let undatedThreshold = 0.36
    /// The names that two articles have in common by chance, counted on top of the share.
    static let chance = 2.0
    /// How many names more a whole name counts for that two articles have in common, as “Norfolk Southern”,
    /// since such names are seldom common by chance; measured with ``threshold``.
    static let perWholeName = 2
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
    /// An article without a date, or with one that is a guess, has the day of the first one of its origin.
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
        for article in articles where article.published?.source != .page {
            days[article.id] = article.published?.date.first
        }
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
        let words = first.all.shared(with: second.all)
        let whole = first.whole.shared(with: second.whole)
        let shared = Double(words + Self.perWholeName * whole)
        let fewer = Double(min(first.all.count, second.all.count))
        return shared >= Self.chance + threshold * fewer
            && first.telling.shared(with: second.telling) >= Self.fewest
    }

    /// Whether an article gives the figures of some words, as “70” of “$70 a share”; one digit says too little.
    func gives(_ words: String, _ article: String) -> Bool {
        let digits = words.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "," || $0 == "." }
        guard digits.count > 1, let number = String(digits).foldedWords.first else { return false }
        return names(in: article).all.contains(number.number)
    }

    /// The names and figures of an article as numbers, each once, ascending: articles are compared often.
    private struct Names {
        var all: [Int]
        /// Without days, months, years, titles, and words that are large since they begin a sentence.
        var telling: [Int]
        /// The pairs of telling names that follow each other, those of states aside.
        var whole: [Int]

        init(_ reading: Reading) {
            all = reading.all.map(\.number).sorted()
            telling = reading.telling.map(\.number).sorted()
            whole = reading.whole.map(\.number).sorted()
        }
    }

    /// The same as words, while an article is read.
    private struct Reading {
        var all: Set<String> = []
        var telling: Set<String> = []
        var whole: Set<String> = []
    }

    private func names(in article: String) -> Names {
        if let names = known[article] { return names }
        var reading = Reading()
        for line in (texts[article] ?? "").utf8.split(separator: UInt8(ascii: "\n")) {
            add(Substring(line), to: &reading)
        }
        let names = Names(reading)
        known[article] = names
        return names
    }

    /// Adds the words of a line that are written as names or are figures of two digits and more.
    private func add(_ line: Substring, to reading: inout Reading) {
        let words = line.unicodeScalars.split {
            !($0.isLetter || $0.isDigit || $0.isMark || $0 == "." || $0 == ",")
        }
        var before: (word: String, name: String)?
        for (place, word) in words.enumerated() {
            guard let first = word.first,
                first.isDigit ? word.count > 1 : place > 0 && first.isUppercase
            else {
                before = nil
                continue
            }
            for word in String(word).foldedWords {
                let name = word.isNumber ? word : nation(stem(word))
                if vocabulary.roles[word] != .function { reading.all.insert(name) }
                let isTelling = vocabulary.tellsStories(word)
                if isTelling { reading.telling.insert(name) }
                if isTelling, let before, !vocabulary.isActor(before.word, word) {
                    reading.whole.insert("\(before.name) \(name)")
                }
                before = isTelling && !word.isNumber ? (word, name) : nil
            }
            if let last = word.last, last == "," || last == "." { before = nil }
        }
    }
}

extension Vocabulary {
    /// Whether two words begin the name of an actor whom many stories name, as “United States”.
    fileprivate func isActor(_ first: String, _ second: String) -> Bool {
        longActors[first]?.contains { $0.words[1] == second } ?? false
    }

    /// Whether a word or figure tells one story from another.
    fileprivate func tellsStories(_ word: String) -> Bool {
        if word.isNumber { return Int(word).map { !(1900..<2100).contains($0) } ?? true }
        return roles[word] == nil && !honorifics.contains(word)
    }
}

internal import Records

/// Finds articles that retell one text: translations and rewritings that keep its order.
///
/// Who reports apart on one event names the same people, places and figures, but not in the same order and
/// not with the same words in a row. Both are asked for.
struct Retellings {
    /// What two articles must share.
    struct Thresholds {
        /// The share of the shorter list of names and figures that stands in the same order in the other.
        var order: Double
        /// The share of the shorter text's runs of three words that the other has.
        var runs: Double
    }

    /// Of any two articles.
    ///
    /// Measured on twenty-three articles about eight events: retellings 0.43 and 0.19
    /// and more, articles written apart 0.35 and 0.08 at most.
    static let apart = Thresholds(order: 0.4, runs: 0.12)
    /// Of two articles that credit the same agency.
    static let credited = Thresholds(order: 0.3, runs: 0.08)
    /// The fewest names and figures of an article that can be told to be a retelling.
    static let fewest = 20
    /// How many names and figures of an article are looked at, at most: those of its beginning.
    static let most = 400

    /// Two articles that retell one text, by index, and the agency that both credit.
    struct Pair: Hashable {
        var one: Int
        var two: Int
        var agency: String?
    }

    /// The pairs.
    let pairs: [Pair]

    /// Compares articles.
    init(_ articles: [Article]) {
        let names = articles.mappedOnAllCores { Self.names(in: $0.text) }
        var near: [(one: Int, two: Int)] = []
        Candidates.visit(names.mappedOnAllCores(Self.neighbours)) { one, two in
            guard min(names[one].count, names[two].count) >= Self.fewest else { return }
            near.append((one, two))
        }
        // Of those that come near to another one only.
        let isNear = Set(near.flatMap { [$0.one, $0.two] })
        let runs = articles.indices.map { isNear.contains($0) ? articles[$0].text : "" }
            .mappedOnAllCores { Shingles($0, width: 3) }
        let batches = stride(from: 0, to: near.count, by: 256).map { near[$0...].prefix(256) }
        pairs = batches.mappedOnAllCores(sharing: 1) { batch in
            batch.compactMap { one, two in
                let agency =
                    articles[one].agency == articles[two].agency ? articles[one].agency : nil
                let thresholds = agency == nil ? Self.apart : Self.credited
                guard runs[one].containment(in: runs[two]) >= thresholds.runs else { return nil }
                let shorter = min(names[one].count, names[two].count)
                let order = Double(Self.common(names[one], names[two])) / Double(shorter)
                return order >= thresholds.order ? Pair(one: one, two: two, agency: agency) : nil
            }
        }.flatMap(\.self)
    }

    /// The pairs of names that follow each other in a text, as numbers, each once, ascending.
    static func neighbours(in text: String) -> [Int] { neighbours(names(in: text)) }

    @Sendable private static func neighbours(_ names: [String]) -> [Int] {
        Set(zip(names, names.dropFirst()).map { "\($0) \($1)".number }).sorted()
    }

    /// The words of a text that are written as names within a sentence, and its figures, in order.
    private static func names(in text: String) -> [String] {
        var names: [String] = []
        var isWithin = false
        for word in text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            let scalars = Substring(word).unicodeScalars
            let first = scalars.first { $0.isLetter || $0.isDigit }
            if let first, first.isDigit || (isWithin && first.isUppercase) {
                names += String(Substring(word)).foldedWords
                if names.count >= most { break }
            }
            isWithin = scalars.last.map { !endings.contains($0) } ?? false
        }
        return Array(names.prefix(most))
    }

    /// What ends a sentence or opens another: the word behind it has a capital anyway.
    private static let endings: Set<Unicode.Scalar> = [".", "!", "?", ":", "”", "\""]

    /// The length of the longest list that stands in both, in order.
    ///
    /// Source: Wagner and Fischer, “The String-to-String Correction Problem”, 1974.
    private static func common(_ one: [String], _ two: [String]) -> Int {
        var row = [Int](repeating: 0, count: two.count + 1)
        for word in one {
            var diagonal = 0
            for (place, other) in two.enumerated() {
                let above = row[place + 1]
                row[place + 1] = word == other ? diagonal + 1 : max(above, row[place])
                diagonal = above
            }
        }
        return row[two.count]
    }
}

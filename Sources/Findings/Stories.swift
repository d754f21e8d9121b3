internal import Records

/// Knows which articles tell the same story: they name the same people, places and figures at the
/// same time.
///
/// It is read from the sentences of the records alone, so that findings can be made without the texts.
struct Stories {
    /// The share of the shorter list of names from which two articles tell one story, 0 to 1.
    static let threshold = 0.3
    /// The same share where one of them has no date.
    static let undatedThreshold = 0.55
    /// The fewest names that two articles of one story share.
    static let fewest = 4
    /// How many days may lie between two articles of one story.
    static let span = 21

    private var names: [String: Set<String>] = [:]
    private var days: [String: Day] = [:]

    init(_ reports: [Report]) {
        for report in reports {
            names[report.record.article, default: []]
                .formUnion(report.record.evidence.flatMap { Self.names(in: $0.quote) })
            days[report.record.article] = report.published
        }
    }

    /// The words of a sentence that are written as names or are figures of two digits and more.
    private static func names(in sentence: String) -> [String] {
        sentence.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == ",") }
            .enumerated()
            .filter { place, word in
                guard let first = word.first else { return false }
                return first.isNumber ? word.count > 1 : place > 0 && first.isUppercase
            }
            .flatMap { String($0.element).foldedWords }
            .map { $0.isNumber ? $0 : nation(stem($0)) }
    }

    /// Whether two articles tell the same story.
    func isSame(_ one: String, _ two: String) -> Bool {
        var threshold = Self.undatedThreshold
        if let first = days[one], let second = days[two] {
            threshold = Self.threshold
            if abs(first.number - second.number) > Self.span { return false }
        }
        guard let first = names[one], let second = names[two] else { return false }
        let shared = first.intersection(second).count
        return shared >= Self.fewest
            && Double(shared) >= threshold * Double(min(first.count, second.count))
    }
}

internal import Records

/// A record with the date of its article.
struct Report: Hashable {
    /// The record.
    var record: Record
    /// The first day that the article's date covers.
    var published: Day?

    /// The order of reports: by the article's date, undated last, then by place.
    static func inOrder(_ first: Report, _ second: Report) -> Bool {
        let (one, two) = (first.published?.number ?? .max, second.published?.number ?? .max)
        if one != two { return one < two }
        if first.record.article != second.record.article {
            return first.record.article < second.record.article
        }
        let places = [first, second].map { $0.record.evidence.first?.start ?? 0 }
        return (places[0], first.record.id) < (places[1], second.record.id)
    }
}

/// What the reports of one thing come to.
struct Account {
    /// What makes the thing itself, for its id.
    var key: [String]
    /// The fullest account.
    var fact: Fact
    /// What the reports do not agree on.
    var conflicts: [Conflict] = []
    /// What the thing went through.
    var history: [Moment] = []
}

/// What reports of all types tell about each other's actors and stories.
struct Context {
    let actors: Actors
    let stories: Stories
    /// The pairs to compare; nil to look for them.
    let pairs: [Tie]?
    /// Where to write which reports matter to each other.
    let ties: Ties
    /// Where to write why reports were joined or kept apart; nil to leave it.
    let log: Log?
}

/// Knows when two reports of one type tell the same, and what they come to together.
///
/// Three requirements: the first finds what the second compares, and the third rests on what the second
/// calls the same.
protocol Matcher: Sendable {
    /// What a record is looked up by, each number once; none for a record of another type.
    ///
    /// It depends on nothing but the record.
    func keys(of record: Record) -> [Int]

    /// The reports in groups that tell the same; each report in one group, or in none if it is of
    /// another type. The order within a group is the order of the reports.
    func groups(of reports: [Report], in context: Context) -> [[Report]]

    /// What a group comes to; nil for a group of another type.
    func account(of group: [Report]) -> Account?
}

/// The first sentence of a report, for a closer look: read when it is first asked for, since most pairs are
/// told apart without it.
final class Sentence {
    private let quote: String
    private let vocabulary: Vocabulary

    init(of report: Report, in vocabulary: Vocabulary) {
        quote = report.record.evidence.first?.quote ?? ""
        self.vocabulary = vocabulary
    }

    /// What the sentence says.
    private(set) lazy var terms = Wording(quote, in: vocabulary).terms
    /// What it says, numbers aside.
    private(set) lazy var withoutNumbers = terms.withoutNumbers
}

extension Terms {
    /// How much it speaks for a pair that their sentences share words, 0 to 0.3.
    ///
    /// Two sentences on one subject share a fifth of their words without telling the same.
    func support(from other: Terms) -> Double {
        min(Self.mostSupport, 0.5 * max(0, likeness(to: other) - 0.2))
    }

    /// The most that a sentence can speak for a pair.
    static let mostSupport = 0.3

    /// How alike a clause is to another that may tell the same in fewer words, 0 to 1.
    func closeness(to other: Terms) -> Double {
        let shared = shared(with: other)
        let lighter = min(weight, other.weight)
        guard lighter > 0 else { return 0 }
        let likeness = 2 * shared / (weight + other.weight)
        return lighter >= 2.5 ? max(likeness, 0.72 * shared / lighter) : likeness
    }
}

extension Sequence {
    /// The elements that are not nil under a key, with how often they occur, most often first; ties in order.
    func tally<Value: Hashable>(_ value: (Element) -> Value?) -> [(value: Value, count: Int)] {
        var counts: [Value: Int] = [:]
        var order: [Value] = []
        for element in self {
            guard let value = value(element) else { continue }
            if counts.updateValue((counts[value] ?? 0) + 1, forKey: value) == nil {
                order.append(value)
            }
        }
        return order.enumerated()
            .map { (value: $0.element, count: counts[$0.element] ?? 0, place: $0.offset) }
            .sorted { (-$0.count, $0.place) < (-$1.count, $1.place) }
            .map { (value: $0.value, count: $0.count) }
    }
}

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
}

/// Knows when two reports of one type tell the same, and what they come to together.
///
/// Two requirements, since the second rests on what the first calls the same.
protocol Matcher: Sendable {
    /// The reports in groups that tell the same; each report in one group, or in none if it is of
    /// another type. The order within a group is the order of the reports.
    func groups(of reports: [Report]) -> [[Report]]

    /// What a group comes to; nil for a group of another type.
    func account(of group: [Report]) -> Account?
}

extension Vocabulary {
    /// Whether two lists of actors can be those of one thing: one holds the other, and at most twice as many.
    ///
    /// A party to a package of many is not the package.
    func agree(_ one: [String], _ two: [String]) -> Bool {
        let (first, second) = (Set(one), Set(two))
        return 2 * min(first.count, second.count) >= max(first.count, second.count)
            && (first.isSubset(of: second) || second.isSubset(of: first))
    }

    /// Groups things that have the same key or are the same by a closer look.
    ///
    /// - Parameters:
    ///   - keys: What makes each thing; equal keys are always the same.
    ///   - entry: What to compare of a thing, by its index.
    ///   - overlap: The share of words below which no closer look is worth while.
    ///   - isSame: The closer look.
    /// - Returns: The groups, each ascending, in the order of their first members.
    func groups(
        keys: [[String]],
        entry: (Int) -> Candidates.Entry,
        overlap: Double,
        isSame: (Int, Int) -> Bool
    ) -> [[Int]] {
        var sets = DisjointSets(count: keys.count)
        var firsts: [[String]: Int] = [:]
        var distinct: [Int] = []
        for (index, key) in keys.enumerated() {
            if let first = firsts[key] {
                sets.join(first, index)
            } else {
                firsts[key] = index
                distinct.append(index)
            }
        }
        Candidates(vocabulary: self, overlap: overlap).visit(distinct.map(entry)) { one, two in
            let (one, two) = (distinct[one], distinct[two])
            if sets.root(of: one) != sets.root(of: two), isSame(one, two) { sets.join(one, two) }
        }
        return sets.groups()
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

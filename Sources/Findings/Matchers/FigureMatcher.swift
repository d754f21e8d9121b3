internal import Foundation
internal import Records

/// Figures are one when articles of one story count the same thing.
///
/// Numbers that exclude each other are a conflict; numbers too far apart count two things, but for those
/// who died or fled, of whom reports differ widely.
struct FigureMatcher: Matcher {
    /// The likeness from which two figures are one, only ever within one story; measured on annotated
    /// events.
    static let thresholds = Pairing.Thresholds(sure: 2, likely: 0.5, repeated: 0.95)
    /// How many times a number may be another for the same thing, and for one toll; set by hand.
    ///
    /// Miles, dollars and people may be of anything: they have to be ``near``.
    static let reach = 2.0, tollReach = 10.0
    /// The distance up to which two numbers speak for one thing; set by hand.
    static let near = 1.25, nearer = 1.1
    /// How many days may lie between reports that give other numbers for one thing: later it has changed.
    static let span = 7
    /// The number below which anything may be counted, so that another one has to stand in a clause that is
    /// alike; set by hand.
    static let small: Decimal = 10, alike = 0.5
    /// What a sentence adds that holds all words of the other; clauses seldom say what money is for.
    static let perSentence = 0.2

    let vocabulary: Vocabulary

    /// What is counted, and what befalls it.
    func keys(of record: Record) -> [Int] {
        guard let figure = record.fact.figure else { return [] }
        return keys(of: figure, Counted(figure, in: vocabulary))
    }

    private func keys(of figure: Figure, _ counted: Counted) -> [Int] {
        let unit = figure.kind.rawValue + " " + (figure.currency ?? "")
        return Set(
            counted.nouns.map { "\(unit) \($0)".number }
                + counted.topics.map { "toll \($0)".number }
        ).sorted()
    }

    func groups(of reports: [Report], in context: Context) -> [[Report]] {
        let reports = reports.filter { $0.record.fact.kind == .figure }
        let told = reports.compactMap(telling)
        let pairing = Pairing(thresholds: Self.thresholds, context: context)
        let groups = pairing.groups(
            of: reports,
            telling: told,
            keys: told.map { keys(of: $0.figure, $0.counted) },
            terms: told.map(\.wording.terms),
            compare: { compare($0, $1, context.stories) }
        )
        return groups.map { $0.map { reports[$0] } }
    }

    func account(of group: [Report]) -> Account? {
        guard let first = group.first, let earliest = first.record.fact.figure else { return nil }
        let figures = group.compactMap(\.record.fact.figure)
        let most = figures.tally(\.number).first?.value
        let told = group.count > 1 ? group.compactMap(telling) : []
        let conflict = zip(group, told).map { ($0, $1) }.conflict(
            in: "number",
            agrees: { agrees($0, $1) },
            words: \.figure.words
        )
        return Account(
            key: [earliest.kind.rawValue, earliest.of.folded, "\(earliest.number)"],
            fact: .figure(figures.first { $0.number == most } ?? earliest),
            conflicts: conflict.map { [$0] } ?? []
        )
    }

    private struct Telling {
        var figure: Figure
        var counted: Counted
        var wording: Wording
        /// What the clause says, numbers aside.
        var terms: Terms
        var sentence: Sentence
        var article: String
        var day: Day?
    }

    private func telling(_ report: Report) -> Telling? {
        guard let figure = report.record.fact.figure else { return nil }
        let wording = Wording(figure.clause, in: vocabulary)
        return Telling(
            figure: figure,
            counted: Counted(figure, in: vocabulary),
            wording: wording,
            terms: wording.terms.withoutNumbers,
            sentence: Sentence(of: report, in: vocabulary),
            article: report.record.article,
            day: report.published
        )
    }

    private func compare(_ one: Telling, _ two: Telling, _ stories: Stories) -> Comparison {
        let isOneToll = !one.counted.topics.isDisjoint(with: two.counted.topics)
        if !isOneToll, one.counted.nouns.isDisjoint(with: two.counted.nouns) {
            return Comparison(likeness: 0)
        }
        let isCommon = one.counted.isCommon && two.counted.isCommon
        let reach = isOneToll ? Self.tollReach : isCommon ? Self.near : Self.reach
        if let obstacle = obstacle(one, two, reach: reach) {
            return .apart(obstacle)
        }
        let likeness = likeness(one, two, isOneToll: isOneToll)
        // An article that gives both numbers tells of two things.
        if likeness >= Self.thresholds.likely, !one.figure.agrees(with: two.figure),
            stories.gives(two.figure.words, one.article)
                || stories.gives(one.figure.words, two.article)
        {
            return .apart("an article gives both")
        }
        // The articles are read only for what is likely by itself.
        guard likeness < Self.thresholds.likely || stories.isSame(one.article, two.article) else {
            return Comparison(likeness: Self.thresholds.likely - 0.01)
        }
        return Comparison(likeness: min(1, likeness))
    }

    private func obstacle(_ one: Telling, _ two: Telling, reach: Double) -> String? {
        let (first, second) = (one.figure, two.figure)
        if first.kind != second.kind || first.currency != second.currency { return "other units" }
        if one.article == two.article { return "one article tells both" }
        if one.counted.isAsked != two.counted.isAsked { return "one is only asked for" }
        if let date = first.date, let other = second.date, !date.agrees(with: other) {
            return "other dates"
        }
        if !first.agrees(with: second) {
            if first.distance(to: second) > reach { return "figures too far apart" }
            if one.counted.isMoved != two.counted.isMoved { return "one is what a number moves to" }
            if let day = one.day, let other = two.day, abs(day.number - other.number) > Self.span {
                return "told at other times"
            }
            let isToll = !one.counted.topics.isDisjoint(with: two.counted.topics)
            if !isToll, min(first.number, second.number) < Self.small,
                one.terms.likeness(to: two.terms) < Self.alike
            {
                return "small numbers of many things"
            }
        }
        return one.wording.hasOtherNames(than: two.wording, in: vocabulary) ? "other names" : nil
    }

    /// What is counted, the number, and the words around it, each by the weight that speaks for one thing;
    /// the weights are set by hand on annotated events.
    private func likeness(_ one: Telling, _ two: Telling, isOneToll: Bool) -> Double {
        let (first, second) = (one.figure, two.figure)
        var likeness = isOneToll ? 0.5 : one.counted.isCommon ? 0.25 : 0.4
        if first.number == second.number, PrintedNumber(first.number).length > 2 {
            likeness += 0.3
        } else if first.agrees(with: second) {
            likeness += 0.2
        } else {
            let distance = first.distance(to: second)
            likeness += distance <= Self.nearer ? 0.15 : distance <= Self.near ? 0.1 : 0.05
        }
        if first.kind == .amount {
            likeness +=
                Self.perSentence
                * one.sentence.withoutNumbers.containment(in: two.sentence.withoutNumbers)
        }
        return likeness + 0.4 * one.terms.likeness(to: two.terms)
    }

    /// Whether two reports can both be true; of a toll the later one may count more than “at least” so many.
    private func agrees(_ one: Telling, _ two: Telling) -> Bool {
        if one.figure.agrees(with: two.figure) { return true }
        guard one.counted.isToll, two.counted.isToll, let day = one.day, let other = two.day,
            day != other
        else { return false }
        let (earlier, later) = day < other ? (one.figure, two.figure) : (two.figure, one.figure)
        return later.number > earlier.number && earlier.qualifier == .atLeast
    }
}

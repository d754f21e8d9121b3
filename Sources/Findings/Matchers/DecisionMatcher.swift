internal import Records

/// Decisions are one when their actors agree and they do the same to the same.
///
/// A short account is like a long one that holds it. Names are not interchangeable: where each account
/// names somebody or something that the other does not, they are two decisions.
struct DecisionMatcher: Matcher {
    /// The likeness from which two decisions are one; measured on annotated events.
    static let thresholds = Pairing.Thresholds(sure: 0.62, likely: 0.34, repeated: 0.75)
    /// What is left of the likeness when the verbs differ.
    static let otherVerb = 0.85
    /// What is left of the likeness when each account has an actor whom the other does not name.
    static let otherActors = 0.85
    /// What is left of the likeness when a figure differs.
    static let otherFigure = 0.8
    /// How many years may lie between two years that are told of one thing; set by hand.
    static let years = 5
    /// The weight of words below which a clause says too little by itself: “withdraw it”.
    static let fewest = 2.0
    /// What each actor in common beyond the first adds, up to the third.
    static let perActor = 0.05

    /// How many days may lie between two reports that tell opposite outcomes of one decision: later it was
    /// decided otherwise; set by hand.
    static let moment = 3
    /// How alike what is decided on has to be in such reports, 0 to 1; set by hand.
    static let disputed = 0.75

    let vocabulary: Vocabulary

    func keys(of record: Record) -> [Int] {
        record.fact.decision == nil ? [] : fullWording(record).terms.numbers
    }

    func groups(of reports: [Report], in context: Context) -> [[Report]] {
        let reports = reports.filter { $0.record.fact.kind == .decision }
        let told = reports.map { telling($0, in: context) }
        let pairing = Pairing(thresholds: Self.thresholds, context: context)
        let groups = pairing.groups(
            of: reports,
            telling: told,
            keys: told.map(\.wording.terms.numbers),
            terms: told.map(\.wording.terms),
            compare: compare
        )
        return groups.flatMap { $0.map { reports[$0] }.inEpochs { $0.record.fact.decision?.date } }
    }

    func account(of group: [Report]) -> Account? {
        guard let first = group.first else { return nil }
        let ranked = group.ranked { $0.record.fact.decision.map { Self.fullness($0) } ?? 0 }
        let told = ranked.compactMap(\.record.fact.decision)
        guard var decision = told.first, first.record.fact.kind == .decision else { return nil }
        decision.actors = told.map(\.actors).max { $0.count < $1.count } ?? decision.actors
        decision.date = decision.date ?? told.compactMap(\.date).max { $0.isRougher(than: $1) }
        let conflicts = conflicts(group)
        // Of opposite outcomes the newest is no better than the others.
        if !conflicts.contains(where: { $0.field == Self.outcome }) {
            decision.status =
                group.latestStatus { $0.record.fact.decision?.status } ?? decision.status
        }
        return Account(
            key: key(of: first),
            fact: .decision(decision),
            conflicts: conflicts,
            history: statuses(group).history
        )
    }

    private func statuses(_ group: [Report]) -> [(Report, Status)] {
        group.compactMap { report in report.record.fact.decision.map { (report, $0.status) } }
    }

    private func conflicts(_ group: [Report]) -> [Conflict] {
        let dates = group.compactMap { report in
            report.record.fact.decision?.date.map { (report, $0) }
        }
        let year = group.conflict(
            in: "year",
            value: { wording($0).years.count == 1 ? wording($0).years.first : nil },
            agrees: { $0 == $1 || abs($0 - $1) > Self.years },
            words: \.description
        )
        let counts = group.conflicts(
            in: "quantity",
            values: { wording($0).counts.map { (kind: $0.unit, value: $0) } },
            agrees: { $0.number.agrees(with: $1.number) },
            words: \.text
        )
        let list = group.conflict(
            in: "list",
            value: { Listing($0.record.fact.decision?.action ?? "", in: vocabulary) },
            agrees: { $0.agrees(with: $1) },
            words: { $0.printed.joined(separator: ", ") }
        )
        let outcome = group.conflict(
            in: Self.outcome,
            value: { wording($0) },
            agrees: { opposition($0, $1) == nil },
            words: \.clause
        )
        return counts
            + [dates.conflict, year, list, outcome ?? statuses(group).conflict].compactMap(\.self)
    }

    private static let outcome = "outcome"

    private struct Telling {
        var actors: [Actors.Actor]
        var wording: Wording
        var sentence: Sentence
        var day: Day?
    }

    private func telling(_ report: Report, in context: Context) -> Telling {
        let decision = report.record.fact.decision
        return Telling(
            actors: context.actors.actors(decision?.actors ?? [], of: report.record),
            wording: fullWording(report.record),
            sentence: Sentence(of: report, in: vocabulary),
            day: report.published
        )
    }

    /// The clause, or where that says too little the sentence behind it.
    private func fullWording(_ record: Record) -> Wording {
        let action = record.fact.decision?.action ?? ""
        let clause = Wording(action, in: vocabulary)
        guard clause.terms.weight < Self.fewest, let evidence = record.evidence.first else {
            return clause
        }
        return Wording(action + " " + evidence.quote, in: vocabulary)
    }

    private func wording(_ report: Report) -> Wording {
        Wording(report.record.fact.decision?.action ?? "", in: vocabulary)
    }

    private func compare(_ one: Telling, _ two: Telling) -> Comparison {
        var told = likeness(one.wording, two.wording)
        // Most pairs have too little in common for anything else to matter.
        guard told + Terms.mostSupport + 2 * Self.perActor >= Self.thresholds.likely, told > 0
        else {
            return Comparison(likeness: 0)
        }
        let actors = Actors.agreement(one.actors, two.actors)
        let isKnown = !one.actors.isEmpty && !two.actors.isEmpty
        if isKnown, actors.isDisjoint { return .apart("other actors") }
        if let obstacle = obstacle(one.wording, two.wording) { return .apart(obstacle) }
        if let opposition = opposition(one.wording, two.wording) {
            guard let object = disputedObject(one, two) else { return .apart(opposition) }
            told = max(told, Self.otherVerb * object)
        }
        let agreement = Self.perActor * Double(min(max(actors.matched.0 - 1, 0), 2))
        let likeness = (isKnown && !actors.isNested ? Self.otherActors * told : told) + agreement
        return Comparison(
            likeness: min(1, likeness + one.sentence.terms.support(from: two.sentence.terms))
        )
    }

    private func likeness(_ one: Wording, _ two: Wording) -> Double {
        // Another figure for the same is a conflict: the rest has to be the same.
        let differs = Set(one.counts).isDisjoint(with: two.counts)
        if differs, !one.counts.isEmpty, !two.counts.isEmpty {
            return Self.otherFigure
                * likeness(
                    (one.verb, one.terms.withoutNumbers, one.object.withoutNumbers),
                    (two.verb, two.terms.withoutNumbers, two.object.withoutNumbers)
                )
        }
        return likeness((one.verb, one.terms, one.object), (two.verb, two.terms, two.object))
    }

    private typealias Clause = (verb: String, terms: Terms, object: Terms)

    private func likeness(_ one: Clause, _ two: Clause) -> Double {
        if one.verb == two.verb, !one.object.weights.isEmpty, !two.object.weights.isEmpty {
            return one.object.closeness(to: two.object)
        }
        let likeness = one.terms.closeness(to: two.terms)
        return one.verb == two.verb ? likeness : Self.otherVerb * likeness
    }

    /// What makes one clause the opposite of another; nil where nothing does.
    private func opposition(_ one: Wording, _ two: Wording) -> String? {
        if vocabulary.opposites[one.verb]?.contains(two.verb) == true { return "opposite verbs" }
        return one.isNegated != two.isNegated ? "one denies what the other says" : nil
    }

    /// How alike what is decided on is where two reports of nearly one day tell opposite outcomes of one decision,
    /// which is a conflict; nil where they tell of two decisions.
    private func disputedObject(_ one: Telling, _ two: Telling) -> Double? {
        guard let first = one.day, let second = two.day,
            abs(first.number - second.number) <= Self.moment
        else { return nil }
        let likeness = one.wording.object.closeness(to: two.wording.object)
        return likeness >= Self.disputed ? likeness : nil
    }

    private func obstacle(_ one: Wording, _ two: Wording) -> String? {
        if !countsAgree(one.counts, two.counts) { return "other numbers" }
        if one.hasOtherNames(than: two, in: vocabulary) { return "other names" }
        return nil
    }

    /// Whether the numbers can tell one thing: those of one are among the other's, or both count the
    /// same and only the figure differs, which is a conflict and not another decision.
    private func countsAgree(_ one: [Wording.Count], _ two: [Wording.Count]) -> Bool {
        let (first, second) = (Set(one.map(\.number)), Set(two.map(\.number)))
        if first.isSubset(of: second) || second.isSubset(of: first) { return true }
        return one.count == 1 && two.count == 1 && one[0].unit == two[0].unit
            && !one[0].unit.isEmpty
    }

    private func key(of report: Report) -> [String] {
        let wording = wording(report)
        return vocabulary.actors(report.record.fact.decision?.actors ?? []) + [""] + wording.words
            + wording.counts.flatMap { ["\($0.number)", $0.unit] }
            + (wording.isNegated ? ["not"] : [])
    }

    /// How much of a decision is told: date and actors before the length of the action, to 25 words.
    private static func fullness(_ decision: Decision) -> Int {
        let length = min(decision.action.split(separator: " ").count, 25)
        return (decision.date?.day == nil ? 0 : 20) + min(decision.actors.count, 3) * 5 + length
    }
}

internal import Records

/// Decisions are one when their actors agree, their verbs say the same and the rest is alike.
///
/// A short account is like a long one that holds it. Names are not interchangeable: where each account
/// names somebody or something that the other does not, they are two decisions.
struct DecisionMatcher: Matcher {
    /// The likeness from which two actions are one, 0 to 1; set by hand.
    static let threshold = 0.6
    /// The likeness from which one actor in common is enough, 0 to 1; set by hand.
    static let nearlyEqual = 0.8
    /// The share of a short account that a long one must hold, 0 to 1; set by hand.
    static let containment = 0.9
    /// The fewest words of an account that may be held by another; light words count half.
    static let fewest = 2.5

    let vocabulary: Vocabulary

    func groups(of reports: [Report]) -> [[Report]] {
        let reports = reports.filter { $0.record.fact.kind == .decision }
        let told = reports.map(telling)
        let groups = vocabulary.groups(
            keys: told.map { $0.key },
            entry: {
                Candidates.Entry(
                    blocks: told[$0].actors.isEmpty ? [""] : told[$0].actors,
                    words: told[$0].wording.object
                )
            },
            overlap: Self.threshold,
            isSame: { isSame(told[$0], told[$1]) }
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
        decision.status = group.latestStatus { $0.record.fact.decision?.status } ?? decision.status
        let conflicts = [
            group.conflict(
                in: "quantity",
                value: { counts($0).first },
                agrees: { $0.unit != $1.unit || $0.number == $1.number },
                words: \.text
            ),
            group.conflict(
                in: "date",
                value: { $0.record.fact.decision?.date },
                agrees: { $0.agrees(with: $1) },
                words: \.description
            ),
        ]
        return Account(
            key: telling(first).key,
            fact: .decision(decision),
            conflicts: conflicts.compactMap(\.self)
        )
    }

    private struct Telling {
        var actors: [String]
        var wording: Wording

        var key: [String] {
            actors + [""] + wording.words + wording.counts.flatMap { [$0.number, $0.unit] }
                + (wording.isNegated ? ["not"] : [])
        }
    }

    private func telling(_ report: Report) -> Telling {
        let decision = report.record.fact.decision
        return Telling(
            actors: vocabulary.actors(decision?.actors ?? []),
            wording: Wording(decision?.action ?? "", in: vocabulary)
        )
    }

    private func counts(_ report: Report) -> [Wording.Count] { telling(report).wording.counts }

    private func isSame(_ one: Telling, _ two: Telling) -> Bool {
        (vocabulary.agree(one.actors, two.actors) || isNearlyEqual(one, two))
            && one.wording.verb == two.wording.verb
            && one.wording.isNegated == two.wording.isNegated
            && countsAgree(one.wording.counts, two.wording.counts)
            && namesAgree(one.wording, two.wording)
            && isLike(one.wording.object, two.wording.object)
    }

    /// Whether one actor in common is enough, since the rest is told in nearly the same words.
    private func isNearlyEqual(_ one: Telling, _ two: Telling) -> Bool {
        !Set(one.actors).isDisjoint(with: two.actors)
            && vocabulary.weight(one.wording.object) >= Self.fewest
            && vocabulary.likeness(one.wording.object, two.wording.object) >= Self.nearlyEqual
    }

    private func isLike(_ one: [String], _ two: [String]) -> Bool {
        if vocabulary.likeness(one, two) >= Self.threshold { return true }
        let lighter = min(vocabulary.weight(one), vocabulary.weight(two))
        return lighter >= Self.fewest
            && vocabulary.weight(Set(one).intersection(two)) >= Self.containment * lighter
    }

    private func namesAgree(_ one: Wording, _ two: Wording) -> Bool {
        one.names.isSubset(of: two.words) || two.names.isSubset(of: one.words)
    }

    /// Whether the numbers can tell one thing: those of one are among the other's, or both count the
    /// same and only the figure differs, which is a conflict and not another decision.
    private func countsAgree(_ one: [Wording.Count], _ two: [Wording.Count]) -> Bool {
        if Set(one).isSubset(of: two) || Set(two).isSubset(of: one) { return true }
        return one.count == 1 && two.count == 1 && one[0].unit == two[0].unit
            && !one[0].unit.isEmpty
    }

    /// How much of a decision is told: date and actors before the length of the action, to 25 words.
    private static func fullness(_ decision: Decision) -> Int {
        let length = min(decision.action.split(separator: " ").count, 25)
        return (decision.date?.day == nil ? 0 : 20) + min(decision.actors.count, 3) * 5 + length
    }
}

public import Records

/// What changed between what readers were last told and what is known now.
///
/// A pure function of its arguments; their order does not matter.
public struct Comparison: Hashable, Sendable {
    /// The changes: new, updated, corroborated, contradicted, resolved, withdrawn; each kind by id.
    public let changes: [Change]
    /// What an edition that tells these changes says of each finding, by id: to be stored with it.
    public let snapshots: [FindingSnapshot]

    /// Compares.
    ///
    /// - Parameters:
    ///   - previous: What the earlier editions of the brief told last, as
    ///     ``LedgerFile/lastTold(by:before:)`` gives it.
    ///   - current: The findings as they are, with the ids that they keep. Those that no article of the
    ///     period tells belong here too: a late report may corroborate what an earlier edition told.
    ///   - shown: The ids of the findings that the edition shows.
    ///   - answers: For each answered question the id of the finding that answers it.
    public init(
        previous: [Telling],
        current: [Finding],
        shown: Set<String>,
        answers: [String: String] = [:]
    ) {
        let told = Dictionary(
            previous.map { ($0.snapshot.finding, $0) },
            uniquingKeysWith: { one, _ in one }
        )
        var changes: [Change] = []
        var snapshots: [FindingSnapshot] = []
        for finding in current {
            let isShown = shown.contains(finding.id)
            let before = told[finding.id]?.snapshot
            let found = Self.changes(of: finding, since: before, isShown: isShown, answers)
            changes += found
            if isShown || !found.isEmpty {
                let state = Self.state(of: finding, since: before, answers)
                snapshots.append(FindingSnapshot(finding, isShown: isShown, state: state))
            }
        }
        let present = Set(current.map(\.id))
        for telling in previous
        where telling.isGone && telling.snapshot.state != .withdrawn
            && !present.contains(telling.snapshot.finding)
        {
            var snapshot = telling.snapshot
            changes.append(
                Change(
                    finding: snapshot.finding,
                    nature: .withdrawn(editions: telling.editions),
                    fact: snapshot.fact,
                    before: snapshot.fact
                )
            )
            snapshot.isShown = false
            snapshot.state = .withdrawn
            snapshots.append(snapshot)
        }
        self.changes = changes.sorted { ($0.rank, $0.finding) < ($1.rank, $1.finding) }
        self.snapshots = snapshots.sorted { $0.finding < $1.finding }
    }

    private static func changes(
        of finding: Finding,
        since before: FindingSnapshot?,
        isShown: Bool,
        _ answers: [String: String]
    ) -> [Change] {
        func change(_ nature: Change.Nature) -> Change {
            Change(finding: finding.id, nature: nature, fact: finding.fact, before: before?.fact)
        }
        guard let before else { return isShown ? [change(.new)] : [] }
        // What readers were told to forget is news when an article tells it again.
        if before.state == .withdrawn { return [change(.new)] }
        if case .resolved = before.state { return [] }
        if let answer = answers[finding.id], finding.fact.kind == .question {
            return [change(.resolved(by: answer))]
        }
        let conflicts = newConflicts(of: finding, since: before)
        let disputed = Set(conflicts.map(\.field))
        var fields = finding.fact.fields(since: before.fact)
            .filter { !disputed.contains($0.field) }
        var changes: [Change] = []
        let (old, new) = (before.origins, finding.origins.count)
        if new < old {
            fields.append(FieldChange(field: "origins", old: "\(old)", new: "\(new)"))
        }
        if !fields.isEmpty { changes.append(change(.updated(fields))) }
        if new > old { changes.append(change(.corroborated(from: old, to: new))) }
        if !conflicts.isEmpty { changes.append(change(.contradicted(conflicts))) }
        return changes
    }

    /// The conflicts in which somebody gives a value that the readers were not told of.
    private static func newConflicts(
        of finding: Finding,
        since before: FindingSnapshot
    ) -> [Conflict] {
        finding.conflicts.filter { conflict in
            let known = before.conflicts.filter { $0.field == conflict.field }
                .flatMap { $0.claims.map(\.value) }
            return conflict.claims.contains { !known.contains($0.value) }
        }
    }

    private static func state(
        of finding: Finding,
        since before: FindingSnapshot?,
        _ answers: [String: String]
    ) -> FindingSnapshot.State {
        if finding.fact.kind == .question, let answer = answers[finding.id] {
            return .resolved(by: answer)
        }
        if case .resolved(let answer)? = before?.state { return .resolved(by: answer) }
        return .standing
    }
}

extension Change {
    /// The place of its kind among the kinds.
    fileprivate var rank: Int {
        switch nature {
        case .new: 0
        case .updated: 1
        case .corroborated: 2
        case .contradicted: 3
        case .resolved: 4
        case .withdrawn: 5
        }
    }
}

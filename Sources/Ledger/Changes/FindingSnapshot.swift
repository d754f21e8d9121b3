public import Records

/// What readers were told of a finding in one edition.
public struct FindingSnapshot: Hashable, Sendable, Codable {
    /// What became of a finding.
    public enum State: Hashable, Sendable, Codable {
        /// It stood.
        case standing
        /// It was a question, and this finding answered it.
        case resolved(by: String)
        /// No article told it any more.
        case withdrawn
    }

    /// The finding's id.
    public var finding: String
    /// What it said.
    public var fact: Fact
    /// The headline under which it was printed; nil where that is not remembered.
    public var headline: String?
    /// The number of articles that told it.
    public var reports: Int
    /// The number of independent origins among them.
    public var origins: Int
    /// What the reports did not agree on.
    public var conflicts: [Conflict]
    /// Whether it stood in a section, rather than only among the changes.
    public var isShown: Bool
    /// What had become of it.
    public var state: State

    /// Makes a snapshot.
    public init(
        finding: String,
        fact: Fact,
        reports: Int,
        origins: Int,
        conflicts: [Conflict] = [],
        isShown: Bool = true,
        state: State = .standing
    ) {
        self.finding = finding
        self.fact = fact
        self.reports = reports
        self.origins = origins
        self.conflicts = conflicts
        self.isShown = isShown
        self.state = state
    }

    /// Makes a snapshot of a finding as it is.
    public init(_ finding: Finding, isShown: Bool = true, state: State = .standing) {
        self.init(
            finding: finding.id,
            fact: finding.fact,
            reports: Set(finding.records.map(\.article)).count,
            origins: finding.origins.count,
            conflicts: finding.conflicts,
            isShown: isShown,
            state: state
        )
    }
}

/// What the readers of a brief were last told of a finding.
public struct Telling: Hashable, Sendable {
    /// What they were told; under the id that the finding has now.
    public var snapshot: FindingSnapshot
    /// The numbers of the editions that told of it, ascending.
    public var editions: [Int]
    /// Whether no article tells it any more.
    public var isGone: Bool

    /// Makes a telling.
    public init(_ snapshot: FindingSnapshot, editions: [Int], isGone: Bool = false) {
        self.snapshot = snapshot
        self.editions = editions
        self.isGone = isGone
    }
}

/// What became of one finding since its readers were last told of it.
public struct Change: Hashable, Sendable, Codable {
    /// In which way a finding changed.
    public enum Nature: Hashable, Sendable, Codable {
        /// No earlier edition told it.
        case new
        /// Fields have other values than they had.
        case updated([FieldChange])
        /// More independent origins tell it than did.
        case corroborated(from: Int, to: Int)
        /// Reports disagree that did not, or give a value that none had given.
        case contradicted([Conflict])
        /// A question that another finding answers.
        case resolved(by: String)
        /// No article tells it any more: removed or corrected. Which editions had told it.
        case withdrawn(editions: [Int])
    }

    /// The finding's id, as it is now.
    public var finding: String
    /// In which way it changed.
    public var nature: Nature
    /// What the finding says now; what it last said, when it was withdrawn.
    public var fact: Fact
    /// What the readers were last told; nil for a new finding.
    public var before: Fact?

    /// Makes a change.
    public init(finding: String, nature: Nature, fact: Fact, before: Fact? = nil) {
        self.finding = finding
        self.nature = nature
        self.fact = fact
        self.before = before
    }
}

/// A field of a finding with the value it had and the value it has.
///
/// Values are plain: dates as ISO 8601, amounts as digits and currency code. Whoever words them finds
/// the typed values in the facts of the ``Change``.
public struct FieldChange: Hashable, Sendable, Codable {
    /// What the values are about: amount, quantity, date, status, title, actors, parties or origins.
    public var field: String
    /// The value that was told; nil where none was.
    public var old: String?
    /// The value now; nil where there is none any more.
    public var new: String?

    /// Makes a change of a field.
    public init(field: String, old: String?, new: String?) {
        self.field = field
        self.old = old
        self.new = new
    }
}

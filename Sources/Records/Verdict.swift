/// What an analyst ruled on a finding; it survives every new run.
public struct Verdict: Hashable, Sendable, Codable {
    /// The words that an analyst may use.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The finding is right, is wrong and leaves the brief, or always stands first.
        case confirm, reject, pin
        /// The finding and the one named in the value are the same.
        case mergeWith = "merge-with"
        /// The record named in the value does not belong to the finding; without a value, no record
        /// belongs to another.
        case split
        /// A field of the finding has another value.
        case edit

        /// The words that a sheet of findings offers: they need no field and no value.
        public static let offeredInSheets: [Self] = [.confirm, .reject, .pin]
    }

    /// The id of the finding that is ruled on, or an alias of it.
    public var id: String
    /// What is ruled.
    public var kind: Kind
    /// The field that an edit changes, as the public contract of records names it.
    public var field: String?
    /// The new value of an edit, the other finding of a merger, the record of a split.
    public var value: String?
    /// Why, in the analyst's words.
    public var note: String?
    /// Who ruled.
    public var who: String?
    /// When it was ruled, as exact as it was written down.
    public var when: CalendarDate?

    /// Makes a verdict.
    public init(
        id: String,
        kind: Kind,
        field: String? = nil,
        value: String? = nil,
        note: String? = nil,
        who: String? = nil,
        when: CalendarDate? = nil
    ) {
        self.id = id
        self.kind = kind
        self.field = field
        self.value = value
        self.note = note
        self.who = who
        self.when = when
    }
}

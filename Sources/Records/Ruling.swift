/// What analysts ruled on a finding, as far as it shows in a brief.
public struct Ruling: Hashable, Sendable, Codable {
    /// A field that has another value than the articles gave it.
    public struct Edit: Hashable, Sendable, Codable {
        /// The field.
        public var field: String
        /// What the articles say; nil when they say nothing.
        public var old: String?
        /// What the analyst says; ‘none’ where the field was emptied.
        public var new: String
        /// The verdict that says so, with who ruled, when and why.
        public var verdict: Verdict

        /// Makes an edit.
        public init(field: String, old: String?, new: String, verdict: Verdict) {
            self.field = field
            self.old = old
            self.new = new
            self.verdict = verdict
        }
    }

    /// The verdict that confirms the finding: it is right, however sure the extraction is.
    public var confirmation: Verdict?
    /// The verdict that pins the finding: it stands before all others.
    public var pin: Verdict?
    /// The edits, in the order of their verdicts; one for a field at most.
    public var edits: [Edit]

    /// Makes a ruling; without anything, nobody ruled.
    public init(confirmation: Verdict? = nil, pin: Verdict? = nil, edits: [Edit] = []) {
        self.confirmation = confirmation
        self.pin = pin
        self.edits = edits
    }

    /// Whether nobody ruled.
    public var isEmpty: Bool { confirmation == nil && pin == nil && edits.isEmpty }
}

/// What is to be consolidated anew because articles came, changed or went.
public struct ConsolidationGap: Hashable, Sendable {
    /// The ids of the articles that came or changed.
    public var added: Set<String>
    /// The records that were tied to what went or changed.
    public var loosened: Set<RecordName>
    /// The ids of the articles that shared an origin with what went or changed.
    public var bereft: Set<String>

    /// Makes a gap.
    public init(
        added: Set<String>,
        loosened: Set<RecordName> = [],
        bereft: Set<String> = []
    ) {
        self.added = added
        self.loosened = loosened
        self.bereft = bereft
    }
}

/// A part of all records, closed under ties, with what it comes to.
public struct ConsolidatedPart: Hashable, Sendable {
    /// The names of the records of the part.
    public var records: Set<RecordName>
    /// What they come to.
    public var findings: [Finding]
    /// The records that only repeat what their outlet prints under everything; they are in no finding.
    public var boilerplate: Set<RecordName>
    /// The ties among the records.
    public var ties: Set<Tie>
    /// The origins that are new or changed, whole.
    public var origins: [Origin]
    /// What the added articles are looked up by.
    public var articleKeys: [String: [Int]]
    /// What the added records are looked up by.
    public var recordKeys: [RecordName: [Int]]

    /// Makes a part.
    public init(
        records: Set<RecordName>,
        findings: [Finding],
        boilerplate: Set<RecordName> = [],
        ties: Set<Tie>,
        origins: [Origin],
        articleKeys: [String: [Int]],
        recordKeys: [RecordName: [Int]]
    ) {
        self.records = records
        self.findings = findings
        self.boilerplate = boilerplate
        self.ties = ties
        self.origins = origins
        self.articleKeys = articleKeys
        self.recordKeys = recordKeys
    }
}

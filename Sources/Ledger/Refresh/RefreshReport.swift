public import Diagnostics

/// What a refresh found.
public struct RefreshReport: Hashable, Sendable, Codable {
    /// An article that stands at another place than it did.
    public struct Move: Hashable, Sendable, Codable {
        /// The article's id as it was.
        public var from: String
        /// The article's id as it is.
        public var to: String
    }

    /// The number of the state that the ledger is in; every refresh that changes something adds one.
    public var generation = 0
    /// The ids of articles that were not known, sorted.
    public var added: [String] = []
    /// The ids of articles that say something else than before, sorted.
    public var edited: [String] = []
    /// The articles that stand elsewhere, sorted by where.
    public var moved: [Move] = []
    /// The ids of articles that are gone, sorted.
    public var withdrawn: [String] = []
    /// The ids of articles that had been gone and are back, sorted.
    public var returned: [String] = []
    /// The number of files whose articles are as they were.
    public var unchanged = 0
    /// The number of files that were read.
    public var read = 0
    /// The number of articles from which another program had extracted.
    public var extractedAnew = 0
    /// What is wrong with files that yield no article now, sorted by path.
    public var failed: [Diagnostic] = []
    /// Whether this refresh changed what the ledger knows.
    public var isChange = false
}

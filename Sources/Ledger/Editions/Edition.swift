public import Foundation
public import Records

/// A brief that was issued: its period, what was known then, what it showed and where it was written.
public struct Edition: Hashable, Sendable, Codable {
    /// The name of the brief, as the configuration has it.
    public var brief: String
    /// The number, from 1 without gaps within a brief; a revision keeps the number that it revises.
    public var number: Int
    /// 0 as first issued, then one more with each dated correction.
    public var revision: Int
    /// The days that it covers.
    public var period: Period
    /// The information cut-off: the newest date of an article that it rests on.
    public var cutOff: ArticleDate?
    /// When it was made.
    public var madeAt: Date
    /// The state of the ledger that it was made from, as ``RefreshReport/generation`` tells it.
    public var generation: Int
    /// What each finding said that it told, in its order.
    public var snapshots: [FindingSnapshot]
    /// What it told as changed.
    public var changes: [Change]
    /// The ids that the articles of the period had.
    public var articles: [String]
    /// The files that were written.
    public var outputs: [Output]

    /// A file that an edition was written to.
    public struct Output: Hashable, Sendable, Codable {
        /// Where it stands, relative to the workspace.
        public var path: String
        /// The digest of its bytes.
        public var hash: String

        /// Makes an output.
        public init(path: String, hash: String) {
            self.path = path
            self.hash = hash
        }
    }

    /// Makes an edition.
    public init(
        brief: String,
        number: Int,
        revision: Int = 0,
        period: Period,
        cutOff: ArticleDate? = nil,
        madeAt: Date,
        generation: Int,
        snapshots: [FindingSnapshot] = [],
        changes: [Change] = [],
        articles: [String] = [],
        outputs: [Output] = []
    ) {
        self.brief = brief
        self.number = number
        self.revision = revision
        self.period = period
        self.cutOff = cutOff
        self.madeAt = madeAt
        self.generation = generation
        self.snapshots = snapshots
        self.changes = changes
        self.articles = articles
        self.outputs = outputs
    }
}

/// An issued edition by its number, period and state of knowledge, without what it told.
public struct Issue: Hashable, Sendable {
    /// The number, from 1.
    public var number: Int
    /// 0 as first issued, then one more with each correction.
    public var revision: Int
    /// The days that it covers.
    public var period: Edition.Period
    /// The state of the ledger that it was made from.
    public var generation: Int

    /// Makes an issue.
    public init(number: Int, revision: Int, period: Edition.Period, generation: Int) {
        self.number = number
        self.revision = revision
        self.period = period
        self.generation = generation
    }
}

/// Which edition is meant, in few words.
public struct EditionName: Hashable, Sendable {
    /// The name of the brief.
    public var brief: String
    /// The number within the brief, from 1.
    public var number: Int
    /// 0 as first issued.
    public var revision: Int

    /// Makes a name.
    public init(brief: String, number: Int, revision: Int = 0) {
        self.brief = brief
        self.number = number
        self.revision = revision
    }
}

public import Records

extension Brief {
    /// Which edition a brief is.
    public struct Edition: Hashable, Sendable {
        /// The number, from 1.
        public var number: Int
        /// 0 as first issued, then one more with each dated correction.
        public var revision: Int
        /// The day of the correction; nil for a first issue.
        public var correctedOn: Day?
        /// The number of the edition whose place it takes.
        public var supersedes: Int?
        /// All of it in words, with the day of what it supersedes.
        public var text: String
    }

    /// What changed since the last edition.
    public struct Changes: Hashable, Sendable {
        /// The heading, which names the last edition.
        public var title: String
        /// The number of the last edition.
        public var since: Int
        /// The changes by kind, in the order of the kinds; kinds without any are left out.
        public var groups: [ChangeGroup]
        /// Which kinds have none, in words; nil when all have some.
        public var note: String?
    }

    /// In which way findings changed, in the order in which a brief tells it.
    public enum ChangeKind: String, Hashable, Sendable, CaseIterable {
        /// From what no edition told to what no article tells any more.
        case new, updated, corroborated, contradicted, resolved, withdrawn
    }

    /// The changes of one kind.
    public struct ChangeGroup: Hashable, Sendable {
        /// The kind.
        public var kind: ChangeKind
        /// The kind in words.
        public var title: String
        /// The changes.
        public var items: [ChangedItem]
    }

    /// What became of one finding.
    public struct ChangedItem: Hashable, Sendable {
        /// The change, for writers that need typed values.
        public var change: Change
        /// What the finding says now, as a full sentence; what it last said, when it was withdrawn.
        public var headline: String
        /// What is different, in words: values as they were and are, origins, the answer, editions.
        public var details: [String]
        /// The numbers of the sources that stand, ascending.
        public var citations: [Int]

        /// The finding's id.
        public var id: String { change.finding }
    }

    /// A question that earlier editions told, that no article of the period tells, and that is still open.
    public struct EarlierQuestion: Hashable, Sendable {
        /// The finding's id.
        public var id: String
        /// The question as it was printed.
        public var headline: String
        /// The day of its first report; nil where that is not known.
        public var since: Day?
        /// The day in words.
        public var sinceText: String?
    }

    /// An article of a period that was issued before the article was seen.
    public struct LateReport: Hashable, Sendable {
        /// The number of the source.
        public var citation: Int
        /// The source in words: outlet, headline, date.
        public var source: String
        /// What it tells that is sure enough to be printed, strongest first.
        public var findings: [LateFinding]
    }

    /// A finding that a late article tells.
    public struct LateFinding: Hashable, Sendable {
        /// The finding's id.
        public var id: String
        /// The finding's headline, shortened where it is long.
        public var headline: String
        /// The article's own words; nil where the headline already quotes them.
        public var quote: Quote?
    }
}

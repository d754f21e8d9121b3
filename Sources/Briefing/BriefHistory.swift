public import Records

/// What is remembered of a brief's earlier editions, for the one that is made.
///
/// Nothing here is looked up: whoever remembers says it in plain values.
public struct BriefHistory: Hashable, Sendable {
    /// An edition, as far as another one names it.
    public struct Edition: Hashable, Sendable {
        /// The number, from 1.
        public var number: Int
        /// 0 as first issued, then one more with each dated correction.
        public var revision: Int
        /// The day on which it was made, in the brief's time zone.
        public var madeOn: Day?

        /// Makes the name of an edition.
        public init(number: Int, revision: Int = 0, madeOn: Day? = nil) {
            self.number = number
            self.revision = revision
            self.madeOn = madeOn
        }
    }

    /// What readers were last told of a finding that no article tells any more.
    public struct Withdrawal: Hashable, Sendable {
        /// The headline as it was printed; nil where that is not remembered.
        public var headline: String?
        /// The ids of the articles that told it and are gone, sorted.
        public var removed: [String]
        /// The ids of the articles that told it and say something else now, sorted.
        public var edited: [String]

        /// Makes a withdrawal.
        public init(headline: String? = nil, removed: [String] = [], edited: [String] = []) {
            self.headline = headline
            self.removed = removed
            self.edited = edited
        }
    }

    /// In what an edition differs from the one whose place it takes: numbers of articles and findings.
    public struct Correction: Hashable, Sendable {
        /// Articles that the former one did not know, and articles that only that one knew.
        public var moreArticles = 0
        /// See ``moreArticles``.
        public var fewerArticles = 0
        /// Findings that the former one did not tell, that only that one told, and that say something else.
        public var newFindings = 0
        /// See ``newFindings``.
        public var goneFindings = 0
        /// See ``newFindings``.
        public var changedFindings = 0

        /// Makes a correction of nothing.
        public init() {}
    }

    /// A question that earlier editions told and that nothing answered.
    public struct OpenQuestion: Hashable, Sendable {
        /// The finding’s id.
        public var id: String
        /// What it says.
        public var fact: Fact
        /// The headline as it was printed; nil where that is not remembered.
        public var headline: String?
        /// The day of its first report; nil where that is not known.
        public var since: Day?

        /// Makes an open question.
        public init(id: String, fact: Fact, headline: String? = nil, since: Day? = nil) {
            self.id = id
            self.fact = fact
            self.headline = headline
            self.since = since
        }
    }

    /// The edition that is made; nil for a brief that is not issued.
    ///
    /// Its day is told only when it is a correction.
    public var edition: Edition?
    /// The edition that takes the place of another: the one whose place it takes.
    public var supersedes: Edition?
    /// The edition that readers had last, against which the changes are told; nil when there was none.
    public var previous: Edition?
    /// What changed since then; told by kind, and within a kind in this order.
    ///
    /// A question that is resolved here is told as that and no longer among the open ones.
    public var changes: [Change]
    /// The ids of the articles that belong to the period; nil when their dates alone decide.
    public var admitted: Set<String>?
    /// The ids of articles of periods that were issued before the articles were seen.
    public var late: Set<String>
    /// The days since when findings are known, by finding: since when a question is open.
    public var firstSeen: [String: Day]
    /// What is remembered of findings that may be withdrawn, by id.
    public var withdrawals: [String: Withdrawal] = [:]
    /// The ids of findings that were told as withdrawn; when articles tell them again, they are told as new.
    public var restorable: Set<String> = []
    /// The verdicts that split findings or merged others into them, by the id of what they made.
    public var regroupings: [String: Verdict] = [:]
    /// The questions that earlier editions told and none called answered.
    public var openQuestions: [OpenQuestion] = []
    /// The questions that no edition told yet and that something among the findings answers, with its id: they are
    /// told with their answer.
    public var answered: [String: String] = [:]
    /// The number of findings that analysts rejected and that the brief therefore was not given.
    public var rejected: Int

    /// Makes a history.
    public init(
        edition: Edition? = nil,
        supersedes: Edition? = nil,
        previous: Edition? = nil,
        changes: [Change] = [],
        admitted: Set<String>? = nil,
        late: Set<String> = [],
        firstSeen: [String: Day] = [:],
        rejected: Int = 0
    ) {
        self.edition = edition
        self.supersedes = supersedes
        self.previous = previous
        self.changes = changes
        self.admitted = admitted
        self.late = late
        self.firstSeen = firstSeen
        self.rejected = rejected
    }

    /// The answers of resolved questions, by question: ids of findings.
    var answers: [String: String] {
        changes.reduce(into: [:]) { answers, change in
            if case .resolved(let answer) = change.nature { answers[change.finding] = answer }
        }
    }

    /// Nothing is remembered.
    public static let none = BriefHistory()
}

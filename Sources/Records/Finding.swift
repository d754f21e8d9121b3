/// What all articles together tell about one thing.
public struct Finding: Hashable, Sendable, Codable {
    /// A name that stays the same while the thing does: type and ten hexadecimal digits.
    public var id: String
    /// What is told: the fullest account, completed from the others.
    public var fact: Fact
    /// The records that tell it, in the order of their articles.
    public var records: [Record]
    /// The origins that tell it, each a set of article ids; reprints of one story are one origin.
    public var origins: [Origin]
    /// What the records do not agree on.
    public var conflicts: [Conflict]
    /// What it went through: an official's titles, a decision's or a deal's status, the earliest first.
    public var history: [Moment]
    /// What analysts ruled on it.
    public var ruling: Ruling

    /// Makes a finding.
    public init(
        id: String,
        fact: Fact,
        records: [Record],
        origins: [Origin],
        conflicts: [Conflict] = [],
        history: [Moment] = [],
        ruling: Ruling = Ruling()
    ) {
        self.id = id
        self.fact = fact
        self.records = records
        self.origins = origins
        self.conflicts = conflicts
        self.history = history
        self.ruling = ruling
    }
}

/// What held of a thing from some time on, while other things held before or after.
public struct Moment: Hashable, Sendable, Codable {
    /// What changed: title or status.
    public var field: String
    /// What it was then, in words.
    public var value: String
    /// The date of the first article that tells it.
    public var date: Day
    /// The sentences that tell it.
    public var evidence: [Evidence]

    /// Makes a moment.
    public init(field: String, value: String, date: Day, evidence: [Evidence]) {
        self.field = field
        self.value = value
        self.date = date
        self.evidence = evidence
    }
}

/// Where reports really come from: all articles that carry the same story.
public struct Origin: Hashable, Sendable, Codable {
    /// The ids of the articles, sorted.
    public var articles: [String]
    /// Why they count as one, in words; nil for a single article.
    public var reason: String?

    /// Makes an origin.
    public init(articles: [String], reason: String? = nil) {
        self.articles = articles
        self.reason = reason
    }
}

/// Several values that different articles give for the same thing.
public struct Conflict: Hashable, Sendable, Codable {
    /// One value and who gives it.
    public struct Claim: Hashable, Sendable, Codable {
        /// The value, in words.
        public var value: String
        /// The sentences that give it.
        public var evidence: [Evidence]

        /// Makes a claim.
        public init(value: String, evidence: [Evidence]) {
            self.value = value
            self.evidence = evidence
        }
    }

    /// What the values are about: amount, number, quantity, date, status, form, list, title, country, wording.
    public var field: String
    /// The values, each with who gives it; at least two.
    public var claims: [Claim]

    /// Makes a conflict.
    public init(field: String, claims: [Claim]) {
        self.field = field
        self.claims = claims
    }

    /// Whether another conflict sets the same articles' sentences apart.
    public func tells(of other: Conflict) -> Bool {
        let told = claims.map { Set($0.evidence) }
        let held = other.claims.compactMap { claim in
            told.firstIndex { !$0.isDisjoint(with: claim.evidence) }
        }
        return Set(held).count > 1
    }
}

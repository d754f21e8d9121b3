public import Records

extension Brief {
    /// Several values that articles give for the same thing.
    public struct ConflictingReports: Hashable, Sendable {
        /// The finding's id.
        public var id: String
        /// The finding's headline.
        public var headline: String
        /// What the values are about, in words.
        public var field: String
        /// The values, each with who gives it.
        public var claims: [Claim]
    }

    /// One of several values and who gives it.
    public struct Claim: Hashable, Sendable {
        /// The value in words.
        public var value: String
        /// Who gives it, and when: outlets and dates.
        public var sources: String
        /// The numbers of the sources, ascending.
        public var citations: [Int]
        /// The sentences that give it.
        public var quotes: [Quote]
    }

    /// Something dated after the information cut-off.
    public struct DateAhead: Hashable, Sendable {
        /// The date.
        public var date: CalendarDate
        /// The date in words.
        public var dateText: String
        /// The finding's id.
        public var id: String
        /// The finding's headline.
        public var headline: String
        /// The numbers of the sources, ascending.
        public var citations: [Int]
    }

    /// An article of the brief.
    public struct Source: Hashable, Sendable {
        /// The number by which the brief cites it, from 1 in order of first citation.
        public var number: Int
        /// Whether the printed brief cites it.
        public var isCited: Bool
        /// The article's id.
        public var article: String
        /// The file's path.
        public var path: String
        /// Who published it, or else a word that says that nobody is named.
        public var outlet: String
        /// The headline, or else a word that says that there is none.
        public var headline: String
        /// The people who wrote it, in words.
        public var byline: String?
        /// The agency that the text is credited to.
        public var agency: String?
        /// When it was published, as exact as it is known.
        public var published: ArticleDate?
        /// When it was published and how that was found, in words.
        public var dateText: String
        /// The address as the article gives it.
        public var address: String?
        /// The address with everything but plain characters percent-encoded; nil unless it is http or https.
        public var link: String?
        /// The number of its origin, from 1 in order of the sources.
        public var origin: Int
        /// Why it shares its origin with others, in words.
        public var originReason: String?
        /// The number of findings that rest on it.
        public var findings: Int
        /// What it tells about its own making; nil when that is nothing.
        public var colophon: Colophon?
        /// What of that readers should know: corrections, a machine’s translation, other dates; a sentence each.
        public var notes: [String] = []
    }

    /// What was read, what failed, what had no date, what was a copy.
    public struct CoverageNote: Hashable, Sendable {
        /// What was read and what lies outside the period, one sentence each.
        public var summary: [String]
        /// What could not be read.
        public var failed: [Failure]
        /// The numbers of the sources without a date, ascending.
        public var undated: [Int]
        /// The sources that share an origin.
        public var copies: [Copies]
        /// The number of findings that analysts rejected and that are left out.
        public var rejected: Int = 0
    }

    /// A file that could not be read.
    public struct Failure: Hashable, Sendable {
        /// The path.
        public var path: String
        /// What happened.
        public var reason: String
        /// How to mend it.
        public var mend: String?
        /// The kind of trouble, in lower case with hyphens.
        public var code: String
    }

    /// Sources that tell one story.
    public struct Copies: Hashable, Sendable {
        /// The numbers of the sources, ascending.
        public var citations: [Int]
        /// Why they count as one origin, in words.
        public var reason: String
    }
}

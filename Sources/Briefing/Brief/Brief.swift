public import Records

/// What a briefing says for a period, before anyone decides how it looks.
///
/// Every writer prints this value and nothing else, so that the text, the Markdown and the workbook
/// never disagree. All strings are ready to read: on one line, without control characters. What an
/// article says exactly stays in the findings and their evidence.
public struct Brief: Hashable, Sendable {
    /// Title, period, cut-off and how much was read.
    public var header: Header
    /// The strongest findings in one sentence each, three to five where there are so many.
    public var keyPoints: [KeyPoint]
    /// What changed since the last edition; nil when there was none.
    public var changes: Changes?
    /// The articles of periods that were issued before; nil when no edition was.
    public var lateReports: [LateReport]?
    /// What was decided.
    public var decisions: Section
    /// Who holds which office.
    public var officials: Section
    /// Which deals were made.
    public var deals: Section
    /// What is open.
    public var questions: Section
    /// What was said, most reported first.
    public var statements: Section
    /// Figures that reports give: those on which they disagree as items, the others beyond them.
    ///
    /// Tables hold them all; printed are only the disagreements, with the other conflicts.
    public var figures: Section
    /// Where reports contradict each other; no side is chosen.
    public var conflicts: [ConflictingReports]
    /// What is dated after the information cut-off, soonest first.
    public var datesAhead: [DateAhead]
    /// All articles of the period: those that are cited, by number, then those that are not.
    public var sources: [Source]
    /// What was read, what failed, what had no date, what was a copy.
    public var coverage: CoverageNote
    /// How confidence is judged, one sentence each.
    public var confidenceRule: [String]
    /// The parts that are printed; the others are empty, but for sources and coverage.
    public var parts: Set<Part>

    /// Makes a brief.
    public init(
        header: Header,
        keyPoints: [KeyPoint],
        changes: Changes? = nil,
        lateReports: [LateReport]? = nil,
        decisions: Section,
        officials: Section,
        deals: Section,
        questions: Section,
        statements: Section,
        figures: Section,
        conflicts: [ConflictingReports],
        datesAhead: [DateAhead],
        sources: [Source],
        coverage: CoverageNote,
        confidenceRule: [String],
        parts: Set<Part> = Set(Part.allCases)
    ) {
        self.header = header
        self.keyPoints = keyPoints
        self.changes = changes
        self.lateReports = lateReports
        self.decisions = decisions
        self.officials = officials
        self.deals = deals
        self.questions = questions
        self.statements = statements
        self.figures = figures
        self.conflicts = conflicts
        self.datesAhead = datesAhead
        self.sources = sources
        self.coverage = coverage
        self.confidenceRule = confidenceRule
        self.parts = parts
    }

    /// The sections of findings that are printed, in the order of the brief.
    public var sections: [Section] {
        [decisions, officials, deals, questions, statements]
            .filter { parts.contains(Part($0.kind)) }
    }

    /// The sections of findings that tables hold: those that are printed, and the figures.
    public var tables: [Section] {
        sections + (parts.contains(.figures) ? [figures] : [])
    }
}

extension Brief {
    /// Title, period, cut-off and how much was read.
    public struct Header: Hashable, Sendable {
        /// The title.
        public var title: String
        /// Which edition it is; nil for a brief that nobody issues.
        public var edition: Edition? = nil
        /// The period in words; nil when the brief covers all there is.
        public var period: String?
        /// The first day of the period, where it has one.
        public var first: Day?
        /// The last day of the period, where it has one.
        public var last: Day?
        /// The newest date of an article of the brief, as exact as it is known.
        public var cutOff: ArticleDate?
        /// The cut-off in words.
        public var cutOffText: String
        /// The number of articles of the period, undated ones among them.
        public var articles: Int
        /// The number of outlets that the articles name.
        public var outlets: Int
        /// The number of origins of the articles; a story that five outlets print is one.
        public var origins: Int
        /// The number of articles without a date.
        public var undated: Int
        /// The numbers above in words.
        public var summary: String
    }

    /// One finding in one sentence.
    public struct KeyPoint: Hashable, Sendable {
        /// The finding's id.
        public var id: String
        /// A full sentence.
        public var sentence: String
        /// The numbers of the sources, ascending.
        public var citations: [Int]
    }

    /// The findings of one type.
    public struct Section: Hashable, Sendable {
        /// The type.
        public var kind: Fact.Kind
        /// The heading.
        public var title: String
        /// What the brief prints, strongest first.
        public var items: [Item]
        /// What is confident enough but beyond the section's length, in the same order.
        public var further: [Item]
        /// What lies below the confidence that the section asks for.
        public var withheld: [Item]
        /// What the reader is told about the two lists above, one sentence each.
        public var notes: [String]
        /// Of questions, those that earlier editions told and that are still open, newest first.
        public var earlier: [EarlierQuestion] = []
    }

    /// One finding as a brief shows it.
    public struct Item: Hashable, Sendable {
        /// The finding, for writers that need typed values, all evidence and all records.
        public var finding: Finding
        /// A full sentence, assembled from the finding's own words.
        public var headline: String
        /// Status, date, actors and the like, in words.
        public var details: [String]
        /// The most telling evidence; nil where the headline already quotes it.
        public var quote: Quote?
        /// The numbers of the sources, ascending.
        public var citations: [Int]
        /// The number of articles that tell it.
        public var reports: Int
        /// The number of independent origins among them.
        public var origins: Int
        /// The two numbers above in words.
        public var support: String
        /// How far to trust it, and why.
        public var confidence: Confidence
        /// Whether no article that tells it has a date.
        public var isUndated: Bool
        /// Since when a question is open, as exact as it is known; nil for all else.
        public var openSince: CalendarDate? = nil
        /// Who put it before all others and when, in words; nil when nobody did.
        public var pin: String? = nil
        /// Who confirmed it and when, in words; nil when nobody did.
        public var confirmation: String? = nil
        /// What analysts changed, with who and when, in words.
        public var edits: [String] = []

        /// A name that stays the same while the thing does.
        public var id: String { finding.id }
    }

    /// Words of an article.
    public struct Quote: Hashable, Sendable {
        /// The words, shortened where they are long; an ellipsis says so.
        public var text: String
        /// The number of the source.
        public var citation: Int
        /// The exact words and where they stand.
        public var evidence: Evidence
    }

    /// How far to trust a finding, by a stated rule.
    public struct Confidence: Hashable, Sendable {
        /// Three levels.
        public enum Level: String, Hashable, Sendable, CaseIterable {
            /// From the least to the most.
            case low, moderate, high
        }

        /// The level.
        public var level: Level
        /// The level in words.
        public var words: String
        /// Why, in words.
        public var reason: String
        /// How sure the extraction is of its best record, 0 to 1.
        public var extraction: Double
    }
}

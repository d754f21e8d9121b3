public import Foundation
public import Records
public import Scheduler

/// What a person asked of one brief.
public struct BriefSettings: Hashable, Sendable {
    /// What the brief is called in commands, paths and the ledger; no two of a workspace share it.
    public var name: String
    /// The title of its editions.
    public var title: String
    /// How time is cut into editions.
    public var period: PeriodRule
    /// The time zone whose midnight parts the days.
    public var timeZone: TimeZone
    /// What it is about.
    public var focus: Focus
    /// The sections that it prints; their order is that of all briefs.
    public var sections: Set<Section>
    /// The confidence of the extraction, 0 to 1, below which a finding is not printed, by type.
    public var confidence: [Fact.Kind: Double]
    /// The formats that it is written in.
    public var formats: Set<OutputFormat>
    /// Where its editions are written.
    public var output: OutputPattern
    /// Paths of templates of the person’s own, by format.
    public var templates: [OutputFormat: String]
    /// When `run --due` and `watch` make it; nil when nobody set a schedule.
    public var schedule: CronExpression?
    /// What becomes of slots at which nobody was there.
    public var catchUp: Timetable.CatchUp
    /// How late a missed slot may still run, in seconds.
    public var catchUpWithin: Int
    /// Whether the running period has an edition too, which is made anew whenever something changed.
    public var isLive: Bool

    /// The slots of the schedule, where there is one.
    public var timetable: Timetable? {
        schedule.map {
            Timetable($0, in: ZoneClock(timeZone), catchUp: catchUp, window: catchUpWithin)
        }
    }
}

/// A part of a brief that can be left out.
public enum Section: String, Hashable, Sendable, CaseIterable {
    /// What matters most, in a few sentences.
    case keyPoints = "key-points"
    /// What is new, updated, corroborated, contradicted, resolved or withdrawn.
    case changes
    /// The sections of findings.
    case decisions, officials, deals, questions, statements
    /// Figures: in tables, and in the brief where reports disagree.
    case figures
    /// What reports do not agree on.
    case conflicts
    /// Days to come that findings name.
    case datesAhead = "dates-ahead"
    /// The articles that are cited, and what was read, what failed and why.
    case sources, coverage

    /// The type of the findings that the section prints, where it prints findings of one type.
    public var kind: Fact.Kind? {
        switch self {
        case .decisions: .decision
        case .officials: .official
        case .deals: .deal
        case .questions: .question
        case .statements: .statement
        case .figures: .figure
        case .keyPoints, .changes, .conflicts, .datesAhead, .sources, .coverage: nil
        }
    }
}

/// A format that editions are written in.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
    /// Plain text, GitHub’s Markdown, an Excel workbook, JSON.
    case text, markdown, xlsx, json

    /// What a file’s name ends in.
    public var ending: String {
        switch self {
        case .text: ".txt"
        case .markdown: ".md"
        case .xlsx: ".xlsx"
        case .json: ".json"
        }
    }

    /// Whether a person’s template can change how it looks.
    public var hasTemplate: Bool { self == .text || self == .markdown }
}

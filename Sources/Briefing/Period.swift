public import Records

/// The days that a brief covers, decided by the dates of articles.
public enum Period: Hashable, Sendable {
    /// All there is.
    case all
    /// An ISO 8601 week.
    case week(year: Int, week: Int)
    /// The days from one to another, both included; nil leaves an end open.
    case days(since: Day?, until: Day?)

    /// Reads a week such as 2024-W31; nil for anything else.
    public init?(week text: String) {
        guard case .week(let year, let week) = CalendarDate(text) else { return nil }
        self = .week(year: year, week: week)
    }

    /// The first day, where there is one.
    public var first: Day? {
        switch self {
        case .all: nil
        case .week(let year, let week): CalendarDate.week(year: year, week: week).first
        case .days(let since, _): since
        }
    }

    /// The last day, where there is one.
    public var last: Day? {
        switch self {
        case .all: nil
        case .week(let year, let week): CalendarDate.week(year: year, week: week).last
        case .days(_, let until): until
        }
    }

    /// Whether a date may lie within the period; a rough date does when part of it does.
    public func admits(_ date: CalendarDate) -> Bool {
        if let first, date.last < first { return false }
        if let last, date.first > last { return false }
        return true
    }

    /// Whether an article belongs to the period; an undated one may.
    public func admits(_ article: Article) -> Bool {
        article.published.map { admits($0.date) } ?? true
    }
}

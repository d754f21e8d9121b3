public import Foundation
public import Records

/// One period of a brief: the days from a first to a last, both included.
public struct Window: Hashable, Sendable {
    /// The rule that cut it.
    public let rule: PeriodRule
    /// The first day; nil when all there is belongs to it.
    public let first: Day?
    /// The last day; nil when it has no end.
    public let last: Day?

    /// Makes a period; a rule makes them so that they follow each other without a gap.
    init(rule: PeriodRule, first: Day?, last: Day?) {
        self.rule = rule
        self.first = first
        self.last = last
    }

    /// Whether a day lies within.
    public func contains(_ day: Day) -> Bool {
        (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
    }

    /// The instant at which the period is over; nil when it has no end.
    ///
    /// - Parameter zone: The time zone whose midnight parts the days.
    /// - Returns: The midnight behind the last day.
    public func end(in zone: TimeZone) -> Date? { last?.advanced(by: 1).start(in: zone) }

    /// The name, as files and editions are called: 2024-07-28, 2024-W31, 2024-07, all; a period that
    /// ISO 8601 has no name for is told by its ends, as 2024-07-28--2024-08-03.
    ///
    /// Source: ISO 8601-1, 3.2.6: two hyphens stand for the solidus where it cannot be written.
    public var name: String {
        guard let first, let last else { return "all" }
        let date: CalendarDate =
            switch rule {
            case .day, .all: .day(first)
            case .week: .week(year: first.week.year, week: first.week.week)
            case .month: .month(year: first.year, month: first.month)
            }
        return date.first == first && date.last == last ? "\(date)" : "\(first)--\(last)"
    }
}

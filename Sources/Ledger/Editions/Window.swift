public import Records

/// The days that an edition covers, both ends included.
public struct Window: Hashable, Sendable, Codable {
    /// The first day; nil for all there was before.
    public var first: Day?
    /// The last day.
    public var last: Day

    /// Makes a window.
    ///
    /// - Precondition: It does not end before it begins.
    public init(first: Day?, last: Day) {
        if let first {
            precondition(first <= last, "a window must not end before it begins: \(first)–\(last)")
        }
        self.first = first
        self.last = last
    }

    /// Whether a date lies within the window as a whole.
    public func holds(_ date: CalendarDate) -> Bool {
        date.last <= last && first.map { date.first >= $0 } ?? true
    }
}

extension Window: CustomStringConvertible {
    /// The two days as ISO 8601 writes an interval; an open beginning as two dots.
    public var description: String { "\(first.map { "\($0)" } ?? "..")/\(last)" }
}

/// How long the period of a brief is, and where periods begin.
public enum Cadence: Hashable, Sendable {
    /// A day.
    case day
    /// Seven days from a weekday: 1 is Monday, 7 is Sunday (ISO 8601).
    case week(startsOn: Int)
    /// A calendar month.
    case month
    /// All there is, up to a day.
    case all

    /// The period of the calendar that holds a day.
    ///
    /// - Precondition: A week starts on 1 to 7.
    public func window(holding day: Day) -> Window {
        switch self {
        case .day: return Window(first: day, last: day)
        case .week(let start):
            precondition((1...7).contains(start), "a week starts on 1 to 7, got \(start)")
            let first = day.advanced(by: -((day.weekday - start + 7) % 7))
            return Window(first: first, last: first.advanced(by: 6))
        case .month:
            let first = day.advanced(by: 1 - day.day)
            let length = Day.length(ofMonth: day.month, year: day.year)
            return Window(first: first, last: first.advanced(by: length - 1))
        case .all: return Window(first: nil, last: day)
        }
    }

    /// The period that follows one that was issued, without a gap, even when the cadence has changed in
    /// between: the first one may then be shorter than those that follow.
    public func window(after last: Window) -> Window {
        let next = last.last.advanced(by: 1)
        let whole = window(holding: next)
        return Window(first: self == .all ? nil : next, last: whole.last)
    }

    /// The periods that are over and were not issued, oldest first.
    ///
    /// - Parameters:
    ///   - last: The period of the last edition; nil where there is none.
    ///   - start: A day of the first period, where there is no edition yet, such as that of the oldest
    ///     article or that of the last period.
    ///   - today: The day of the run, which is not over.
    /// - Returns: Periods that touch each other; for ``all`` at most one, up to yesterday.
    public func due(after last: Window?, startingWith start: Day, today: Day) -> [Window] {
        let yesterday = today.advanced(by: -1)
        if self == .all {
            let isNew = last.map { $0.last < yesterday } ?? (start <= yesterday)
            return isNew ? [Window(first: nil, last: yesterday)] : []
        }
        var due: [Window] = []
        var next = last.map { window(after: $0) } ?? window(holding: start)
        while next.last < today {
            due.append(next)
            next = window(after: next)
        }
        return due
    }
}

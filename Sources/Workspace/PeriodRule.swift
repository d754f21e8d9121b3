public import Foundation
public import Records

/// How time is cut into the periods of a brief, one behind the other without a gap.
public enum PeriodRule: Hashable, Sendable {
    /// Each day by itself.
    case day
    /// Seven days that begin on a weekday: 1 is Monday, 7 is Sunday (ISO 8601).
    case week(from: Int)
    /// Each month of the calendar.
    case month
    /// All there is, in one period without an end.
    case all

    /// The period that holds a day.
    ///
    /// - Precondition: The weekday of a week is 1 to 7.
    public func window(containing day: Day) -> Window {
        switch self {
        case .day: Window(rule: self, first: day, last: day)
        case .week(let weekday):
            week(containing: day, from: weekday)
        case .month:
            Window(
                rule: self,
                first: day.advanced(by: 1 - day.day),
                last: day.advanced(by: Day.length(ofMonth: day.month, year: day.year) - day.day)
            )
        case .all: Window(rule: self, first: nil, last: nil)
        }
    }

    /// The period that runs at an instant.
    ///
    /// - Parameters:
    ///   - instant: The instant.
    ///   - zone: The time zone whose midnight parts the days.
    /// - Returns: The period.
    public func window(at instant: Date, in zone: TimeZone) -> Window {
        window(containing: Day(of: instant, in: zone))
    }

    /// The newest period that is over at an instant; all there is, where periods have no end.
    ///
    /// - Parameters:
    ///   - instant: The instant; at midnight sharp the day before is over.
    ///   - zone: The time zone whose midnight parts the days.
    /// - Returns: The period.
    public func lastEnded(at instant: Date, in zone: TimeZone) -> Window {
        let running = window(at: instant, in: zone)
        return running.first.map { window(containing: $0.advanced(by: -1)) } ?? running
    }

    /// The period that follows another without a gap; nil behind one without an end.
    ///
    /// The other may come from another rule: then the first part of the new period that it does not
    /// cover is taken, so that no day is told twice or never.
    public func window(after window: Window) -> Window? {
        guard let last = window.last, self != .all else { return nil }
        let start = last.advanced(by: 1)
        let next = self.window(containing: start)
        return Window(rule: self, first: start, last: next.last)
    }

    /// The period that a name stands for, such as 2024-07-28, 2024-W31, 2024-07 or all.
    ///
    /// - Returns: nil when the name is none of this rule's.
    public func window(named name: String) -> Window? {
        let ends = name.split(separator: "--", omittingEmptySubsequences: false).map(String.init)
        let window: Window? =
            if self == .all {
                self.window(containing: Day(number: 0))
            } else if ends.count == 2, let first = CalendarDate(ends[0])?.day,
                let last = CalendarDate(ends[1])?.day, first <= last
            {
                Window(rule: self, first: first, last: last)
            } else {
                CalendarDate(name).map { self.window(containing: $0.first) }
            }
        guard let window, window.name == name else { return nil }
        return window
    }

    private func week(containing day: Day, from weekday: Int) -> Window {
        precondition((1...7).contains(weekday), "weekday must be 1 to 7, got \(weekday)")
        let first = day.advanced(by: -((day.weekday - weekday + 7) % 7))
        return Window(rule: self, first: first, last: first.advanced(by: 6))
    }
}

extension Day {
    /// The day that a clock in a time zone shows at an instant.
    public init(of instant: Date, in zone: TimeZone) {
        let seconds =
            instant.timeIntervalSince1970.rounded(.down)
            + Double(zone.secondsFromGMT(for: instant))
        self.init(number: Int((seconds / 86_400).rounded(.down)))
    }

    /// The instant at which the day begins in a time zone: midnight, or the first moment after it
    /// where a clock was put forward over midnight.
    public func start(in zone: TimeZone) -> Date {
        // A noon lies in its day whatever the clocks do, and no zone is further than 14 hours from UTC.
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let utcNoon = Date(timeIntervalSince1970: Double(number) * 86_400 + 43_200)
        let noon = utcNoon.addingTimeInterval(-Double(zone.secondsFromGMT(for: utcNoon)))
        return calendar.startOfDay(for: noon)
    }
}

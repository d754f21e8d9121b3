import Records

/// Turns written and relative dates into dates of the calendar.
struct DateResolver {
    /// A date, the last one of a range, and whether reading it needed a guess.
    struct Reading {
        var date: CalendarDate
        var end: CalendarDate?
        var part: PartOfDay?
        var isGuess: Bool

        /// Whether ISO 8601 can write it, with years from 1 to 9999.
        var isInCalendar: Bool { date.isInCalendar && end?.isInCalendar ?? true }
    }

    /// When the article was published.
    let published: CalendarDate?
    /// The year of the last full date that the document gave.
    private(set) var givenYear: Int?
    /// The quarter that the document named last; what was “a year earlier” is compared with it.
    private(set) var named: Quarter?

    /// The day of publication, where it is that exact.
    var today: Day? { published?.day }

    init(published: CalendarDate?) {
        self.published = published
    }

    /// The calendar's reading of a written date; nil where a part is missing that nothing tells.
    mutating func reading(of date: WrittenDate, _ tense: Tense?) -> Reading? {
        if date.start.month == nil, date.start.year == nil {
            guard let weekday = date.start.weekday else { return nil }
            return date.start.day.map { day($0, on: weekday, tense) }
                ?? self.weekday(weekday, tense)
        }
        let bare = date.completed(year: nil)
        var guess: (year: Int, isGuess: Bool)?
        if let step = date.yearStep {
            guard let today else { return nil }
            guess = (today.year + step, false)
        } else if bare.start.year == nil {
            guess = year(of: bare.start, to: bare.end, tense)
            guard guess != nil else { return nil }
        } else if bare.start.day != nil {
            givenYear = bare.start.year
        }
        let full = date.completed(year: guess?.year)
        guard let start = full.start.date else { return nil }
        var end: CalendarDate?
        if let days = date.endDays {
            guard let today else { return nil }
            end = .day(today.advanced(by: days))
        } else if let last = full.end {
            end = last.date
            if end == nil { return nil }
        }
        if let end, start.first >= end.last { return nil }
        return Reading(
            date: start,
            end: end,
            isGuess: guess?.isGuess ?? !full.start.fitsWeekday
        )
    }

    /// Remembers a quarter that an expression names.
    mutating func remember(_ quarter: Quarter) { named = quarter }

    /// The year of a date without one.
    private func year(
        of parts: WrittenDate.Parts,
        to end: WrittenDate.Parts?,
        _ tense: Tense?
    ) -> (year: Int, isGuess: Bool)? {
        guard let published else { return givenYear.map { ($0, true) } }
        guard let today else { return (published.first.year, true) }
        let years = [today.year - 1, today.year, today.year + 1]
        if parts.weekday != nil, let fitting = years.first(where: { parts.inYear($0).fitsWeekday })
        {
            return (fitting, false)
        }
        if parts.day == nil {
            let first = parts.month ?? 1
            if let end, end.month == first + 2 { return quarter(from: first, today, tense) }
            // A range is over when its last month has begun.
            let last = max(first, end?.month ?? first)
            return month(last, today, tense)
        }
        let distances = years.compactMap { year in
            parts.inYear(year).date.map { (year, days: $0.first.number - today.number) }
        }
        guard let nearest = distances.min(by: { abs($0.days) < abs($1.days) }) else { return nil }
        // A date near the article's is meant as it stands; one further off follows the tense.
        let isNear = abs(nearest.days) <= Self.nearDays
        guard !isNear, let tense, (tense == .future) != (nearest.days > 0) else {
            return (nearest.0, !isNear)
        }
        return (nearest.0 + (tense == .future ? 1 : -1), true)
    }

    /// How near a date without a year must lie to be certain, in days.
    ///
    /// Source: by hand; news names
    /// the year of what lies further off.
    private static let nearDays = 100

    /// The year of a bare month: the latest that has begun, or the next one of a clause to come.
    private func month(_ month: Int, _ today: Day, _ tense: Tense?) -> (year: Int, isGuess: Bool) {
        let isOver = month <= today.month
        if tense == .future {
            return (isOver && month < today.month ? today.year + 1 : today.year, false)
        }
        return (isOver ? today.year : today.year - 1, tense == nil)
    }

    /// The year of a bare quarter: the latest that has begun; also of a clause to come where it has just ended, since
    /// results are told then: “It expects to report third-quarter profit”.
    private func quarter(
        from first: Int,
        _ today: Day,
        _ tense: Tense?
    ) -> (year: Int, isGuess: Bool) {
        let hasBegun = first <= today.month
        let isLongOver = today.month - first > 5
        if tense == .future { return (isLongOver ? today.year + 1 : today.year, true) }
        return (hasBegun ? today.year : today.year - 1, true)
    }

    /// The day of the nearest month in which a day falls on a weekday; behind or before as the tense tells.
    private func day(_ day: Int, on weekday: Int, _ tense: Tense?) -> Reading? {
        guard let today else { return nil }
        let months = today.year * 12 + today.month - 1
        // Every combination comes within a year, but for the 29th to the 31st.
        let days = (months - 24...months + 24).compactMap {
            Day(year: $0 / 12, month: $0 % 12 + 1, day: day)
        }
        let fitting = days.filter {
            let isComing = $0.number > today.number
            return $0.weekday == weekday && (tense == nil || isComing == (tense == .future))
        }
        return fitting.min { abs($0.number - today.number) < abs($1.number - today.number) }
            .map { Reading(date: .day($0), isGuess: true) }
    }

    /// A bare weekday: the latest, the day itself included, or the next one of a clause to come.
    private func weekday(_ weekday: Int, _ tense: Tense?) -> Reading? {
        guard let today else { return nil }
        let back = (today.weekday - weekday + 7) % 7
        let days = tense == .future ? (7 - back) % 7 : -back
        return Reading(
            date: .day(today.advanced(by: days)),
            isGuess: tense == nil || tense == .future && days == 0
        )
    }
}

extension CalendarDate {
    fileprivate var isInCalendar: Bool {
        switch self {
        case .year(let year), .month(let year, _), .week(let year, _): 1...9999 ~= year
        case .day(let day): 1...9999 ~= day.year
        }
    }
}

extension WrittenDate.Parts {
    /// The date, where the calendar has it.
    fileprivate var date: CalendarDate? {
        guard let year else { return nil }
        guard let month else { return .year(year) }
        guard let day else { return .month(year: year, month: month) }
        return Day(year: year, month: month, day: day).map { .day($0) }
    }

    fileprivate func inYear(_ year: Int) -> Self {
        var parts = self
        parts.year = year
        return parts
    }

    /// Whether the weekday is that of the date; also where either is missing.
    fileprivate var fitsWeekday: Bool {
        guard let weekday else { return true }
        return date?.day.map { $0.weekday == weekday } ?? false
    }
}

import Records

extension DateResolver {
    /// Last, this and next week, month, quarter, year and weekend.
    func unit(_ unit: TimeUnit, _ step: Int) -> Reading? {
        guard let today else { return nil }
        switch unit {
        case .week: return Reading(date: week(today.advanced(by: 7 * step)), isGuess: false)
        case .weekend:
            let saturday = today.advanced(by: 6 - today.weekday + 7 * step)
            return Reading(
                date: .day(saturday),
                end: .day(saturday.advanced(by: 1)),
                isGuess: false
            )
        case .month: return Reading(date: month(today, plus: step), isGuess: false)
        case .quarter:
            let months = (today.month - 1) / 3 * 3 + 1 - today.month + 3 * step
            return Reading(
                date: month(today, plus: months),
                end: month(today, plus: months + 2),
                isGuess: false
            )
        case .year: return Reading(date: .year(today.year + step), isGuess: false)
        case .day, .decade, .century, .hour, .minute: return nil
        }
    }

    /// The weekend that is over or runs, or the next one of a clause to come.
    func weekend(_ tense: Tense?) -> Reading? {
        guard let today,
            var reading = unit(.weekend, tense == .future || today.weekday > 5 ? 0 : -1)
        else { return nil }
        reading.isGuess = true
        return reading
    }

    /// Last, this and next Monday.
    func weekday(_ weekday: Int, _ step: Int) -> Reading? {
        guard let today else { return nil }
        let day: Day
        switch step {
        case 0: day = today.advanced(by: weekday - today.weekday)
        case 1: day = today.advanced(by: (weekday - today.weekday + 6) % 7 + 1)
        default: day = today.advanced(by: -((today.weekday - weekday + 6) % 7 + 1))
        }
        // “Next Friday”, said on a Monday, is this week's to some and the other week's to others.
        return Reading(date: .day(day), isGuess: step == 1 && day.week == today.week)
    }

    /// The Monday of last, this and next week.
    func weekday(_ weekday: Int, inWeek step: Int) -> Reading? {
        today.map {
            let day = $0.advanced(by: weekday - $0.weekday + 7 * step)
            return Reading(date: .day(day), isGuess: false)
        }
    }

    /// Last, this and next April: the last one was over before the month of the article.
    func month(_ month: Int, _ step: Int) -> Reading? {
        guard let today else { return nil }
        let year: Int
        switch step {
        case 0: year = today.year
        case 1: year = month > today.month ? today.year : today.year + 1
        default: year = month < today.month ? today.year : today.year - 1
        }
        return Reading(
            date: .month(year: year, month: month),
            isGuess: step != 0 && year == today.year
        )
    }

    /// A day by its distance from the article's.
    func day(_ days: Int) -> Reading? {
        today.map { Reading(date: .day($0.advanced(by: days)), isGuess: false) }
    }

    /// A number of units from the article's day, as exact as the unit.
    func distance(_ count: Int, _ unit: TimeUnit, isGuess: Bool) -> Reading? {
        guard let today, abs(count) <= 1000 else { return nil }
        let date: CalendarDate
        switch unit {
        case .day: date = .day(today.advanced(by: count))
        case .week: date = week(today.advanced(by: 7 * count))
        case .month: date = month(today, plus: count)
        case .quarter: date = month(today, plus: 3 * count)
        case .year: date = .year(today.year + count)
        case .decade: date = .year(today.year + 10 * count)
        case .weekend, .century, .hour, .minute: return nil
        }
        guard 1...9999 ~= date.first.year else { return nil }
        return Reading(date: date, isGuess: isGuess || unit == .decade)
    }

    private func week(_ day: Day) -> CalendarDate {
        .week(year: day.week.year, week: day.week.week)
    }

    private func month(_ day: Day, plus months: Int) -> CalendarDate {
        let number = day.year * 12 + day.month - 1 + months
        return .month(year: number / 12, month: number % 12 + 1)
    }
}

/// The minutes of the calendar at which something is due, as a set of bits for each unit of time.
///
/// The next such minute is found by looking for the lowest bit that is left in each unit, from the day
/// down to the minute; at most the months between the two are counted through.
struct CalendarMask: Hashable, Sendable {
    /// Bits 0 to 59.
    let minutes: UInt64
    /// Bits 0 to 23.
    let hours: UInt64
    /// Bits 1 to 31.
    let days: UInt64
    /// Bits 1 to 12.
    let months: UInt64
    /// Bits 0, Sunday, to 6, Saturday.
    let weekdays: UInt64
    /// Whether a day is due when one of day of month and day of week says so, not only when both do.
    let isEitherDay: Bool

    /// The first minute that is due behind another one; nil when there is none in the years known.
    ///
    /// - Parameter minute: Minutes that the clock has shown since 1970-01-01 00:00.
    /// - Returns: Minutes of the same clock.
    func first(after minute: Int) -> Int? {
        let from = minute + 1
        let number = from.floorDivided(by: 1440)
        let today = CivilDate(number: number)
        if months.holds(today.month), dueDays(of: today.month, year: today.year).holds(today.day),
            let time = firstTime(from: from - number * 1440)
        {
            return number * 1440 + time
        }
        guard let day = firstDay(after: today), let time = firstTime(from: 0) else { return nil }
        return day * 1440 + time
    }

    /// The first minute of a day that is due, from a minute on.
    private func firstTime(from minute: Int) -> Int? {
        let hour = minute / 60
        if hours.holds(hour), let found = minutes.lowest(from: minute % 60) {
            return hour * 60 + found
        }
        guard let later = hours.lowest(from: hour + 1), let found = minutes.lowest(from: 0) else {
            return nil
        }
        return later * 60 + found
    }

    /// The first day that is due behind another one, in days since 1970-01-01.
    private func firstDay(after date: CivilDate) -> Int? {
        var (year, month, from) = (date.year, date.month, date.day + 1)
        while year <= ZoneClock.years.upperBound {
            if months.holds(month), let day = dueDays(of: month, year: year).lowest(from: from) {
                return CivilDate.number(ofFirstOf: month, year: year) + day - 1
            }
            from = 1
            if let later = months.lowest(from: month + 1) {
                month = later
            } else {
                guard let first = months.lowest(from: 0) else { return nil }
                (year, month) = (year + 1, first)
            }
        }
        return nil
    }

    /// The first bit of six weeks in a row.
    private static let eachWeek: UInt64 = 0x08_1020_4081

    /// The days of a month that are due, as bits 1 to 31.
    private func dueDays(of month: Int, year: Int) -> UInt64 {
        let length = CivilDate.length(of: month, year: year)
        let everyDay: UInt64 = (1 << UInt64(length + 1)) - 2
        // 1970-01-01 was a Thursday. The week is laid six times in a row and begins with the first's.
        let first = CivilDate.number(ofFirstOf: month, year: year) + 4
        let weekday = first - first.floorDivided(by: 7) * 7
        let weeks = weekdays &* Self.eachWeek
        let byWeekday = (weeks >> UInt64(weekday)) << 1
        return everyDay & (isEitherDay ? days | byWeekday : days & byWeekday)
    }
}

extension UInt64 {
    /// Whether a bit is set.
    func holds(_ bit: Int) -> Bool { self >> UInt64(bit) & 1 != 0 }

    /// The lowest bit that is set, from a bit on.
    func lowest(from bit: Int) -> Int? {
        let left = self & (.max << UInt64(bit))
        return left == 0 ? nil : left.trailingZeroBitCount
    }

    /// The bits that are set, in ascending order.
    var bits: [Int] { (0..<64).filter { holds($0) } }
}

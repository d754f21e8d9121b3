/// What a clock on the wall shows: a day and a minute, in whatever zone the wall stands.
public struct LocalTime: Hashable, Sendable {
    /// The minutes that the clock has shown since it showed 1970-01-01 00:00.
    public let minutes: Int

    init(minutes: Int) {
        self.minutes = minutes
    }

    /// The minute that is shown so many seconds after 1970-01-01 00:00.
    init(seconds: Int) {
        minutes = seconds.floorDivided(by: 60)
    }

    /// The day as ISO 8601 writes it: 2024-07-28.
    public var date: String {
        let date = CivilDate(number: minutes.floorDivided(by: 1440))
        return "\(date.year)-\(date.month.twoDigits)-\(date.day.twoDigits)"
    }

    /// The hour and minute: 05:30.
    public var time: String {
        let minute = minutes - minutes.floorDivided(by: 1440) * 1440
        return "\((minute / 60).twoDigits):\((minute % 60).twoDigits)"
    }
}

extension LocalTime: CustomStringConvertible {
    /// Day and time: 2024-07-28 05:30.
    public var description: String { "\(date) \(time)" }
}

/// A day of the proleptic Gregorian calendar by its parts.
struct CivilDate: Hashable, Sendable {
    let year: Int
    /// 1 to 12.
    let month: Int
    /// 1 to 31.
    let day: Int

    /// The day that lies a number of days after 1970-01-01.
    ///
    /// Source: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, civil_from_days,
    /// <https://howardhinnant.github.io/date_algorithms.html>.
    init(number: Int) {
        let shifted = number + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    }

    /// The days from 1970-01-01 to the first of a month.
    ///
    /// Source: as above, days_from_civil.
    static func number(ofFirstOf month: Int, year: Int) -> Int {
        let yearFromMarch = month <= 2 ? year - 1 : year
        let era = yearFromMarch.floorDivided(by: 400)
        let yearOfEra = yearFromMarch - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The number of days in a month.
    static func length(of month: Int, year: Int) -> Int {
        if month == 2 {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        }
        // April, June, September and November.
        return 0b1010_0101_0000 & (1 << month) != 0 ? 30 : 31
    }
}

extension Int {
    /// The quotient rounded down, also where the number is negative.
    func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self < quotient * divisor ? quotient - 1 : quotient
    }

    /// The number with at least two digits.
    var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

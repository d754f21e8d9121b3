/// A day of the proleptic Gregorian calendar, without time and zone.
public struct Day: Hashable, Sendable {
    /// The number of days since 1970-01-01.
    public let number: Int

    /// Makes the day that lies a number of days after 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// Makes a day from its parts; nil when the calendar has no such day.
    ///
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - month: 1 to 12.
    ///   - day: 1 to the length of the month.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        self.number = Self.number(year: year, month: month, day: day)
    }

    /// The year, 1 to 9999 for every day made from parts.
    public var year: Int { parts.year }
    /// The month, 1 to 12.
    public var month: Int { parts.month }
    /// The day of the month, 1 to 31.
    public var day: Int { parts.day }

    /// The day of the week: 1 is Monday, 7 is Sunday (ISO 8601).
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// The ISO 8601 week that holds the day, with the year the week belongs to.
    public var week: (year: Int, week: Int) {
        let thursday = Day(number: number + 4 - weekday)
        let first = Day.number(year: thursday.year, month: 1, day: 1)
        return (thursday.year, (thursday.number - first) / 7 + 1)
    }

    /// The day a number of days later; negative numbers go back.
    public func advanced(by days: Int) -> Day { Day(number: number + days) }

    /// The number of days in a month.
    ///
    /// - Precondition: `month` is 1 to 12.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        precondition((1...12).contains(month), "month must be 1 to 12, got \(month)")
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// The Monday of an ISO 8601 week; nil when the year has no such week.
    public static func monday(ofWeek week: Int, year: Int) -> Day? {
        guard let fourth = Day(year: year, month: 1, day: 4) else { return nil }
        let monday = Day(number: fourth.number - fourth.weekday + 1 + (week - 1) * 7)
        return monday.week == (year, week) ? monday : nil
    }

    // Source: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, days_from_civil,
    // <https://howardhinnant.github.io/date_algorithms.html>.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    // Source: as above, civil_from_days.
    private var parts: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension Day: Comparable {
    /// Whether one day lies before another.
    public static func < (first: Day, second: Day) -> Bool { first.number < second.number }
}

extension Day: CustomStringConvertible {
    /// The day as ISO 8601 writes it: 2024-07-28.
    public var description: String {
        let (year, month, day) = parts
        return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
    }
}

extension Day: Codable {
    /// Reads a day from its ISO 8601 text.
    public init(from decoder: any Decoder) throws {
        let date = try CalendarDate(from: decoder)
        guard case .day(let day) = date else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "‘\(date)’ is not a day")
            )
        }
        self = day
    }

    /// Writes the day as its ISO 8601 text.
    public func encode(to encoder: any Encoder) throws {
        try CalendarDate.day(self).encode(to: encoder)
    }
}

extension Int {
    /// The number in decimal, with zeros in front up to a width.
    package func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}

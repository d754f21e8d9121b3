/// A date as exact as a text gives it: a year, a month, a week or a day.
public enum CalendarDate: Hashable, Sendable {
    /// A whole year, 1 to 9999.
    case year(Int)
    /// A month of a year, 1 to 12.
    case month(year: Int, month: Int)
    /// An ISO 8601 week of the year it belongs to, 1 to 53.
    case week(year: Int, week: Int)
    /// A day.
    case day(Day)

    /// The first day that the date covers.
    public var first: Day {
        switch self {
        case .year(let year): Day(year: year, month: 1, day: 1) ?? Day(number: 0)
        case .month(let year, let month):
            Day(year: year, month: month, day: 1) ?? Day(number: 0)
        case .week(let year, let week): Day.monday(ofWeek: week, year: year) ?? Day(number: 0)
        case .day(let day): day
        }
    }

    /// The last day that the date covers.
    public var last: Day {
        switch self {
        case .year(let year): Day(year: year, month: 12, day: 31) ?? Day(number: 0)
        case .month(let year, let month):
            first.advanced(by: Day.length(ofMonth: month, year: year) - 1)
        case .week: first.advanced(by: 6)
        case .day(let day): day
        }
    }

    /// The day, where the date is that exact.
    public var day: Day? {
        guard case .day(let day) = self else { return nil }
        return day
    }
}

extension CalendarDate: LosslessStringConvertible {
    /// Reads 2024, 2024-07, 2024-W30 or 2024-07-28; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts[0].utf8.count == 4, let year = Int(parts[0]), year > 0 else { return nil }
        switch parts.count {
        case 1: self = .year(year)
        case 2 where parts[1].first == "W":
            guard let week = Int(parts[1].dropFirst()), Day.monday(ofWeek: week, year: year) != nil
            else { return nil }
            self = .week(year: year, week: week)
        case 2:
            guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
            self = .month(year: year, month: month)
        case 3:
            guard let month = Int(parts[1]), let number = Int(parts[2]),
                let day = Day(year: year, month: month, day: number)
            else { return nil }
            self = .day(day)
        default: return nil
        }
    }

    /// The date as ISO 8601 writes it: 2024, 2024-07, 2024-W30 or 2024-07-28.
    public var description: String {
        switch self {
        case .year(let year): year.padded(4)
        case .month(let year, let month): "\(year.padded(4))-\(month.padded(2))"
        case .week(let year, let week): "\(year.padded(4))-W\(week.padded(2))"
        case .day(let day): "\(day)"
        }
    }
}

extension CalendarDate: Comparable {
    /// Whether one date begins before another; of two that begin together, the longer comes first.
    public static func < (first: CalendarDate, second: CalendarDate) -> Bool {
        (first.first, second.last) < (second.first, first.last)
    }
}

extension CalendarDate: Codable {
    /// Reads a date from its ISO 8601 text.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = CalendarDate(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "‘\(text)’ is not a date")
            )
        }
        self = date
    }

    /// Writes the date as its ISO 8601 text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

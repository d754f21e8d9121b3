/// One of the five parts of a cron expression.
public enum CronField: Int, Hashable, Sendable, CaseIterable {
    /// The five fields in their order.
    case minute, hour, dayOfMonth, month, dayOfWeek

    /// The numbers that may be written; 0 and 7 are both Sunday.
    public var range: ClosedRange<Int> {
        switch self {
        case .minute: 0...59
        case .hour: 0...23
        case .dayOfMonth: 1...31
        case .month: 1...12
        case .dayOfWeek: 0...7
        }
    }

    /// How many different values there are.
    var count: Int { self == .dayOfWeek ? 7 : range.count }

    /// The last value; Saturday for the days of the week.
    var last: Int { range.lowerBound + count - 1 }

    /// The words that may be written for numbers, the first for the lowest.
    public var names: [String] {
        switch self {
        case .minute, .hour, .dayOfMonth: []
        case .month:
            ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
        case .dayOfWeek: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
        }
    }

    /// Every value, as bits.
    var everything: UInt64 { (0..<count).reduce(0) { $0 | 1 << UInt64($1 + range.lowerBound) } }
}

extension CronField: CustomStringConvertible {
    /// What a person calls the field.
    public var description: String {
        switch self {
        case .minute: "minute"
        case .hour: "hour"
        case .dayOfMonth: "day of month"
        case .month: "month"
        case .dayOfWeek: "day of week"
        }
    }
}

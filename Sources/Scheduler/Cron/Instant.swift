public import Foundation

/// A moment in whole seconds, the same everywhere on earth.
public struct Instant: Hashable, Sendable {
    /// The seconds since 1970-01-01 00:00 UTC, without leap seconds; negative before.
    public let seconds: Int

    /// Makes an instant from the seconds since 1970-01-01 00:00 UTC.
    public init(seconds: Int) {
        self.seconds = seconds
    }
}

extension Instant: Comparable {
    /// Whether one instant lies before another.
    public static func < (first: Instant, second: Instant) -> Bool {
        first.seconds < second.seconds
    }
}

extension Instant: CustomStringConvertible {
    /// The instant as ISO 8601 writes it in UTC: 2024-07-28T05:00:00Z.
    public var description: String {
        let local = LocalTime(seconds: seconds)
        let second = (seconds % 60 + 60) % 60
        return "\(local.date)T\(local.time):\(second < 10 ? "0" : "")\(second)Z"
    }
}

extension Instant {
    /// The instant of a date of Foundation, rounded down to the second.
    public init(_ date: Date) {
        self.init(seconds: Int(date.timeIntervalSince1970.rounded(.down)))
    }

    /// The instant as a date of Foundation.
    public var date: Date { Date(timeIntervalSince1970: Double(seconds)) }
}

public import Diagnostics
public import Foundation

/// The clocks of a time zone: what they are ahead of UTC, and when that changes.
///
/// Made once, it answers by comparing integers. It knows the changes from 1970 to 2200; before and behind,
/// the clocks stay as they are at the ends.
public struct ZoneClock: Sendable {
    /// The name in the time zone database: Europe/Riga.
    public let name: String
    /// When each stretch of equal offsets begins, in seconds since 1970 UTC, in ascending order.
    private let starts: [Int]
    /// What the clocks are ahead of UTC in each stretch, in seconds.
    private let offsets: [Int]

    /// The years whose changes are known.
    static let years = 1970...2200

    /// Looks a zone up by its name.
    ///
    /// - Parameter name: A place in the time zone database, or UTC. Short forms such as IST or CST stand
    ///   for several zones and are refused.
    /// - Throws: ``ZoneError`` when there is no such zone.
    public init(named name: String) throws(ZoneError) {
        guard name == "UTC" || name.contains("/"), let zone = TimeZone(identifier: name) else {
            throw .unknown(name)
        }
        self.init(zone, name: name)
    }

    /// Makes the clock of a time zone of Foundation.
    public init(_ zone: TimeZone) {
        self.init(zone, name: zone.identifier == "GMT" ? "UTC" : zone.identifier)
    }

    private init(_ zone: TimeZone, name: String) {
        self.name = name
        var moment = Date(timeIntervalSince1970: 0)
        let end = CivilDate.number(ofFirstOf: 1, year: Self.years.upperBound + 1) * 86_400
        var starts = [Int.min]
        var offsets = [zone.secondsFromGMT(for: moment)]
        // Not only daylight saving: every change of the offset is found this way.
        while let change = zone.nextDaylightSavingTimeTransition(after: moment), change > moment,
            change.timeIntervalSince1970 < Double(end)
        {
            moment = change
            let offset = zone.secondsFromGMT(for: change)
            if offset == offsets.last { continue }
            starts.append(Int(change.timeIntervalSince1970.rounded()))
            offsets.append(offset)
        }
        self.starts = starts
        self.offsets = offsets
    }

    /// What the clocks are ahead of UTC at an instant, in seconds; negative west of it.
    public func offset(at instant: Instant) -> Int { offsets[stretch(at: instant.seconds)] }

    /// Whether the clocks of two zones always show the same, whatever the zones are called.
    public func showsTheSame(as other: ZoneClock) -> Bool {
        starts == other.starts && offsets == other.offsets
    }

    /// What the clocks show at an instant.
    public func local(at instant: Instant) -> LocalTime {
        LocalTime(seconds: instant.seconds + offset(at: instant))
    }

    /// The number of the stretch of equal offsets in which an instant lies.
    ///
    /// - Complexity: O(log *n*) in the number of changes.
    func stretch(at seconds: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= seconds { low = middle } else { high = middle }
        }
        return low
    }

    /// How many stretches of equal offsets there are, at least one.
    var countOfStretches: Int { starts.count }

    /// When a stretch begins; the least number for the first.
    func start(of stretch: Int) -> Int { starts[stretch] }

    /// When a stretch is over; the greatest number for the last.
    func end(of stretch: Int) -> Int {
        stretch + 1 < starts.count ? starts[stretch + 1] : .max
    }

    /// What the clocks are ahead of UTC in a stretch, in seconds.
    func offset(of stretch: Int) -> Int { offsets[stretch] }
}

extension ZoneClock: Hashable {
    /// Whether two clocks are those of the same zone by name and time.
    public static func == (first: ZoneClock, second: ZoneClock) -> Bool {
        first.name == second.name && first.showsTheSame(as: second)
    }

    /// Hashes the name alone, which is enough to tell zones apart.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Why a time zone cannot be used.
public enum ZoneError: Error, Hashable, Sendable {
    /// No place of the time zone database has this name, and it is not UTC.
    case unknown(String)
}

extension ZoneError: Diagnosable {
    /// The error, told to a person.
    public var diagnostic: Diagnostic {
        switch self {
        case .unknown(let name):
            Diagnostic(
                .error,
                code: "unknown-time-zone",
                "‘\(name)’ is not a time zone",
                mend: Self.mend(for: name)
            )
        }
    }

    private static func mend(for name: String) -> String {
        let places = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }
        if let place = places.nearest(to: name) { return "write ‘\(place)’" }
        // A city alone is what most people write.
        let cities = places.map { String($0.split(separator: "/").last ?? "") }
        if let city = cities.nearest(to: name.replacing(" ", with: "_")),
            let index = cities.firstIndex(of: city)
        {
            return "write ‘\(places[index])’"
        }
        return "write a place such as ‘Europe/Riga’ or ‘America/New_York’, or UTC"
    }
}

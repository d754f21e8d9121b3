import Foundation
import Testing

@testable import Scheduler

struct ZoneClockTests {
    @Test(arguments: [
        ("UTC", "2024-07-28T05:00:00Z", "2024-07-28 05:00"),
        ("Europe/Riga", "2024-07-28T05:00:00Z", "2024-07-28 08:00"),
        ("Europe/Riga", "2024-03-31T00:59:59Z", "2024-03-31 02:59"),
        ("Europe/Riga", "2024-03-31T01:00:00Z", "2024-03-31 04:00"),
        ("Europe/Riga", "2024-10-27T00:59:59Z", "2024-10-27 03:59"),
        ("Europe/Riga", "2024-10-27T01:00:00Z", "2024-10-27 03:00"),
        ("Europe/Dublin", "2024-01-01T12:00:00Z", "2024-01-01 12:00"),
        ("Asia/Kathmandu", "1985-12-31T18:29:00Z", "1985-12-31 23:59"),
        ("Asia/Kathmandu", "1985-12-31T18:30:00Z", "1986-01-01 00:15"),
        ("Pacific/Apia", "2011-12-30T09:59:00Z", "2011-12-29 23:59"),
        ("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31 00:00"),
        ("Africa/Casablanca", "2024-03-10T02:00:00Z", "2024-03-10 02:00"),
        ("America/New_York", "2199-07-01T12:00:00Z", "2199-07-01 08:00"),
        ("America/New_York", "1969-12-31T23:00:00Z", "1969-12-31 18:00"),
    ])
    func `shows what the clocks of the zone show`(name: String, instant: String, shown: String)
        throws
    {
        let clock = try ZoneClock(named: name)
        #expect(try "\(clock.local(at: Instant(instant)))" == shown)
    }

    @Test(arguments: [
        ("Europe/Rgia", "write ‘Europe/Riga’"),
        ("Riga", "write ‘Europe/Riga’"),
        ("New York", "write ‘America/New_York’"),
        ("europe/riga", "write ‘Europe/Riga’"),
        ("IST", Self.general),
        ("GMT+3", Self.general),
        ("", Self.general),
        ("../etc/passwd", Self.general),
    ])
    func `an unknown zone is refused with the nearest`(name: String, mend: String) throws {
        let error = try #require(throws: ZoneError.self) { try ZoneClock(named: name) }
        #expect(
            "\(error.diagnostic)"
                == "error: ‘\(name)’ is not a time zone [unknown-time-zone]\n  try: \(mend)"
        )
    }

    @Test
    func `zones with the same clocks are told by name alone`() throws {
        let (utc, other) = (try ZoneClock(named: "UTC"), try ZoneClock(named: "Etc/UTC"))
        #expect(utc != other)
        #expect(utc.showsTheSame(as: other))
        #expect(!utc.showsTheSame(as: try ZoneClock(named: "Europe/London")))
    }

    @Test
    func `is what Foundation says, at every full hour of some years`() throws {
        let zone = try #require(TimeZone(identifier: "Australia/Lord_Howe"))
        let clock = ZoneClock(zone)
        let wrong = stride(from: 1_700_000_000, to: 1_735_000_000, by: 3600).filter { second in
            let date = Date(timeIntervalSince1970: Double(second))
            return clock.offset(at: Instant(seconds: second)) != zone.secondsFromGMT(for: date)
        }
        #expect(wrong == [])
    }

    private static let general =
        "write a place such as ‘Europe/Riga’ or ‘America/New_York’, or UTC"
}

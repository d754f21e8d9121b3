import Testing

@testable import Scheduler

struct NextFireTests {
    @Test(arguments: [
        ("* * * * *", "2024-01-01T00:00:00Z", "2024-01-01T00:01:00Z"),
        ("* * * * *", "2024-01-01T00:00:59Z", "2024-01-01T00:01:00Z"),
        ("0 0 * * *", "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z"),
        ("59 23 31 12 *", "2024-12-31T23:58:59Z", "2024-12-31T23:59:00Z"),
        ("0 0 1 1 *", "2024-12-31T23:59:00Z", "2025-01-01T00:00:00Z"),
        ("0 12 31 * *", "2024-01-31T12:00:00Z", "2024-03-31T12:00:00Z"),
        ("0 0 29 2 *", "2024-02-29T00:00:00Z", "2028-02-29T00:00:00Z"),
        ("0 0 29 2 *", "2096-02-29T00:00:00Z", "2104-02-29T00:00:00Z"),
        ("0 0 29 2 */7", "2024-01-01T00:00:00Z", "2032-02-29T00:00:00Z"),
        ("0 0 29 2 */7", "2088-02-29T00:00:00Z", "2128-02-29T00:00:00Z"),
        ("0 0 */28 2 1", "2027-02-01T00:00:00Z", "2038-02-01T00:00:00Z"),
        ("0 0 */28 2 1", "2044-02-01T00:00:00Z", "2044-02-29T00:00:00Z"),
        ("0 0 13 * FRI", "2024-01-01T00:00:00Z", "2024-01-05T00:00:00Z"),
        ("0 0 */100,1-7 * MON", "2024-01-01T00:00:00Z", "2024-02-05T00:00:00Z"),
        ("30 5 * * 7", "2024-07-28T05:30:00Z", "2024-08-04T05:30:00Z"),
        ("0 0 1 1 *", "1969-06-01T00:00:00Z", "1970-01-01T00:00:00Z"),
    ])
    func `finds the next minute that is due`(text: String, from: String, next: String) throws {
        let utc = try ZoneClock(named: "UTC")
        let found = try CronExpression(text).next(after: Instant(from), in: utc)
        #expect(found?.description == next)
    }

    @Test(arguments: ["0 0 29 2 *", "0 0 1 1 *"])
    func `finds none behind the year 2200`(text: String) throws {
        let riga = try ZoneClock(named: "Europe/Riga")
        let found = try CronExpression(text).next(
            9,
            after: Instant("2196-02-01T00:00:00Z"),
            in: riga
        )
        #expect([1, 4].contains(found.count))
        #expect(found.last.map { $0 < Instant(seconds: 7_289_654_400) } == true)
    }

    /// New York put its clocks forward at 07:00 UTC on 14 March 2021 and back at 06:00 UTC on 7 November.
    @Test(arguments: [
        // Of many that are left out, seven come then, and six in each minute behind it.
        ("0-6 2 * * *", "03-13T12:00", ["03-14T07:00", "03-15T06:00"]),
        ("0-13 2 * * *", "03-13T12:00", ["03-14T07:00", "03-14T07:01", "03-14T07:02"]),
        // A time of day that is left out comes when the clocks are changed, once for all.
        ("30 2 * * *", "03-13T12:00", ["03-14T07:00", "03-15T06:30"]),
        ("0,30 2 * * *", "03-13T12:00", ["03-14T07:00", "03-15T06:00"]),
        ("0 2,3 * * *", "03-13T12:00", ["03-14T07:00", "03-15T06:00"]),
        ("30 2 * * *", "03-14T06:59", ["03-14T07:00"]),
        ("30 2 * * *", "03-14T07:00", ["03-15T06:30"]),
        ("30 2 14 3 *", "03-14T06:00", ["03-14T07:00"]),
        // Real time leaves out what the clocks leave out.
        ("*/30 * * * *", "03-14T06:30", ["03-14T07:00", "03-14T07:30"]),
        ("0 */2 * * *", "03-14T05:00", ["03-14T08:00"]),
        ("* 2 * * *", "03-13T12:00", ["03-15T06:00"]),
        // A time of day that comes twice is due the first time.
        ("30 1 * * *", "11-07T04:00", ["11-07T05:30", "11-08T06:30"]),
        ("30 1 * * *", "11-07T06:10", ["11-08T06:30"]),
        ("30 1-3 * * *", "11-07T04:00", ["11-07T05:30", "11-07T07:30", "11-07T08:30"]),
        ("0 2 * * *", "11-07T05:00", ["11-07T07:00"]),
        // Real time goes on.
        (
            "*/30 * * * *", "11-07T05:00",
            ["11-07T05:30", "11-07T06:00", "11-07T06:30", "11-07T07:00"]
        ),
        ("30 */1 * * *", "11-07T05:00", ["11-07T05:30", "11-07T06:30", "11-07T07:30"]),
    ])
    func `keeps each day's run when the clocks change`(
        text: String,
        from: String,
        fires: [String]
    ) throws {
        let zone = try ZoneClock(named: "America/New_York")
        let from = try Instant("2021-\(from):00Z")
        let found = try CronExpression(text).next(fires.count, after: from, in: zone)
        #expect(found.map(\.description) == fires.map { "2021-\($0):00Z" })
    }

    @Test(arguments: [
        // Half an hour forward.
        ("15 2 * * *", "Australia/Lord_Howe", "2021-10-02T00:00:00Z", "2021-10-02T15:30:00Z"),
        // Forward at midnight.
        ("0 0 * * *", "America/Sao_Paulo", "2018-11-03T12:00:00Z", "2018-11-04T03:00:00Z"),
        // Two hours forward.
        ("30 1 * * *", "Antarctica/Troll", "2021-03-28T00:00:00Z", "2021-03-28T01:00:00Z"),
        // A whole day left out, at the date line: no change of the season, so the day's run is lost.
        ("0 9 30 12 *", "Pacific/Apia", "2011-12-01T00:00:00Z", "2012-12-29T19:00:00Z"),
        ("0 9 * * *", "Pacific/Apia", "2011-12-29T19:00:00Z", "2011-12-30T19:00:00Z"),
        // An offset with seconds, before 1972.
        ("0 0 1 * *", "Africa/Monrovia", "1971-01-15T00:00:00Z", "1971-02-01T00:44:30Z"),
    ])
    func `keeps to the clocks of a zone`(
        text: String,
        zone: String,
        from: String,
        next: String
    ) throws {
        let found = try CronExpression(text).next(after: Instant(from), in: ZoneClock(named: zone))
        #expect(found?.description == next)
    }
}

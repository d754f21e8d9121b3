import Testing

@testable import Scheduler

struct CronWarningTests {
    @Test(arguments: [
        (
            "0 7 13 * FRI",
            "day of month ‘13’ or day of week ‘FRI’ is enough; not both are needed [cron-either-day]"
        ),
        (
            "0 7 */100,1-7 * MON",
            "day of month ‘*/100,1-7’ and day of week ‘MON’ are both needed, "
                + "since one begins with ‘*’ [cron-both-days]"
        ),
        (
            "*/7 7 * * *",
            "the minute begins anew behind 56: the last step is no full 7 [cron-uneven-step]"
        ),
        (
            "0 0 */2 * *",
            "the day of month begins anew behind 31: the last step is no full 2 [cron-uneven-step]"
        ),
        (
            "*/90 7 * * *",
            "the step 90 in the minute field reaches no second value: only 0 is meant "
                + "[cron-wide-step]"
        ),
        (
            "30 3 * * SUN",
            "the clocks of Europe/Riga leave out 2027-03-28 03:30: the run comes at 04:00 "
                + "[cron-time-left-out]"
        ),
        (
            "*/30 3 * 3 *",
            "the clocks of Europe/Riga leave out 2027-03-28 03:00: there is no run "
                + "[cron-time-left-out]"
        ),
        (
            "15 3 31 10 *",
            "the clocks of Europe/Riga show 2027-10-31 03:15 twice: the run comes the first time "
                + "[cron-time-shown-twice]"
        ),
        (
            "*/20 3 31 10 *",
            "the clocks of Europe/Riga show 2027-10-31 03:00 twice: there are two runs "
                + "[cron-time-shown-twice]"
        ),
    ])
    func `warns of what may not be meant`(text: String, summary: String) throws {
        let riga = try ZoneClock(named: "Europe/Riga")
        let now = try Instant("2027-01-01T00:00:00Z")
        let warnings = try CronExpression(text).warnings(after: now, in: riga)
        let told = warnings.map { warning in
            "\(warning.diagnostic)".prefix { $0 != "\n" }.dropFirst("warning: ".count)
        }
        #expect(told.contains { $0 == summary }, "\(told)")
    }

    @Test(arguments: [
        "* * * * *", "*/15 * * * *", "0 * * * *", "0 7 * * *", "0 7 * * MON-FRI", "0 7 1 * *",
        "@daily", "@weekly", "0 */2 1 1 *", "30 3 * * MON", "0-30/7 8 * * *", "0 7 1-31 * MON",
        "0 7 1 * 0-6", "5-5/1 7 * * *", "30 2 * * *", "0 4 * * *",
    ])
    func `is silent where nothing is in doubt`(text: String) throws {
        let riga = try ZoneClock(named: "Europe/Riga")
        let now = try Instant("2027-01-01T00:00:00Z")
        #expect(try CronExpression(text).warnings(after: now, in: riga) == [])
    }

    @Test
    func `warns of the next changes only`() throws {
        let riga = try ZoneClock(named: "Europe/Riga")
        let expression = try CronExpression("30 3 28 3 *")
        #expect(
            try expression.warnings(after: Instant("2027-01-01T00:00:00Z"), in: riga).count == 1
        )
        #expect(try expression.warnings(after: Instant("2027-04-01T00:00:00Z"), in: riga) == [])
    }
}

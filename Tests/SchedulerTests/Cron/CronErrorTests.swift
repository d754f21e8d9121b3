import Diagnostics
import Testing

@testable import Scheduler

struct CronErrorTests {
    @Test(arguments: [
        ("", "cron-blank", 1),
        (" \t ", "cron-blank", 1),
        ("*", "cron-too-few-fields", 1),
        ("0 7 * *", "cron-too-few-fields", 1),
        ("daily", "cron-too-few-fields", 1),
        ("0 0 7 * * *", "cron-too-many-fields", 11),
        ("0 0 7 ? * MON", "cron-too-many-fields", 11),
        ("0 7 * * * 2024", "cron-too-many-fields", 11),
        ("0 0 7 ? * MON 2024", "cron-too-many-fields", 11),
        ("0 7 * * * briefctl run", "cron-too-many-fields", 11),
        ("0 7 * * * root briefctl run", "cron-too-many-fields", 11),
        ("CRON_TZ=Europe/Riga 0 7 * * *", "cron-time-zone", 1),
        ("TZ=UTC 0 7 * * *", "cron-time-zone", 1),
        ("@reboot", "cron-reboot", 1),
        ("@Reboot", "cron-reboot", 1),
        ("@every 5m", "cron-interval", 1),
        ("@every_minute", "cron-interval", 1),
        ("@dayly", "cron-unknown-word", 1),
        ("@", "cron-unknown-word", 1),
        ("@fortnightly", "cron-unknown-word", 1),
        (" @daily briefctl", "cron-behind-word", 9),
        ("1,,2 * * * *", "cron-empty-part", 3),
        (",1 * * * *", "cron-empty-part", 1),
        ("1, * * * *", "cron-empty-part", 3),
        (", * * * *", "cron-empty-part", 1),
        ("x * * * *", "cron-not-a-value", 1),
        ("-1 * * * *", "cron-not-a-value", 1),
        ("+1 * * * *", "cron-not-a-value", 1),
        ("1- * * * *", "cron-not-a-value", 1),
        ("- * * * *", "cron-not-a-value", 1),
        ("1-2-3 * * * *", "cron-not-a-value", 1),
        ("*-5 * * * *", "cron-not-a-value", 1),
        ("** * * * *", "cron-not-a-value", 1),
        ("5* * * * *", "cron-not-a-value", 1),
        ("1.5 * * * *", "cron-not-a-value", 1),
        ("0x1 * * * *", "cron-not-a-value", 1),
        ("٣ * * * *", "cron-not-a-value", 1),
        ("0 7am * * *", "cron-not-a-value", 3),
        ("0 7:30 * * *", "cron-not-a-value", 3),
        ("JAN * * * *", "cron-not-a-value", 1),
        ("0 0 MON * *", "cron-not-a-value", 5),
        ("0 0 * MON *", "cron-not-a-value", 7),
        ("0 0 * JANUARY *", "cron-not-a-value", 7),
        ("0 0 * * MONDAY", "cron-not-a-value", 9),
        ("0 0 * * \u{17F}un", "cron-not-a-value", 9),
        ("0 0 * * MO", "cron-not-a-value", 9),
        ("0 0 * * MON-FIR", "cron-not-a-value", 13),
        ("0 0 * * 1\n* * * * *", "cron-too-many-fields", 13),
        ("0 0 * * 1\n", "cron-not-a-value", 9),
        ("/5 * * * *", "cron-not-a-value", 1),
        ("*/5/5 * * * *", "cron-not-a-value", 1),
        ("60 * * * *", "cron-out-of-range", 1),
        ("0 24 * * *", "cron-out-of-range", 3),
        ("0 0 0 * *", "cron-out-of-range", 5),
        ("0 0 32 * *", "cron-out-of-range", 5),
        ("0 0 * 0 *", "cron-out-of-range", 7),
        ("0 0 * 13 *", "cron-out-of-range", 7),
        ("0 0 * * 8", "cron-out-of-range", 9),
        ("0 9-24 * * *", "cron-out-of-range", 5),
        ("99999999999999999999 * * * *", "cron-out-of-range", 1),
        ("51-4 * * * *", "cron-wrapped-range", 1),
        ("0 22-6 * * *", "cron-wrapped-range", 3),
        ("0 0 * NOV-FEB *", "cron-wrapped-range", 7),
        ("0 0 * * 7-1", "cron-wrapped-range", 9),
        ("0 0 * * FRI-MON", "cron-wrapped-range", 9),
        ("0 0 * * sat-sun", "cron-wrapped-range", 9),
        ("5/15 * * * *", "cron-step-without-range", 1),
        ("0 0 * * MON/2", "cron-step-without-range", 9),
        ("*/0 * * * *", "cron-bad-step", 3),
        ("*/ * * * *", "cron-bad-step", 3),
        ("*/x * * * *", "cron-bad-step", 3),
        ("*/-5 * * * *", "cron-bad-step", 3),
        ("*/2-5 * * * *", "cron-bad-step", 3),
        ("0-30/0 * * * *", "cron-bad-step", 6),
        ("*/4294967297 * * * *", "cron-bad-step", 3),
        ("0 0 ? * *", "cron-question-mark", 5),
        ("0 0 * * ?", "cron-question-mark", 9),
        ("0 0 L * *", "cron-last-day", 5),
        ("0 0 LW * *", "cron-last-day", 5),
        ("0 0 L-3 * *", "cron-last-day", 5),
        ("0 0 * * 5L", "cron-last-day", 9),
        ("0 0 * * FRIL", "cron-last-day", 9),
        ("0 0 15W * *", "cron-nearest-workday", 5),
        ("0 0 1,15w * *", "cron-nearest-workday", 7),
        ("0 0 * * 1#2", "cron-ordinal", 9),
        ("0 0 * * MON#1", "cron-ordinal", 9),
        ("0 0 30 2 *", "cron-impossible-date", 5),
        ("0 0 31 4,6,9,11 *", "cron-impossible-date", 5),
        ("0 0 30-31 FEB *", "cron-impossible-date", 5),
        ("0 0 30 2 */2", "cron-impossible-date", 5),
    ])
    func `is refused`(text: String, code: String, column: Int) throws {
        let error = try #require(throws: CronError.self) { try CronExpression(text) }
        #expect(error.diagnostic.code == code)
        #expect(error.column == column)
    }

    @Test(arguments: [
        "0 0 30 2 1", "0 0 31 4,5 *", "0 0 29 2 *", "0 0 */30 2 *", "*/90 * * * *", "0 0 * * 0-7",
        "0 0 * JUL WED", "0 0 1 jul-AUG *",
    ])
    func `is let pass`(text: String) throws {
        _ = try CronExpression(text)
    }

    @Test(arguments: [
        ("", "the schedule is empty [cron-blank]", Self.fiveFields),
        ("0 7", "the schedule has 2 fields, not five [cron-too-few-fields]", Self.fiveFields),
        (
            "0 0 7 ? * MON", "the schedule has 6 fields, not five [cron-too-many-fields]",
            "drop the seconds: ‘0 7 * * MON’"
        ),
        (
            "0 7 * * 1 2024-2026", "the schedule has 6 fields, not five [cron-too-many-fields]",
            "drop the year: ‘0 7 * * 1’"
        ),
        (
            "0 0 7 ? * 2 *", "the schedule has 7 fields, not five [cron-too-many-fields]",
            "drop the seconds and the year: ‘0 7 * * 2’"
        ),
        (
            "0 7 * * * briefctl run",
            "something follows the five fields of the schedule [cron-too-many-fields]",
            "write ‘0 7 * * *’ alone"
        ),
        (
            "CRON_TZ=Asia/Tokyo 0 7 * * *",
            "‘CRON_TZ=Asia/Tokyo’ does not set the time zone of a schedule [cron-time-zone]",
            "drop ‘CRON_TZ=Asia/Tokyo’ and name the zone beside the schedule"
        ),
        ("@dayly", "‘@dayly’ is not a schedule [cron-unknown-word]", "write ‘@daily’"),
        (
            "@fortnightly", "‘@fortnightly’ is not a schedule [cron-unknown-word]",
            "use one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually"
        ),
        ("@Daily x", "something follows ‘@Daily’ [cron-behind-word]", "write ‘@daily’ alone"),
        ("0 0 * * MNO", "‘MNO’ is not a day of the week [cron-not-a-value]", "write ‘MON’"),
        ("0 0 * June *", "‘June’ is not a month [cron-not-a-value]", "write ‘JUN’"),
        ("0 7am * * *", "‘7am’ is not an hour [cron-not-a-value]", "write a number from 0 to 23"),
        (
            "0 0 * 13 *", "month ‘13’ is out of range [cron-out-of-range]",
            "write a number from 1 to 12 or JAN to DEC"
        ),
        (
            "51-4 * * * *", "the range ‘51-4’ ends before it begins [cron-wrapped-range]",
            "write ‘51-59,0-4’"
        ),
        (
            "0 22-6/3 * * *", "the range ‘22-6/3’ ends before it begins [cron-wrapped-range]",
            "write ‘22,1-6/3’"
        ),
        (
            "0 0 * OCT-2 *", "the range ‘OCT-2’ ends before it begins [cron-wrapped-range]",
            "write ‘10-12,1-2’"
        ),
        (
            "0 0 * * FRI-MON", "the range ‘FRI-MON’ ends before it begins [cron-wrapped-range]",
            "write ‘5-6,0-1’"
        ),
        (
            "0 0 * * 7-2", "the range ‘7-2’ ends before it begins [cron-wrapped-range]",
            "write ‘0-2’"
        ),
        (
            "5/15 * * * *", "the step in ‘5/15’ follows no range [cron-step-without-range]",
            "write ‘5-59/15’"
        ),
        ("*/0 * * * *", "‘0’ is not a step [cron-bad-step]", "write a step from 1 to 59"),
        ("0 0 ? * *", "‘?’ is not known to cron [cron-question-mark]", "write ‘*’"),
        (
            "0 0 L * *", "‘L’ is not known to cron, which has no last day [cron-last-day]",
            "write a day that all months have, from 1 to 28"
        ),
        (
            "0 0 * * MON#1", "cron does not count weekdays: ‘MON#1’ [cron-ordinal]",
            "write ‘*/100,1-7’ as day of month and ‘MON’ as day of week"
        ),
        (
            "0 0 30 2 *", "day ‘30’ never comes in month ‘2’ [cron-impossible-date]",
            "write a day up to 29"
        ),
    ])
    func `is told with what to write`(text: String, summary: String, mend: String) throws {
        let error = try #require(throws: CronError.self) { try CronExpression(text) }
        #expect("\(error.diagnostic)" == "error: \(summary)\n  try: \(mend)")
    }

    @Test
    func `is told where it stands in a file`() throws {
        let error = try #require(throws: CronError.self) { try CronExpression("0 7 * * MNO") }
        let place = Place("briefing.yml", line: 4, column: 15)
        #expect(error.diagnostic(at: place).place == Place("briefing.yml", line: 4, column: 23))
    }

    private static let fiveFields =
        "write five fields: minute, hour, day of month, month, day of week"
}

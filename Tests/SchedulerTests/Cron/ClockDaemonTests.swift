import Testing

@testable import Scheduler

struct ClockDaemonTests {
    @Test(arguments: [
        ("America/New_York", "2021-03-14T07:00:00Z"),
        ("America/New_York", "2021-11-07T06:00:00Z"),
        ("Europe/Dublin", "2021-03-28T01:00:00Z"),
        ("Europe/Dublin", "2021-10-31T01:00:00Z"),
        ("Australia/Lord_Howe", "2021-10-02T15:30:00Z"),
        ("Australia/Lord_Howe", "2021-04-03T15:00:00Z"),
        ("Antarctica/Troll", "2021-03-28T01:00:00Z"),
        ("Antarctica/Troll", "2021-10-31T01:00:00Z"),
        ("Pacific/Apia", "2011-12-30T10:00:00Z"),
        ("America/Sao_Paulo", "2018-02-18T02:00:00Z"),
        ("Asia/Kathmandu", "2021-06-01T00:00:00Z"),
    ])
    func `finds what a daemon would run that wakes each minute`(zone: String, change: String) throws
    {
        let clock = try ZoneClock(named: zone)
        let middle = try Instant(change).seconds
        var generator = SeededNumbers(seed: UInt64(middle))
        for _ in 0..<12 {
            let expression = try CronExpression.random(using: &generator)
            var daemon = Daemon(expression, clock, start: middle - 14 * 3600)
            let expected = daemon.fires(until: middle + 14 * 3600)
            var found: [Int] = []
            var last = Instant(seconds: middle - 14 * 3600)
            while let next = expression.next(after: last, in: clock),
                next.seconds <= middle + 14 * 3600
            {
                found.append(next.seconds)
                last = next
            }
            #expect(found == expected, "\(expression)")
        }
    }
}

/// Wakes each minute, compares it with the one it has worked up to, and catches up or waits.
///
/// Source: the rule that cron(8) of Debian tells under “Daylight Saving Time and other time changes”. It
/// catches up at once here, where the real one rests between the minutes.
private struct Daemon {
    let expression: CronExpression
    let clock: ZoneClock
    var now: Int
    /// The minute of the clock up to which times of day have been run.
    var done: Int

    init(_ expression: CronExpression, _ clock: ZoneClock, start: Int) {
        self.expression = expression
        self.clock = clock
        now = start
        done = clock.local(at: Instant(seconds: start)).minutes
    }

    mutating func fires(until end: Int) -> [Int] {
        var fires: [Int] = []
        while now < end {
            now += 60
            let shown = clock.local(at: Instant(seconds: now)).minutes
            if runs(at: shown) { fires.append(now) }
        }
        return fires
    }

    private mutating func runs(at shown: Int) -> Bool {
        let ahead = shown - done
        if ahead > 180 || ahead <= -180 {
            done = shown
            return isDue(shown)
        }
        if expression.isRealTime {
            done = max(done, shown)
            return isDue(shown)
        }
        var isRun = false
        while done < shown {
            done += 1
            if isDue(done) { isRun = true }
        }
        return isRun
    }

    private func isDue(_ minute: Int) -> Bool {
        let day = minute.floorDivided(by: 1440)
        let date = CivilDate(number: day)
        let mask = expression.mask
        let isDay = mask.days.holds(date.day)
        let isWeekday = mask.weekdays.holds(((day + 4) % 7 + 7) % 7)
        return mask.minutes.holds(minute - minute.floorDivided(by: 60) * 60)
            && mask.hours.holds(minute.floorDivided(by: 60) - day * 24)
            && mask.months.holds(date.month)
            && (mask.isEitherDay ? isDay || isWeekday : isDay && isWeekday)
    }
}

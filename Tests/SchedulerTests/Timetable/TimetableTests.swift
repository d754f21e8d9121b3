import Scheduler
import Testing

struct TimetableTests {
    /// Mondays at seven, in a zone with clock changes.
    private func weekly(
        _ catchUp: Timetable.CatchUp = .once,
        window: Int = 43_200
    ) throws -> Timetable {
        Timetable(
            try CronExpression("0 7 * * 1"),
            in: try ZoneClock(named: "Europe/Riga"),
            catchUp: catchUp,
            window: window
        )
    }

    /// Monday 2025-03-10 07:00 in Riga.
    private static let monday = 1_741_582_800
    private static let week = 604_800

    @Test(
        arguments: [
            (-1, nil), (0, ""), (89, ""), (91, "ran 1, late 1m31s"), (7800, "ran 1, late 2h10m"),
            (43_200, "ran 1, late 12h"), (43_201, "missed 1, ran 0, late 12h"),
        ] as [(Int, String?)]
    )
    func `a slot is due once it came, on time, late or too late`(delay: Int, told: String?) throws {
        let last = Instant(seconds: Self.monday - Self.week)
        let now = Instant(seconds: Self.monday + delay)
        let due = try weekly().due(since: last, at: now)
        #expect(due?.told == told)
        #expect(due.map(\.slot.seconds) == told.map { _ in Self.monday })
    }

    @Test func `missed slots come to one run`() throws {
        let last = Instant(seconds: Self.monday - 4 * Self.week)
        let now = Instant(seconds: Self.monday + 7800)
        let due = try #require(try weekly().due(since: last, at: now))
        #expect(due.told == "missed 3, ran 1, late 2h10m")
        #expect(!due.isTooLate)
    }

    @Test func `what is to be skipped is skipped, and a slot on time is not`() throws {
        let last = Instant(seconds: Self.monday - Self.week)
        let skipping = try weekly(.skip)
        #expect(
            skipping.due(since: last, at: Instant(seconds: Self.monday + 600))?.isTooLate == true
        )
        #expect(
            skipping.due(since: last, at: Instant(seconds: Self.monday + 60))?.isTooLate == false
        )
    }

    @Test(arguments: [-3 * 86_400, -3600, 0, 3600])
    func `a slot that was seen to never comes again when the clock is set`(jump: Int) throws {
        let seen = Instant(seconds: Self.monday)
        #expect(try weekly().due(since: seen, at: Instant(seconds: Self.monday + jump)) == nil)
    }

    @Test func `without a past only slots within the window count`() throws {
        let table = try weekly()
        #expect(table.due(since: nil, at: Instant(seconds: Self.monday + 43_200))?.missed == 0)
        #expect(table.due(since: nil, at: Instant(seconds: Self.monday + 43_300)) == nil)
    }

    @Test func `a year of rounds every five minutes runs each week once`() throws {
        let table = try weekly()
        var last = Instant(seconds: Self.monday - 1)
        var ran: [Int] = []
        for step in 0..<(365 * 288) {
            // Now and then the clock is set back by an hour, or the machine sleeps for a day.
            let drift = step % 997 == 0 ? -3600 : 0
            if (step / 288) % 50 == 49 { continue }
            let now = Instant(seconds: Self.monday + step * 300 + drift)
            guard let due = table.due(since: last, at: now) else { continue }
            last = due.slot
            ran.append(due.slot.seconds)
        }
        #expect(ran.count == 53)
        #expect(Set(ran).count == ran.count)
    }
}

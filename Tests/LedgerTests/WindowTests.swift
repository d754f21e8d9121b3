import Records
import Testing

@testable import Ledger

struct WindowTests {
    static func day(_ text: String) -> Day { CalendarDate(text)?.day ?? Day(number: 0) }

    static func window(_ text: String) -> Window {
        let ends = text.split(separator: "/").map(String.init)
        return Window(first: CalendarDate(ends[0])?.day, last: day(ends[1]))
    }

    @Test(
        arguments: [
            (.day, "2024-07-31", "2024-07-31/2024-07-31"),
            (.week(startsOn: 1), "2024-07-31", "2024-07-29/2024-08-04"),
            (.week(startsOn: 1), "2024-07-29", "2024-07-29/2024-08-04"),
            (.week(startsOn: 7), "2024-07-31", "2024-07-28/2024-08-03"),
            (.week(startsOn: 4), "2024-07-31", "2024-07-25/2024-07-31"),
            (.month, "2024-02-29", "2024-02-01/2024-02-29"),
            (.month, "2024-12-01", "2024-12-01/2024-12-31"),
            (.all, "2024-07-31", "../2024-07-31"),
        ] as [(Cadence, String, String)]
    )
    func `a period holds its day`(cadence: Cadence, day: String, window: String) {
        #expect("\(cadence.window(holding: Self.day(day)))" == window)
    }

    @Test(
        arguments: [
            (
                .day, nil, "2024-07-30", "2024-08-01",
                ["2024-07-30/2024-07-30", "2024-07-31/2024-07-31"]
            ),
            (.day, "2024-07-30/2024-07-30", "2024-01-01", "2024-07-31", []),
            (
                .week(startsOn: 1), "2024-07-15/2024-07-21", "2024-01-01", "2024-08-05",
                ["2024-07-22/2024-07-28", "2024-07-29/2024-08-04"]
            ),
            (.week(startsOn: 1), nil, "2024-07-31", "2024-08-04", []),
            (
                .month, "2024-01-01/2024-01-31", "2024-01-01", "2024-03-01",
                ["2024-02-01/2024-02-29"]
            ),
            (.all, nil, "2024-07-30", "2024-08-01", ["../2024-07-31"]),
            (.all, "../2024-07-31", "2024-07-30", "2024-08-01", []),
            (.all, nil, "2024-08-01", "2024-08-01", []),
        ] as [(Cadence, String?, String, String, [String])]
    )
    func `what is over and was not issued is due`(
        cadence: Cadence,
        last: String?,
        start: String,
        today: String,
        due: [String]
    ) {
        let windows = cadence.due(
            after: last.map(Self.window),
            startingWith: Self.day(start),
            today: Self.day(today)
        )
        #expect(windows.map(\.description) == due)
    }

    @Test
    func `a changed cadence leaves no gap`() {
        let due = Cadence.month.due(
            after: Self.window("2024-07-15/2024-07-21"),
            startingWith: Self.day("2024-07-01"),
            today: Self.day("2024-09-01")
        )
        #expect(due.map(\.description) == ["2024-07-22/2024-07-31", "2024-08-01/2024-08-31"])
    }

    @Test(arguments: [
        ("2024-07-31", true), ("2024-08-01", false), ("2024-07", false), ("2024-W30", true),
    ])
    func `a window holds what lies in it as a whole`(date: String, isHeld: Bool) throws {
        let date = try #require(CalendarDate(date))
        #expect(Self.window("2024-07-22/2024-07-31").holds(date) == isHeld)
    }
}

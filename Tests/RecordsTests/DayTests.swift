import Records
import Testing

struct DayTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (2000, 2, 29, 11_016), (2024, 7, 28, 19_932), (1, 1, 1, -719_162),
        (9999, 12, 31, 2_932_896), (1969, 12, 31, -1),
    ])
    func `counts days from 1970`(year: Int, month: Int, day: Int, number: Int) throws {
        let made = try #require(Day(year: year, month: month, day: day))
        #expect(made.number == number)
        #expect([made.year, made.month, made.day] == [year, month, day])
    }

    @Test(arguments: [
        (2023, 2, 29), (2024, 2, 30), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (0, 1, 1),
    ])
    func `makes no day that the calendar lacks`(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        ("2024-07-28", 7, 2024, 30), ("2024-12-30", 1, 2025, 1), ("2021-01-03", 7, 2020, 53),
        ("1970-01-01", 4, 1970, 1), ("1969-12-31", 3, 1970, 1),
    ])
    func `knows weekday and week`(text: String, weekday: Int, year: Int, week: Int) throws {
        let day = try #require(CalendarDate(text)?.day)
        #expect(day.weekday == weekday)
        #expect(day.week == (year, week))
    }
}

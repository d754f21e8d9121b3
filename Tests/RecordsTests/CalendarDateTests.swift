import Records
import Testing

struct CalendarDateTests {
    @Test(arguments: ["2024", "2024-07", "2024-W30", "2024-07-28", "2020-W53", "0001-01-01"])
    func `reads what it writes`(text: String) throws {
        #expect(try #require(CalendarDate(text)).description == text)
    }

    @Test(arguments: [
        "", "24", "2024-7x", "2024-13", "2024-W54", "2021-W53", "2024-02-30", "2024-07-28-1",
    ])
    func `reads nothing else`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(arguments: [
        ("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-W30", "2024-07-22", "2024-07-28"), ("2024-07-28", "2024-07-28", "2024-07-28"),
    ])
    func `covers its first to its last day`(text: String, first: String, last: String) throws {
        let date = try #require(CalendarDate(text))
        #expect("\(date.first)" == first)
        #expect("\(date.last)" == last)
    }

    @Test
    func `orders by beginning, the longer before the shorter`() {
        let dates = ["2024-07-01", "2024-07", "2024", "2023-12-31", "2024-W27"].compactMap(
            CalendarDate.init
        )
        #expect(
            dates.sorted().map(\.description) == [
                "2023-12-31", "2024", "2024-07", "2024-W27", "2024-07-01",
            ]
        )
    }
}

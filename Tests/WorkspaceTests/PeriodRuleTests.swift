import Foundation
import Records
import Testing
import Workspace

struct PeriodRuleTests {
    @Test(arguments: [
        (PeriodRule.day, "2024-07-28", "2024-07-28", "2024-07-28", "2024-07-28"),
        (.week(from: 1), "2024-07-28", "2024-07-22", "2024-07-28", "2024-W30"),
        (.week(from: 1), "2024-07-29", "2024-07-29", "2024-08-04", "2024-W31"),
        (.week(from: 1), "2024-12-31", "2024-12-30", "2025-01-05", "2025-W01"),
        (.week(from: 1), "2027-01-01", "2026-12-28", "2027-01-03", "2026-W53"),
        (.week(from: 7), "2024-07-28", "2024-07-28", "2024-08-03", "2024-07-28--2024-08-03"),
        (.week(from: 7), "2024-07-27", "2024-07-21", "2024-07-27", "2024-07-21--2024-07-27"),
        (.week(from: 6), "2024-07-28", "2024-07-27", "2024-08-02", "2024-07-27--2024-08-02"),
        (.month, "2024-02-15", "2024-02-01", "2024-02-29", "2024-02"),
        (.month, "2023-02-28", "2023-02-01", "2023-02-28", "2023-02"),
        (.month, "2024-12-01", "2024-12-01", "2024-12-31", "2024-12"),
    ])
    func `a day lies in its period`(
        rule: PeriodRule,
        day: String,
        first: String,
        last: String,
        name: String
    ) throws {
        let window = rule.window(containing: try #require(CalendarDate(day)?.day))
        #expect(window.first?.description == first)
        #expect(window.last?.description == last)
        #expect(window.name == name)
        #expect(rule.window(named: name) == window)
    }

    @Test
    func `all there is is one period without an end`() {
        let window = PeriodRule.all.window(containing: Day(number: 0))
        #expect(window.first == nil && window.last == nil)
        #expect(window.name == "all")
        #expect(window.contains(Day(number: -700_000)))
        #expect(window.end(in: .gmt) == nil)
        #expect(PeriodRule.all.window(after: window) == nil)
        #expect(PeriodRule.all.window(named: "all") == window)
        #expect(PeriodRule.all.window(named: "2024-W30") == nil)
        #expect(PeriodRule.all.lastEnded(at: Date(timeIntervalSince1970: 0), in: .gmt) == window)
    }

    @Test(arguments: [
        (PeriodRule.day, "2024-W30"), (.day, "all"), (.day, "2024-07"), (.day, ""),
        (.week(from: 1), "2024-07-28"), (.week(from: 1), "2024-W54"),
        (.week(from: 1), "2024-07-22--2024-07-28"), (.week(from: 7), "2024-W30"),
        (.week(from: 7), "2024-08-03--2024-07-28"), (.week(from: 7), "2024-07--2024-08"),
        (.month, "2024"), (.month, "2024-13"), (.month, "../2024-07"),
    ])
    func `a name of another rule is none`(rule: PeriodRule, name: String) {
        #expect(rule.window(named: name) == nil)
    }

    @Test(arguments: [
        ("2024-07-28T14:59:59Z", "Asia/Tokyo", "2024-07-28", "2024-W29"),
        ("2024-07-28T15:00:00Z", "Asia/Tokyo", "2024-07-29", "2024-W30"),
        ("2024-07-28T23:59:59Z", "Etc/UTC", "2024-07-28", "2024-W29"),
        ("2024-07-29T00:00:00Z", "Etc/UTC", "2024-07-29", "2024-W30"),
        ("2024-07-29T03:59:59Z", "America/New_York", "2024-07-28", "2024-W29"),
        ("2024-07-29T04:00:00Z", "America/New_York", "2024-07-29", "2024-W30"),
        ("1969-12-31T23:59:59Z", "Etc/UTC", "1969-12-31", "1969-W52"),
    ])
    func `midnight in the zone parts periods`(
        instant: String,
        zone: String,
        day: String,
        ended: String
    ) throws {
        let instant = try Date(instant, strategy: .iso8601)
        let zone = try #require(TimeZone(identifier: zone))
        #expect(Day(of: instant, in: zone).description == day)
        #expect(PeriodRule.week(from: 1).lastEnded(at: instant, in: zone).name == ended)
        #expect(PeriodRule.day.window(at: instant, in: zone).name == day)
    }

    @Test(arguments: [
        ("2024-07-28", "Asia/Tokyo", "2024-07-27T15:00:00Z"),
        ("2024-03-31", "Europe/Berlin", "2024-03-30T23:00:00Z"),
        ("2024-04-01", "Europe/Berlin", "2024-03-31T22:00:00Z"),
        ("2024-10-28", "Europe/Berlin", "2024-10-27T23:00:00Z"),
        // Clocks go from 24:00 to 01:00: the day begins an hour late.
        ("2024-09-08", "America/Santiago", "2024-09-08T04:00:00Z"),
        ("2024-07-28", "Pacific/Kiritimati", "2024-07-27T10:00:00Z"),
        ("2024-07-28", "Pacific/Pago_Pago", "2024-07-28T11:00:00Z"),
    ])
    func `a day begins at its first moment`(day: String, zone: String, start: String) throws {
        let day = try #require(CalendarDate(day)?.day)
        let zone = try #require(TimeZone(identifier: zone))
        let instant = day.start(in: zone)
        #expect(instant == (try Date(start, strategy: .iso8601)))
        #expect(Day(of: instant, in: zone) == day)
        #expect(Day(of: instant.addingTimeInterval(-1), in: zone) == day.advanced(by: -1))
    }

    @Test(arguments: [
        PeriodRule.day, .month, .week(from: 1), .week(from: 2), .week(from: 3), .week(from: 4),
        .week(from: 5), .week(from: 6), .week(from: 7),
    ])
    func `periods follow each other without gap or overlap`(rule: PeriodRule) throws {
        let start = try #require(Day(year: 2023, month: 11, day: 17))
        var window = rule.window(containing: start)
        for _ in 0..<60 {
            let next = try #require(rule.window(after: window))
            #expect(next.first == window.last?.advanced(by: 1))
            let first = try #require(next.first)
            #expect(next == rule.window(containing: first))
            #expect(rule.window(named: next.name) == next)
            #expect(next.contains(first) && !window.contains(first))
            let end = try #require(window.end(in: .gmt))
            #expect(rule.lastEnded(at: end, in: .gmt) == window)
            #expect(rule.lastEnded(at: end.addingTimeInterval(-1), in: .gmt) != window)
            window = next
        }
    }

    @Test
    func `a new rule begins where the old one ended`() throws {
        let day = try #require(Day(year: 2024, month: 7, day: 31))
        let month = PeriodRule.month.window(containing: day)
        let week = PeriodRule.week(from: 1)
        let first = try #require(week.window(after: month))
        #expect(first.name == "2024-08-01--2024-08-04")
        #expect(week.window(named: first.name) == first)
        #expect(week.window(after: first)?.name == "2024-W32")
    }
}

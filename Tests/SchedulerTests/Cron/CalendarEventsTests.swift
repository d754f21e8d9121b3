import Foundation
import Testing

@testable import Scheduler

struct CalendarEventsTests {
    private static let countOfFires = 6

    /// Zones that change no clocks in these years, in which both rules are the same.
    ///
    /// Other zones than UTC cost systemd a process for each event.
    @Test(
        .enabled(if: InstalledTool("systemd-analyze") != nil, "systemd-analyze is not installed"),
        arguments: [("UTC", 150), ("Asia/Kathmandu", 25), ("America/Phoenix", 25)]
    )
    func `systemd finds the same times`(zone: String, count: Int) throws {
        let systemd = try #require(InstalledTool("systemd-analyze"))
        let clock = try ZoneClock(named: zone)
        var generator = SeededNumbers(seed: UInt64(zone.utf8.count))
        for base in [1_672_531_200, 1_703_980_740, 1_721_044_799] {
            let expressions = try (0..<count).map { _ in
                try CronExpression.random(using: &generator)
            }
            let events = expressions.map { $0.calendarEvents(in: clock) }
            let start = Instant(seconds: base)
            let result = try systemd.run(
                [
                    "calendar", "--iterations=\(Self.countOfFires)",
                    "--base-time=\(Self.systemdText(of: start))",
                ] + events.flatMap(\.self)
            )
            #expect(result.status == 0, "\(result.errors)")
            var blocks = Self.blocks(of: result.output)[...]
            for (expression, events) in zip(expressions, events) {
                let fires = Set(blocks.prefix(events.count).flatMap(\.self)).sorted()
                blocks = blocks.dropFirst(events.count)
                let found = expression.next(Self.countOfFires, after: start, in: clock)
                let expected = fires.prefix(Self.countOfFires)
                #expect(found.map(Self.systemdText) == Array(expected), "\(expression)")
            }
            #expect(blocks.isEmpty)
        }
    }

    /// The times that are told for each event, in a form that sorts.
    private static func blocks(of output: String) -> [[String]] {
        output.components(separatedBy: "Normalized form:").dropFirst().map { block in
            block.split(separator: "\n").compactMap { line in
                // “Next elapse: Mon 2024-01-01 18:15:00 UTC”, then “Iter. #2: …”.
                guard line.contains("Next elapse:") || line.contains("Iter. #"),
                    line.hasSuffix(" UTC")
                else { return nil }
                return line.split(separator: " ").suffix(3).joined(separator: " ")
            }
        }
    }

    private static func systemdText(of instant: Instant) -> String {
        instant.description.replacing("T", with: " ").replacing("Z", with: " UTC")
    }
}

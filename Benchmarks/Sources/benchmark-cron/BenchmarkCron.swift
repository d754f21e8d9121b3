import Foundation
import Scheduler

/// Prints how many next fire times are found in a second on one core.
///
/// Without a file, a mixed table of expressions is taken through the zones; with one, each of its lines
/// that holds an expression, a zone and an instant behind each other, separated by tabs.
@main
struct BenchmarkCron {
    static func main() throws {
        let path = CommandLine.arguments.dropFirst().first
        let cases = try path.map { try readCases(inFile: $0) } ?? mixedCases()
        var best = 0.0
        var sum = 0
        for _ in 0..<5 {
            var count = 0
            let clock = ContinuousClock()
            let start = clock.now
            while clock.now - start < .seconds(1) {
                for (expression, zone, instant) in cases {
                    sum &+= expression.next(after: instant, in: zone)?.seconds ?? 0
                }
                count += cases.count
            }
            let seconds = (clock.now - start) / .seconds(1)
            best = max(best, Double(count) / seconds)
        }
        print("\(cases.count) cases: \(Int(best)) next fire times a second, best of 5 rounds")
        try printEach(mixedExpressions.map { try CronExpression($0) })
        // Printed so that the work is not left out.
        print("check sum \(sum)")
    }

    private typealias Case = (CronExpression, ZoneClock, Instant)

    private static let mixedExpressions = [
        "* * * * *", "*/15 * * * *", "0 * * * *", "30 6 * * *", "0 7 * * MON-FRI",
        "0 9-17/2 * * 1-5", "5,35 8,20 * * *", "0 0 1 * *", "0 6 1,15 * FRI", "@weekly",
        "0 12 */2 * MON", "15 3 1 JAN,JUL *", "@yearly", "30 2 * * SUN", "0 0 29 2 *",
    ]

    private static let zones = [
        "UTC", "Europe/Riga", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
    ]

    /// Each expression in each zone at a hundred instants of four years.
    private static func mixedCases() throws -> [Case] {
        let expressions = try mixedExpressions.map { try CronExpression($0) }
        let clocks = try zones.map { try ZoneClock(named: $0) }
        return expressions.flatMap { expression in
            clocks.flatMap { clock in
                (0..<100).map { number in
                    (expression, clock, Instant(seconds: 1_704_067_200 + number * 1_262_303))
                }
            }
        }
    }

    private static func readCases(inFile path: String) throws -> [Case] {
        var clocks: [String: ZoneClock] = [:]
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            .compactMap { line in
                let cells = line.split(separator: "\t").map(String.init)
                guard !line.hasPrefix("#"), cells.count > 3, let seconds = Int(cells[3]),
                    let expression = try? CronExpression(cells[1])
                else { return nil }
                let clock = try clocks[cells[2]] ?? ZoneClock(named: cells[2])
                clocks[cells[2]] = clock
                return (expression, clock, Instant(seconds: seconds))
            }
    }

    /// How long each expression takes by itself, on the average.
    private static func printEach(_ expressions: [CronExpression]) throws {
        let zone = try ZoneClock(named: "Europe/Riga")
        let clock = ContinuousClock()
        for expression in expressions + [try CronExpression("0 0 29 2 */7")] {
            var sum = 0
            let time = clock.measure {
                for number in 0..<10_000 {
                    let instant = Instant(seconds: 1_704_067_200 + number * 12_623)
                    sum &+= expression.next(after: instant, in: zone)?.seconds ?? 0
                }
            }
            precondition(sum != 0, "\(expression) is never due")
            print("  \(expression): \(time / 10_000)")
        }
    }
}

import Foundation
import Testing

@testable import Scheduler

/// Tables of fire times that other programs have agreed on, where they are at hand.
struct GoldCronTests {
    @Test(.enabled(if: GoldTable.isAtHand, "the gold tables are not at hand"))
    func `fires when Debian's cron, cronsim and the source of the row agree`() throws {
        let rows = try GoldTable.rows("consensus.tsv", columns: 5)
        var zones = Zones()
        var wrong: [String] = []
        var refused = 0
        for row in rows {
            let from = Instant(seconds: try #require(Int(row[3])))
            var text = row[1]
            // What Debian's cron passes over without a word is refused; the rest of it is read.
            if let sign = text.firstIndex(of: "#") {
                #expect(throws: CronError.self) { try CronExpression(text) }
                refused += 1
                text = String(text[..<sign])
            }
            let next = try CronExpression(text).next(after: from, in: zones[row[2]])
            if next?.seconds != Int(row[4]) { wrong.append("\(row): \(next, default: "none")") }
        }
        #expect(rows.count == 754)
        #expect(refused == 6)
        #expect(wrong == [])
    }

    @Test(.enabled(if: GoldTable.isAtHand, "the gold tables are not at hand"))
    func `fires around changes of the clocks as Debian's cron does`() throws {
        let rows = try GoldTable.rows("debian.tsv", columns: 4)
        var zones = Zones()
        var wrong: [String] = []
        var differing = 0
        for row in rows {
            let from = Instant(seconds: try #require(Int(row[1])))
            let zone = try zones[row[0]]
            let expression = try CronExpression(row[2])
            let fires = row[3].split(separator: ",").compactMap { Int($0) }.map(Instant.init)
            let found = expression.next(fires.count, after: from, in: zone)
            if found == fires { continue }
            differing += 1
            let daemon = Daemon(expression: expression, zone: zone, start: from)
            let expected = daemon.withoutAccidents(fires)
            if expected.count == fires.count || !found.starts(with: expected) {
                wrong.append("\(row): \(found)")
            }
        }
        #expect(rows.count == 2500)
        #expect(differing == 2)
        #expect(wrong == [])
    }
}

/// What a running cron does besides its rule, because it is a process that starts.
private struct Daemon {
    let expression: CronExpression
    let zone: ZoneClock
    let start: Instant

    /// The fires that the rule asks for.
    func withoutAccidents(_ fires: [Instant]) -> [Instant] {
        fires.filter { !isRepeated($0) }
    }

    /// Whether a time comes again.
    ///
    /// Started in a repeated hour, the daemon does not know that the hour was there before.
    private func isRepeated(_ fire: Instant) -> Bool {
        let stretch = zone.stretch(at: start.seconds)
        guard stretch > 0 else { return false }
        let back = zone.offset(of: stretch - 1) - zone.offset(of: stretch)
        return back > 0 && fire.seconds < zone.start(of: stretch) + back
    }
}

/// The tables, found by the environment or beside the package.
private enum GoldTable {
    static var isAtHand: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "consensus.tsv").path)
    }

    static func rows(_ name: String, columns: Int) throws -> [[String]] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { line in
                let cells = line.split(separator: "\t").map(String.init)
                try #require(cells.count == columns, "\(line)")
                return cells
            }
    }

    private static var folder: URL {
        let named = ProcessInfo.processInfo.environment["BRIEFCTL_GOLD"]
            .map { URL(filePath: $0) }
        // Tests/SchedulerTests/Cron lies three folders below the package.
        let package = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in
            url.deletingLastPathComponent()
        }
        let beside = package.deletingLastPathComponent().appending(path: "shared/gold")
        return (named ?? beside).appending(path: "cron")
    }
}

/// Each zone, made once.
private struct Zones {
    private var made: [String: ZoneClock] = [:]

    subscript(name: String) -> ZoneClock {
        mutating get throws {
            if let zone = made[name] { return zone }
            let zone = try ZoneClock(named: name)
            made[name] = zone
            return zone
        }
    }
}

import Foundation
import Testing

@testable import Ledger

struct RunTests {
    private static func moment(_ seconds: Int) -> Date {
        Date(timeIntervalSince1970: Double(1_722_000_000 + seconds))
    }

    private static func run(_ slot: Int?, brief: String = "weekly") -> Run {
        Run(
            brief: brief,
            slot: slot.map(moment),
            reason: "scheduled",
            fingerprint: "ff",
            startedAt: moment((slot ?? 0) + 5)
        )
    }

    @Test(arguments: [
        (Run.Result.made, 600), (.nothing, 600), (.skipped, 600), (.failed, 0), (.interrupted, 0),
    ])
    func `a slot is seen to unless its run failed or died`(result: Run.Result, last: Int) throws {
        let ledger = try LedgerFile.inMemory()
        for (slot, result) in [(0, Run.Result.made), (600, result)] {
            let id = try ledger.begin(Self.run(slot))
            try ledger.end(id, result, note: "", at: Self.moment(slot + 9))
        }
        #expect(try ledger.lastSlot(of: "weekly") == Self.moment(last))
        #expect(try ledger.lastSlot(of: "daily") == nil)
        #expect(result.isDone == (last == 600))
    }

    @Test func `a run that never ended is told as interrupted, once`() throws {
        let ledger = try LedgerFile.inMemory()
        _ = try ledger.begin(Self.run(0))
        #expect(try ledger.runs(limit: 5).map(\.result) == [nil])
        #expect(try ledger.closeInterrupted().map(\.brief) == ["weekly"])
        #expect(try ledger.closeInterrupted() == [])
        #expect(try ledger.runs(limit: 5).map(\.result) == [.interrupted])
    }

    @Test func `runs are told newest first, of one brief or of all`() throws {
        let ledger = try LedgerFile.inMemory()
        for (slot, brief) in [(0, "weekly"), (60, "daily"), (120, "weekly")] {
            let id = try ledger.begin(Self.run(slot, brief: brief))
            try ledger.end(id, .made, note: "No. \(slot)", at: Self.moment(slot + 9))
        }
        #expect(try ledger.runs(limit: 2).map(\.note) == ["No. 120", "No. 60"])
        #expect(try ledger.runs(of: "weekly", limit: 5).map(\.note) == ["No. 120", "No. 0"])
        #expect(try ledger.lastDone(of: "daily")?.endedAt == Self.moment(69))
    }
}

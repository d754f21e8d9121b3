internal import Diagnostics
internal import Foundation
internal import Scheduler
internal import Workspace

extension Desk {
    /// The file by which one run at a time works, beside the ledger.
    private var lockPath: String {
        URL(fileURLWithPath: folder.path(configuration.ledger)).deletingLastPathComponent()
            .appending(path: "lock").path
    }

    /// This run, as others are told of it.
    private var holder: Holder {
        Holder(
            process: ProcessInfo.processInfo.processIdentifier,
            since: now,
            command: CommandLine.arguments.joined(separator: " ")
        )
    }

    /// Takes the lock.
    ///
    /// - Parameter seconds: How long to wait while another run has it.
    /// - Returns: The lock, which is given back when it goes.
    /// - Throws: ``RunLockError`` when it is held in the end.
    func lock(waiting seconds: Int) async throws -> RunLock {
        try await RunLock.waiting(
            path: lockPath,
            as: holder,
            atMost: .seconds(seconds),
            clock: .continuous
        )
    }

    /// Takes the lock at once.
    func lock() throws(RunLockError) -> RunLock { try RunLock(path: lockPath, as: holder) }

    /// Who runs at the moment, in words; nil when nobody does.
    func runningNow() throws -> String? {
        do throws(RunLockError) {
            _ = try lock()
            return nil
        } catch {
            guard case .held(_, let holder) = error else { throw error }
            return holder.map {
                "‘\($0.command.printable)’, pid \($0.process), since \($0.since.formatted(.iso8601))"
            } ?? "another run"
        }
    }
}

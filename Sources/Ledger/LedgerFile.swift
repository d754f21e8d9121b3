public import Diagnostics
internal import Foundation
internal import GRDB

/// The file that remembers: articles and their versions, records, findings, editions, verdicts.
///
/// One SQLite file, written in whole steps: a process that dies leaves the last complete state. One
/// process writes at a time; others may read meanwhile.
public final class LedgerFile: Sendable {
    /// Where the ledger stands; `:memory:` for one that is forgotten.
    public let path: String
    private let queue: DatabaseQueue

    /// Opens a ledger, and makes it where there is none.
    ///
    /// An older ledger is brought up to date. One that is damaged or was written by a newer program is
    /// left exactly as it is.
    ///
    /// - Parameter path: The file, in a folder that exists.
    /// - Throws: ``LedgerError`` when it cannot be opened, is damaged, is newer or stays busy.
    public convenience init(path: String) throws(LedgerError) {
        try self.init(path: path, patience: 5)
    }

    /// Opens a ledger for the length of a process or a test.
    ///
    /// - Parameters:
    ///   - path: The file, in a folder that exists.
    ///   - patience: How long to wait while another process writes, in seconds.
    /// - Throws: ``LedgerError`` when it cannot be opened, is damaged, is newer or stays busy.
    package init(path: String, patience: Double) throws(LedgerError) {
        self.path = path
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        // 32 MB: the pages that a round reads several times; SQLite's own 2 MB held a twentieth of them.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -32768") }
        // A power cut may take back the last writes, never a part of one. Only an edition has to be on the disk
        // before the run goes on; what a run does before and behind it, the next one does again.
        // Source: <https://www.sqlite.org/pragma.html#pragma_synchronous>.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
        do {
            queue =
                try path == Self.forgotten
                ? DatabaseQueue(configuration: configuration)
                : DatabaseQueue(path: path, configuration: configuration)
            try Schema.prepare(queue, path: path)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Makes a ledger that lives as long as this value.
    public static func inMemory() throws(LedgerError) -> LedgerFile {
        try LedgerFile(path: forgotten)
    }

    private static let forgotten = ":memory:"

    /// Looks through the whole file for damage.
    ///
    /// - Returns: What is wrong, one diagnostic for each; empty when all is well.
    /// - Throws: ``LedgerError`` when the file cannot be read at all.
    /// - Complexity: O(*n*) in the size of the file.
    public func integrityCheck() throws(LedgerError) -> [Diagnostic] {
        let findings = try read { db in
            let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check")
                .filter { $0 != "ok" }
            let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                "a row of ‘\(row["table"] as String)’ points to a row of "
                    + "‘\(row["parent"] as String)’ that is missing"
            }
            return damage + dangling
        }
        return findings.map { LedgerError.damaged(path: path, reason: $0).diagnostic }
    }

    /// Reads, in one consistent state.
    func read<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
        do {
            return try queue.read(body)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Writes all or nothing.
    func write<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
        do {
            return try queue.write(body)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Writes all or nothing, and puts it to the disk together with all that was written before.
    func writeForGood<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
        try transaction(.immediate, isForGood: true, body)
    }

    /// Writes to temporary tables only, without holding the file.
    func stage<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
        try transaction(.deferred, body)
    }

    private func transaction<T>(
        _ kind: Database.TransactionKind,
        isForGood: Bool = false,
        _ body: (Database) throws -> T
    ) throws(LedgerError) -> T {
        do {
            return try queue.writeWithoutTransaction { db in
                if isForGood { try db.execute(sql: "PRAGMA synchronous = FULL") }
                defer { if isForGood { try? db.execute(sql: "PRAGMA synchronous = NORMAL") } }
                var result: T?
                try db.inTransaction(kind) {
                    result = try body(db)
                    return .commit
                }
                guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
                return result
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }
}

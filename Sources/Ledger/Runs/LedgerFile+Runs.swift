public import Foundation
internal import GRDB

extension LedgerFile {
    /// Remembers that a run begins.
    ///
    /// - Returns: The number by which ``end(_:_:note:at:)`` knows it.
    /// - Throws: ``LedgerError`` when the file cannot be written.
    public func begin(_ run: Run) throws(LedgerError) -> Int64 {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO run (brief, slot, reason, fingerprint, started_at, note)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    run.brief, run.slot, run.reason, run.fingerprint, run.startedAt, run.note,
                ]
            )
            return db.lastInsertedRowID
        }
    }

    /// Remembers what came of a run.
    public func end(
        _ run: Int64,
        _ result: Run.Result,
        note: String,
        at moment: Date
    ) throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: "UPDATE run SET result = ?, note = ?, ended_at = ? WHERE id = ?",
                arguments: [result.rawValue, note, moment, run]
            )
        }
    }

    /// Notes of all runs that never ended that they were interrupted.
    ///
    /// To be called by who holds the lock: then nobody else is at work, and what still runs died.
    ///
    /// - Returns: The runs; usually none, and then nothing is written.
    /// - Throws: ``LedgerError`` when the file cannot be read or written.
    public func closeInterrupted() throws(LedgerError) -> [Run] {
        let open = try read { try Run.all("result IS NULL", in: $0) }
        guard !open.isEmpty else { return [] }
        try write { db in
            try db.execute(
                sql: "UPDATE run SET result = ?, note = 'the process died' WHERE result IS NULL",
                arguments: [Run.Result.interrupted.rawValue]
            )
        }
        return open
    }

    /// The last slot of a brief that was seen to; nil when none was.
    public func lastSlot(of brief: String) throws(LedgerError) -> Date? {
        try read { db in
            try Date.fetchOne(
                db,
                sql: """
                    SELECT max(slot) FROM run
                    WHERE brief = ? AND result IN (SELECT value FROM json_each(?))
                    """,
                arguments: [
                    brief,
                    try StoredJSON.text(Run.Result.allCases.filter(\.isDone)),
                ]
            )
        }
    }

    /// The last run of a brief that was seen to; nil when there was none.
    public func lastDone(of brief: String) throws(LedgerError) -> Run? {
        try read { db in
            try Run.all(
                "brief = ? AND result IN ('made', 'nothing')",
                arguments: [brief],
                limit: 1,
                in: db
            ).first
        }
    }

    /// The last runs, the newest first.
    ///
    /// - Parameters:
    ///   - brief: Only this brief; nil for all.
    ///   - limit: How many at most.
    /// - Returns: The runs.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func runs(of brief: String? = nil, limit: Int) throws(LedgerError) -> [Run] {
        try read { db in
            try Run.all(
                "? IS NULL OR brief = ?1",
                arguments: [brief],
                limit: limit,
                in: db
            )
        }
    }
}

extension Run {
    /// The runs that a condition admits, the newest first.
    fileprivate static func all(
        _ condition: String,
        arguments: StatementArguments = [],
        limit: Int = -1,
        in db: Database
    ) throws -> [Run] {
        try Row.fetchAll(
            db,
            sql: "SELECT * FROM run WHERE \(condition) ORDER BY id DESC LIMIT \(limit)",
            arguments: arguments
        ).map { row in
            var run = Run(
                brief: row["brief"],
                slot: row["slot"],
                reason: row["reason"],
                fingerprint: row["fingerprint"],
                startedAt: row["started_at"]
            )
            run.endedAt = row["ended_at"]
            run.result = (row["result"] as String?).flatMap(Result.init)
            run.note = row["note"]
            return run
        }
    }
}

internal import GRDB
public import Records

extension LedgerFile {
    /// Takes the verdicts of the analysts as they are now, in place of those it had.
    ///
    /// Writes nothing when they are the same.
    public func setVerdicts(_ verdicts: [Verdict]) throws(LedgerError) {
        guard try self.verdicts() != verdicts else { return }
        try write { db in
            try db.execute(sql: "DELETE FROM verdict")
            for (position, verdict) in verdicts.enumerated() {
                try db.execute(
                    sql: "INSERT INTO verdict (position, finding, content) VALUES (?, ?, ?)",
                    arguments: [position, verdict.id, try StoredJSON.text(verdict)]
                )
            }
        }
    }

    /// The verdicts, in the order in which they were given.
    public func verdicts() throws(LedgerError) -> [Verdict] {
        try read { db in
            try String.fetchAll(db, sql: "SELECT content FROM verdict ORDER BY position")
                .map { try StoredJSON.value(Verdict.self, of: $0) }
        }
    }

    static func verdicts(on ids: [String], in db: Database) throws -> [Verdict] {
        try String.fetchAll(
            db,
            sql: """
                SELECT content FROM verdict
                WHERE finding IN (SELECT value FROM json_each(?)) ORDER BY position
                """,
            arguments: [try StoredJSON.text(ids)]
        ).map { try StoredJSON.value(Verdict.self, of: $0) }
    }
}

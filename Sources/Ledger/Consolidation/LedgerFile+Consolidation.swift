internal import GRDB
public import Records

extension LedgerFile {
    /// Brings the findings up to date with the articles that stand.
    ///
    /// Everything happens in one transaction: a process that dies leaves the findings as they were. When
    /// nothing changed, nothing is written and nobody is asked.
    ///
    /// - Parameters:
    ///   - day: Articles that were published later do not count; nil counts all.
    ///   - program: Names the program; another name lets everything be consolidated anew.
    ///   - consolidate: Consolidates what a gap touches; where the gap is nil, everything.
    /// - Throws: ``LedgerError``, also for what the closure throws.
    public func consolidate(
        until day: Day?,
        program: String,
        _ consolidate: (ConsolidationGap?, ConsolidationLookup) throws -> ConsolidatedPart
    ) throws(LedgerError) {
        let change = try read { try ConsolidationChange(until: day, program: program, in: $0) }
        guard !change.isEmpty else { return }
        try write { db in
            // Another process may have written meanwhile.
            let change =
                try change.isCurrent(in: db)
                ? change : ConsolidationChange(until: day, program: program, in: db)
            guard !change.isEmpty else { return }
            let gap = try change.gap(in: db)
            let serial = try change.next(program, in: db)
            try change.clear(serial, in: db)
            let part = try consolidate(gap, ConsolidationLookup(db: db, until: day))
            try ConsolidationUpdate(part, in: db).write(to: db)
            try remember(part, gap, serial, in: db)
        }
    }

    /// Looks up what was consolidated last.
    public func lookingUp<T>(
        _ body: (ConsolidationLookup) throws -> T
    ) throws(LedgerError) -> T {
        try read { try body(ConsolidationLookup(db: $0, until: nil)) }
    }

    /// Gives findings the ids that they keep, and remembers them.
    private func remember(
        _ part: ConsolidatedPart,
        _ gap: ConsolidationGap?,
        _ serial: Int,
        in db: Database
    ) throws {
        let memory =
            try gap.map { try FindingMemory(around: part, $0, in: db) } ?? FindingMemory(from: db)
        let identification = Identification(of: part.findings, by: memory)
        let update = try FindingUpdate(
            identification,
            memory,
            without: part.boilerplate,
            serial: serial,
            in: db
        )
        try update.write(to: db)
    }
}

/// What the corpus has that is not consolidated, and the other way round.
struct ConsolidationChange {
    /// Whether everything has to be consolidated anew.
    private let isWhole: Bool
    private let isOther: Bool
    /// The versions that are to come in, and those that are to go.
    private let added: [Int64]
    private let gone: [Int64]
    /// The state of the file that was compared.
    private let dataVersion: Int

    /// Whether all is as it should be.
    var isEmpty: Bool { !isOther && added.isEmpty && gone.isEmpty }

    /// From how many changed articles on everything is consolidated anew, and the share of all articles
    /// from which it is; set by hand: a part costs more for each article than the whole.
    private static let (fewest, share) = (400, 0.2)

    /// Compares what should be consolidated with what is.
    init(until day: Day?, program: String, in db: Database) throws {
        dataVersion = try Self.dataVersion(db)
        let admitted = """
            article.withdrawn IS NULL AND (?1 IS NULL OR article.first_day IS NULL
            OR article.first_day <= ?1)
            """
        added = try Int64.fetchAll(
            db,
            sql: """
                SELECT article.version FROM article LEFT JOIN consolidated USING (version)
                WHERE \(admitted) AND ifnull(consolidated.stale, 1)
                """,
            arguments: [day?.number]
        )
        gone = try Int64.fetchAll(
            db,
            sql: """
                SELECT consolidated.version FROM consolidated
                LEFT JOIN article ON article.version = consolidated.version AND \(admitted)
                WHERE article.id IS NULL OR consolidated.stale
                """,
            arguments: [day?.number]
        )
        let last = try String.fetchOne(db, sql: "SELECT program FROM consolidation")
        isOther = last != program
        let known = try Int.fetchOne(db, sql: "SELECT count(*) FROM consolidated") ?? 0
        let changed = added.count + gone.count
        isWhole =
            isOther || (changed > Self.fewest && Double(changed) > Self.share * Double(known))
    }

    /// Whether no other connection has written since.
    func isCurrent(in db: Database) throws -> Bool { try Self.dataVersion(db) == dataVersion }

    private static func dataVersion(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
    }

    /// What has to be consolidated anew; nil for everything.
    func gap(in db: Database) throws -> ConsolidationGap? {
        guard !isWhole else { return nil }
        let gone = try StoredJSON.text(gone)
        let loosened = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT article.name, record.id FROM tie
                JOIN article ON article.version = tie.other_version
                JOIN record ON record.version = tie.other_version
                    AND record.position = tie.other_position
                WHERE tie.version IN (SELECT value FROM json_each(?1))
                AND tie.other_version NOT IN (SELECT value FROM json_each(?1))
                """,
            arguments: [gone]
        ).map { RecordName(article: $0[0], record: $0[1]) }
        let bereft = try String.fetchAll(
            db,
            sql: """
                SELECT name FROM consolidated JOIN article USING (version)
                WHERE origin IN (SELECT origin FROM consolidated
                    WHERE version IN (SELECT value FROM json_each(?1)))
                AND version NOT IN (SELECT value FROM json_each(?1))
                """,
            arguments: [gone]
        )
        let added = try String.fetchSet(
            db,
            sql: """
                SELECT name FROM article
                WHERE withdrawn IS NULL AND version IN (SELECT value FROM json_each(?))
                """,
            arguments: [StoredJSON.text(added)]
        )
        return ConsolidationGap(added: added, loosened: Set(loosened), bereft: Set(bereft))
    }

    /// Forgets what is to be consolidated anew.
    func clear(_ serial: Int, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE finding SET touched = ? WHERE id IN (
                    SELECT m.finding FROM version
                    JOIN finding_member m ON m.article = version.article
                    WHERE version.id IN (SELECT value FROM json_each(?)))
                """,
            arguments: [serial, StoredJSON.text(gone)]
        )
        if isWhole {
            for table in ["consolidated", "article_key", "record_key", "tie"] {
                try db.execute(sql: "DELETE FROM \(table)")
            }
            return
        }
        let ties = try TieTable(db)
        let tied = try db.cachedStatement(
            sql: "SELECT DISTINCT version, position FROM tie WHERE version = ?"
        )
        for version in gone {
            for place in try Row.fetchAll(tied, arguments: [version]).map({ RecordPlace($0) }) {
                for other in try ties.others(of: place) { try ties.remove(place, other) }
            }
            try db.execute(sql: "DELETE FROM consolidated WHERE version = ?", arguments: [version])
        }
    }

    /// Counts one more consolidation.
    func next(_ program: String, in db: Database) throws -> Int {
        let serial = try 1 + (Int.fetchOne(db, sql: "SELECT serial FROM consolidation") ?? 0)
        try db.execute(sql: "DELETE FROM consolidation")
        try db.execute(
            sql: "INSERT INTO consolidation (program, serial) VALUES (?, ?)",
            arguments: [program, serial]
        )
        return serial
    }
}

internal import GRDB
public import Records
public import struct Records.Record

extension LedgerFile {
    /// The findings as they were consolidated last, by type and then by the date of their first report.
    ///
    /// - Parameter ids: The ids of those that are wanted; nil for all.
    /// - Returns: Those that consolidated records tell.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func standingFindings(_ ids: Set<String>? = nil) throws(LedgerError) -> [Finding] {
        do {
            let list = try ids.map { try StoredJSON.text($0.sorted()) }
            let (stored, members) = try read { db in
                (try Self.stored(list, in: db), try StandingRecord.all(of: list, in: db))
            }
            let records = try members.mappedOnAllCores { ($0, try $0.stored.record()) }
            var seen: Set<RecordName> = []
            let once = records.filter { seen.insert(RecordName($0.1)).inserted }
            let byFinding = Dictionary(grouping: once) { $0.0.finding }
            return try stored.mappedOnAllCores { row -> (SortKey, Finding)? in
                guard let told = byFinding[row.id] else { return nil }
                return try Self.finding(row, told)
            }.compactMap(\.self).sorted { $0.0 < $1.0 }.map(\.1)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// The ids of the findings that records of articles tell.
    public func findings(toldBy articles: [String]) throws(LedgerError) -> Set<String> {
        try read { db in
            try String.fetchSet(
                db,
                sql: """
                    SELECT m.finding FROM article JOIN consolidated USING (version)
                    JOIN finding_member m ON m.article = article.id
                    WHERE article.withdrawn IS NULL
                    AND article.name IN (SELECT value FROM json_each(?))
                    """,
                arguments: [StoredJSON.text(articles)]
            )
        }
    }

    /// The origins of articles, whole.
    ///
    /// - Parameter articles: The ids of the articles; nil for all.
    /// - Returns: The origins by their first article's id.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func origins(of articles: Set<String>? = nil) throws(LedgerError) -> [Origin] {
        try read { db in
            guard let articles else { return try ConsolidatedOrigins.origins(in: db) }
            return try ConsolidationLookup(db: db, until: nil).origins(of: articles)
        }
    }

    /// The articles with some ids.
    public func articles(_ ids: Set<String>) throws(LedgerError) -> [Article] {
        try read { try ConsolidationLookup(db: $0, until: nil).articles(ids) }
    }

    /// Former ids of findings, with the ids that they have now.
    public func aliases() throws(LedgerError) -> [String: String] {
        try read { try FindingMemory.aliases(in: $0) }
    }

    /// The findings of which records share a key with one, the newest of each key.
    ///
    /// - Parameter keys: The keys, as the records were remembered by them.
    /// - Returns: The findings with what they say, but without what tells them, by id.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func findings(sharing keys: Set<Int>) throws(LedgerError) -> [Finding] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT DISTINCT m.finding FROM record_key k JOIN consolidated USING (version)
                    JOIN record ON record.version = k.version AND record.position = k.position
                    JOIN article ON article.version = k.version
                    JOIN finding_member m ON m.article = article.id AND m.record = record.id
                    WHERE k.key = ? ORDER BY k.day DESC LIMIT \(ConsolidationLookup.reach)
                    """
            )
            let ids = try Set(keys.flatMap { try String.fetchAll(statement, arguments: [$0]) })
            return try Self.stored(StoredJSON.text(ids.sorted()), in: db).map { row in
                let fact = try StoredJSON.value(Fact.self, of: row.content)
                return Finding(id: row.id, fact: fact, records: [], origins: [])
            }.sorted { $0.id < $1.id }
        }
    }

    private static func stored(_ ids: String?, in db: Database) throws -> [StoredFinding] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, content, account FROM finding
                \(ids == nil ? "" : "WHERE id IN (SELECT value FROM json_each(?))")
                """,
            arguments: ids.map { [$0] } ?? []
        )
        return try Array(rows.map { StoredFinding(id: $0[0], content: $0[1], account: $0[2]) })
    }

    /// Where a finding stands among others.
    private typealias SortKey = (kind: Int, day: Int, article: String, start: Int)

    private static func finding(
        _ row: StoredFinding,
        _ told: [(StandingRecord, Record)]
    ) throws -> (SortKey, Finding) {
        let fact = try StoredJSON.value(Fact.self, of: row.content)
        let account = try StoredJSON.value(FindingAccount.self, of: row.account)
        let told = told.sorted { one, two in
            let places = [one, two].map { $0.1.evidence.first?.start ?? 0 }
            return (one.0.day, one.1.article, places[0], one.1.id)
                < (two.0.day, two.1.article, places[1], two.1.id)
        }
        let kind = Fact.Kind.allCases.firstIndex(of: fact.kind) ?? 0
        let first = told[0]
        let finding = Finding(
            id: row.id,
            fact: fact,
            records: told.map(\.1),
            origins: origins(of: told.map(\.0)),
            conflicts: account.conflicts,
            history: account.history
        )
        let start = first.1.evidence.first?.start ?? 0
        return ((kind, first.0.day, first.1.article, start), finding)
    }

    /// The origins of some records, each with only the articles that tell them.
    private static func origins(of records: [StandingRecord]) -> [Origin] {
        Dictionary(grouping: records, by: \.origin).values.map { members in
            let articles = Set(members.map(\.article)).sorted()
            return Origin(
                articles: articles,
                reason: articles.count > 1 ? members[0].reason : nil
            )
        }.sorted { $0.articles[0] < $1.articles[0] }
    }
}

/// A finding as it stands in the ledger, not yet decoded.
private struct StoredFinding {
    var id: String
    var content: String
    var account: String
}

/// A consolidated record with what its finding needs of its article.
struct StandingRecord {
    var finding: String
    var article: String
    var day: Int
    var origin: Int64
    var reason: String?
    var stored: StoredRecord

    /// The records of findings; of all where no list of ids is given.
    static func all(of ids: String?, in db: Database) throws -> [StandingRecord] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT m.finding, article.name, article.first_day, consolidated.origin,
                    consolidated.reason, record.content
                FROM finding_member m JOIN article ON article.id = m.article
                JOIN consolidated ON consolidated.version = article.version
                JOIN record ON record.version = article.version AND record.id = m.record
                WHERE article.withdrawn IS NULL
                \(ids == nil ? "" : "AND m.finding IN (SELECT value FROM json_each(?))")
                ORDER BY record.version, record.position
                """,
            arguments: ids.map { [$0] } ?? []
        )
        return try Array(
            rows.map { row in
                StandingRecord(
                    finding: row[0],
                    article: row[1],
                    day: row[2] ?? ConsolidationLookup.undated,
                    origin: row[3],
                    reason: row[4],
                    stored: StoredRecord(article: row[1], content: row[5])
                )
            }
        )
    }
}

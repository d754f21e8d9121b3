internal import GRDB

/// An article whose text and records are set aside: what is needed to know it again.
struct StagedArticle {
    var id: Int64
    var name: String
    var path: String
    var digest: String
    var address: String?
    var first: Int?
    var last: Int?
    var hasRecords: Bool
}

/// The temporary tables that hold what was prepared until all of it is written in one go.
///
/// They keep memory small and are forgotten with the process.
enum Staging {
    /// Makes the tables, empty.
    static func begin(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS staged_article (
                    id INTEGER PRIMARY KEY,
                    content TEXT NOT NULL
                );
                CREATE TEMP TABLE IF NOT EXISTS staged_record (
                    article INTEGER,
                    version INTEGER,
                    position INTEGER NOT NULL,
                    id TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    confidence REAL NOT NULL,
                    content TEXT NOT NULL
                );
                CREATE TEMP TABLE IF NOT EXISTS staged_version (version INTEGER PRIMARY KEY);
                CREATE INDEX IF NOT EXISTS temp.staged_record_article ON staged_record(article);
                CREATE INDEX IF NOT EXISTS temp.staged_record_version ON staged_record(version);
                DELETE FROM staged_article;
                DELETE FROM staged_record;
                DELETE FROM staged_version;
                """
        )
    }

    /// Sets the records aside that a program found anew in a version.
    static func set(
        aside records: [PreparedRecord],
        of version: Int64,
        in db: Database
    ) throws {
        try db.cachedStatement(sql: "INSERT INTO staged_version VALUES (?)")
            .execute(arguments: [version])
        try insert(records, article: nil, version: version, in: db)
    }

    /// Sets an article aside with its records.
    static func set(aside article: PreparedArticle, in db: Database) throws -> StagedArticle {
        try db.cachedStatement(sql: "INSERT INTO staged_article (content) VALUES (?)")
            .execute(arguments: [article.content])
        let id = db.lastInsertedRowID
        try insert(article.records ?? [], article: id, version: nil, in: db)
        return StagedArticle(
            id: id,
            name: article.name,
            path: article.path,
            digest: article.digest,
            address: article.address,
            first: article.first,
            last: article.last,
            hasRecords: article.records != nil
        )
    }

    private static func insert(
        _ records: [PreparedRecord],
        article: Int64?,
        version: Int64?,
        in db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO staged_record VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        for (position, record) in records.enumerated() {
            try statement.execute(
                arguments: [
                    article, version, position, record.id, record.kind, record.confidence,
                    record.content,
                ]
            )
        }
    }
}

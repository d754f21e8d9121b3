internal import GRDB
internal import Records
internal import struct Records.Record

/// A version of an article as it stands in the ledger, not yet decoded.
struct StoredArticle {
    var version: Int64
    private var name: String
    private var path: String
    private var content: String

    /// The article under the name and path that it has now.
    func article() throws -> Article {
        var article = try StoredJSON.value(Article.self, of: content)
        article.id = name
        article.path = path
        return article
    }

    /// Versions by their numbers in the table, in any order.
    static func all(versions: [Int64], in db: Database) throws -> [StoredArticle] {
        let list = versions.map(String.init).joined(separator: ", ")
        return try fetch("version.article = article.id", where: "version.id IN (\(list))", in: db)
    }

    /// The current versions of the articles that fit a condition, by name.
    static func current(
        _ condition: String,
        arguments: StatementArguments = [],
        in db: Database
    ) throws -> [StoredArticle] {
        try fetch(
            "version.id = article.version",
            where: condition,
            arguments: arguments,
            in: db
        )
    }

    private static func fetch(
        _ join: String,
        where condition: String,
        arguments: StatementArguments = [],
        in db: Database
    ) throws -> [StoredArticle] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT version.id, article.name, article.path, version.content
                FROM article JOIN version ON \(join)
                WHERE \(condition) ORDER BY article.name
                """,
            arguments: arguments
        )
        return try Array(
            rows.map { StoredArticle(version: $0[0], name: $0[1], path: $0[2], content: $0[3]) }
        )
    }
}

/// A record as it stands in the ledger, not yet decoded.
struct StoredRecord {
    var article: String
    var content: String

    /// The record, resting on its article under the name that the article has now.
    func record() throws -> Record {
        var record = try StoredJSON.value(Record.self, of: content)
        guard record.article != article else { return record }
        record.article = article
        for index in record.evidence.indices { record.evidence[index].article = article }
        return record
    }

    /// The records of the current versions of articles that fit a condition, by name and position.
    static func fetch(
        where condition: String,
        arguments: StatementArguments = [],
        in db: Database
    ) throws -> [StoredRecord] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT article.name, record.content
                FROM article JOIN record ON record.version = article.version
                WHERE \(condition) ORDER BY article.name, record.position
                """
        )
        return try Array(
            Row.fetchCursor(statement, arguments: arguments).map {
                StoredRecord(article: $0[0], content: $0[1])
            }
        )
    }

    /// The records of a version, in their order.
    static func fetch(ofVersion version: Int64, in db: Database) throws -> [StoredRecord] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT article.name, record.content FROM record
                JOIN version ON version.id = record.version
                JOIN article ON article.id = version.article
                WHERE record.version = ? ORDER BY record.position
                """,
            arguments: [version]
        ).map { StoredRecord(article: $0[0], content: $0[1]) }
    }
}

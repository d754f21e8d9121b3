public import Foundation
internal import GRDB
public import Records
public import struct Records.Record

/// Which articles are asked for, by when they were published.
public struct DateFilter: Hashable, Sendable {
    /// The first day; nil leaves the beginning open.
    public var since: Day?
    /// The last day; nil leaves the end open.
    public var until: Day?
    /// Whether articles without a date are meant too.
    public var admitsUndated: Bool

    /// Makes a filter; without arguments it admits all.
    ///
    /// A rough date is admitted when part of it is.
    public init(since: Day? = nil, until: Day? = nil, admitsUndated: Bool = true) {
        self.since = since
        self.until = until
        self.admitsUndated = admitsUndated
    }

    var condition: String {
        var parts = ["article.withdrawn IS NULL"]
        let undated = admitsUndated ? "article.first_day IS NULL OR " : ""
        if let since { parts.append("(\(undated)article.last_day >= \(since.number))") }
        if let until { parts.append("(\(undated)article.first_day <= \(until.number))") }
        if !admitsUndated { parts.append("article.first_day IS NOT NULL") }
        return parts.joined(separator: " AND ")
    }
}

/// One version of an article, as `briefctl show` tells of it.
public struct ArticleVersion: Hashable, Sendable {
    /// The article's identity, which it keeps wherever it stands.
    public var identity: String
    /// The number of the version, from 1.
    public var number: Int
    /// When it was first seen.
    public var seenAt: Date
    /// When the article was withdrawn; nil where it stands.
    public var withdrawnAt: Date?
    /// What it says, under the id that the article has now or had last.
    public var article: Article
    /// What it was found to say.
    public var records: [Record]
    /// The editions that rested on it.
    public var editions: [EditionName]
}

extension LedgerFile {
    /// The articles that stand in the corpus, by id.
    public func articles(_ filter: DateFilter = DateFilter()) throws(LedgerError) -> [Article] {
        try decoded(read { try StoredArticle.current(filter.condition, in: $0) }) {
            try $0.article()
        }
    }

    /// The first and the last day on which articles of the corpus were published; nil where none of
    /// them is dated.
    public func publishedDays() throws(LedgerError) -> ClosedRange<Day>? {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT min(first_day) AS oldest, max(last_day) AS newest FROM article
                    WHERE withdrawn IS NULL AND first_day IS NOT NULL
                    """
            )
            guard let oldest: Int = row?["oldest"], let newest: Int = row?["newest"] else {
                return nil
            }
            return Day(number: oldest)...Day(number: newest)
        }
    }

    /// The first day from one on of which an article may be; nil where there is none.
    ///
    /// An article with a rough date may be of each of its days.
    public func publishedDay(from day: Day) throws(LedgerError) -> Day? {
        try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT min(max(first_day, ?1)) FROM article
                    WHERE withdrawn IS NULL AND first_day IS NOT NULL AND last_day >= ?1
                    """,
                arguments: [day.number]
            ).map(Day.init(number:))
        }
    }

    /// The records of the articles that stand in the corpus, by article and then in their order.
    ///
    /// Each names its article, and so does its evidence, by the id that the article has now.
    public func records(_ filter: DateFilter = DateFilter()) throws(LedgerError) -> [Record] {
        try decoded(read { try StoredRecord.fetch(where: filter.condition, in: $0) }) {
            try $0.record()
        }
    }

    /// The records with an id, in the articles that stand.
    public func records(withID id: String) throws(LedgerError) -> [Record] {
        try read { db in
            try StoredRecord.fetch(
                where: "article.withdrawn IS NULL AND record.id = ?",
                arguments: [id],
                in: db
            ).map { try $0.record() }
        }
    }

    /// All versions of an article, oldest first; of all articles that had the id, the standing one last.
    ///
    /// - Parameter id: The article's id, or its identity.
    /// - Returns: The versions; none for an unknown article.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func versions(ofArticle id: String) throws(LedgerError) -> [ArticleVersion] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT version.id, article.identity, version.number, seen.at AS seen_at,
                    gone.at AS gone_at FROM article
                    JOIN version ON version.article = article.id
                    JOIN generation seen ON seen.id = version.seen
                    LEFT JOIN generation gone ON gone.id = article.withdrawn
                    WHERE article.name = ?1 OR article.identity = ?1
                    ORDER BY article.withdrawn IS NULL, article.withdrawn, article.id, version.number
                    """,
                arguments: [id]
            ).compactMap { try Self.version($0, in: db) }
        }
    }

    /// The identity of an article that stands, which it keeps when it is moved, renamed or edited.
    public func identity(ofArticle id: String) throws(LedgerError) -> String? {
        try read { db in
            try String.fetchOne(
                db,
                sql: "SELECT identity FROM article WHERE name = ? AND withdrawn IS NULL",
                arguments: [id]
            )
        }
    }

    /// The refreshes that changed something, newest first.
    ///
    /// - Parameter limit: The greatest number of them.
    /// - Returns: For each when it began and what it found.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func refreshes(limit: Int) throws(LedgerError) -> [(at: Date, report: RefreshReport)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT at, content FROM generation ORDER BY id DESC LIMIT ?",
                arguments: [limit]
            ).map { (at: $0[0], report: try StoredJSON.value(RefreshReport.self, of: $0[1])) }
        }
    }

    /// The number of the state that the ledger is in.
    public func generation() throws(LedgerError) -> Int {
        try read { try RefreshPlan.generation($0) }
    }

    private static func version(_ row: Row, in db: Database) throws -> ArticleVersion? {
        let id: Int64 = row["id"]
        guard let stored = try StoredArticle.all(versions: [id], in: db).first else { return nil }
        return ArticleVersion(
            identity: row["identity"],
            number: row["number"],
            seenAt: row["seen_at"],
            withdrawnAt: row["gone_at"],
            article: try stored.article(),
            records: try StoredRecord.fetch(ofVersion: id, in: db).map { try $0.record() },
            editions: try EditionName.all(restingOn: id, in: db)
        )
    }

    /// Decodes stored values on all cores, outside the database.
    private func decoded<Stored: Sendable, Value: Sendable>(
        _ stored: [Stored],
        _ decode: @Sendable (Stored) throws -> Value
    ) throws(LedgerError) -> [Value] {
        do {
            return try stored.mappedOnAllCores(decode)
        } catch {
            throw LedgerError(error, path: path)
        }
    }
}

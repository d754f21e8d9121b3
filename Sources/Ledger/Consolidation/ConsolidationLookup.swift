internal import GRDB
public import Records
public import struct Records.Record

/// Looks up what is consolidated, within one transaction.
public struct ConsolidationLookup {
    let db: Database
    private let day: Day?
    private let shelf = Shelf()

    /// What was asked for: a part asks for much of it three times.
    private final class Shelf {
        var articles: [String: [Article]] = [:]
        var records: [String: [ShelvedRecord]] = [:]
    }

    /// A record of an article that was asked for, decoded once it is asked for itself.
    private struct ShelvedRecord {
        var id: String
        var kind: String
        var stored: StoredRecord
        var record: Record?
    }

    /// Looks into a database.
    ///
    /// - Parameters:
    ///   - db: The database.
    ///   - day: Articles that were published later do not count; nil counts all.
    init(db: Database, until day: Day?) {
        (self.db, self.day) = (db, day)
    }

    /// How many records or articles are looked at under one key, at most: of records so many before and
    /// after a day.
    static let reach = 24

    /// All articles that count, by id, and their records.
    public func everything() throws -> (articles: [Article], records: [Record]) {
        let filter = DateFilter(until: day).condition
        return (
            try StoredArticle.current(filter, in: db).mappedOnAllCores { try $0.article() },
            try StoredRecord.fetch(where: filter, in: db).mappedOnAllCores { try $0.record() }
        )
    }

    /// The articles that stand, by id.
    public func articles(_ ids: Set<String>) throws -> [Article] {
        let missing = ids.filter { shelf.articles[$0] == nil }.sorted()
        if !missing.isEmpty {
            let found = try StoredArticle.current(
                "article.withdrawn IS NULL AND article.name IN (SELECT value FROM json_each(?))",
                arguments: [StoredJSON.text(missing)],
                in: db
            ).mappedOnAllCores { try $0.article() }
            for id in missing { shelf.articles[id] = [] }
            for article in found { shelf.articles[article.id, default: []].append(article) }
        }
        return ids.sorted { $0.precedes($1) }.flatMap { shelf.articles[$0] ?? [] }
    }

    /// The consolidated articles that share most keys with one, at most so many.
    public func articles(sharing keys: [Int], atMost count: Int) throws -> [String] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT version FROM article_key JOIN consolidated USING (version)
                WHERE key = ? LIMIT \(Self.reach)
                """
        )
        let name = try db.cachedStatement(
            sql: "SELECT name FROM article WHERE version = ? AND withdrawn IS NULL"
        )
        return try keys.flatMap { try Int64.fetchAll(statement, arguments: [$0]) }
            .mostFrequent(count).compactMap { try String.fetchOne(name, arguments: [$0]) }
    }

    /// The origins of articles, whole, as far as they are consolidated.
    public func origins(of articles: Set<String>) throws -> [Origin] {
        try ConsolidatedOrigins.origins(
            where: """
                consolidated.origin IN (
                    SELECT origin FROM consolidated JOIN article USING (version)
                    WHERE article.withdrawn IS NULL
                    AND article.name IN (SELECT value FROM json_each(?))
                )
                """,
            arguments: [StoredJSON.text(articles.sorted())],
            in: db
        )
    }

    /// The records of articles; of one type where one is given.
    public func records(of articles: Set<String>, kind: Fact.Kind?) throws -> [Record] {
        try records(of: articles) { _, shelved in kind.map { $0.rawValue == shelved.kind } ?? true }
    }

    /// The records with these names, by article and then in their order.
    public func records(_ names: Set<RecordName>) throws -> [Record] {
        try records(of: Set(names.map(\.article))) { article, shelved in
            names.contains(RecordName(article: article, record: shelved.id))
        }
    }

    private func records(
        of articles: Set<String>,
        where isWanted: (String, ShelvedRecord) -> Bool
    ) throws -> [Record] {
        try shelveRecords(of: articles)
        let wanted = articles.sorted { $0.precedes($1) }.flatMap { article in
            (shelf.records[article] ?? []).enumerated().filter { isWanted(article, $0.element) }
                .map { (article: article, place: $0.offset, shelved: $0.element) }
        }
        let records = try wanted.mappedOnAllCores {
            try $0.shelved.record ?? $0.shelved.stored.record()
        }
        for (wanted, record) in zip(wanted, records) {
            shelf.records[wanted.article]?[wanted.place].record = record
        }
        return records
    }

    private func shelveRecords(of articles: Set<String>) throws {
        let missing = articles.filter { shelf.records[$0] == nil }.sorted()
        guard !missing.isEmpty else { return }
        for article in missing { shelf.records[article] = [] }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT article.name, record.id, record.kind, record.content
                FROM article JOIN record ON record.version = article.version
                WHERE article.withdrawn IS NULL
                AND article.name IN (SELECT value FROM json_each(?))
                ORDER BY article.name, record.position
                """,
            arguments: [StoredJSON.text(missing)]
        )
        while let row = try rows.next() {
            let article: String = row[0]
            let stored = StoredRecord(article: article, content: row[3])
            shelf.records[article, default: []]
                .append(ShelvedRecord(id: row[1], kind: row[2], stored: stored))
        }
    }

    /// The consolidated records that share most keys with one and were published shortly before or after a
    /// day, at most so many; for no day the newest.
    public func records(
        sharing keys: [Int],
        around day: Day?,
        atMost count: Int
    ) throws -> [RecordName] {
        let day = day?.number ?? Self.undated
        let places = try [("<=", "DESC"), (">", "ASC")].flatMap { comparison, order in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT record_key.version, record_key.position FROM record_key
                    JOIN consolidated USING (version)
                    WHERE key = ? AND day \(comparison) ?
                    ORDER BY day \(order), record_key.version \(order), position \(order)
                    LIMIT \(Self.reach)
                    """
            )
            return try keys.flatMap { key in
                try Row.fetchAll(statement, arguments: [key, day]).map { RecordPlace($0) }
            }
        }
        return try places.mostFrequent(count).compactMap { try RecordPlace.name(of: $0, in: db) }
    }

    /// The day under which records of undated articles are kept: behind all others, as they are compared.
    static let undated = Int(Int32.max)

    /// The ties that a chain of ties connects with any of the records.
    public func ties(reaching names: Set<RecordName>) throws -> Set<Tie> {
        var front = try names.sorted().flatMap { try RecordPlace.places(of: $0, in: db) }
        var seen = Set(front)
        var pairs: Set<[RecordPlace]> = []
        let ties = try TieTable(db)
        while let place = front.popLast() {
            for other in try ties.others(of: place) {
                pairs.insert(place < other ? [place, other] : [other, place])
                if seen.insert(other).inserted { front.append(other) }
            }
        }
        var known: [RecordPlace: RecordName] = [:]
        for place in seen { known[place] = try RecordPlace.name(of: place, in: db) }
        return Set(
            pairs.compactMap { pair in
                guard let one = known[pair[0]], let two = known[pair[1]] else { return nil }
                return Tie(one, two)
            }
        )
    }
}

extension Array where Element: Hashable & Comparable {
    /// The elements that occur most often, at most so many; of equal ones the greatest.
    fileprivate func mostFrequent(_ count: Int) -> [Element] {
        var counts: [Element: Int] = [:]
        for element in self { counts[element, default: 0] += 1 }
        let ranked = counts.sorted { ($1.value, $1.key) < ($0.value, $0.key) }
        return ranked.prefix(count).map(\.key)
    }
}

/// Where a record stands in the ledger.
struct RecordPlace: Hashable, Comparable {
    var version: Int64
    var position: Int

    /// Takes a row that begins with version and position.
    init(_ row: Row) {
        (version, position) = (row[0], row[1])
    }

    static func < (one: RecordPlace, two: RecordPlace) -> Bool {
        (one.version, one.position) < (two.version, two.position)
    }

    /// The name of the record at a place; nil where there is none any more.
    static func name(of place: RecordPlace, in db: Database) throws -> RecordName? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT article.name, record.id FROM record JOIN article USING (version)
                WHERE record.version = ? AND record.position = ? AND article.withdrawn IS NULL
                """
        )
        return try Row.fetchOne(statement, arguments: [place.version, place.position])
            .map { RecordName(article: $0[0], record: $0[1]) }
    }

    /// The places of a record; several where an article says the same twice.
    static func places(of name: RecordName, in db: Database) throws -> [RecordPlace] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT record.version, record.position
                FROM article JOIN record ON record.version = article.version
                WHERE article.name = ? AND article.withdrawn IS NULL AND record.id = ?
                """
        )
        return try Row.fetchAll(statement, arguments: [name.article, name.record])
            .map { RecordPlace($0) }
    }
}

/// The origins of consolidated articles.
enum ConsolidatedOrigins {
    /// Whole origins, by their first article's id.
    static func origins(
        where condition: String = "TRUE",
        arguments: StatementArguments = [],
        in db: Database
    ) throws -> [Origin] {
        var origins: [Int64: Origin] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT consolidated.origin, article.name, consolidated.reason
                FROM consolidated JOIN article USING (version)
                WHERE article.withdrawn IS NULL AND \(condition) ORDER BY article.name
                """,
            arguments: arguments
        )
        while let row = try rows.next() {
            origins[row[0], default: Origin(articles: [], reason: row[2])].articles.append(row[1])
        }
        return origins.values.sorted { $0.articles[0] < $1.articles[0] }
    }
}

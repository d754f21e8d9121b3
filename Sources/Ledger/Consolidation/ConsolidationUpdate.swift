internal import GRDB
internal import Records

/// Writes down what a part of all records was consolidated to, but for its findings.
struct ConsolidationUpdate {
    private let part: ConsolidatedPart
    private var versions: [String: Int64] = [:]
    private var days: [String: Int] = [:]
    private var places: [RecordName: [RecordPlace]] = [:]

    /// Looks up where the articles and records of a part stand.
    init(_ part: ConsolidatedPart, in db: Database) throws {
        self.part = part
        let articles = Set(part.records.map(\.article)).union(part.origins.flatMap(\.articles))
            .union(part.articleKeys.keys)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT article.version, record.position, article.name, record.id,
                    article.first_day
                FROM article LEFT JOIN record ON record.version = article.version
                WHERE article.withdrawn IS NULL
                AND article.name IN (SELECT value FROM json_each(?))
                """,
            arguments: [StoredJSON.text(articles.sorted())]
        )
        while let row = try rows.next() {
            let article: String = row[2]
            versions[article] = row[0]
            days[article] = row[4] ?? ConsolidationLookup.undated
            guard let record: String = row[3] else { continue }
            places[RecordName(article: article, record: record), default: []]
                .append(RecordPlace(row))
        }
    }

    /// Writes origins, keys and ties.
    func write(to db: Database) throws {
        try writeOrigins(to: db)
        try writeKeys(to: db)
        try writeTies(to: db)
    }

    private func writeOrigins(to db: Database) throws {
        let insert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO consolidated (version, origin, reason) VALUES (?, ?, ?)"
        )
        for origin in part.origins {
            let members = origin.articles.compactMap { versions[$0] }.sorted()
            for member in members {
                try insert.execute(arguments: [member, members[0], origin.reason])
            }
        }
    }

    private func writeKeys(to db: Database) throws {
        let article = try db.cachedStatement(sql: "INSERT OR IGNORE INTO article_key VALUES (?, ?)")
        for (name, keys) in part.articleKeys {
            for key in keys { try article.execute(arguments: [key, versions[name]]) }
        }
        let record = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO record_key VALUES (?, ?, ?, ?)"
        )
        let rows = part.recordKeys.flatMap { name, keys in
            (places[name] ?? []).flatMap { place in
                keys.map { (key: $0, day: days[name.article] ?? 0, place: place) }
            }
        }
        // In the order of the table, which is written much faster so.
        for row in rows.sorted(by: { ($0.key, $0.day, $0.place) < ($1.key, $1.day, $1.place) }) {
            try record.execute(
                arguments: [row.key, row.day, row.place.version, row.place.position]
            )
        }
    }

    private func writeTies(to db: Database) throws {
        let pairs = Set(
            part.ties.flatMap { tie in
                (places[tie.one] ?? []).flatMap { one in
                    (places[tie.two] ?? []).map { [one, $0].sorted() }
                }
            }
        )
        let ties = try TieTable(db)
        for place in part.records.flatMap({ places[$0] ?? [] }) {
            for other in try ties.others(of: place)
            where !pairs.contains([place, other].sorted()) {
                try ties.remove(place, other)
            }
        }
        for pair in pairs.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
            try ties.insert(pair[0], pair[1])
        }
    }
}

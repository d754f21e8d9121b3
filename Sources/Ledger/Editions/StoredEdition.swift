internal import Foundation
internal import GRDB
internal import Records

/// An edition as it stands in the ledger, without what it told.
struct StoredEdition {
    /// What is not searched.
    private struct Content: Codable {
        var cutOff: ArticleDate?
        var changes: [Change]
        var articles: [String]
        var outputs: [Edition.Output]
    }

    private let id: Int64
    private let brief: String
    let number: Int
    let revision: Int
    let period: Edition.Period
    let generation: Int
    private let madeAt: Date

    private init(_ row: Row) {
        id = row["id"]
        brief = row["brief"]
        number = row["number"]
        revision = row["revision"]
        let first: Int? = row["first_day"]
        period = Edition.Period(
            first: first.map(Day.init(number:)),
            last: Day(number: row["last_day"])
        )
        generation = row["generation"]
        madeAt = row["made_at"]
    }

    /// Whether it is the same brief, period and revision.
    func isSame(as edition: Edition) -> Bool {
        brief == edition.brief && period == edition.period && revision == edition.revision
    }

    /// The editions of a brief, by number and revision.
    static func all(of brief: String, in db: Database) throws -> [StoredEdition] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, brief, number, revision, first_day, last_day, generation, made_at
                FROM edition WHERE brief = ? ORDER BY number, revision
                """,
            arguments: [brief]
        ).map(StoredEdition.init)
    }

    /// The whole edition.
    func edition(in db: Database) throws -> Edition {
        let content = try StoredJSON.value(
            Content.self,
            of: String.fetchOne(
                db,
                sql: "SELECT content FROM edition WHERE id = ?",
                arguments: [id]
            ) ?? ""
        )
        return Edition(
            brief: brief,
            number: number,
            revision: revision,
            period: period,
            cutOff: content.cutOff,
            madeAt: madeAt,
            generation: generation,
            snapshots: try String.fetchAll(
                db,
                sql: "SELECT content FROM edition_finding WHERE edition = ? ORDER BY position",
                arguments: [id]
            ).map { try StoredJSON.value(FindingSnapshot.self, of: $0) },
            changes: content.changes,
            articles: content.articles,
            outputs: content.outputs
        )
    }

    /// Writes an edition and which versions of articles it rests on.
    static func insert(_ edition: Edition, in db: Database) throws {
        let content = Content(
            cutOff: edition.cutOff,
            changes: edition.changes,
            articles: edition.articles,
            outputs: edition.outputs
        )
        try db.execute(
            sql: """
                INSERT INTO edition
                (brief, number, revision, first_day, last_day, generation, made_at, content,
                    consolidation)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?,
                    ifnull((SELECT serial FROM consolidation), 0))
                """,
            arguments: [
                edition.brief, edition.number, edition.revision, edition.period.first?.number,
                edition.period.last.number, edition.generation, edition.madeAt,
                try StoredJSON.text(content),
            ]
        )
        let id = db.lastInsertedRowID
        let texts = try edition.snapshots.mappedOnAllCores { try StoredJSON.text($0) }
        for (position, snapshot) in edition.snapshots.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO edition_finding VALUES (?, ?, ?, ?)")
                .execute(arguments: [id, position, snapshot.finding, texts[position]])
        }
        for (position, output) in edition.outputs.enumerated() {
            try db.execute(
                sql: "INSERT INTO edition_output VALUES (?, ?, ?)",
                arguments: [id, position, output.path]
            )
        }
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO edition_article
                SELECT ?, version FROM article
                WHERE withdrawn IS NULL AND name IN (SELECT value FROM json_each(?))
                """,
            arguments: [id, try StoredJSON.text(edition.articles)]
        )
    }
}

extension EditionName {
    /// The editions that rest on a version of an article, oldest first.
    static func all(restingOn version: Int64, in db: Database) throws -> [EditionName] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT brief, number, revision FROM edition_article
                JOIN edition ON edition.id = edition_article.edition
                WHERE version = ? ORDER BY edition.id
                """,
            arguments: [version]
        ).map { EditionName(brief: $0[0], number: $0[1], revision: $0[2]) }
    }
}

internal import GRDB
public import Records
public import struct Records.Record

/// A finding as it is remembered, as `briefctl show` tells of it.
public struct RememberedFinding: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Ids that it had, or that findings had which became part of it, sorted.
    public var aliases: [String]
    /// What it said when it was last consolidated.
    public var fact: Fact
    /// The number of the state of the ledger in which it was first seen.
    public var generation: Int
    /// The records that tell it now.
    public var records: [Record]
    /// What editions told of it, oldest first.
    public var tellings: [(edition: EditionName, snapshot: FindingSnapshot)] {
        zip(editions, snapshots).map { ($0, $1) }
    }
    /// What analysts ruled on it, in the order of their file.
    public var verdicts: [Verdict]
    var editions: [EditionName]
    var snapshots: [FindingSnapshot]
}

/// An article that told a finding and does not any more.
public struct FormerTeller: Hashable, Sendable {
    /// The article's id, as it is or was last.
    public var article: String
    /// Whether it was removed; else it was edited.
    public var isRemoved: Bool
}

extension LedgerFile {
    /// The ids that analysts may rule on: of findings, of what became part of them, of their records, and all
    /// that readers were told of or that was ruled on before.
    public func knownIDs() throws(LedgerError) -> Set<String> {
        try read {
            try String.fetchSet(
                $0,
                sql: """
                    SELECT id FROM finding UNION SELECT alias FROM finding_alias
                    UNION SELECT record FROM finding_member
                    UNION SELECT finding FROM edition_finding UNION SELECT finding FROM verdict
                    """
            )
        }
    }

    /// The id that stands for an id: itself, or that of the finding it became part of; nil for an
    /// unknown one.
    public func resolve(_ id: String) throws(LedgerError) -> String? {
        try read { try Self.resolve(id, in: $0) }
    }

    /// The finding with an id or alias; nil for an unknown one.
    public func finding(_ id: String) throws(LedgerError) -> RememberedFinding? {
        try read { db in
            guard let id = try Self.resolve(id, in: db),
                let row = try Row.fetchOne(
                    db,
                    sql: "SELECT * FROM finding WHERE id = ?",
                    arguments: [id]
                )
            else { return nil }
            let aliases = try String.fetchAll(
                db,
                sql: "SELECT alias FROM finding_alias WHERE finding = ? ORDER BY alias",
                arguments: [id]
            )
            let told = try Self.tellings(of: [id] + aliases, in: db)
            return RememberedFinding(
                id: id,
                aliases: aliases,
                fact: try StoredJSON.value(Fact.self, of: row["content"]),
                generation: row["seen"],
                records: try StoredRecord.fetch(
                    where: """
                        article.withdrawn IS NULL AND EXISTS (SELECT 1 FROM finding_member m
                        WHERE m.article = article.id AND m.record = record.id AND m.finding = ?)
                        """,
                    arguments: [id],
                    in: db
                ).map { try $0.record() },
                verdicts: try Self.verdicts(on: [id] + aliases, in: db),
                editions: told.map(\.0),
                snapshots: told.map(\.1)
            )
        }
    }

    /// What editions told of findings, oldest first.
    ///
    /// - Parameter ids: The ids under which they told it.
    /// - Returns: What each edition told.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func tellings(
        of ids: [String]
    ) throws(LedgerError) -> [(edition: EditionName, snapshot: FindingSnapshot)] {
        try read { try Self.tellings(of: ids, in: $0) }
    }

    /// The articles that told findings and do not any more.
    ///
    /// - Parameter ids: The findings.
    /// - Returns: The articles of each finding that has any, by id.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func formerTellers(
        of ids: Set<String>
    ) throws(LedgerError) -> [String: [FormerTeller]] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT m.finding, article.name, article.withdrawn IS NOT NULL
                    FROM finding_member m JOIN article ON article.id = m.article
                    WHERE m.finding IN (SELECT value FROM json_each(?))
                    AND (article.withdrawn IS NOT NULL OR NOT EXISTS (SELECT 1 FROM record
                    WHERE record.version = article.version AND record.id = m.record))
                    ORDER BY article.name
                    """,
                arguments: [try StoredJSON.text(ids.sorted())]
            )
            return Dictionary(grouping: rows) { $0[0] as String }
                .mapValues { $0.map { FormerTeller(article: $0[1], isRemoved: $0[2]) } }
        }
    }

    static func resolve(_ id: String, in db: Database) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT id FROM finding WHERE id = ?1
                UNION ALL SELECT finding FROM finding_alias WHERE alias = ?1
                """,
            arguments: [id]
        )
    }

    private static func tellings(
        of ids: [String],
        in db: Database
    ) throws -> [(EditionName, FindingSnapshot)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT brief, number, revision, f.content
                FROM edition_finding f JOIN edition ON edition.id = f.edition
                WHERE f.finding IN (SELECT value FROM json_each(?)) ORDER BY edition.id
                """,
            arguments: [try StoredJSON.text(ids)]
        ).map { row in
            (
                EditionName(brief: row[0], number: row[1], revision: row[2]),
                try StoredJSON.value(FindingSnapshot.self, of: row[3])
            )
        }
    }
}

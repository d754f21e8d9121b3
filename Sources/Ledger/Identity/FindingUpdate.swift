internal import GRDB
internal import Records

/// What has to be written so that findings are remembered as they are.
struct FindingUpdate {
    /// A finding that says something else than is remembered, or is told by other records.
    private struct Change {
        var finding: Finding
        var content: String
        var account: String
    }

    private struct Member {
        var article: Int64
        var record: String
        var quote: String
    }

    private let serial: Int
    private var changes: [Change] = []
    private var members: [(finding: String, member: Member)] = []
    private var lost: [String]
    private let boilerplate: Set<RecordName>
    private var aliases: [String: String]
    private var reclaimed: Set<String>

    /// Finds out what differs from what is remembered.
    ///
    /// - Parameters:
    ///   - identification: The findings under the ids that they keep.
    ///   - memory: What was remembered of them.
    ///   - boilerplate: The records that are in no finding any more.
    ///   - serial: The number of the consolidation that made them.
    ///   - db: The database.
    /// - Throws: Why the database could not be read.
    init(
        _ identification: Identification,
        _ memory: FindingMemory,
        without boilerplate: Set<RecordName>,
        serial: Int,
        in db: Database
    ) throws {
        self.serial = serial
        aliases = identification.aliases
        reclaimed = identification.reclaimed
        self.boilerplate = boilerplate
        let standing = Set(identification.findings.map(\.id))
        lost = memory.known.map(\.id).filter { !standing.contains($0) }
        let texts = try identification.findings.mappedOnAllCores {
            (try StoredJSON.text($0.fact), try FindingAccount($0).text)
        }
        let stored = try db.cachedStatement(
            sql: "SELECT content, account FROM finding WHERE id = ?"
        )
        for (finding, texts) in zip(identification.findings, texts) {
            let moved = try Self.members(of: finding, in: db)
            members += moved.map { (finding.id, $0) }
            let row = try Row.fetchOne(stored, arguments: [finding.id])
            let isSame = row.map { $0[0] == texts.0 && $0[1] == texts.1 } ?? false
            if !isSame || !moved.isEmpty {
                changes.append(Change(finding: finding, content: texts.0, account: texts.1))
            }
        }
    }

    /// The records of a finding that belonged to another one or to none.
    private static func members(of finding: Finding, in db: Database) throws -> [Member] {
        let owners = try db.cachedStatement(
            sql: """
                SELECT article.id, finding_member.finding FROM article
                LEFT JOIN finding_member ON finding_member.article = article.id
                    AND finding_member.record = ?
                WHERE article.name = ? AND article.withdrawn IS NULL
                """
        )
        return try finding.records.compactMap { record in
            let rows = try Row.fetchAll(owners, arguments: [record.id, record.article])
            guard let article: Int64 = rows.first?[0] else { return nil }
            let owner: String? = rows[0][1]
            if rows.count == 1, owner == finding.id { return nil }
            return Member(
                article: article,
                record: record.id,
                quote: record.evidence.first?.quote ?? ""
            )
        }
    }

    /// Writes it down.
    func write(to db: Database) throws {
        let generation = try RefreshPlan.generation(db)
        for change in changes {
            try db.cachedStatement(
                sql: """
                    INSERT INTO finding (id, kind, seen, content, account, touched)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET content = excluded.content,
                    account = excluded.account, touched = excluded.touched
                    """
            ).execute(
                arguments: [
                    change.finding.id, change.finding.fact.kind.rawValue, generation,
                    change.content, change.account, serial,
                ]
            )
        }
        for id in lost {
            try db.execute(
                sql: "UPDATE finding SET touched = ? WHERE id = ?",
                arguments: [serial, id]
            )
        }
        for id in reclaimed {
            try db.execute(sql: "DELETE FROM finding_alias WHERE alias = ?", arguments: [id])
        }
        for (alias, id) in aliases { try merge(alias, into: id, in: db) }
        try release(boilerplate, in: db)
        try writeMembers(to: db)
    }

    /// Takes records out of the findings that they belonged to.
    private func release(_ records: Set<RecordName>, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                DELETE FROM finding_member WHERE record = ? AND article IN (
                    SELECT id FROM article WHERE name = ? AND withdrawn IS NULL)
                """
        )
        for name in records { try statement.execute(arguments: [name.record, name.article]) }
    }

    private func writeMembers(to db: Database) throws {
        let clear = try db.cachedStatement(
            sql: "DELETE FROM finding_member WHERE article = ? AND record = ?"
        )
        for (_, member) in members {
            try clear.execute(arguments: [member.article, member.record])
        }
        let insert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO finding_member VALUES (?, ?, ?, ?)"
        )
        for (finding, member) in members {
            try insert.execute(
                arguments: [finding, member.article, member.record, member.quote]
            )
        }
    }

    private func merge(_ alias: String, into id: String, in db: Database) throws {
        for sql in [
            "UPDATE OR REPLACE finding_member SET finding = ?2 WHERE finding = ?1",
            "UPDATE finding_alias SET finding = ?2 WHERE finding = ?1",
            "INSERT OR REPLACE INTO finding_alias (alias, finding) VALUES (?1, ?2)",
        ] {
            try db.execute(sql: sql, arguments: [alias, id])
        }
        try db.execute(sql: "DELETE FROM finding WHERE id = ?", arguments: [alias])
    }
}

/// What a finding says beside its fact, as it is remembered.
struct FindingAccount: Codable {
    var conflicts: [Conflict]
    var history: [Moment]
    /// The number of origins: when it changes, so does what readers are told.
    var origins: Int

    init(_ finding: Finding) {
        conflicts = finding.conflicts
        history = finding.history
        origins = finding.origins.count
    }

    /// The account as it stands in its column.
    var text: String { get throws { try StoredJSON.text(self) } }
}

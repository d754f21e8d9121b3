internal import GRDB
internal import Records

/// What has to be written so that findings are remembered as they are.
struct FindingUpdate {
    private struct Entry: Hashable {
        var finding: String
        var member: Member
    }

    private struct Member: Hashable {
        var article: Int64
        var record: String
    }

    private var facts: [(id: String, kind: String, content: String)] = []
    private var members: [(finding: String, member: Member, quote: String)] = []
    private var aliases: [String: String]
    private var reclaimed: Set<String>

    /// Whether all of it is known already.
    var isEmpty: Bool {
        facts.isEmpty && members.isEmpty && aliases.isEmpty && reclaimed.isEmpty
    }

    /// Finds out what differs from what is remembered.
    init(_ identification: Identification, in db: Database) throws {
        aliases = identification.aliases
        reclaimed = identification.reclaimed
        let stored = try Row.fetchAll(db, sql: "SELECT id, content FROM finding")
            .reduce(into: [String: String]()) { $0[$1[0]] = $1[1] }
        let contents = try identification.findings.mappedOnAllCores {
            try StoredJSON.text($0.fact)
        }
        for (finding, content) in zip(identification.findings, contents)
        where stored[finding.id] != content {
            facts.append((finding.id, finding.fact.kind.rawValue, content))
        }
        members = try Self.outdated(identification.findings, in: db)
    }

    /// The entries of all records that belong to other findings than is remembered.
    private static func outdated(
        _ findings: [Finding],
        in db: Database
    ) throws -> [(finding: String, member: Member, quote: String)] {
        let articles = try Row.fetchAll(
            db,
            sql: "SELECT name, id FROM article WHERE withdrawn IS NULL"
        ).reduce(into: [String: Int64]()) { $0[$1[0]] = $1[1] }
        var quotes: [Entry: String] = [:]
        for finding in findings {
            for record in finding.records {
                guard let article = articles[record.article] else { continue }
                let member = Member(article: article, record: record.id)
                quotes[Entry(finding: finding.id, member: member)] =
                    record.evidence.first?.quote ?? ""
            }
        }
        var missing = Set(quotes.keys)
        var surplus: Set<Member> = []
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT finding, article, record FROM finding_member"
        )
        while let row = try rows.next() {
            let entry = Entry(finding: row[0], member: Member(article: row[1], record: row[2]))
            if missing.remove(entry) == nil { surplus.insert(entry.member) }
        }
        let outdated = surplus.union(missing.map(\.member))
        guard !outdated.isEmpty else { return [] }
        return quotes.filter { outdated.contains($0.key.member) }
            .map { ($0.key.finding, $0.key.member, $0.value) }
    }

    /// Writes it down.
    func write(to db: Database) throws {
        let generation = try RefreshPlan.generation(db)
        for fact in facts {
            try db.cachedStatement(
                sql: """
                    INSERT INTO finding (id, kind, seen, content) VALUES (?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET content = excluded.content
                    """
            ).execute(arguments: [fact.id, fact.kind, generation, fact.content])
        }
        for id in reclaimed {
            try db.execute(sql: "DELETE FROM finding_alias WHERE alias = ?", arguments: [id])
        }
        for (alias, id) in aliases { try merge(alias, into: id, in: db) }
        let clear = try db.cachedStatement(
            sql: "DELETE FROM finding_member WHERE article = ? AND record = ?"
        )
        for (_, member, _) in members {
            try clear.execute(arguments: [member.article, member.record])
        }
        let insert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO finding_member VALUES (?, ?, ?, ?)"
        )
        for (finding, member, quote) in members {
            try insert.execute(arguments: [finding, member.article, member.record, quote])
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

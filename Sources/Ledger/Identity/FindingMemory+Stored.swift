internal import GRDB
internal import Records

extension FindingMemory {
    /// All that is remembered.
    init(from db: Database) throws {
        self.init(
            known: try Self.known(where: "TRUE", in: db),
            aliases: try Self.aliases(in: db)
        )
    }

    /// What is remembered of the findings of a part, of those that its gap took a record from, and of those
    /// that nobody tells any more and that say what one of the part says.
    init(around part: ConsolidatedPart, _ gap: ConsolidationGap, in db: Database) throws {
        let owners = try db.cachedStatement(
            sql: """
                SELECT finding FROM finding_member m JOIN article ON article.id = m.article
                WHERE article.name = ? AND article.withdrawn IS NULL AND m.record = ?
                """
        )
        var ids: Set<String> = []
        for name in part.records {
            ids.formUnion(
                try String.fetchAll(owners, arguments: [name.article, name.record])
            )
        }
        let robbed = try String.fetchAll(
            db,
            sql: """
                SELECT finding FROM finding_member m JOIN article ON article.id = m.article
                WHERE article.withdrawn IS NULL
                AND article.name IN (SELECT value FROM json_each(?))
                AND NOT EXISTS (SELECT 1 FROM record
                    WHERE record.version = article.version AND record.id = m.record)
                """,
            arguments: [StoredJSON.text(gap.added.sorted())]
        )
        ids.formUnion(robbed)
        var reserved: Set<String> = []
        for finding in part.findings {
            let (taken, silent) = try Self.holders(of: finding, in: db)
            reserved.formUnion(taken)
            ids.formUnion(silent)
        }
        self.init(
            known: try Self.known(
                where: "finding.id IN (SELECT value FROM json_each(?))",
                arguments: [StoredJSON.text(ids.sorted())],
                in: db
            ),
            aliases: try Self.aliases(in: db),
            reserved: reserved
        )
    }

    /// The ids that a new finding would have and that are taken, and those among them that nobody tells.
    private static func holders(
        of finding: Finding,
        in db: Database
    ) throws -> (taken: [String], silent: [String]) {
        let statement = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM finding_member m
                    JOIN article ON article.id = m.article
                    WHERE m.finding = finding.id AND article.withdrawn IS NULL)
                FROM finding WHERE id = ?
                """
        )
        var (taken, silent): ([String], [String]) = ([], [])
        var id = finding.id
        var number = 1
        while let isTold = try Bool.fetchOne(statement, arguments: [id]) {
            taken.append(id)
            if !isTold { silent.append(id) }
            number += 1
            id = Identification.id(of: finding, number: number)
        }
        return (taken, silent)
    }

    private static func known(
        where condition: String,
        arguments: StatementArguments = [],
        in db: Database
    ) throws -> [Known] {
        var members: [String: [RecordName: String]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT m.finding, article.name, m.record, m.quote FROM finding
                JOIN finding_member m ON m.finding = finding.id
                JOIN article ON article.id = m.article
                WHERE article.withdrawn IS NULL AND \(condition)
                """,
            arguments: arguments
        )
        while let row = try rows.next() {
            members[row[0], default: [:]][RecordName(article: row[1], record: row[2])] = row[3]
        }
        return try Row.fetchAll(
            db,
            sql: "SELECT id, kind, seen FROM finding WHERE \(condition) ORDER BY id",
            arguments: arguments
        ).compactMap { row in
            let id: String = row[0]
            return Fact.Kind(rawValue: row[1]).map {
                Known(id: id, kind: $0, age: row[2], members: members[id] ?? [:])
            }
        }
    }

    static func aliases(in db: Database) throws -> [String: String] {
        try Row.fetchAll(db, sql: "SELECT alias, finding FROM finding_alias")
            .reduce(into: [:]) { $0[$1[0]] = $1[1] }
    }
}

internal import Foundation
internal import GRDB
internal import Records

extension LedgerFile {
    /// Issues an edition: once for each brief, period and revision.
    ///
    /// Write the outputs first: an edition that is not issued is made again, with the same bytes.
    ///
    /// - Returns: The edition as it stands in the ledger: the one given, or the one that was issued
    ///   before for the same period and revision, unchanged.
    /// - Throws: ``LedgerError`` when the number or the period would leave a gap.
    public func issue(_ edition: Edition) throws(LedgerError) -> Edition {
        try writeForGood { db in
            let issued = try StoredEdition.all(of: edition.brief, in: db)
            if let known = issued.first(where: { $0.isSame(as: edition) }) {
                return try known.edition(in: db)
            }
            try Self.check(edition, against: issued)
            try StoredEdition.insert(edition, in: db)
            return edition
        }
    }

    /// The names of the briefs of which there are editions, sorted.
    public func briefs() throws(LedgerError) -> [String] {
        try read {
            try String.fetchAll($0, sql: "SELECT DISTINCT brief FROM edition ORDER BY brief")
        }
    }

    /// The editions of a brief with all revisions, by number and revision.
    public func editions(of brief: String) throws(LedgerError) -> [Edition] {
        try read { db in
            try StoredEdition.all(of: brief, in: db).map { try $0.edition(in: db) }
        }
    }

    /// The last edition of a brief in its last revision; nil where none was issued.
    public func lastEdition(of brief: String) throws(LedgerError) -> Edition? {
        try read { db in
            try StoredEdition.all(of: brief, in: db).last?.edition(in: db)
        }
    }

    /// Where a brief stands: its last edition, without what that told.
    ///
    /// Costs a look at one line.
    ///
    /// - Parameters:
    ///   - brief: The name of the brief.
    ///   - number: Only editions before this one count; nil for all.
    /// - Returns: Where it stands.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func lastIssue(
        of brief: String,
        before number: Int? = nil
    ) throws(LedgerError) -> Issue? {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT number, revision, first_day, last_day, generation FROM edition
                    WHERE brief = ?1 AND (?2 IS NULL OR number < ?2)
                    ORDER BY number DESC, revision DESC LIMIT 1
                    """,
                arguments: [brief, number]
            )
            return row.map { row in
                let first: Int? = row["first_day"]
                return Issue(
                    number: row["number"],
                    revision: row["revision"],
                    period: Edition.Period(
                        first: first.map(Day.init(number:)),
                        last: Day(number: row["last_day"])
                    ),
                    generation: row["generation"]
                )
            }
        }
    }

    /// The paths of the files of an edition in its last revision, relative to the workspace.
    public func outputs(of brief: String, number: Int) throws(LedgerError) -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT path FROM edition_output WHERE edition = (
                        SELECT id FROM edition WHERE brief = ? AND number = ?
                        ORDER BY revision DESC LIMIT 1
                    ) ORDER BY position
                    """,
                arguments: [brief, number]
            )
        }
    }

    /// An edition; nil where it was not issued.
    ///
    /// - Parameters:
    ///   - brief: The name of the brief.
    ///   - number: The number, from 1.
    ///   - revision: The revision; nil for the last one.
    /// - Returns: The edition.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func edition(
        of brief: String,
        number: Int,
        revision: Int? = nil
    ) throws(LedgerError) -> Edition? {
        try read { db in
            try StoredEdition.all(of: brief, in: db)
                .last { $0.number == number && $0.revision == revision ?? $0.revision }?
                .edition(in: db)
        }
    }

    /// What the readers of a brief were last told of each finding, by id.
    ///
    /// Only the last revision of an edition counts. What was told as withdrawn is told as that.
    ///
    /// - Parameters:
    ///   - brief: The name of the brief.
    ///   - number: Only editions before this one count, as a revision of it needs; nil for all.
    ///   - ids: The findings that are asked about, beside all of which something changed since the last
    ///     edition and all that were withdrawn; nil for all.
    /// - Returns: One telling for each finding.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func lastTold(
        by brief: String,
        before number: Int? = nil,
        among ids: Set<String>? = nil
    ) throws(LedgerError) -> [Telling] {
        try read { db in
            var tellings: [String: Telling] = [:]
            for row in try Self.tellings(by: brief, before: number, among: ids, in: db) {
                var snapshot = try StoredJSON.value(FindingSnapshot.self, of: row["content"])
                snapshot.finding = row["current"]
                let id = snapshot.finding
                // Of two findings that became one, the one that kept its id was told.
                let isOwn = id == row["finding"] as String
                if snapshot.state == .withdrawn {
                    if isOwn {
                        tellings[id] = Telling(snapshot, editions: [], isGone: row["gone"])
                    }
                    continue
                }
                var editions = tellings[id]?.editions ?? []
                let edition: Int = row["number"]
                if editions.last != edition { editions.append(edition) }
                let known = tellings[id].flatMap { isOwn || $0.editions.last != edition ? nil : $0 }
                tellings[id] = Telling(
                    known?.snapshot ?? snapshot,
                    editions: editions,
                    isGone: row["gone"]
                )
            }
            return tellings.values.sorted { $0.snapshot.finding < $1.snapshot.finding }
        }
    }

    /// The questions that the readers of a brief were told of and that no edition called answered.
    ///
    /// - Parameters:
    ///   - brief: The name of the brief.
    ///   - number: Only editions before this one count.
    /// - Returns: The questions as they are now, by id.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func openQuestions(
        toldBy brief: String,
        before number: Int
    ) throws(LedgerError) -> [OpenQuestion] {
        try read { try OpenQuestion.all(toldBy: brief, before: number, in: $0) }
    }

    /// The articles that an edition of a period is about.
    ///
    /// - Parameters:
    ///   - number: The number of the edition; what earlier ones told of is not late any more.
    ///   - brief: The name of the brief.
    ///   - period: Its period.
    /// - Returns: The articles by id.
    /// - Throws: ``LedgerError`` when the file cannot be read.
    public func articles(
        ofEdition number: Int,
        of brief: String,
        in period: Edition.Period
    ) throws(LedgerError) -> EditionArticles {
        try read { db in
            try EditionArticles(brief: brief, number: number, period: period, in: db)
        }
    }

    private static func check(_ edition: Edition, against issued: [StoredEdition]) throws {
        let same = issued.last { $0.period == edition.period }
        let revision = same.map { $0.revision + 1 } ?? 0
        guard edition.revision == revision else {
            throw LedgerError.wrongRevision(
                brief: edition.brief,
                period: edition.period,
                revision: edition.revision,
                expected: revision
            )
        }
        let number = same?.number ?? (issued.last?.number ?? 0) + 1
        guard edition.number == number else {
            throw LedgerError.wrongNumber(
                brief: edition.brief,
                number: edition.number,
                expected: number
            )
        }
        guard same == nil, let last = issued.last else { return }
        let next = last.period.last.advanced(by: 1)
        let isNext = edition.period.first.map { $0 == next } ?? (edition.period.last >= next)
        guard isNext else {
            throw LedgerError.gap(
                brief: edition.brief,
                period: edition.period,
                expected: Edition.Period(
                    first: edition.period.first == nil ? nil : next,
                    last: max(next, edition.period.last)
                )
            )
        }
    }

    private static func tellings(
        by brief: String,
        before number: Int?,
        among ids: Set<String>?,
        in db: Database
    ) throws -> [Row] {
        try Row.fetchAll(
            db,
            sql: """
                WITH current AS (
                    SELECT f.*, edition.number, ifnull(alias.finding, f.finding) AS current
                    FROM edition JOIN edition_finding f ON f.edition = edition.id
                    LEFT JOIN finding_alias alias ON alias.alias = f.finding
                    WHERE edition.brief = ?1 AND (?2 IS NULL OR edition.number < ?2)
                    AND NOT EXISTS (SELECT 1 FROM edition later WHERE later.brief = ?1
                    AND later.number = edition.number AND later.revision > edition.revision)
                )
                SELECT content, number, finding, current, NOT EXISTS (
                    SELECT 1 FROM finding_member m JOIN article ON article.id = m.article
                    JOIN record ON record.version = article.version AND record.id = m.record
                    WHERE m.finding = current.current AND article.withdrawn IS NULL
                ) AS gone
                FROM current
                WHERE ?3 IS NULL OR current IN (SELECT value FROM json_each(?3))
                -- What was withdrawn may have come back.
                OR current IN (
                    SELECT current FROM current
                    WHERE json_extract(content, '$.state.withdrawn') IS NOT NULL
                )
                OR current IN (
                    SELECT id FROM finding WHERE touched > (
                        SELECT consolidation FROM edition
                        WHERE brief = ?1 AND (?2 IS NULL OR number < ?2)
                        ORDER BY number DESC, revision DESC LIMIT 1
                    )
                )
                ORDER BY number, finding <> current, position
                """,
            arguments: [brief, number, ids.map { try StoredJSON.text($0.sorted()) }]
        )
    }
}

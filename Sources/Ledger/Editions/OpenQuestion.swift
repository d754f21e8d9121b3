internal import GRDB
public import Records

/// A question that readers were told of and that no edition called answered.
public struct OpenQuestion: Hashable, Sendable {
    /// The finding’s id.
    public var id: String
    /// What it says now.
    public var fact: Fact
    /// The headline under which it was printed last; nil where that is not remembered.
    public var headline: String?
    /// The first day of an article that tells it; nil where none is dated.
    public var since: Day?
    /// Whether no article tells it any more.
    public var isGone: Bool

    /// The questions that editions of a brief before a number told, by id.
    static func all(
        toldBy brief: String,
        before number: Int,
        in db: Database
    ) throws -> [OpenQuestion] {
        try Row.fetchAll(
            db,
            sql: """
                WITH told AS (
                    SELECT ifnull(alias.finding, f.finding) AS id,
                        max(json_extract(f.content, '$.state.resolved') IS NOT NULL) AS closed
                    FROM edition JOIN edition_finding f ON f.edition = edition.id
                    LEFT JOIN finding_alias alias ON alias.alias = f.finding
                    WHERE edition.brief = ?1 AND edition.number < ?2
                    AND f.finding >= 'question-' AND f.finding < 'question.'
                    GROUP BY 1
                )
                SELECT finding.id, finding.content, (
                    SELECT json_extract(f.content, '$.headline')
                    FROM edition_finding f JOIN edition ON edition.id = f.edition
                    WHERE f.finding = finding.id AND edition.brief = ?1 AND edition.number < ?2
                    ORDER BY f.edition DESC LIMIT 1
                ) AS headline, (
                    SELECT min(article.first_day) FROM finding_member m
                    JOIN article ON article.id = m.article
                    WHERE m.finding = finding.id AND article.withdrawn IS NULL
                ) AS since, NOT EXISTS (
                    SELECT 1 FROM finding_member m JOIN article ON article.id = m.article
                    JOIN record ON record.version = article.version AND record.id = m.record
                    WHERE m.finding = finding.id AND article.withdrawn IS NULL
                ) AS gone
                FROM told JOIN finding USING (id) WHERE NOT told.closed ORDER BY finding.id
                """,
            arguments: [brief, number]
        ).map { row in
            let since: Int? = row["since"]
            return OpenQuestion(
                id: row["id"],
                fact: try StoredJSON.value(Fact.self, of: row["content"]),
                headline: row["headline"],
                since: since.map(Day.init(number:)),
                isGone: row["gone"]
            )
        }
    }
}

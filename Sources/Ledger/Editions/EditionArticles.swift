internal import GRDB
internal import Records

/// The articles that an edition is about.
public struct EditionArticles: Hashable, Sendable {
    /// The ids of the articles of its period, and of those without a date that no other edition told first.
    public var admitted: [String]
    /// The ids of the articles of earlier periods that no other edition told first.
    public var late: [String]
    /// The number of all articles up to the end of its period, with or without a date.
    public var known: Int

    init(
        brief: String,
        number: Int,
        period: Edition.Period,
        in db: Database
    ) throws {
        let arguments: StatementArguments = [
            "brief": brief, "number": number, "first": period.first?.number,
            "last": period.last.number,
        ]
        // The pluses keep to the index of versions, whose rows are long, and from that of names.
        let rows = try Row.fetchAll(
            db,
            sql: """
                WITH own(version) AS (
                    SELECT edition_article.version FROM edition
                    JOIN edition_article ON edition_article.edition = edition.id
                    WHERE edition.brief = :brief AND edition.number = :number
                    AND EXISTS (SELECT 1 FROM edition later
                        WHERE later.brief = :brief AND later.number > :number)
                ), told(article) AS (
                    SELECT DISTINCT article FROM version WHERE +id IN (
                        SELECT edition_article.version FROM edition
                        JOIN edition_article ON edition_article.edition = edition.id
                        WHERE edition.brief = :brief AND (edition.number < :number
                            OR edition.number > :number AND edition_article.version NOT IN own)
                    )
                )
                SELECT name, ifnull(last_day < :first, FALSE) FROM article
                WHERE withdrawn IS NULL AND (first_day IS NULL OR first_day <= :last)
                AND CASE
                    -- What has no date, or comes late, belongs to the edition that told it, also when
                    -- that one or another is revised.
                    WHEN last_day IS NULL THEN id NOT IN told
                    WHEN :first IS NULL OR last_day >= :first THEN TRUE
                    ELSE :number > 1 AND id NOT IN told
                END
                ORDER BY +name
                """,
            arguments: arguments
        )
        admitted = rows.filter { !$0[1] }.map { $0[0] }
        late = rows.filter { $0[1] }.map { $0[0] }
        known =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM article
                    WHERE withdrawn IS NULL AND (first_day IS NULL OR first_day <= ?)
                    """,
                arguments: [period.last.number]
            ) ?? 0
    }
}

internal import GRDB
internal import Records

/// The articles that an edition is about.
public struct EditionArticles: Hashable, Sendable {
    /// The ids of the articles of its period, and of those without a date that no earlier edition told of.
    public var admitted: [String]
    /// The ids of the articles of earlier periods that no earlier edition told of.
    public var late: [String]
    /// The number of all articles up to the end of its period, with or without a date.
    public var known: Int

    init(
        brief: String,
        number: Int,
        period: Edition.Period,
        in db: Database
    ) throws {
        (admitted, late, known) = ([], [], 0)
        let told = try Set(
            Int64.fetchAll(
                db,
                // The plus keeps to the index of versions: their rows are long.
                sql: """
                    SELECT DISTINCT article FROM version WHERE +id IN (
                        SELECT edition_article.version FROM edition
                        JOIN edition_article ON edition_article.edition = edition.id
                        WHERE edition.brief = ? AND edition.number < ?
                    )
                    """,
                arguments: [brief, number]
            )
        )
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, name, last_day FROM article
                WHERE withdrawn IS NULL AND (first_day IS NULL OR first_day <= ?) ORDER BY name
                """,
            arguments: [period.last.number]
        )
        while let row = try rows.next() {
            known += 1
            let isTold = told.contains(row[0])
            let last: Int? = row[2]
            // What has no date belongs to the edition that first sees it.
            let isOfPeriod = last.map { last in period.first.map { last >= $0.number } ?? true }
            if isOfPeriod ?? !isTold {
                admitted.append(row[1])
            } else if last != nil, number > 1, !isTold {
                late.append(row[1])
            }
        }
    }
}

import Records

/// One quote that a finding rests on.
private struct QuoteRow {
    let finding: String
    let record: Record
    let number: Int
    let evidence: Evidence
}

/// One of several values that articles give for the same thing.
private struct ClaimRow {
    let conflict: Brief.ConflictingReports
    let number: Int
    let claim: Brief.Claim
}

/// Something that is worth knowing about a file that was read, or was not.
private struct CoverageRow {
    var file: String
    var what: String
    var detail: String
    var mend: String?
    var code: String?
    var article: String?
}

extension RowIndex {
    /// A row for each value of each conflict.
    func conflicts(of brief: Brief) -> WorkbookLayout.Sheet {
        let rows = brief.conflicts.flatMap { conflict in
            zip(1..., conflict.claims).map {
                ClaimRow(conflict: conflict, number: $0, claim: $1)
            }
        }
        let fields: [Field<ClaimRow>] = [
            Field("ID", .identifier) {
                let field = $0.conflict.field.split(separator: " ").joined(separator: "-")
                return .text("\($0.conflict.id)-\(field)-\($0.number)")
            },
            Field("Finding", .link) { link(toFinding: $0.conflict.id) },
            Field("Headline") { .text($0.conflict.headline) },
            Field("About") { .text($0.conflict.field) },
            Field("Value") { .text($0.claim.value) },
            Field("Given by") { .text($0.claim.sources) },
            Field("Quote") { .text(orEmpty: $0.claim.quotes.first?.evidence.quote) },
            Field("Article", .link) { link(toArticle: $0.claim.quotes.first?.evidence.article) },
            Field("Address", .link) { address(of: $0.claim.quotes.first?.evidence.article) },
        ]
        return WorkbookLayout.Sheet("Conflicts", table: "tbl_conflicts", fields, rows)
    }

    /// A row for each date after the information cut-off.
    func datesAhead(of brief: Brief) -> WorkbookLayout.Sheet {
        let fields: [Field<Brief.DateAhead>] =
            [Field("Finding", .link) { link(toFinding: $0.id) }]
            + Field.dates("Date") { $0.date } + [Field("Headline") { .text($0.headline) }]
        return WorkbookLayout.Sheet(
            "Dates ahead",
            table: "tbl_dates_ahead",
            fields,
            brief.datesAhead
        )
    }

    /// A row for each quote.
    func evidence(of brief: Brief) -> WorkbookLayout.Sheet {
        var rows: [QuoteRow] = []
        for (item, _) in brief.sections.flatMap(\.everyItem) {
            for record in item.finding.records {
                for (number, evidence) in zip(1..., record.evidence) {
                    rows.append(
                        QuoteRow(
                            finding: item.id,
                            record: record,
                            number: number,
                            evidence: evidence
                        )
                    )
                }
            }
        }
        let fields: [Field<QuoteRow>] =
            [
                Field("ID", .identifier) { .text("\($0.record.id)-\($0.number)") },
                Field("Finding", .link) { link(toFinding: $0.finding) },
                Field("Type") { .text($0.record.fact.kind.rawValue) },
                Field("Quote") { .text($0.evidence.quote) },
                Field("Confidence", .share, unit: "0 to 1") { .number($0.record.confidence) },
                Field("Outlet") { .text(orEmpty: source($0.evidence.article)?.outlet) },
            ] + Field.published { source($0.evidence.article) }
            + [
                Field("Start", .count, unit: "bytes") { .integer($0.evidence.start) },
                Field("End", .count, unit: "bytes") { .integer($0.evidence.end) },
                Field("Article", .link) { link(toArticle: $0.evidence.article) },
                Field("Address", .link) { address(of: $0.evidence.article) },
            ]
        return WorkbookLayout.Sheet("Evidence", table: "tbl_evidence", fields, rows)
    }

    /// A row for each article.
    func articles(of brief: Brief) -> WorkbookLayout.Sheet {
        let fields: [Field<Brief.Source>] =
            [
                Field("Article", .identifier) { .text($0.article) },
                Field("Number", .count) { .integer($0.number) },
                Field("Cited") { .text($0.isCited ? "yes" : "no") },
                Field("Headline") { .text($0.headline) },
                Field("Outlet") { .text($0.outlet) },
                Field("Byline") { .text(orEmpty: $0.byline) },
                Field("Agency") { .text(orEmpty: $0.agency) },
            ] + Field.published { $0 }
            + [
                Field("Date found in") { .text(orEmpty: $0.published?.source.rawValue) },
                Field("Origin", .count) { .integer($0.origin) },
                Field("Shares its origin") { .text(orEmpty: $0.originReason) },
                Field("Findings", .count) { .integer($0.findings) },
                Field("Address", .link) { address(of: $0.article) },
                Field("File") { .text($0.path) },
            ]
        return WorkbookLayout.Sheet(
            Self.articles,
            table: "tbl_articles",
            fields,
            brief.sources
        )
    }

    /// A row for each file that failed, has no date, is a copy, or came late.
    func coverage(of brief: Brief) -> WorkbookLayout.Sheet {
        let byNumber = Dictionary(brief.sources.map { ($0.number, $0) }) { first, _ in first }
        var rows = brief.coverage.failed.map {
            CoverageRow(
                file: $0.path,
                what: "failed",
                detail: $0.reason,
                mend: $0.mend,
                code: $0.code
            )
        }
        rows += brief.coverage.undated.compactMap { byNumber[$0] }.map {
            CoverageRow(file: $0.path, what: "no date", detail: $0.dateText, article: $0.article)
        }
        for copies in brief.coverage.copies {
            rows += copies.citations.compactMap { byNumber[$0] }.map {
                CoverageRow(
                    file: $0.path,
                    what: "copy",
                    detail: copies.reason,
                    article: $0.article
                )
            }
        }
        rows += (brief.lateReports ?? []).compactMap { byNumber[$0.citation] }.map {
            CoverageRow(file: $0.path, what: "late", detail: $0.dateText, article: $0.article)
        }
        let fields: [Field<CoverageRow>] = [
            Field("File", .identifier) { .text($0.file) }, Field("What") { .text($0.what) },
            Field("Detail") { .text($0.detail) }, Field("Try") { .text(orEmpty: $0.mend) },
            Field("Code") { .text(orEmpty: $0.code) },
            Field("Article", .link) { link(toArticle: $0.article) },
        ]
        return WorkbookLayout.Sheet("Coverage", table: "tbl_coverage", fields, rows)
    }
}

extension Field {
    /// Two columns for when an article was published: a day, and all that is known, in ISO 8601.
    fileprivate static func published(_ source: @escaping (Row) -> Brief.Source?) -> [Self] {
        [
            Field("Published", .date) { row in
                source(row)?.published?.date.day.map { .date($0) } ?? .empty
            },
            Field("Published as told") {
                .text(orEmpty: source($0)?.published?.description)
            },
        ]
    }
}

import Records

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
            Field("ID", .identifier, means: "the value: finding, field and number") {
                let field = $0.conflict.field.split(separator: " ").joined(separator: "-")
                return .text("\($0.conflict.id)-\(field)-\($0.number)")
            },
            Field("Finding", .link, means: "the finding that reports do not agree on") {
                link(toFinding: $0.conflict.id)
            },
            Field("Headline", means: "the finding as a full sentence") {
                .text($0.conflict.headline)
            },
            Field("About", means: "what the values are about") { .text($0.conflict.field) },
            Field("Value", means: "one of the values") { .text($0.claim.value) },
            Field("Given by", means: "the outlets that give it, and when") {
                .text($0.claim.sources)
            },
            Field("Quote", means: "the words that give it", empty: Self.noQuote) {
                .text(orEmpty: $0.claim.quotes.first?.evidence.quote)
            },
            Field("Article", .link, means: "the article of the quote", empty: Self.noQuote) {
                link(toArticle: $0.claim.quotes.first?.evidence.article)
            },
            Field(
                "Address",
                .link,
                means: "where the article was published",
                empty: "\(Self.noQuote), or \(Self.noAddress)"
            ) { address(of: $0.claim.quotes.first?.evidence.article) },
        ]
        return WorkbookLayout.Sheet(
            "Conflicts",
            table: "tbl_conflicts",
            purpose: "value that reports do not agree on",
            fields,
            rows
        )
    }

    /// A row for each date after the information cut-off.
    func datesAhead(of brief: Brief) -> WorkbookLayout.Sheet {
        let finding = Field<Brief.DateAhead>("Finding", .link, means: "the finding it is about") {
            link(toFinding: $0.id)
        }
        let headline = Field<Brief.DateAhead>("Headline", means: "the finding as a full sentence") {
            .text($0.headline)
        }
        let dates = Field<Brief.DateAhead>
            .dates("Date", means: "when it is due", isAlwaysTold: true) { $0.date }
        return WorkbookLayout.Sheet(
            "Dates ahead",
            table: "tbl_dates_ahead",
            purpose: "date after the information cut-off",
            [finding] + dates + [headline],
            brief.datesAhead
        )
    }

    /// A row for each article.
    func articles(of brief: Brief) -> WorkbookLayout.Sheet {
        WorkbookLayout.Sheet(
            Self.articles,
            table: "tbl_articles",
            purpose: "article of the period, and each that is cited beside them",
            nameFields + Field.published { $0 } + colophonFields + originFields,
            brief.sources
        )
    }

    private var nameFields: [Field<Brief.Source>] {
        [
            Field("Article", .identifier, means: "the article, by the path of its file") {
                .text($0.article)
            },
            Field("Number", .count, means: "the number by which the brief cites it") {
                .integer($0.number)
            },
            Field(
                "Cited",
                means: "whether the printed brief cites it",
                allowed: ["yes", "no"]
            ) { .text($0.isCited ? "yes" : "no") },
            Field("Headline", means: "its headline, or a word that says that it has none") {
                .text($0.headline)
            },
            Field("Outlet", means: "who published it, or a word that says that nobody is named") {
                .text($0.outlet)
            },
            Field("Byline", means: "who wrote it", empty: "nobody is named") {
                .text(orEmpty: $0.byline)
            },
            Field("Agency", means: "the agency it is credited to", empty: "none is named") {
                .text(orEmpty: $0.agency)
            },
        ]
    }

    private var originFields: [Field<Brief.Source>] {
        [
            Field(
                "Date found in",
                means: "where its date was found",
                allowed: ArticleDate.Source.words,
                empty: "it has no date"
            ) { .text(orEmpty: $0.published?.source.rawValue) },
            Field("Origin", .count, means: "the number of its origin on the sheet Origins") {
                .integer($0.origin)
            },
            Field(
                "Shares its origin",
                means: "why it shares its origin with other articles",
                empty: "it shares it with none"
            ) { .text(orEmpty: $0.originReason) },
            Field("Findings", .count, means: "the number of findings that rest on it") {
                .integer($0.findings)
            },
            Field("Address", .link, means: "where it was published", empty: Self.noAddress) {
                address(of: $0.article)
            },
            Field("File", means: "the path of its file") { .text($0.path) },
        ]
    }

    private var colophonFields: [Field<Brief.Source>] {
        [
            Field("Section", means: "the section of its outlet", empty: "none is named") {
                .text(orEmpty: $0.colophon?.section)
            },
            Field("Dateline", means: "the place of its dateline", empty: "it has none") {
                .text(orEmpty: $0.colophon?.place)
            },
            Field(
                "Corrected",
                means: "the words in which it says that it was corrected",
                empty: "it does not say so"
            ) { .text(orEmpty: $0.colophon?.corrections.joined(separator: " ")) },
            Field(
                "Translated",
                means: "the words in which it says that a machine translated it",
                empty: "it does not say so"
            ) { .text(orEmpty: $0.colophon?.translation) },
            Field(
                "Other dates",
                means: "what it gives as its date too, in ISO 8601",
                empty: "it gives none"
            ) {
                .text(orEmpty: $0.colophon?.otherDates.map(\.description).joined(separator: ", "))
            },
        ]
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
        return WorkbookLayout.Sheet(
            "Coverage",
            table: "tbl_coverage",
            purpose: "file that failed, has no date, is a copy or came late",
            coverageFields,
            rows
        )
    }

    private var coverageFields: [Field<CoverageRow>] {
        [
            Field("File", .identifier, means: "the path of the file") { .text($0.file) },
            Field(
                "What",
                means: "what is worth knowing about it",
                allowed: ["failed", "no date", "copy", "late"]
            ) { .text($0.what) },
            Field("Detail", means: "what happened, or why") { .text($0.detail) },
            Field("Try", means: "how to mend it", empty: "there is nothing to mend") {
                .text(orEmpty: $0.mend)
            },
            Field("Code", means: "the kind of trouble", empty: "there was none") {
                .text(orEmpty: $0.code)
            },
            Field("Article", .link, means: "the article", empty: "it could not be read") {
                link(toArticle: $0.article)
            },
        ]
    }
}

extension Field {
    /// Two columns for when an article was published: a day, and all that is known, in ISO 8601.
    static func published(_ source: @escaping (Row) -> Brief.Source?) -> [Self] {
        [
            Field(
                "Published",
                .date,
                means: "the day on which the article was published",
                empty: "the day is not known"
            ) { row in source(row)?.published?.date.day.map { .date($0) } ?? .empty },
            Field(
                "Published as told",
                means: "when the article was published, as exact as it is known, in ISO 8601",
                empty: "the article has no date"
            ) { .text(orEmpty: source($0)?.published?.description) },
        ]
    }
}

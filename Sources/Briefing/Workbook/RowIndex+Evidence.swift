import Records

/// One quote that a finding rests on.
struct QuoteRow {
    /// The finding.
    let finding: String
    /// The record that the quote proves.
    let record: Record
    /// Which of the record's quotes it is, from 1.
    let number: Int
    /// The quote.
    let evidence: Evidence

    /// The quote's own id.
    var id: String { "\(record.id)-\(number)" }
}

extension Brief.Item {
    /// All quotes that the finding rests on.
    var quoteRows: [QuoteRow] {
        finding.records.flatMap { record in
            zip(1..., record.evidence).map {
                QuoteRow(finding: id, record: record, number: $0, evidence: $1)
            }
        }
    }

    /// The quote that the brief prints, or else the first that the finding rests on.
    var firstQuote: QuoteRow? {
        let rows = quoteRows
        return rows.first { $0.evidence == quote?.evidence } ?? rows.first
    }
}

extension RowIndex {
    /// The name of the sheet of quotes.
    static let evidence = "Evidence"

    /// A row for each quote.
    func evidence(of brief: Brief) -> WorkbookLayout.Sheet {
        let rows = brief.tables.flatMap(\.everyItem).flatMap(\.item.quoteRows)
        let published = Field<QuoteRow>.published { source($0.evidence.article) }
        return WorkbookLayout.Sheet(
            Self.evidence,
            table: "tbl_evidence",
            purpose: "quote that a finding rests on",
            quoteFields + published + placeFields,
            rows
        )
    }

    private var quoteFields: [Field<QuoteRow>] {
        [
            Field("ID", .identifier, means: "the quote: record and number") {
                .text($0.id)
            },
            Field("Finding", .link, means: "the finding that rests on it") {
                link(toFinding: $0.finding)
            },
            Field("Type", means: "the type of the finding", allowed: Fact.Kind.words) {
                .text($0.record.fact.kind.rawValue)
            },
            Field("Quote", means: "the exact words of the article") { .text($0.evidence.quote) },
            Field(
                "Confidence",
                .share,
                unit: "0 to 1",
                means: "how sure the extraction is of what it read there"
            ) { .number($0.record.confidence) },
            Field("Outlet", means: "who published the article", empty: Self.notOfThePeriod) {
                .text(orEmpty: source($0.evidence.article)?.outlet)
            },
        ]
    }

    private var placeFields: [Field<QuoteRow>] {
        [
            Field(
                "Start",
                .count,
                unit: "bytes",
                means: "where the quote starts in the article’s main text, in UTF-8, from 0"
            ) { .integer($0.evidence.start) },
            Field(
                "End",
                .count,
                unit: "bytes",
                means: "where the quote ends in the article’s main text, exclusive"
            ) { .integer($0.evidence.end) },
            Field(
                "Origin",
                .count,
                means: "the number of the article’s origin on the sheet Origins",
                empty: Self.notOfThePeriod
            ) { source($0.evidence.article).map { .integer($0.origin) } ?? .empty },
            Field("Article", .link, means: "the article of the quote") {
                link(toArticle: $0.evidence.article)
            },
            Field("Address", .link, means: "where the article was published", empty: Self.noAddress)
            {
                address(of: $0.evidence.article)
            },
        ]
    }
}

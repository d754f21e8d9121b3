import Records

/// A finding with its own facts, as a row of its section's table.
struct FindingRow<Details> {
    /// The finding as the brief shows it.
    let item: Brief.Item
    /// Whether the printed brief shows it.
    let listing: Brief.Section.Listing
    /// Its own facts.
    let details: Details
}

extension RowIndex {
    /// The sheet of a section: a row for each finding.
    func sheet(of section: Brief.Section) -> WorkbookLayout.Sheet {
        switch section.kind {
        case .decision:
            sheet(of: section, FindingRow.decisionFields) { fact in
                if case .decision(let decision) = fact { decision } else { nil }
            }
        case .official:
            sheet(of: section, FindingRow.officialFields) { fact in
                if case .official(let official) = fact { official } else { nil }
            }
        case .deal:
            sheet(of: section, FindingRow.dealFields) { fact in
                if case .deal(let deal) = fact { deal } else { nil }
            }
        case .question:
            sheet(of: section, FindingRow.questionFields) { fact in
                if case .question(let question) = fact { question } else { nil }
            }
        case .statement:
            sheet(of: section, FindingRow.statementFields) { fact in
                if case .statement(let statement) = fact { statement } else { nil }
            }
        case .figure:
            sheet(of: section, FindingRow.figureFields) { fact in
                if case .figure(let figure) = fact { figure } else { nil }
            }
        }
    }

    private func sheet<Details>(
        of section: Brief.Section,
        _ fields: [Field<FindingRow<Details>>],
        _ details: (Fact) -> Details?
    ) -> WorkbookLayout.Sheet {
        let rows = section.everyItem.compactMap { item, listing in
            details(item.finding.fact).map {
                FindingRow(item: item, listing: listing, details: $0)
            }
        }
        let id = Field<FindingRow<Details>>(
            "ID",
            .identifier,
            means: "the finding; it stays the same from edition to edition"
        ) { .text($0.item.id) }
        let name = section.kind.sheet
        return WorkbookLayout.Sheet(
            name,
            table: "tbl_\(name.lowercased())",
            purpose: section.kind.rawValue,
            [id] + fields + trustFields() + sourceFields() + rulingFields(),
            rows
        )
    }

    /// What every section tells of how far to trust a finding.
    private func trustFields<Details>() -> [Field<FindingRow<Details>>] {
        [
            Field(
                "Confidence",
                .share,
                unit: "0 to 1",
                means: "how sure the extraction is of the best of its records"
            ) { .number($0.item.confidence.extraction) },
            Field("Confidence in words", means: "the level, by the rule on the first sheet") {
                .text($0.item.confidence.words)
            },
            Field("Why", means: "what the level rests on") {
                .text($0.item.confidence.reason)
            },
            Field("Reports", .count, means: "the number of articles that tell it") {
                .integer($0.item.reports)
            },
            Field("Origins", .count, means: "the number of independent origins among them") {
                .integer($0.item.origins)
            },
            Field(
                "Listed",
                means: "whether the printed brief shows it",
                allowed: Brief.Section.Listing.words
            ) { .text($0.listing.rawValue) },
        ]
    }

    /// What every section tells of where a finding stands and what was ruled on it.
    private func sourceFields<Details>() -> [Field<FindingRow<Details>>] {
        [
            Field("Confirmed", means: "who confirmed it, and when", empty: "nobody did") {
                .text(orEmpty: $0.item.confirmation)
            },
            Field("Edited", means: "what analysts changed, who and when", empty: "nothing was") {
                .list($0.item.edits)
            },
            Field("Quote", means: "the words it rests on; all of them are on the sheet Evidence") {
                .text(orEmpty: $0.item.firstQuote?.evidence.quote)
            },
            Field("Evidence", .link, means: "the row of the quote on the sheet Evidence") {
                link(toQuote: $0.item.firstQuote?.id)
            },
            Field("Article", .link, means: "the article of the quote") {
                link(toArticle: $0.item.firstQuote?.evidence.article)
            },
            Field("Address", .link, means: "where the article was published", empty: Self.noAddress)
            {
                address(of: $0.item.firstQuote?.evidence.article)
            },
        ]
    }
}

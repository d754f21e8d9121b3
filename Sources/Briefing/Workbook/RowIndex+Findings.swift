import Records

/// A finding with its own facts, as a row of its section's table.
private struct FindingRow<Details> {
    let item: Brief.Item
    let listing: Brief.Section.Listing
    let details: Details
}

extension RowIndex {
    /// The sheet of a section: a row for each finding.
    func sheet(of section: Brief.Section) -> WorkbookLayout.Sheet {
        switch section.kind {
        case .decision:
            sheet(of: section, decisionFields) { fact in
                if case .decision(let decision) = fact { decision } else { nil }
            }
        case .official:
            sheet(of: section, officialFields) { fact in
                if case .official(let official) = fact { official } else { nil }
            }
        case .deal:
            sheet(of: section, dealFields) { fact in
                if case .deal(let deal) = fact { deal } else { nil }
            }
        case .question:
            sheet(of: section, questionFields) { fact in
                if case .question(let question) = fact { question } else { nil }
            }
        case .statement:
            sheet(of: section, statementFields) { fact in
                if case .statement(let statement) = fact { statement } else { nil }
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
        let id = Field<FindingRow<Details>>("ID", .identifier) { .text($0.item.id) }
        let name = section.kind.sheet
        return WorkbookLayout.Sheet(
            name,
            table: "tbl_\(name.lowercased())",
            [id] + fields + supportFields(),
            rows
        )
    }

    private var decisionFields: [Field<FindingRow<Decision>>] {
        [
            headline(), Field("Actors") { .list($0.details.actors) },
            Field("Action") { .text($0.details.action) },
            Field("Status") { .text($0.details.status.rawValue) },
        ] + dates { $0.date }
    }

    private var officialFields: [Field<FindingRow<Official>>] {
        [
            Field("Name") { .text($0.details.name) },
            Field("Title") { .text(orEmpty: $0.details.roles.first?.title) },
            Field("Organisation") { .text(orEmpty: $0.details.roles.first?.organisation) },
            Field("Country") { .text(orEmpty: $0.details.roles.first?.country) },
            Field("Office") { .text(orEmpty: $0.details.roles.first?.status.rawValue) },
            Field("Further titles") { .list($0.details.roles.dropFirst().map(\.title)) },
            Field("Acts for") { .text(orEmpty: $0.details.affiliation) },
            Field("Class") { .text($0.details.class.rawValue) },
            Field("Also named") { .list($0.details.aliases) },
        ]
    }

    private var dealFields: [Field<FindingRow<Deal>>] {
        [
            headline(), Field("Parties") { .list($0.details.parties) },
            Field("Kind") { .text($0.details.kind.rawValue) },
            Field("Item") { .text(orEmpty: $0.details.item) },
            Field("Quantity", .amount) { $0.details.quantity.map { .decimal($0) } ?? .empty },
            Field("Amount", .amount) { $0.details.value.map { .decimal($0.amount) } ?? .empty },
            Field("Currency") { .text(orEmpty: $0.details.value?.currency) },
            Field("Status") { .text($0.details.status.rawValue) },
        ] + dates { $0.date }
    }

    private var questionFields: [Field<FindingRow<Question>>] {
        [
            headline(), Field("About") { .text($0.details.about) },
            Field("Kind") { .text($0.details.kind.rawValue) },
            Field("Raised by") { .text(orEmpty: $0.details.raisedBy) },
        ]
    }

    private var statementFields: [Field<FindingRow<Statement>>] {
        [
            Field("Speaker") { .text($0.details.speaker) },
            Field("Words") { .text($0.details.quote) },
            Field("To") { .text(orEmpty: $0.details.addressee) },
        ] + dates { $0.date }
    }

    private func headline<Details>() -> Field<FindingRow<Details>> {
        Field("Headline") { .text($0.item.headline) }
    }

    private func dates<Details>(
        _ date: @escaping (Details) -> CalendarDate?
    ) -> [Field<FindingRow<Details>>] {
        Field.dates("Date") { date($0.details) }
    }

    /// What every section tells: how far to trust a finding, and where it stands.
    private func supportFields<Details>() -> [Field<FindingRow<Details>>] {
        [
            Field("Confidence", .share, unit: "0 to 1") {
                .number($0.item.confidence.extraction)
            },
            Field("Confidence in words") { .text($0.item.confidence.words) },
            Field("Why") { .text($0.item.confidence.reason) },
            Field("Reports", .count) { .integer($0.item.reports) },
            Field("Origins", .count) { .integer($0.item.origins) },
            Field("Listed") { .text($0.listing.rawValue) },
            Field("Confirmed") { .text(orEmpty: $0.item.confirmation) },
            Field("Edited") { .list($0.item.edits) },
            Field("Quote") { .text(orEmpty: $0.item.firstEvidence?.quote) },
            Field("Article", .link) { link(toArticle: $0.item.firstEvidence?.article) },
            Field("Address", .link) { address(of: $0.item.firstEvidence?.article) },
        ]
    }
}

extension Field {
    /// Two columns for a date: a real one where the day is known, and the date as exact as it was
    /// told, in ISO 8601: 2024, 2024-07, 2024-W30 or 2024-07-28.
    static func dates(_ title: String, _ date: @escaping (Row) -> CalendarDate?) -> [Self] {
        [
            Field(title, .date) { row in date(row)?.day.map { .date($0) } ?? .empty },
            Field("\(title) as told") { .text(orEmpty: date($0)?.description) },
        ]
    }
}

extension WorkbookLayout.Cell {
    /// Several values in one cell, which no table of their own holds yet.
    static func list(_ values: [String]) -> Self {
        .text(orEmpty: values.joined(separator: "; "))
    }
}

extension Brief.Item {
    /// The quote that the brief prints, or else the first that the finding rests on.
    fileprivate var firstEvidence: Evidence? {
        quote?.evidence ?? finding.records.first?.evidence.first
    }
}

/// A column and the sheet it stands on.
private struct ColumnRow {
    let sheet: String
    let column: WorkbookLayout.Column
}

extension WorkbookLayout.Sheet {
    /// The name of the sheet that tells what the columns of all sheets mean.
    static let dictionary = "Data dictionary"

    /// The sheet that tells what the columns mean, its own among them.
    ///
    /// - Parameter sheets: The sheets whose columns it tells, in their order.
    /// - Returns: A row for each column.
    static func dictionary(of sheets: [Self]) -> Self {
        let rows = sheets.flatMap { sheet in
            (sheet.table?.columns ?? []).map { ColumnRow(sheet: sheet.name, column: $0) }
        }
        let own = fields.map { ColumnRow(sheet: dictionary, column: $0.column) }
        return Self(
            dictionary,
            table: "tbl_data_dictionary",
            purpose: "column of these sheets",
            fields,
            rows + own
        )
    }

    /// The table of the sheet; nil when it is a page.
    var table: WorkbookLayout.Table? {
        guard case .table(let table) = content else { return nil }
        return table
    }

    private static var fields: [Field<ColumnRow>] {
        [
            Field("Sheet", .link, means: "the sheet of the column") {
                .link(.init(text: $0.sheet, target: .row(1, sheet: $0.sheet)))
            },
            Field("Column", means: "what the column is called") { .text($0.column.header) },
            Field(
                "Type",
                means: "what the cells hold",
                allowed: WorkbookLayout.Column.Kind.allCases.map(\.words)
            ) { .text($0.column.kind.words) },
            Field("Unit", means: "what a number counts", empty: "it needs none") {
                .text(orEmpty: $0.column.unit)
            },
            Field("Allowed values", means: "the words that a cell may hold", empty: "any will do") {
                .list($0.column.allowed)
            },
            Field("Meaning", means: "what the cells mean") { .text($0.column.meaning) },
            Field("Empty when", means: "when a cell is empty") {
                .text($0.column.empty ?? "never")
            },
        ]
    }
}

extension WorkbookLayout.Column.Kind {
    /// The kind in words.
    fileprivate var words: String {
        switch self {
        case .identifier: "name"
        case .text: "text"
        case .link: "text with a link"
        case .count: "whole number"
        case .amount: "number"
        case .share: "share"
        case .date: "date"
        case .moment: "date and time"
        }
    }
}

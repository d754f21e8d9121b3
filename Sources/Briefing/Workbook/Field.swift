import Records

/// A column of a table together with how its cells are made from what a row is about.
struct Field<Row> {
    /// The column.
    let column: WorkbookLayout.Column
    /// The cell of a row.
    let cell: (Row) -> WorkbookLayout.Cell

    /// Makes a field.
    ///
    /// - Parameters:
    ///   - title: What the column is called.
    ///   - kind: What its cells hold.
    ///   - unit: What a number counts.
    ///   - meaning: What its cells mean, as a clause.
    ///   - allowed: The words that a cell may hold; none where any will do.
    ///   - empty: When a cell is empty, as a clause; nil when none ever is.
    ///   - prompt: What a person is told who may fill in a cell.
    ///   - cell: The cell of a row.
    init(
        _ title: String,
        _ kind: WorkbookLayout.Column.Kind = .text,
        unit: String? = nil,
        means meaning: String,
        allowed: [String] = [],
        empty: String? = nil,
        prompt: String? = nil,
        _ cell: @escaping (Row) -> WorkbookLayout.Cell
    ) {
        column = WorkbookLayout.Column(
            title,
            kind,
            unit: unit,
            allowed: allowed,
            meaning: meaning,
            empty: empty,
            prompt: prompt
        )
        self.cell = cell
    }
}

extension Field {
    /// Two columns for a date: a real one where the day is known, and the date as exact as it was
    /// told, in ISO 8601: 2024, 2024-07, 2024-W30 or 2024-07-28.
    ///
    /// - Parameters:
    ///   - title: What the first column is called; the second one is so called “as told”.
    ///   - meaning: What the date means, as a clause.
    ///   - isAlwaysTold: Whether every row has a date of some kind.
    ///   - date: The date of a row.
    /// - Returns: The two columns.
    static func dates(
        _ title: String,
        means meaning: String,
        isAlwaysTold: Bool = false,
        _ date: @escaping (Row) -> CalendarDate?
    ) -> [Self] {
        [
            Field(title, .date, means: meaning, empty: "the day is not told") { row in
                date(row)?.day.map { .date($0) } ?? .empty
            },
            Field(
                "\(title) as told",
                means: "\(meaning), as exact as it is told, in ISO 8601",
                empty: isAlwaysTold ? nil : "no date is told"
            ) { .text(orEmpty: date($0)?.description) },
        ]
    }
}

extension WorkbookLayout.Sheet {
    /// A sheet with one table.
    init<Row>(
        _ name: String,
        table: String,
        purpose: String,
        _ fields: [Field<Row>],
        _ rows: [Row]
    ) {
        let cells = rows.map { row in fields.map { $0.cell(row) } }
        self.init(
            name: name,
            content: .table(.init(name: table, columns: fields.map(\.column), rows: cells)),
            purpose: purpose
        )
    }
}

extension WorkbookLayout.Cell {
    /// Several values in one cell.
    static func list(_ values: [String]) -> Self {
        .text(orEmpty: values.joined(separator: "; "))
    }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
    /// The words of all cases, in their order.
    static var words: [String] { allCases.map(\.rawValue) }
}

internal import Diagnostics

/// A file of verdicts as rows and columns, before anyone asks what they mean.
struct VerdictTable: Hashable, Sendable {
    /// The columns, in the order of the file.
    let columns: [VerdictFile.Column]
    /// The byte that parts the cells.
    let delimiter: UInt8
    /// Where the names of the columns stand, in bytes, with the line break.
    let header: Range<Int>
    /// The rows that are not empty, without those that have too many cells.
    let rows: [VerdictRow]
    /// What is wrong with the others.
    let diagnostics: [Diagnostic]

    /// Reads a file.
    init(_ bytes: [UInt8], path: String) throws(Diagnostic) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Diagnostic(
                .error,
                code: "not-utf8",
                at: Place(path),
                "the file is not UTF-8",
                mend: "save it as ‘CSV UTF-8’"
            )
        }
        let table = try CellTable(bytes, path: path)
        guard let first = table.rows.first else {
            throw Diagnostic(
                .error,
                code: "no-header",
                at: Place(path),
                "the file has no line of column names",
                mend: "begin with ‘\(Self.names.joined(separator: ","))’"
            )
        }
        let columns = try Self.columns(first.cells, at: Place(path, line: first.line))
        var rows: [VerdictRow] = []
        var wrong: [Diagnostic] = []
        for row in table.rows.dropFirst() {
            let place = Place(path, line: row.line)
            do throws(Diagnostic) {
                try row.check(columns: columns.count, at: place)
            } catch {
                wrong.append(error)
                continue
            }
            let cells = Dictionary(uniqueKeysWithValues: zip(columns, row.cells))
            rows.append(VerdictRow(cells, at: place, range: row.range))
        }
        self.columns = columns
        self.rows = rows
        diagnostics = wrong
        delimiter = table.delimiter
        header = first.range
    }

    private static let names = VerdictFile.Column.allCases.map(\.rawValue)

    private static func columns(
        _ cells: [String],
        at place: Place
    ) throws(Diagnostic) -> [VerdictFile.Column] {
        var columns: [VerdictFile.Column] = []
        for cell in cells {
            guard let column = VerdictFile.Column(rawValue: cell.lowercased()) else {
                throw Diagnostic(
                    .error,
                    code: "bad-header",
                    at: place,
                    "‘\(cell)’ is not a column",
                    mend: SettingReader.choice(cell, among: names)
                )
            }
            columns.append(column)
        }
        let missing = [VerdictFile.Column.id, .verdict].first { !columns.contains($0) }
        guard missing == nil, Set(columns).count == columns.count else {
            let wrong = missing.map { "the column ‘\($0.rawValue)’ is missing" }
            throw Diagnostic(
                .error,
                code: "bad-header",
                at: place,
                wrong ?? "a column stands twice",
                mend: "name each once: \(names.joined(separator: ", "))"
            )
        }
        return columns
    }
}

extension CellTable.Row {
    /// Makes sure that nothing stands where there is no column.
    func check(columns count: Int, at place: Place) throws(Diagnostic) {
        guard cells.dropFirst(count).allSatisfy(\.isEmpty) else {
            throw Diagnostic(
                .error,
                code: "too-many-cells",
                at: place,
                "the row has \(cells.count) cells, the file \(count) columns",
                mend: "put a cell that holds a comma in quotes"
            )
        }
    }
}

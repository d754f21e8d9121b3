internal import Diagnostics
internal import SwiftCSV

/// One row of a file of verdicts, with the line it begins in.
struct VerdictRow {
    let place: Place
    private let cells: [VerdictFile.Column: String]

    /// A cell without white space around it; nil when it is empty.
    subscript(column: VerdictFile.Column) -> String? { cells[column] }

    /// The rows of a file; empty ones are passed over.
    static func rows(of bytes: [UInt8], path: String) throws(Diagnostic) -> [VerdictRow] {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(
                .error,
                code: "not-utf8",
                at: Place(path),
                "the file is not UTF-8",
                mend: "save it as ‘CSV UTF-8’"
            )
        }
        var table = try lines(of: text, path: path)
        while table.first?.cells.allSatisfy(\.isEmpty) == true { table.removeFirst() }
        guard let header = table.first else {
            throw Diagnostic(
                .error,
                code: "no-header",
                at: Place(path),
                "the file has no line of column names",
                mend: "begin with ‘\(names.joined(separator: ","))’"
            )
        }
        let columns = try columns(header.cells, at: Place(path, line: header.line))
        var rows: [VerdictRow] = []
        for (cells, line) in table.dropFirst() where !cells.allSatisfy(\.isEmpty) {
            let place = Place(path, line: line)
            guard cells.dropFirst(columns.count).allSatisfy(\.isEmpty) else {
                throw Diagnostic(
                    .error,
                    code: "too-many-cells",
                    at: place,
                    "the row has \(cells.count) cells, the file \(columns.count) columns",
                    mend: "put a cell that holds a comma in quotes"
                )
            }
            let pairs = zip(columns, cells).filter { !$0.1.isEmpty }
            rows.append(VerdictRow(place: place, cells: Dictionary(uniqueKeysWithValues: pairs)))
        }
        return rows
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

    /// All rows as cells without white space around them, each with the line it begins in.
    private static func lines(
        of text: String,
        path: String
    ) throws(Diagnostic) -> [(cells: [String], line: Int)] {
        let quotes = text.utf8.count { $0 == UInt8(ascii: "\"") }
        var table: [(cells: [String], line: Int)] = []
        var line = 1
        do {
            let csv = try EnumeratedCSV(
                string: text,
                delimiter: delimiter(of: text),
                loadColumns: false,
                rowLimit: 0
            )
            try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { cells in
                table.append((cells.map(\.trimmed), line))
                line += 1 + cells.reduce(0) { $0 + $1.count(where: \.isNewline) }
            }
        } catch {
            throw quotation(path, line: line)
        }
        // The parser takes what follows a quote that is never closed for one long cell.
        guard quotes.isMultiple(of: 2) else { throw quotation(path, line: table.last?.line ?? 1) }
        return table
    }

    /// What parts the cells: the first of its kind in the line of column names.
    private static func delimiter(of text: String) -> CSVDelimiter {
        switch text.prefix(while: { !$0.isNewline }).first(where: { ",;\t".contains($0) }) {
        case ";": .semicolon
        case "\t": .tab
        default: .comma
        }
    }

    private static func quotation(_ path: String, line: Int) -> Diagnostic {
        Diagnostic(
            .error,
            code: "bad-quotes",
            at: Place(path, line: line),
            "the quotes of the row that begins here do not match",
            mend: "begin and end a quoted cell with ‘\"’, and write ‘\"\"’ for one within"
        )
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}

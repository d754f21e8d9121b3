/// A data file that a person edits: tab-separated, one entry a line, told by its line when wrong.
///
/// The first line that is no comment names the columns. Lines that start with `#` are comments; blank
/// lines are passed over. A cell may be empty; white space around a cell does not count.
public struct DataTable: Hashable, Sendable {
    /// One line of a table.
    public struct Row: Hashable, Sendable {
        /// The line number, counted from 1.
        public let line: Int
        fileprivate let cells: [Substring]
        fileprivate let columns: [String: Int]
        fileprivate let path: String

        /// The cell under a column; empty where the row has none.
        ///
        /// - Precondition: the table was read with this column.
        public subscript(column: String) -> String { String(cell(column)) }

        private func cell(_ column: String) -> Substring {
            guard let index = columns[column] else {
                preconditionFailure("the table \(path) has no column ‘\(column)’")
            }
            return index < cells.count ? cells[index] : ""
        }

        /// The parts of a cell that holds several values, separated by `|`.
        public func list(_ column: String) -> [String] {
            cell(column).utf8.split(separator: UInt8(ascii: "|")).compactMap { part in
                let word = Substring(part).trimmingSpaces
                return word.isEmpty ? nil : String(word)
            }
        }

        /// A diagnostic at this row.
        public func diagnostic(code: String, _ summary: String, mend: String? = nil) -> Diagnostic {
            Diagnostic(.error, code: code, at: Place(path, line: line), summary, mend: mend)
        }
    }

    /// The rows in the order of the file.
    public let rows: [Row]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - text: The text of the file.
    ///   - path: What the file is called in diagnostics.
    ///   - columns: The columns that the table must have, in any order.
    /// - Throws: A ``Diagnostic`` with the line where the text is no such table.
    public init(_ text: String, path: String, columns: [String]) throws(Diagnostic) {
        var header: [String: Int]?
        var rows: [Row] = []
        // On bytes: graphemes cost ten times as much, and the program reads its tables at each start.
        let lines = text.utf8.split(
            separator: UInt8(ascii: "\n"),
            omittingEmptySubsequences: false
        )
        for (index, line) in lines.enumerated() {
            let place = Place(path, line: index + 1)
            if line.first == UInt8(ascii: "#") || line.allSatisfy(\.isSpace) { continue }
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { Substring($0).trimmingSpaces }
            guard let known = header else {
                header = try Self.header(cells, columns: columns, at: place)
                continue
            }
            guard cells.count <= known.count else {
                throw Diagnostic(
                    .error,
                    code: "too-many-cells",
                    at: place,
                    "the line has \(cells.count) cells, the table \(known.count) columns",
                    mend: "separate cells by one tab and write nothing behind the last"
                )
            }
            rows.append(Row(line: index + 1, cells: cells, columns: known, path: path))
        }
        guard header != nil else {
            throw Diagnostic(
                .error,
                code: "no-header",
                at: Place(path),
                "the table has no line of column names",
                mend: "begin with \(columns.joined(separator: ", ")), separated by tabs"
            )
        }
        self.rows = rows
    }

    private static func header(
        _ cells: [Substring],
        columns: [String],
        at place: Place
    ) throws(Diagnostic) -> [String: Int] {
        let missing = columns.filter { !cells.contains(Substring($0)) }
        guard missing.isEmpty, Set(cells).count == cells.count else {
            let wrong = missing.first.map { "column ‘\($0)’ is missing" } ?? "a column stands twice"
            throw Diagnostic(
                .error,
                code: "bad-header",
                at: place,
                wrong,
                mend: "name each once: \(columns.joined(separator: ", "))"
            )
        }
        return Dictionary(uniqueKeysWithValues: cells.enumerated().map { (String($1), $0) })
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var part = utf8
        while part.first?.isSpace == true { part.removeFirst() }
        while part.last?.isSpace == true { part.removeLast() }
        return Substring(part)
    }
}

extension UInt8 {
    /// Whether the byte is white space of ASCII.
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

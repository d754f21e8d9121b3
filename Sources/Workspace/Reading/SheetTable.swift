internal import Diagnostics

/// The rows of a sheet of findings that have a verdict or a note.
struct SheetTable {
    /// The rows with what stands under the three columns.
    let rows: [VerdictRow]

    /// The number of lines of which one may be the header: an accessible workbook has some above it.
    private static let highestHeader = 10

    /// Reads a sheet in UTF-8.
    init(_ bytes: [UInt8], path: String) throws(Diagnostic) {
        let table = try CellTable(bytes, path: path)
        let start = table.rows.prefix(Self.highestHeader).firstIndex { row in
            row.cells.first?.plain().lowercased() == VerdictSheet.Column.id.rawValue.lowercased()
        }
        let body = table.rows.dropFirst(start ?? 0)
        let header = body.first
        let places = try Self.places(
            in: header?.cells ?? [],
            at: Place(path, line: header?.line ?? 1)
        )
        var rows: [VerdictRow] = []
        for row in body.dropFirst() {
            let place = Place(path, line: row.line)
            try row.check(columns: header?.cells.count ?? 0, at: place)
            let cells = places.map { column, index in
                let cell = index < row.cells.count ? row.cells[index] : ""
                return (column, cell.plain(isProse: column == .note))
            }
            let read = VerdictRow(Dictionary(uniqueKeysWithValues: cells), at: place)
            if read[.verdict] != nil || read[.note] != nil { rows.append(read) }
        }
        self.rows = rows
    }

    /// Where the three columns stand.
    private static func places(
        in header: [String],
        at place: Place
    ) throws(Diagnostic) -> [VerdictFile.Column: Int] {
        let titles = header.map { $0.plain().withoutRemark.lowercased() }
        let wanted = VerdictSheet.Column.allCases.map { $0.rawValue.lowercased() }
        for (column, title) in zip(VerdictSheet.Column.allCases, wanted) {
            let count = titles.count { $0 == title }
            guard count != 1 else { continue }
            let others = header.filter { !wanted.contains($0.plain().withoutRemark.lowercased()) }
            let near = others.nearest(to: column.rawValue)
            throw Diagnostic(
                .error,
                code: "bad-header",
                at: place,
                "the column ‘\(column.rawValue)’ \(count == 0 ? "is missing" : "stands twice")",
                mend: near.map { "call ‘\($0)’ ‘\(column.rawValue)’ again" }
                    ?? "save a sheet of findings with its columns ID, Verdict and Note"
            )
        }
        let columns: [VerdictFile.Column] = [.id, .verdict, .note]
        let places = wanted.compactMap { titles.firstIndex(of: $0) }
        return Dictionary(uniqueKeysWithValues: zip(columns, places))
    }
}

extension String {
    /// The title without the remark behind it: “Confidence” of “Confidence (0 to 1)”.
    fileprivate var withoutRemark: String {
        guard hasSuffix(")"), let start = lastIndex(of: "(") else { return self }
        return String(self[..<start]).trimmed
    }

    /// What the cell says, without the marks that keep a spreadsheet program from reading it otherwise.
    ///
    /// These are `="x"`, and an apostrophe in front.
    ///
    /// - Parameter isProse: Whether an apostrophe may be the text's own, as in “’tis”; it then goes
    ///   only where no letter follows.
    /// - Returns: The text.
    fileprivate func plain(isProse: Bool = false) -> String {
        if hasPrefix("=\""), hasSuffix("\""), utf8.count > 2 {
            let text = String(dropFirst(2).dropLast())
            return text.replacing("\"\"", with: "\"").trimmed
        }
        guard first == "'", let second = dropFirst().first else { return self }
        return isProse && second.isLetter ? self : String(dropFirst()).trimmed
    }
}

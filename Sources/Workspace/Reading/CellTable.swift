internal import Diagnostics

/// Rows of cells as spreadsheet programs save them, each with its place in the file.
///
/// Commas, semicolons or tabs part the cells, told from the first row; rows end with CR LF, LF or CR.
/// A quoted cell may hold all of these. White space around a cell does not count, and a line break
/// within is a line feed.
///
/// Source: RFC 4180, <https://www.rfc-editor.org/rfc/rfc4180>.
struct CellTable: Hashable, Sendable {
    /// One row.
    struct Row: Hashable, Sendable {
        /// The cells.
        let cells: [String]
        /// The line in which the row begins, counted from 1.
        let line: Int
        /// Where the row stands in the file, in bytes, with its line break.
        let range: Range<Int>
    }

    /// The byte that parts the cells.
    let delimiter: UInt8
    /// The rows that have a cell with something in it; the first names the columns.
    let rows: [Row]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - bytes: The file in UTF-8, with or without a byte order mark.
    ///   - path: What the file is called in diagnostics.
    /// - Throws: A `Diagnostic` with the row whose quotes do not match, or without a row at all.
    init(_ bytes: [UInt8], path: String) throws(Diagnostic) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        delimiter = Self.delimiter(of: bytes[start...])
        var scanner = CellScanner(bytes, at: start, delimiter: delimiter)
        var rows: [Row] = []
        while !scanner.isAtEnd {
            let line = scanner.line
            guard let row = scanner.row() else {
                throw Diagnostic(
                    .error,
                    code: "bad-quotes",
                    at: Place(path, line: line),
                    "the quotes of the row that begins here do not match",
                    mend: "begin and end a quoted cell with ‘\"’, and write ‘\"\"’ for one within"
                )
            }
            if !row.cells.allSatisfy(\.isEmpty) { rows.append(row) }
        }
        self.rows = rows
    }

    /// The delimiter that is most often in the first line with anything in it, outside quotes.
    private static func delimiter(of bytes: ArraySlice<UInt8>) -> UInt8 {
        let all = ",;\t".utf8
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes.drop(while: { $0 == 0x0A || $0 == 0x0D }) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            if all.contains(byte) { counts[byte, default: 0] += 1 }
        }
        let most = counts.values.max()
        return all.first { counts[$0] == most } ?? UInt8(ascii: ",")
    }
}

/// Goes through the bytes of a table cell by cell.
private struct CellScanner {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var index: Int
    private(set) var line = 1

    init(_ bytes: [UInt8], at index: Int, delimiter: UInt8) {
        self.bytes = bytes
        self.index = index
        self.delimiter = delimiter
    }

    var isAtEnd: Bool { index == bytes.count }

    /// The next row; nil when its quotes do not match.
    mutating func row() -> CellTable.Row? {
        let (start, first) = (index, line)
        var cells: [String] = []
        repeat {
            guard let cell = cell() else { return nil }
            cells.append(cell)
        } while takeDelimiter()
        takeLineBreak()
        return CellTable.Row(cells: cells, line: first, range: start..<index)
    }

    private mutating func cell() -> String? {
        skipSpaces()
        if next == UInt8(ascii: "\"") { return quotedCell() }
        let start = index
        while !isAtEndOfCell { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self).trimmed
    }

    private mutating func quotedCell() -> String? {
        var content: [UInt8] = []
        index += 1
        while let byte = next {
            if takeLineBreak() {
                content.append(0x0A)
                continue
            }
            index += 1
            guard byte == UInt8(ascii: "\"") else {
                content.append(byte)
                continue
            }
            guard next == byte else {
                skipSpaces()
                return isAtEndOfCell ? String(decoding: content, as: UTF8.self).trimmed : nil
            }
            content.append(byte)
            index += 1
        }
        return nil
    }

    private var next: UInt8? { isAtEnd ? nil : bytes[index] }

    private var isAtEndOfCell: Bool {
        guard let next else { return true }
        return next == delimiter || next == 0x0A || next == 0x0D
    }

    private mutating func skipSpaces() {
        while let next, next != delimiter, next == 0x20 || next == 0x09 { index += 1 }
    }

    private mutating func takeDelimiter() -> Bool {
        guard next == delimiter else { return false }
        index += 1
        return true
    }

    @discardableResult
    private mutating func takeLineBreak() -> Bool {
        guard let byte = next, byte == 0x0A || byte == 0x0D else { return false }
        index += 1
        if byte == 0x0D, next == 0x0A { index += 1 }
        line += 1
        return true
    }
}

extension String {
    /// The text without white space around it.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}

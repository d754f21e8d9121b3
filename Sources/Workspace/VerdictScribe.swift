internal import Records

/// Writes rows into a file of verdicts, in the file's own manner.
struct VerdictScribe {
    private let old: [UInt8]
    private let table: VerdictTable
    private let columns: [VerdictFile.Column]
    private let lineBreak: [UInt8]

    /// Makes a scribe for a file that is to hold some verdicts.
    ///
    /// Columns that they need and the file lacks are named in its header.
    ///
    /// - Parameters:
    ///   - old: The content.
    ///   - table: The content as rows and columns.
    ///   - verdicts: The verdicts that are to be written.
    init(_ old: [UInt8], _ table: VerdictTable, writing verdicts: [Verdict]) {
        self.old = old
        self.table = table
        columns =
            table.columns
            + VerdictFile.Column.allCases.filter { column in
                !table.columns.contains(column) && verdicts.contains { $0.cell(column) != nil }
            }
        let ending = old[table.header].suffix(2).filter(\.isLineBreak)
        lineBreak = ending.isEmpty ? [0x0A] : Array(ending)
    }

    /// The file with some rows replaced and others appended.
    func bytes(_ changes: [(row: VerdictRow, verdict: Verdict)], _ added: [Verdict]) -> [UInt8] {
        var result = old
        for (row, verdict) in changes.sorted(by: {
            $0.row.range.lowerBound > $1.row.range.lowerBound
        }) {
            result.replaceSubrange(row.range, with: line(verdict))
        }
        result.replaceSubrange(table.header, with: header)
        if let last = result.last, last != 0x0A, last != 0x0D { result += lineBreak }
        return result + added.flatMap(line)
    }

    private var header: [UInt8] {
        let names = columns.dropFirst(table.columns.count).flatMap {
            [table.delimiter] + Array($0.rawValue.utf8)
        }
        let line = old[table.header]
        let content = line.prefix(line.count - line.reversed().prefix(while: \.isLineBreak).count)
        return content + names + lineBreak
    }

    private func line(_ verdict: Verdict) -> [UInt8] {
        let cells = columns.map { (verdict.cell($0) ?? "").cell(delimiter: table.delimiter) }
        let delimiter = String(decoding: [table.delimiter], as: UTF8.self)
        return Array(cells.joined(separator: delimiter).utf8) + lineBreak
    }
}

extension Verdict {
    /// What the verdict has in a column.
    fileprivate func cell(_ column: VerdictFile.Column) -> String? {
        switch column {
        case .id: id
        case .verdict: kind.rawValue
        case .field: field
        case .value: value
        case .note: note
        case .who: who
        case .when: when?.description
        }
    }
}

extension UInt8 {
    fileprivate var isLineBreak: Bool { self == 0x0A || self == 0x0D }
}

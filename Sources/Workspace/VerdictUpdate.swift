internal import Diagnostics
public import Records

/// A file of verdicts with more of them taken in.
///
/// Rows that nothing overrules stay as they are, byte for byte and in their order. A verdict on the
/// same matter replaces the last row on it: confirm and reject are one matter, pin, merger and split
/// others, and so is each field that is edited. All else is appended.
public struct VerdictUpdate: Hashable, Sendable {
    /// The content of the file.
    public let bytes: [UInt8]
    /// The verdicts on matters of which the file had none.
    public let added: [Verdict]
    /// The verdicts that take the place of others.
    public let replaced: [Verdict]
    /// The verdicts that the file had already, whoever gave them and whenever.
    public let unchanged: [Verdict]

    /// Whether the content is another than it was.
    public var isChanged: Bool { !added.isEmpty || !replaced.isEmpty }

    /// Takes verdicts in; to take the same in again changes nothing.
    ///
    /// - Parameters:
    ///   - verdicts: The verdicts; of two on the same matter, the later counts.
    ///   - bytes: The content of the file, as ``VerdictFile`` reads it; empty for a new one.
    ///   - path: What the file is called in diagnostics.
    /// - Throws: What keeps the file from being read as rows and columns.
    public init(
        _ verdicts: [Verdict],
        into bytes: [UInt8],
        path: String
    ) throws(WorkspaceError) {
        let isNew = bytes.allSatisfy { [0x09, 0x0A, 0x0D, 0x20].contains($0) }
        let old = isNew ? Array((Self.header + "\n").utf8) : bytes
        let table: VerdictTable
        do throws(Diagnostic) {
            table = try VerdictTable(old, path: path)
        } catch {
            throw WorkspaceError(diagnostics: [error])
        }
        var rows: [Matter: VerdictRow] = [:]
        for row in table.rows {
            if let verdict = row.verdict { rows[verdict.matter] = row }
        }
        var (added, replaced, unchanged): ([Verdict], [Verdict], [Verdict]) = ([], [], [])
        for verdict in verdicts.lastOfEachMatter {
            guard let before = rows[verdict.matter]?.verdict else {
                added.append(verdict)
                continue
            }
            if before.covers(verdict) {
                unchanged.append(verdict)
            } else {
                replaced.append(verdict)
            }
        }
        self.added = added
        self.replaced = replaced
        self.unchanged = unchanged
        let changes = replaced.compactMap { verdict in rows[verdict.matter].map { ($0, verdict) } }
        self.bytes =
            added.isEmpty && replaced.isEmpty
            ? bytes : VerdictScribe(old, table, writing: added + replaced).bytes(changes, added)
    }

    private static let header = VerdictFile.Column.allCases.map(\.rawValue).joined(separator: ",")
}

/// Writes rows into a file of verdicts, in the file's own manner.
private struct VerdictScribe {
    private let old: [UInt8]
    private let table: VerdictTable
    private let columns: [VerdictFile.Column]
    private let lineBreak: [UInt8]

    /// Makes a scribe for a file that is to hold some verdicts: columns that it lacks are named in
    /// its header.
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

extension [Verdict] {
    /// The verdicts without those that a later one overrules.
    fileprivate var lastOfEachMatter: [Verdict] {
        var seen: Set<Matter> = []
        return reversed().filter { seen.insert($0.matter).inserted }.reversed()
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

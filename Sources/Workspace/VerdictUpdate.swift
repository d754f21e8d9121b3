internal import Diagnostics
public import Records

/// A file of verdicts with more of them taken in.
///
/// Rows that nothing overrules stay as they are, byte for byte and in their order. A verdict on the
/// same matter replaces the last row on it: confirm and reject are one matter, pin, merger and split
/// others, and so is each field that is edited. All else is appended.
public struct VerdictUpdate: Hashable, Sendable {
    /// A verdict that takes the place of another on the same matter.
    public struct Replacement: Hashable, Sendable {
        /// What the file said.
        public var before: Verdict
        /// What it says now.
        public var now: Verdict

        /// Makes a replacement.
        public init(before: Verdict, now: Verdict) {
            self.before = before
            self.now = now
        }
    }

    /// The content of the file.
    public let bytes: [UInt8]
    /// The verdicts on matters of which the file had none.
    public let added: [Verdict]
    /// The verdicts that take the place of others.
    public let replaced: [Replacement]
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
            if let wrong = table.diagnostics.first { throw wrong }
        } catch {
            throw WorkspaceError(diagnostics: [error])
        }
        var rows: [Matter: VerdictRow] = [:]
        for row in table.rows {
            if let verdict = row.verdict { rows[verdict.matter] = row }
        }
        (added, replaced, unchanged) = Self.compared(verdicts.lastOfEachMatter, rows)
        let written = added + replaced.map(\.now)
        guard !written.isEmpty else {
            self.bytes = bytes
            return
        }
        let changes = replaced.compactMap { change in
            rows[change.now.matter].map { (row: $0, verdict: change.now) }
        }
        self.bytes = VerdictScribe(old, table, writing: written).bytes(changes, added)
    }

    /// What becomes of each verdict, by the last row on its matter.
    private static func compared(
        _ verdicts: [Verdict],
        _ rows: [Matter: VerdictRow]
    ) -> (added: [Verdict], replaced: [Replacement], unchanged: [Verdict]) {
        var (added, unchanged): ([Verdict], [Verdict]) = ([], [])
        var replaced: [Replacement] = []
        for verdict in verdicts {
            if let before = rows[verdict.matter]?.verdict {
                if before.covers(verdict) {
                    unchanged.append(verdict)
                } else {
                    replaced.append(Replacement(before: before, now: verdict))
                }
            } else {
                added.append(verdict)
            }
        }
        return (added, replaced, unchanged)
    }

    private static let header = VerdictFile.Column.allCases.map(\.rawValue).joined(separator: ",")
}

extension [Verdict] {
    /// The verdicts without those that a later one overrules.
    fileprivate var lastOfEachMatter: [Verdict] {
        var seen: Set<Matter> = []
        return reversed().filter { seen.insert($0.matter).inserted }.reversed()
    }
}

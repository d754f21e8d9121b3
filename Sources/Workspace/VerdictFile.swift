public import Diagnostics
public import Records

/// The file in which analysts write what they rule on findings.
///
/// It is used whole or not at all: one wrong cell, and none of its verdicts counts.
public struct VerdictFile: Hashable, Sendable {
    /// The name of the file in a workspace.
    public static let fileName = "verdicts.csv"

    /// The columns that the file may have; `id` and `verdict` must be there.
    public enum Column: String, Hashable, Sendable, CaseIterable {
        /// The finding, what is ruled, the field and value of an edit, why, by whom and when.
        case id, verdict, field, value, note, who, when
    }

    /// The verdicts in the order of the file; of two that exclude each other the later counts.
    public let verdicts: [Verdict]
    /// Which verdicts a later one makes void, a warning each: a rejected finding is neither confirmed nor pinned.
    public let overruled: [Diagnostic]

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - bytes: The content: comma-separated values in UTF-8 with a line of column names (RFC 4180);
    ///     semicolons and tabs, as spreadsheet programs write them, part cells just as well.
    ///   - path: What the file is called in diagnostics.
    ///   - known: The ids of all findings with their aliases, and of all records; nil where they cannot be told:
    ///     then any id will do.
    /// - Throws: All that is wrong with it at once.
    public init(
        _ bytes: [UInt8],
        path: String,
        known: Set<String>?
    ) throws(WorkspaceError) {
        let table: VerdictTable
        do throws(Diagnostic) {
            table = try VerdictTable(bytes, path: path)
        } catch {
            throw WorkspaceError(diagnostics: [error])
        }
        var check = VerdictCheck(known: known)
        let verdicts = table.rows.compactMap { check.verdict(of: $0) }
        let wrong = (table.diagnostics + check.diagnostics).enumerated()
            .sorted { ($0.1.place?.line ?? 0, $0.0) < ($1.1.place?.line ?? 0, $1.0) }
            .map(\.element)
        guard wrong.isEmpty else { throw WorkspaceError(diagnostics: wrong) }
        self.verdicts = verdicts
        overruled = Self.overruled(verdicts, table.rows.map(\.place))
    }

    private static func overruled(_ verdicts: [Verdict], _ places: [Place]) -> [Diagnostic] {
        let rejections = Dictionary(
            zip(verdicts.indices, verdicts).filter { $0.1.kind == .reject }
                .map { ($0.1.id, $0.0) }
        ) { max($0, $1) }
        return zip(verdicts.indices, verdicts).compactMap { index, verdict in
            guard [.confirm, .pin].contains(verdict.kind), let other = rejections[verdict.id],
                verdict.kind == .pin || index < other
            else { return nil }
            return Diagnostic(
                .warning,
                code: "overruled",
                at: places[index],
                "‘\(verdict.kind.rawValue)’ on ‘\(verdict.id)’ does not count: "
                    + "line \(places[other].line ?? 0) rejects it",
                mend: "keep one of the two rows"
            )
        }
    }

    /// The splits that a file asks for, as far as it can be read; nothing is checked.
    ///
    /// They make findings with ids of their own, which the file may name too.
    public static func splits(in bytes: [UInt8]) -> [Verdict] {
        let rows = try? VerdictTable(bytes, path: fileName).rows
        return (rows ?? []).compactMap(\.verdict).filter { $0.kind == .split }
    }
}

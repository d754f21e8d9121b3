internal import Diagnostics
public import Records

/// A sheet of findings that an analyst wrote verdicts into and saved from a spreadsheet program.
///
/// It is used whole or not at all: one wrong cell, and none of its verdicts counts.
public struct VerdictSheet: Hashable, Sendable {
    /// The columns that are read, as the workbook calls them; they may stand anywhere, and behind a
    /// name may stand a remark in parentheses.
    public enum Column: String, Hashable, Sendable, CaseIterable {
        /// The finding, what is ruled, and why.
        case id = "ID"
        case verdict = "Verdict"
        case note = "Note"
    }

    /// The verdicts in the order of the sheet, each on another matter.
    public let verdicts: [Verdict]

    /// Reads a sheet.
    ///
    /// Rows without verdict and note are passed over: what was ruled before still holds. A cell that
    /// begins with an apostrophe or is written as `="x"` is read as its text.
    ///
    /// - Parameters:
    ///   - bytes: The content: values that commas, semicolons or tabs part, in UTF-8 or in UTF-16
    ///     with a byte order mark, with a line of column names.
    ///   - path: What the file is called in diagnostics.
    ///   - known: The ids of all findings with their aliases.
    ///   - who: Who rules.
    ///   - when: The day of the verdicts.
    /// - Throws: All that is wrong with it at once.
    public init(
        _ bytes: [UInt8],
        path: String,
        known: Set<String>,
        who: String?,
        when: Day
    ) throws(WorkspaceError) {
        let rows: [VerdictRow]
        do throws(Diagnostic) {
            rows = try SheetTable(SheetText.utf8(bytes, path: path), path: path).rows
        } catch {
            throw WorkspaceError(diagnostics: [error])
        }
        var check = SheetCheck(known: known, who: who, when: when)
        for row in rows { check.take(row) }
        guard check.diagnostics.isEmpty else {
            throw WorkspaceError(diagnostics: check.diagnostics)
        }
        verdicts = check.verdicts
    }
}

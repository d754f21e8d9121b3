/// Whom a workbook is made for.
public enum WorkbookProfile: String, Hashable, Sendable, CaseIterable {
    /// Those who filter and compute: each table begins in A1, with a filter, and its header and first
    /// column stay in sight.
    case analyst
    /// Everybody, those too who have a spreadsheet read to them: one table a sheet, with its title and
    /// what to know above it; nothing is frozen, filtered or filled with colour.
    ///
    /// Source: “Releasing statistics in spreadsheets”,
    /// <https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/>.
    case accessible
}

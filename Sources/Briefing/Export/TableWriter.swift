/// Writes a brief as tables for other programs: comma-separated values, and a description of them.
///
/// The tables are those of the workbook, with the same columns: every finding of the sections that the
/// brief has, also what it has no room for or withholds; the column “Listed” says which. What a
/// spreadsheet would run as a formula stands behind an apostrophe.
public struct TableWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// The files of a brief; the same brief gives the same bytes.
    ///
    /// - Parameter brief: The brief.
    /// - Returns: The names, safe as names of files, with the contents: first `datapackage.json`, a
    ///   Tabular Data Package that tells types, keys and units, then a `.csv` for each table.
    public func files(of brief: Brief) -> [(name: String, bytes: [UInt8])] {
        let header = brief.header
        let facts = [header.period, header.edition?.text, header.summary]
        return TablePackage(
            WorkbookLayout(brief),
            description: facts.compactMap(\.self).joined(separator: "; ")
        ).contents
    }
}

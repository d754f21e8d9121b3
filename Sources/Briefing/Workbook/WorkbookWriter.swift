public import Diagnostics

/// Writes a brief as an Excel workbook: a summary to read, and a table for each section to filter.
///
/// Every finding is there, also what the printed brief has no room for or withholds; the column
/// “Listed” says which. Every quote is a row of its own, with links to its finding and its article.
public struct WorkbookWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// Writes a brief to a file.
    ///
    /// The file is read back before it takes the place of one that is there; when anything fails,
    /// the earlier file stays. The same brief gives the same bytes.
    ///
    /// - Parameters:
    ///   - brief: The brief.
    ///   - path: The path of the file.
    /// - Returns: What had to be changed to fit into a workbook: warnings and notes.
    /// - Throws: A ``WriterError``.
    public func write(_ brief: Brief, to path: String) throws(WriterError) -> [Diagnostic] {
        try WorkbookFile.write(WorkbookLayout(brief), to: path)
    }
}

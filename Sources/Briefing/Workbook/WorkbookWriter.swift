public import Diagnostics

/// Writes a brief as an Excel workbook: two pages to read, and a table for each section to filter.
///
/// Every finding is there, also what the printed brief has no room for or withholds; the column
/// “Listed” says which. Every quote, party and origin is a row of its own, with links to its finding
/// or its article. Each sheet of findings ends with columns in which an analyst rules, and the last
/// sheet says what every column means and when it is empty.
public struct WorkbookWriter: Sendable {
    /// Whom the workbooks are made for.
    public var profile: WorkbookProfile

    /// Makes a writer.
    ///
    /// - Parameter profile: Whom the workbooks are made for.
    public init(profile: WorkbookProfile = .analyst) {
        self.profile = profile
    }

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
        try write(WorkbookLayout(brief, for: profile), to: path)
    }

    /// Writes any layout to a file, as it writes a brief.
    ///
    /// - Parameters:
    ///   - layout: What the workbook holds.
    ///   - path: The path of the file.
    /// - Returns: What had to be changed to fit into a workbook: warnings and notes.
    /// - Throws: A ``WriterError``.
    public func write(_ layout: WorkbookLayout, to path: String) throws(WriterError)
        -> [Diagnostic]
    {
        try WorkbookFile.write(layout, to: path)
    }
}

public import Diagnostics

/// What reading the articles came to.
public struct Coverage: Hashable, Sendable {
    /// The number of files that were read, whether or not they held an article of the period.
    public var files: Int
    /// What could not be read: one diagnostic a file.
    public var failed: [Diagnostic]
    /// The number of articles that were read but lie outside the period and were left out beforehand.
    public var outside: Int

    /// Makes a coverage.
    public init(files: Int, failed: [Diagnostic] = [], outside: Int = 0) {
        self.files = files
        self.failed = failed
        self.outside = outside
    }
}

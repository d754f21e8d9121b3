public import Diagnostics
public import Records

/// What came of reading files: the articles, and what became of every file.
public struct Reading: Hashable, Sendable {
    /// The articles, sorted by the bytes of their paths; those of one file in its order.
    public var articles: [Article] = []
    /// What went wrong, sorted by the bytes of the paths.
    public var diagnostics: [Diagnostic] = []
    /// What became of each path, sorted by its bytes.
    public var outcomes: [Outcome] = []

    /// Makes a reading in which nothing was read.
    public init() {}
}

/// What became of one file.
public struct Outcome: Hashable, Sendable {
    /// The ways in which reading a file can end.
    public enum Result: Hashable, Sendable {
        /// So many articles were read from it.
        case read(articles: Int)
        /// Nothing could be read, for this reason.
        case failed(Diagnostic)
        /// The file is the same as one that was read under another path.
        case repeated(of: String)
        /// The file stood in a folder and its name says that it holds no article.
        case passedOver
    }

    /// The path, as the person gave it or as it stands beneath what they gave.
    public var path: String
    /// What became of it.
    public var result: Result

    /// Makes an outcome.
    public init(_ path: String, _ result: Result) {
        self.path = path
        self.result = result
    }
}

public import Diagnostics
public import Records

/// The stages before the ledger, as a refresh calls them: on several threads at once.
///
/// When one throws, nothing is remembered; what is wrong with a file is no error but a diagnostic.
public struct Intake: Sendable {
    /// Names program and model together; another name lets every article be extracted anew, once.
    public var program: String
    /// The content of a file, or why there is none.
    public var read: @Sendable (_ path: String) -> Result<[UInt8], Diagnostic>
    /// A digest of bytes by which the same content is known again, such as SHA-256 in hexadecimal.
    public var digest: @Sendable ([UInt8]) -> String
    /// The articles in a content.
    public var parse: @Sendable (_ content: [UInt8], _ path: String) throws -> ParsedFile
    /// The records of an article.
    public var extract: @Sendable (Article) throws -> [Record]

    /// Makes an intake.
    public init(
        program: String,
        read: @escaping @Sendable (_ path: String) -> Result<[UInt8], Diagnostic>,
        digest: @escaping @Sendable ([UInt8]) -> String,
        parse: @escaping @Sendable (_ content: [UInt8], _ path: String) throws -> ParsedFile,
        extract: @escaping @Sendable (Article) throws -> [Record]
    ) {
        self.program = program
        self.read = read
        self.digest = digest
        self.parse = parse
        self.extract = extract
    }
}

/// What a file's content came to.
public struct ParsedFile: Hashable, Sendable {
    /// The articles, in the order of the file; none when it could not be understood.
    public var articles: [Article]
    /// What was wrong with it.
    public var diagnostics: [Diagnostic]

    /// Makes what a file came to.
    public init(articles: [Article], diagnostics: [Diagnostic] = []) {
        self.articles = articles
        self.diagnostics = diagnostics
    }
}

/// One thing that is wrong with what a person gave us: what, where, and how to mend it.
///
/// Bad input is collected as diagnostics and the run goes on. Every diagnostic reads the same way:
///
///     corpus/a.txt:2:1: error: ‘NUON’ is not a tag [unknown-tag]
///       try: use one of ADJ, ADV, NOUN
public struct Diagnostic: Error, Hashable, Sendable, Codable {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable, Codable {
        /// The thing named could not be used at all.
        case error
        /// The thing named was used, and something in it was passed over or guessed.
        case warning
        /// Good to know; nothing was lost.
        case note
    }

    /// How bad it is.
    public var severity: Severity
    /// A stable name for this kind of trouble, in lower case with hyphens.
    public var code: String
    /// Where it is, if it has a place.
    public var place: Place?
    /// What happened, in lower case and without a full stop.
    public var summary: String
    /// How to mend it, in the imperative.
    public var mend: String?

    /// Makes a diagnostic.
    public init(
        _ severity: Severity,
        code: String,
        at place: Place? = nil,
        _ summary: String,
        mend: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.place = place
        self.summary = summary
        self.mend = mend
    }
}

/// A place in a file.
public struct Place: Hashable, Sendable, Codable {
    /// The file's path, as the person gave it.
    public var path: String
    /// The line number, counted from 1.
    public var line: Int?
    /// The column number, counted from 1 in UTF-8 bytes.
    public var column: Int?

    /// Makes a place.
    public init(_ path: String, line: Int? = nil, column: Int? = nil) {
        self.path = path
        self.line = line
        self.column = column
    }
}

/// An error that can say what happened, where, and how to mend it.
public protocol Diagnosable: Error {
    /// The error, told to a person.
    var diagnostic: Diagnostic { get }
}

extension Diagnostic: Diagnosable {
    /// The diagnostic itself.
    public var diagnostic: Diagnostic { self }
}

extension Diagnostic: CustomStringConvertible {
    /// One line, and a second one with the mend; control characters are made visible.
    public var description: String {
        let head = place.map { "\($0): " } ?? ""
        let tail = mend.map { "\n  try: \($0.printable)" } ?? ""
        return "\(head)\(severity.rawValue): \(summary.printable) [\(code)]\(tail)"
    }
}

extension Place: CustomStringConvertible {
    /// The path, with line and column where they are known.
    public var description: String {
        [path.printable, line.map(String.init), column.map(String.init)].compactMap(\.self)
            .joined(separator: ":")
    }
}

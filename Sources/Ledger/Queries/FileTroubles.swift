public import Diagnostics
internal import GRDB

/// What is wrong with the files of the corpus.
enum FileTroubles {
    /// One diagnostic for each file that yields no article now, by path.
    static func failures(in db: Database) throws -> [Diagnostic] {
        try String.fetchAll(
            db,
            sql: "SELECT diagnostics FROM file WHERE failed ORDER BY path"
        ).compactMap { text in
            let told = try StoredJSON.value([Diagnostic].self, of: text)
            return told.last { $0.severity == .error } ?? told.last
        }
    }
}

/// A file of the corpus by what it holds.
public struct FileContent: Hashable, Sendable {
    /// The path, relative to the workspace.
    public var path: String
    /// The size in bytes.
    public var size: Int64
    /// The digest of the bytes, as ``Intake/digest`` made it.
    public var hash: String
}

extension LedgerFile {
    /// One diagnostic for each file that yields no article now, by path.
    public func failures() throws(LedgerError) -> [Diagnostic] {
        try read { try FileTroubles.failures(in: $0) }
    }

    /// All that was wrong with the files of the corpus when they were last read, by path.
    public func diagnostics() throws(LedgerError) -> [Diagnostic] {
        try read { db in
            try String.fetchAll(
                db,
                sql: "SELECT diagnostics FROM file WHERE diagnostics <> '[]' ORDER BY path"
            ).flatMap { try StoredJSON.value([Diagnostic].self, of: $0) }
        }
    }

    /// The files that could be read with the digests of their contents, by path.
    ///
    /// Together with settings and program they say whether outputs are up to date; no time is in it.
    public func contents() throws(LedgerError) -> [FileContent] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT path, size, hash FROM file WHERE hash IS NOT NULL ORDER BY path"
            ).map { FileContent(path: $0[0], size: $0[1], hash: $0[2]) }
        }
    }

    /// The number of files that yield articles.
    public func fileCount() throws(LedgerError) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM file WHERE NOT failed") ?? 0 }
    }
}

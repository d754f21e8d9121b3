internal import GRDB

/// What a refresh has to look at, from what is known and what the file system says.
struct RefreshPlan {
    /// A file as the ledger knows it.
    struct KnownFile: Equatable {
        var id: Int64
        var entry: ScannedFile
        var isSettled: Bool
        var hash: String?
        var diagnostics: String
        var isFailed: Bool
    }

    /// A file that must be read.
    struct Read: Equatable {
        var entry: ScannedFile
        var known: KnownFile?
        /// Whether the file's times lie too close to the scan for a later change to show.
        var isRecent: Bool
    }

    /// The state that the plan was made for.
    var generation: Int
    /// The files whose times say that they are as they were.
    var unchanged = 0
    /// What to read, sorted by path.
    var reads: [Read] = []
    /// What is no longer there, sorted by path.
    var gone: [KnownFile] = []
    /// The current versions from which another program extracted.
    var outdated: [Int64] = []

    init(_ scan: Scan, known: [KnownFile], generation: Int, outdated: [Int64] = []) {
        self.generation = generation
        self.outdated = outdated
        var rest = Dictionary(
            known.map { ($0.entry.path, $0) },
            uniquingKeysWith: { one, _ in one }
        )
        for file in scan.files {
            let known = rest.removeValue(forKey: file.path)
            if let known, known.isSettled, known.hash != nil, known.entry == file {
                unchanged += 1
            } else {
                reads.append(Read(entry: file, known: known, isRecent: scan.isRecent(file)))
            }
        }
        reads.sort { $0.entry.path.utf8.lexicographicallyPrecedes($1.entry.path.utf8) }
        gone = rest.values.filter { !scan.isHidden($0.entry.path) }
            .sorted { $0.entry.path.utf8.lexicographicallyPrecedes($1.entry.path.utf8) }
    }
}

extension RefreshPlan {
    /// Reads what is known and makes the plan.
    init(_ scan: Scan, program: String, from db: Database) throws {
        let known = try KnownFile.all(in: db)
        // Both sides of the program by the index: mostly there are none, and no version is read.
        let outdated = try Int64.fetchAll(
            db,
            sql: """
                SELECT version FROM article WHERE version IN (
                    SELECT id FROM version WHERE program < ?1
                    UNION ALL SELECT id FROM version WHERE program > ?1
                ) AND withdrawn IS NULL ORDER BY version
                """,
            arguments: [program]
        )
        self.init(
            scan,
            known: known,
            generation: try Self.generation(db),
            outdated: outdated
        )
    }

    /// The number of the state that the ledger is in.
    static func generation(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT max(id) FROM generation") ?? 0
    }
}

extension RefreshPlan.KnownFile {
    /// All files that the ledger knows; columns are taken by number, since every run reads them all.
    fileprivate static func all(in db: Database) throws -> [Self] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, path, size, mtime, ctime, inode, settled, hash, diagnostics, failed
                FROM file
                """
        )
        var files: [Self] = []
        while let row = try rows.next() {
            files.append(
                Self(
                    id: row[0],
                    entry: ScannedFile(
                        path: row[1],
                        size: row[2],
                        modified: row[3],
                        changed: row[4],
                        inode: UInt64(bitPattern: row[5] as Int64)
                    ),
                    isSettled: row[6],
                    hash: row[7],
                    diagnostics: row[8],
                    isFailed: row[9]
                )
            )
        }
        return files
    }
}

internal import GRDB
internal import Records

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
    let generation: Int
    /// The files whose times say that they are as they were.
    var unchanged = 0
    /// What to read, sorted by path.
    var reads: [Read] = []
    /// What is no longer there, sorted by path.
    var gone: [KnownFile] = []
    /// The current versions from which another program extracted.
    let outdated: [Int64]
}

extension RefreshPlan {
    /// Reads what is known and makes the plan.
    init(_ scan: Scan, program: String, from db: Database) throws {
        generation = try Self.generation(db)
        // Both sides of the program by the index: mostly there are none, and no version is read.
        outdated = try Int64.fetchAll(
            db,
            sql: """
                SELECT version FROM article WHERE version IN (
                    SELECT id FROM version WHERE program < ?1
                    UNION ALL SELECT id FROM version WHERE program > ?1
                ) AND withdrawn IS NULL ORDER BY version
                """,
            arguments: [program]
        )
        try compare(scan, in: db)
    }

    /// The number of the state that the ledger is in.
    static func generation(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT max(id) FROM generation") ?? 0
    }

    /// Goes through the files that stand there and those that are known side by side, both in the order
    /// of their paths’ bytes; of a file that is as it was, nothing is kept.
    private mutating func compare(_ scan: Scan, in db: Database) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT path, size, mtime, ctime, inode, settled AND hash IS NOT NULL,
                    id, settled, hash, diagnostics, failed
                FROM file ORDER BY path
                """
        )
        var row = try rows.next()
        for file in scan.files.sorted(by: { $0.path.precedes($1.path) }) {
            while let known = row, (known[0] as String).precedes(file.path) {
                miss(KnownFile(known), scan)
                row = try rows.next()
            }
            guard let known = row, !file.path.precedes(known[0]) else {
                reads.append(Read(entry: file, known: nil, isRecent: scan.isRecent(file)))
                continue
            }
            if known[5], ScannedFile(known) == file {
                unchanged += 1
            } else {
                let known = KnownFile(known)
                reads.append(Read(entry: file, known: known, isRecent: scan.isRecent(file)))
            }
            row = try rows.next()
        }
        while let known = row {
            miss(KnownFile(known), scan)
            row = try rows.next()
        }
    }

    private mutating func miss(_ file: KnownFile, _ scan: Scan) {
        if !scan.isHidden(file.entry.path) { gone.append(file) }
    }
}

extension ScannedFile {
    /// Takes columns by number, since every run reads them all.
    fileprivate init(_ row: Row) {
        self.init(
            path: row[0],
            size: row[1],
            modified: row[2],
            changed: row[3],
            inode: UInt64(bitPattern: row[4] as Int64)
        )
    }
}

extension RefreshPlan.KnownFile {
    fileprivate init(_ row: Row) {
        id = row[6]
        entry = ScannedFile(row)
        isSettled = row[7]
        hash = row[8]
        diagnostics = row[9]
        isFailed = row[10]
    }
}

internal import Foundation
internal import GRDB

/// Writes down what a refresh found, within one transaction.
struct Registrar {
    let db: Database
    let plan: RefreshPlan
    let program: String
    let time: Date
    /// The number of the state that comes to be.
    let generation: Int
    var report = RefreshReport()
    /// The articles that lost their place so far: gone, or standing elsewhere.
    var loose: [KnownArticle] = []
    /// The articles that no article of their own file explains.
    var unknown: [(file: Int64, article: StagedArticle)] = []
    /// The files with another content, and what stands in them now.
    private var contents: [(file: Int64, articles: [StagedArticle])] = []

    /// Begins to write.
    ///
    /// - Throws: ``LedgerError/busy(path:)`` when another process has written since the plan was made.
    init(_ db: Database, plan: RefreshPlan, program: String, at time: Date) throws {
        guard try RefreshPlan.generation(db) == plan.generation else {
            throw DatabaseError(resultCode: .SQLITE_BUSY)
        }
        self.db = db
        self.plan = plan
        self.program = program
        self.time = time
        generation = plan.generation + 1
        report.unchanged = plan.unchanged
    }

    /// Writes everything, and says what it was.
    mutating func register(
        _ outcomes: [FileOutcome<StagedArticle>],
        _ stopping: (RefreshStep) throws -> Void
    ) throws -> RefreshReport {
        report.read = outcomes.count
        try registerFiles(outcomes)
        try stopping(.files)
        for content in contents { try registerOwn(content.articles, of: content.file) }
        try registerUnknown()
        try stopping(.articles)
        try withdrawLoose()
        try stopping(.withdrawals)
        try registerExtractions()
        try stopping(.extractions)
        try finish()
        try stopping(.written)
        return report
    }

    private mutating func registerFiles(_ outcomes: [FileOutcome<StagedArticle>]) throws {
        var moved = Dictionary(grouping: plan.gone.filter { $0.hash != nil }) { $0.hash ?? "" }
        var claimed: Set<Int64> = []
        for outcome in outcomes {
            let (read, known) = (outcome.read, outcome.read.known)
            switch outcome.result {
            case .same:
                report.unchanged += 1
                try note(read, hash: known?.hash, as: known)
            case .unreadable(let told):
                report.isChange = report.isChange || told != known?.diagnostics
                try note(read, hash: nil, as: known, diagnostics: told, isFailed: true)
            case .changed(let hash, let articles, let told):
                var owner = known
                if let former = moved[hash]?.first {
                    moved[hash]?.removeFirst()
                    claimed.insert(former.id)
                    if let known { try release(known) }
                    owner = former
                }
                let isFailed = articles.isEmpty
                if isFailed, told != known?.diagnostics { report.isChange = true }
                try note(read, hash: hash, as: owner, diagnostics: told, isFailed: isFailed)
                contents.append((owner?.id ?? db.lastInsertedRowID, articles))
            }
        }
        for file in plan.gone where !claimed.contains(file.id) {
            if file.isFailed { report.isChange = true }
            try release(file)
        }
    }

    /// Forgets a file and lets its articles look for another place.
    private mutating func release(_ file: RefreshPlan.KnownFile) throws {
        loose += try KnownArticle.all(of: file.id, in: db)
        try db.execute(sql: "DELETE FROM file WHERE id = ?", arguments: [file.id])
    }

    /// Writes down what is known of a file.
    private func note(
        _ read: RefreshPlan.Read,
        hash: String?,
        as known: RefreshPlan.KnownFile?,
        diagnostics: String? = nil,
        isFailed: Bool? = nil
    ) throws {
        let entry = read.entry
        try db.cachedStatement(
            sql: """
                INSERT INTO file
                (id, path, size, mtime, ctime, inode, settled, hash, failed, diagnostics)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                path = excluded.path, size = excluded.size, mtime = excluded.mtime,
                ctime = excluded.ctime, inode = excluded.inode, settled = excluded.settled,
                hash = excluded.hash, failed = excluded.failed,
                diagnostics = excluded.diagnostics
                """
        ).execute(
            arguments: [
                known?.id, entry.path, entry.size, entry.modified, entry.changed,
                Int64(bitPattern: entry.inode), !read.isRecent, hash,
                isFailed ?? known?.isFailed ?? false, diagnostics ?? known?.diagnostics ?? "[]",
            ]
        )
    }

    private mutating func withdrawLoose() throws {
        for article in loose {
            try db.execute(
                sql: "UPDATE article SET withdrawn = ?, file = NULL WHERE id = ?",
                arguments: [generation, article.id]
            )
            report.withdrawn.append(article.name)
        }
    }

    private mutating func registerExtractions() throws {
        guard !plan.outdated.isEmpty else { return }
        try db.execute(
            sql: """
                DELETE FROM record WHERE version IN (SELECT version FROM staged_version);
                INSERT INTO record
                SELECT version, position, id, kind, confidence, content
                FROM staged_record WHERE version IS NOT NULL;
                """
        )
        try db.execute(
            sql: """
                UPDATE version SET program = ? WHERE id IN (SELECT version FROM staged_version)
                """,
            arguments: [program]
        )
        report.extractedAnew = plan.outdated.count
    }

    private mutating func finish() throws {
        report.added.sort()
        report.edited.sort()
        report.withdrawn.sort()
        report.returned.sort()
        report.moved.sort { $0.to < $1.to }
        report.failed = try FileTroubles.failures(in: db)
        report.isChange =
            report.isChange || report.extractedAnew > 0 || report.countOfArticles > 0
        report.generation = report.isChange ? generation : plan.generation
        guard report.isChange else { return }
        try db.execute(
            sql: "INSERT INTO generation (id, at, program, content) VALUES (?, ?, ?, ?)",
            arguments: [generation, time, program, try StoredJSON.text(report)]
        )
    }
}

extension RefreshReport {
    /// The number of articles of which something new is told.
    var countOfArticles: Int {
        added.count + edited.count + moved.count + withdrawn.count + returned.count
    }
}

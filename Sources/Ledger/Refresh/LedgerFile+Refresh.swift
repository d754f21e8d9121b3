internal import Foundation
internal import GRDB
internal import Records

/// The steps of a refresh, in their order; tests stop it at each.
package enum RefreshStep: Hashable, Sendable, Codable {
    /// It is known what has to be read; a batch of files or articles is prepared; the transaction is
    /// open; files, articles, withdrawals, records of another program are written; all is written;
    /// the transaction is closed.
    case planned, prepared(batch: Int), began, files, articles, withdrawals, extractions, written
    case committed
}

extension LedgerFile {
    /// Takes in what changed in a corpus since the last time.
    ///
    /// A file whose times are as they were is not read. One that was read but says the same only has
    /// its times noted. Reading and extracting runs on all cores in batches before the file is locked;
    /// then everything is written in one transaction. When nothing changed, nothing is written.
    ///
    /// - Parameters:
    ///   - scan: The files that stand in the corpus.
    ///   - intake: The stages that make records of files.
    ///   - progress: Told the number of files and articles done and of all, after each batch.
    /// - Returns: What was found.
    /// - Throws: ``LedgerError``; the ledger is then as it was before.
    public func refresh(
        _ scan: Scan,
        with intake: Intake,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws(LedgerError) -> RefreshReport {
        try refresh(scan, with: intake, progress: progress, stopping: { _ in })
    }

    /// Takes in what changed, and lets a test stop at each step.
    package func refresh(
        _ scan: Scan,
        with intake: Intake,
        progress: (Int, Int) -> Void = { _, _ in },
        stopping: (RefreshStep) throws -> Void
    ) throws(LedgerError) -> RefreshReport {
        let plan = try read { try RefreshPlan(scan, program: intake.program, from: $0) }
        do {
            try stopping(.planned)
            let outcomes = try prepare(plan, intake, progress, stopping)
            guard plan.needsWriting(outcomes) else {
                return try report(unchanged: plan, outcomes)
            }
            let report = try write { db in
                try stopping(.began)
                var registrar = try Registrar(
                    db,
                    plan: plan,
                    program: intake.program,
                    at: scan.startedAt
                )
                return try registrar.register(outcomes, stopping)
            }
            try stopping(.committed)
            return report
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// The number of files or articles that are prepared before they are set aside on disk.
    private static let batch = 64

    private func prepare(
        _ plan: RefreshPlan,
        _ intake: Intake,
        _ progress: (Int, Int) -> Void,
        _ stopping: (RefreshStep) throws -> Void
    ) throws -> [FileOutcome<StagedArticle>] {
        guard !plan.reads.isEmpty || !plan.outdated.isEmpty else { return [] }
        let preparation = Preparation(intake: intake)
        try stage { try Staging.begin($0) }
        let total = plan.reads.count + plan.outdated.count
        var outcomes: [FileOutcome<StagedArticle>] = []
        for start in stride(from: 0, to: plan.reads.count, by: Self.batch) {
            let batch = plan.reads[start..<min(start + Self.batch, plan.reads.count)]
            let contents = try Array(batch).mappedOnAllCores(sharing: 1) {
                try preparation.outcome(of: $0)
            }
            let known = try extracted(from: contents, by: intake.program)
            let files = try contents.mappedOnAllCores(sharing: 1) { file in
                try file.mapArticles { try preparation.prepared($0, known: known) }
            }
            outcomes += try stage { db in
                try files.map { file in
                    try file.mapArticles { try Staging.set(aside: $0, in: db) }
                }
            }
            progress(start + batch.count, total)
            try stopping(.prepared(batch: start / Self.batch))
        }
        for start in stride(from: 0, to: plan.outdated.count, by: Self.batch) {
            let batch = plan.outdated[start..<min(start + Self.batch, plan.outdated.count)]
            let articles = try read { try StoredArticle.all(versions: Array(batch), in: $0) }
            let records = try articles.mappedOnAllCores(sharing: 1) { stored in
                (stored.version, try preparation.records(of: stored.article()))
            }
            try stage { db in
                for (version, records) in records {
                    try Staging.set(aside: records, of: version, in: db)
                }
            }
            progress(plan.reads.count + start + batch.count, total)
            try stopping(.prepared(batch: (plan.reads.count + start) / Self.batch))
        }
        return outcomes
    }

    /// Of the articles in files, the digests of those from which a program has extracted before.
    private func extracted(
        from files: [FileOutcome<ReadArticle>],
        by program: String
    ) throws(LedgerError) -> Set<String> {
        let digests = files.flatMap(\.articles).map(\.digest)
        return try read { db in
            let version = try db.cachedStatement(
                // The plus keeps to the index of digests: all versions mostly have one program.
                sql: "SELECT 1 FROM version WHERE digest = ? AND +program = ?"
            )
            return Set(
                try digests.filter { try Int.fetchOne(version, arguments: [$0, program]) != nil }
            )
        }
    }

    private func report(
        unchanged plan: RefreshPlan,
        _ outcomes: [FileOutcome<StagedArticle>]
    ) throws -> RefreshReport {
        var report = RefreshReport()
        report.generation = plan.generation
        report.read = outcomes.count
        report.unchanged = plan.unchanged + outcomes.count { $0.isSame }
        report.failed = try failures()
        return report
    }
}

extension RefreshPlan {
    /// The number of files that are read again rather than have only their age noted.
    ///
    /// A file that was read within two seconds of its change is read again next time. To note that it
    /// has settled is a write; a run in which nothing changed shall touch no file, so a few wait.
    private static let fewFiles = 64

    fileprivate func needsWriting(_ outcomes: [FileOutcome<StagedArticle>]) -> Bool {
        guard gone.isEmpty, outdated.isEmpty else { return true }
        let settling = outcomes.count { $0.isSame && !$0.read.isRecent }
        return settling > Self.fewFiles
            || outcomes.contains { outcome in
                switch outcome.result {
                case .same: outcome.read.entry != outcome.read.known?.entry
                case .unreadable(let told): told != outcome.read.known?.diagnostics
                case .changed: true
                }
            }
    }
}

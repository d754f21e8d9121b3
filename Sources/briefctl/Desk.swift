internal import Briefing
internal import Corpus
internal import Crypto
internal import Diagnostics
internal import Extraction
internal import Findings
internal import Foundation
internal import Ledger
internal import Records
internal import Workspace

/// A workspace at work: its configuration, what it remembers, and the stages between.
struct Desk {
    /// The folder.
    let folder: WorkFolder
    /// What it is set to.
    let configuration: Configuration
    /// What it remembers.
    let ledger: LedgerFile
    /// The words that comparing needs; read when they are first asked for.
    let vocabulary = Lazy { try Vocabulary() }
    /// What stands in the corpus; looked at when it is first asked for.
    let corpus: Lazy<CorpusScan>
    /// The moment of the run; everything that needs a clock takes this one.
    let now: Date

    /// Opens the workspace around a folder.
    ///
    /// - Throws: Everything that is wrong with its configuration at once, or with its ledger.
    init(around path: String, now: Date) throws {
        let folder = try WorkFolder(around: path, files: DiskFiles())
        try self.init(
            folder: folder,
            configuration: folder.configuration(files: DiskFiles()),
            now: now
        )
    }

    /// Opens a workspace whose configuration was read.
    ///
    /// - Throws: What is wrong with its ledger.
    init(folder: WorkFolder, configuration: Configuration, now: Date) throws {
        self.init(
            folder: folder,
            configuration: configuration,
            ledger: try Self.ledger(at: configuration.ledger, in: folder, configuration),
            now: now
        )
    }

    /// Sets to work with a ledger that is open.
    init(folder: WorkFolder, configuration: Configuration, ledger: LedgerFile, now: Date) {
        self.folder = folder
        self.configuration = configuration
        self.ledger = ledger
        self.now = now
        corpus = Lazy { try CorpusScan(of: configuration.corpus, in: folder, at: now) }
    }

    /// Opens what a workspace remembers.
    ///
    /// - Parameters:
    ///   - path: The path of the file, relative to the workspace.
    ///   - folder: The workspace.
    ///   - configuration: What it is set to, where that is known.
    /// - Returns: The ledger; a new one where there was none.
    /// - Throws: ``LedgerError`` when the file is damaged or none of ours, or lost what it remembered.
    static func ledger(
        at path: String,
        in folder: WorkFolder,
        _ configuration: Configuration?
    ) throws -> LedgerFile {
        let state = folder.path(path)
        try OutputFile(path: state).makeFolder()
        let size = try? FileManager.default.attributesOfItem(atPath: state)[.size] as? Int
        // A process may die between making the file and writing it; but then nothing was issued.
        let homes =
            configuration?.briefs.map(\.output.home) ?? [
                String(Defaults.output.prefix { $0 != "/" })
            ]
        if size == 0, homes.contains(where: { !DiskFiles().names(in: folder.path($0)).isEmpty }) {
            throw LedgerError.foreign(path: state, reason: "it is empty, though there are editions")
        }
        return try LedgerFile(path: state)
    }

    /// Names the program for the ledger: another name lets every article be extracted anew.
    static let program = "briefctl \(Briefctl.version)"

    /// Takes in what changed in the corpus since the last time.
    ///
    /// - Throws: ``Failure`` when a folder of the corpus itself cannot be looked into, else why the ledger could
    ///   not be read or written.
    func refresh(telling terminal: Terminal) throws -> RefreshReport {
        let folder = folder
        let corpus = try corpus.value()
        let roots = configuration.corpus.map { folder.relative(folder.path($0)) }
        let closed = corpus.failed.filter { $0.place.map { roots.contains($0.path) } ?? false }
        guard closed.isEmpty else { throw Failure(closed, .fileTrouble) }
        // These cost more to make than a run in which nothing changed.
        let archive = Lazy { [now] in
            try Archive(files: DiskFileSystem(), today: Day(of: now, in: .gmt), pdf: Poppler())
        }
        let extractor = Lazy { try Extractor() }
        let intake = Intake(
            program: Self.program,
            read: { path in
                do throws(FileTrouble) {
                    return .success(try DiskFileSystem().bytes(of: folder.path(path)))
                } catch {
                    return .failure(
                        Diagnostic(
                            .error,
                            code: "unreadable",
                            at: Place(path),
                            error.reason,
                            mend: "check who may read it: ls -l"
                        )
                    )
                }
            },
            digest: { Desk.digest($0) },
            parse: { bytes, path in
                let reading = try archive.value().articles(in: bytes, path: path)
                return ParsedFile(articles: reading.articles, diagnostics: reading.diagnostics)
            },
            extract: { try extractor.value().records(in: $0) }
        )
        return try ledger.refresh(corpus.scan, with: intake) { done, total in
            terminal.show(progress: done, of: total, "reading")
        }
    }

    /// Why a finding’s records were joined, and kept apart from what is near to them.
    ///
    /// - Parameter id: The id that the finding has now.
    /// - Returns: The decisions, joined pairs first; none where no record tells the finding any more.
    /// - Throws: Why the ledger or the word tables could not be read.
    func reasons(for id: String) throws -> [Link] {
        let consolidation = Consolidation(try vocabulary.value())
        guard let finding = try ledger.standingFindings([id]).first else { return [] }
        let names = Set(finding.records.map { RecordName($0) })
        return try ledger.lookingUp { try consolidation.explanation(of: names, in: $0) }
    }
}

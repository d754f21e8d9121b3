internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Workspace

/// What is wrong with a workspace: each part is looked at, whatever is wrong with the others.
struct Checkup {
    /// What was found to be in order, a line each.
    private(set) var lines: [String] = []
    /// What is wrong, or worth knowing.
    private(set) var diagnostics: [Diagnostic] = []
    /// How the program ends; nil when all is in order.
    private(set) var status: ExitStatus?

    private let folder: WorkFolder
    private let now: Date

    /// Looks at all parts.
    init(_ folder: WorkFolder, now: Date) {
        self.folder = folder
        self.now = now
        let configuration = collecting { try folder.configuration(files: DiskFiles()) }
        let ledger = collecting { () -> LedgerFile? in
            let path = configuration?.ledger ?? Defaults.ledger
            // A wrong configuration may mean another place.
            guard configuration != nil || DiskFiles().kind(at: folder.path(path)) != nil else {
                return nil
            }
            return try Desk.ledger(at: path, in: folder, configuration)
        }.flatMap(\.self)
        if let configuration {
            tell("configuration", "\(folder.shown(WorkFolder.fileName).printable): in order")
            for brief in configuration.briefs { check(brief, in: ledger) }
        }
        let desk = configuration.flatMap { configuration in
            ledger.map { Desk(folder: folder, configuration: configuration, ledger: $0, now: now) }
        }
        checkVerdicts(desk)
        if let configuration { checkCorpus(configuration) }
        if let ledger { check(ledger) }
    }

    private mutating func check(_ brief: BriefSettings, in ledger: LedgerFile?) {
        guard let ledger else { return }
        let last = collecting { try ledger.lastIssue(of: brief.name) }
        guard let last else { return }
        let told = last.map { "last edition No. \($0.number), \($0.period)" } ?? "no edition yet"
        tell("brief", "\(brief.name.printable): \(told)")
    }

    /// Without a ledger no id is known; all else of the verdicts can be checked.
    private mutating func checkVerdicts(_ desk: Desk?) {
        let folder = folder
        let file = collecting { () -> VerdictFile? in
            guard let bytes = try folder.verdictBytes() else { return nil }
            let path = folder.shown(VerdictFile.fileName)
            return try VerdictFile(bytes, path: path, known: desk?.knownIDs())
        }
        guard let file else { return }
        diagnostics += file?.overruled ?? []
        tell("verdicts", "\(file?.verdicts.count ?? 0), in order")
    }

    private mutating func checkCorpus(_ configuration: Configuration) {
        let (folder, now) = (folder, now)
        let corpus = collecting { try CorpusScan(of: configuration.corpus, in: folder, at: now) }
        guard let corpus else { return }
        diagnostics += corpus.diagnostics
        if !corpus.failed.isEmpty { end(.fileTrouble) }
        let failed = corpus.failed.isEmpty ? "" : ", \(corpus.failed.count) cannot be"
        tell("corpus", "\(corpus.scan.files.count) files would be read\(failed)")
    }

    private mutating func check(_ ledger: LedgerFile) {
        let damage = collecting { try ledger.integrityCheck() }
        guard let damage else { return }
        diagnostics += damage
        guard damage.isEmpty else {
            end(.fileTrouble)
            return tell("ledger", "damaged")
        }
        if collecting({ try ledger.checkWriting() }) != nil { tell("ledger", "in order") }
    }

    private mutating func tell(_ part: String, _ words: String) {
        lines.append(part.padding(toLength: 15, withPad: " ", startingAt: 0) + words)
    }

    /// A wrong configuration or verdict is told before trouble with files: it may be the cause.
    private mutating func end(_ status: ExitStatus) {
        if self.status != .badConfiguration { self.status = status }
    }

    /// The value; nil where there is something wrong with it, which is then told.
    private mutating func collecting<Value>(_ value: () throws -> Value) -> Value? {
        do {
            return try value()
        } catch {
            let failure = Failure(error)
            diagnostics +=
                failure?.diagnostics
                ?? [Diagnostic(.error, code: "unexpected", "\(error)")]
            end(failure?.status ?? .ourMistake)
            return nil
        }
    }
}

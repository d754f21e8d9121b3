internal import ArgumentParser
internal import Corpus
internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Workspace

/// `briefctl check`: what is wrong with a workspace, all of it at once, and what would be read.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell all that is wrong with the workspace at once, and what would be read.",
        discussion: """
            Ends with 78 when the configuration is wrong, with 74 when the ledger is damaged or \
            part of the corpus cannot be read.

            EXAMPLES
              briefctl check
            """
    )

    @OptionGroup var workspace: WorkspaceArguments

    func run() throws {
        try reportingFailures {
            let terminal = Terminal(isQuiet: false)
            let desk = try workspace.desk()
            let damage = try desk.ledger.integrityCheck()
            terminal.tell(damage)
            let corpus = try desk.corpus.value()
            terminal.tell(corpus.diagnostics)
            print("configuration  \(desk.folder.shown(WorkFolder.fileName).printable): in order")
            for brief in desk.configuration.briefs {
                let last = try desk.ledger.lastIssue(of: brief.name)
                let told =
                    last.map { "last edition No. \($0.number), \($0.period)" } ?? "no edition yet"
                print("brief          \(brief.name.printable): \(told)")
            }
            let verdicts = try desk.verdicts()
            print("verdicts       \(verdicts.count), in order")
            let files = "\(corpus.scan.files.count) files would be read"
            let failed = corpus.failed.isEmpty ? "" : ", \(corpus.failed.count) cannot be"
            print("corpus         \(files)\(failed)")
            print("ledger         \(damage.isEmpty ? "in order" : "damaged")")
            guard damage.isEmpty, corpus.failed.isEmpty else { throw ExitStatus.fileTrouble }
        }
    }
}

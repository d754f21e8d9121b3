internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Workspace

/// `briefctl run`: the cron command.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Read what changed and issue what is due; print nothing when all is well.",
        discussion: """
            An edition is due for each period that is over, that no edition covers yet, and behind \
            which there is an article. Every edition is issued once.

            EXAMPLES
              briefctl run
              briefctl run weekly
              briefctl run weekly --revise 2024-W31
            """
    )

    @Argument(help: "The briefs to issue; all of the workspace when left out.")
    var briefs: [String] = []

    @Option(
        help: ArgumentHelp(
            "Issue this period once more, as a dated correction.",
            valueName: "2024-W31"
        )
    )
    var revise: String?

    @Flag(name: .shortAndLong, help: "Tell what was read and issued.")
    var verbose = false

    func validate() throws {
        if revise != nil, briefs.count != 1 {
            throw ValidationError("--revise corrects one brief: name it")
        }
    }

    func run() throws {
        try reportingFailures {
            let terminal = Terminal(isQuiet: !verbose)
            let desk = try Desk(around: FileManager.default.currentDirectoryPath, now: Date())
            let chosen = try chosen(from: desk.configuration)
            let report = try desk.refresh(telling: terminal)
            terminal.tell(report.failed.filter { _ in verbose })
            // A wrong verdict is told at once, not when the next edition is due.
            _ = try desk.verdicts()
            for settings in chosen {
                let editions =
                    try revise.map {
                        [try desk.revise(settings, period: $0, telling: terminal)]
                    } ?? desk.issueDue(settings, telling: terminal)
                for edition in editions where verbose {
                    print("issued \(edition.brief) No. \(edition.number), \(edition.period)")
                    for output in edition.outputs { print("  \(output.path.printable)") }
                }
            }
        }
    }

    private func chosen(from configuration: Configuration) throws(Diagnostic) -> [BriefSettings] {
        let known = configuration.briefs.map(\.name)
        if let wrong = briefs.first(where: { !known.contains($0) }) {
            throw Diagnostic(
                .error,
                code: "unknown-brief",
                "there is no brief ‘\(wrong)’",
                mend: known.nearest(to: wrong).map { "write ‘\($0)’" }
                    ?? "use one of \(known.joined(separator: ", "))"
            )
        }
        return configuration.briefs.filter { briefs.isEmpty || briefs.contains($0.name) }
    }
}

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Records
internal import Workspace

/// `briefctl history`: which editions were issued, and what the corpus went through.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List the editions that were issued, the runs, and what became of the articles.",
        discussion: """
            EXAMPLES
              briefctl history
              briefctl history --limit 5
            """
    )

    @OptionGroup var workspace: WorkspaceArguments

    @Option(help: "How many of the last runs and changes of the corpus to list.")
    var limit = 20

    func run() throws {
        try reportingFailures {
            let desk = try workspace.desk()
            for brief in try desk.ledger.briefs() {
                for edition in try desk.ledger.editions(of: brief) {
                    let articles = edition.articles.count.counted("article")
                    let changes = edition.changes.count.counted("change")
                    print(
                        "\(brief.printable) \(edition.title)  \(edition.period)  "
                            + "\(articles), \(changes)"
                    )
                    for output in edition.outputs { print("    \(output.path.printable)") }
                }
            }
            for run in try desk.ledger.runs(limit: limit) {
                let result = run.result?.rawValue ?? "running"
                let told = [run.note, run.reason].filter { !$0.isEmpty }.joined(separator: " · ")
                print(
                    "\(run.startedAt.formatted(.iso8601)) \(run.brief) \(result): \(told.printable)"
                )
            }
            for (moment, report) in try desk.ledger.refreshes(limit: limit) {
                print(moment.formatted(.iso8601))
                tell("new", report.added)
                tell("edited", report.edited)
                tell("moved", report.moved.map { "\($0.from) → \($0.to)" })
                tell("withdrawn", report.withdrawn)
                tell("returned", report.returned)
                tell("failed", report.failed.compactMap { $0.place?.path })
            }
        }
    }

    private func tell(_ word: String, _ articles: [String]) {
        for article in articles {
            print(
                "    " + word.padding(toLength: 10, withPad: " ", startingAt: 0) + article.printable
            )
        }
    }
}

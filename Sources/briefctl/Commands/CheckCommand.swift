internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Workspace

/// `briefctl check`: what is wrong with a workspace, all of it at once, and what would be read.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell all that is wrong with the workspace at once, and what would be read.",
        discussion: """
            Ends with 78 when the configuration or a verdict is wrong, with 74 when the ledger is damaged or \
            part of the corpus cannot be read.

            EXAMPLES
              briefctl check
            """
    )

    @OptionGroup var workspace: WorkspaceArguments

    func run() throws {
        try reportingFailures {
            let folder = try WorkFolder(around: workspace.start, files: DiskFiles())
            let checkup = Checkup(folder, now: Date())
            Terminal(isQuiet: false).tell(checkup.diagnostics)
            for line in checkup.lines { print(line) }
            if let status = checkup.status { throw status }
        }
    }
}

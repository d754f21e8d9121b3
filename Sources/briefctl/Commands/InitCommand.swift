internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Workspace

/// `briefctl init`: a workspace.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a workspace: briefing.yml, corpus/, briefings/, Templates/.",
        discussion: """
            Nothing that is there is overwritten.

            EXAMPLES
              briefctl init
              briefctl init alliance-weekly
            """
    )

    @Argument(
        help: ArgumentHelp("The folder; this one when left out.", valueName: "folder"),
        completion: .directory
    )
    var folder = "."

    func run() throws {
        try reportingFailures {
            let root = URL(fileURLWithPath: folder).standardizedFileURL.path
            let made = try WorkFolder(root: root, shownAs: folder == "." ? "" : folder)
                .make(files: DiskFiles())
            for part in made {
                print(part.isNew ? "made  \(part.path.printable)" : "kept  \(part.path.printable)")
            }
        }
    }
}

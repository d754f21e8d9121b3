internal import ArgumentParser
internal import Foundation
internal import Workspace

/// Which workspace is meant: the one around the folder where the person stands, or around another one.
struct WorkspaceArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The workspace, or a folder in it; by default where you stand.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var workspace: String?

    var start: String {
        URL(fileURLWithPath: workspace ?? FileManager.default.currentDirectoryPath)
            .standardizedFileURL.path
    }

    /// Opens the workspace with its ledger.
    func desk() throws -> Desk { try Desk(around: start, now: Date()) }

    /// Finds the workspace and reads its configuration, and nothing else.
    func configuration() throws -> (folder: WorkFolder, settings: Configuration) {
        let folder = try WorkFolder(around: start, files: DiskFiles())
        return (folder, try folder.configuration(files: DiskFiles()))
    }
}

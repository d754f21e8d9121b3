internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Records
internal import Workspace

/// `briefctl verdicts import`: the Verdict and Note columns of a sheet, into `verdicts.csv`.
struct VerdictsImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take the Verdict and Note columns of a sheet, saved as CSV, into verdicts.csv.",
        discussion: """
            Fill the columns Verdict and Note in the workbook, save that sheet as CSV from any spreadsheet \
            program, and import it. A file with an unknown id, a changed header or a word that is no verdict is \
            refused as a whole, with line numbers. The next brief and workbook show what was ruled.

            EXAMPLES
              briefctl verdicts import deals.csv
              briefctl verdicts import deals.csv --who 'R. Saar'
            """
    )

    @OptionGroup var workspace: WorkspaceArguments

    @Argument(help: "The sheet as CSV.", completion: .file(extensions: ["csv", "txt"]))
    var file: String

    @Option(help: "Who ruled; by default the name that you are logged in by.")
    var who: String?

    func run() throws {
        try reportingFailures {
            let desk = try workspace.desk()
            let own = desk.folder.path(VerdictFile.fileName)
            let bytes = try DiskFiles().bytes(of: URL(fileURLWithPath: file).path)
            let known = try desk.knownIDs()
            let sheet: VerdictSheet
            do throws(WorkspaceError) {
                sheet = try VerdictSheet(
                    bytes,
                    path: file,
                    known: known,
                    who: who ?? NSUserName(),
                    when: Day(of: desk.now, in: .current)
                )
            } catch {
                throw Failure(error.diagnostics, .badData)
            }
            let old = DiskFiles().kind(at: own) == nil ? [] : try DiskFiles().bytes(of: own)
            let update = try VerdictUpdate(
                sheet.verdicts,
                into: old,
                path: desk.folder.shown(VerdictFile.fileName)
            )
            if update.isChanged { try OutputFile(path: own).write(Data(update.bytes)) }
            tell(update)
        }
    }

    private func tell(_ update: VerdictUpdate) {
        for verdict in update.added { print("added     \(verdict.id)  \(verdict.kind.rawValue)") }
        for change in update.replaced {
            let (before, now) = (change.before.kind.rawValue, change.now.kind.rawValue)
            print("replaced  \(change.now.id)  \(before) → \(now)")
        }
        if !update.unchanged.isEmpty { print("\(update.unchanged.count) were ruled before") }
        if !update.isChanged, update.unchanged.isEmpty {
            print("nobody ruled anything in this sheet")
        }
    }
}

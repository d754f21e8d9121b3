internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Scheduler
internal import Workspace

/// `briefctl schedule export`: the schedules for cron or systemd.
struct ScheduleExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the schedules as lines of a crontab, or as units of systemd.",
        discussion: """
            The crontab has a line for each brief with a schedule, as long as cron’s clocks are those of \
            the brief. Where they are not, and for briefs that wait for changes, one line runs every five \
            minutes and lets the schedules of briefing.yml decide; that also makes up for missed times.

            EXAMPLES
              briefctl schedule export --crontab | crontab -
              briefctl schedule export --systemd ~/.config/systemd/user
            """
    )

    @OptionGroup var workspace: WorkspaceArguments

    @Flag(help: "Print the lines of a crontab.")
    var crontab = false

    @Option(
        help: ArgumentHelp("Write a service and a timer for each brief here.", valueName: "folder"),
        completion: .directory
    )
    var systemd: String?

    @Option(help: ArgumentHelp("The program to run; by default this one.", valueName: "path"))
    var program: String?

    func validate() throws {
        if crontab == (systemd != nil) {
            throw ValidationError("say either --crontab or --systemd FOLDER")
        }
    }

    func run() throws {
        try reportingFailures {
            let (folder, configuration) = try workspace.configuration()
            let plan = SchedulePlan(
                root: folder.root,
                program: program ?? Self.thisProgram,
                briefs: configuration.briefs,
                systemZone: ZoneClock(.current)
            )
            guard let systemd else {
                print(try plan.crontab(), terminator: "")
                return
            }
            for units in try plan.units(writing: [folder.root]) {
                for (ending, text) in [("service", units.service), ("timer", units.timer)] {
                    let file = OutputFile(path: "\(systemd)/\(units.name).\(ending)")
                    try file.write(Data(text.utf8))
                    print(file.path.printable)
                }
            }
        }
    }

    private static var thisProgram: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
    }
}

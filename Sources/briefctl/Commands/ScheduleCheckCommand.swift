internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Scheduler
internal import Workspace

/// `briefctl schedule check`: what in the schedules may not be what was meant.
struct ScheduleCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell what in the schedules may not be what was meant.",
        discussion: """
            Both day fields set, steps that come out uneven, times that the next change of the clocks \
            leaves out or shows twice. A schedule that cannot be read ends with 78.

            EXAMPLES
              briefctl schedule check
            """
    )

    @OptionGroup var workspace: WorkspaceArguments

    func run() throws {
        try reportingFailures {
            let terminal = Terminal(isQuiet: false)
            for settings in try workspace.configuration().settings.briefs {
                guard let table = settings.timetable else {
                    print("\(settings.name)  no schedule")
                    continue
                }
                let warnings = table.expression.warnings(after: Instant(Date()), in: table.zone)
                print(
                    "\(settings.name)  \(table.expression)  \(warnings.isEmpty ? "in order" : "")"
                )
                terminal.tell(warnings.map(\.diagnostic))
            }
        }
    }
}

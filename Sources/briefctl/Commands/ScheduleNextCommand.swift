internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Scheduler
internal import Workspace

/// `briefctl schedule next`: the next times, one a line.
struct ScheduleNextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next",
        abstract: "Tell when a schedule is due next: one instant a line, in UTC.",
        discussion: """
            Without an expression the briefs of the workspace are meant; each line then begins with the \
            name of the brief. An expression that is refused ends with 65.

            EXAMPLES
              briefctl schedule next
              briefctl schedule next '0 7 * * mon-fri' --zone Asia/Tokyo --count 5
              briefctl schedule next '30 2 * * *' --zone America/New_York --from 2021-03-13T00:00:00Z
            """
    )

    @OptionGroup var workspace: WorkspaceArguments

    @Argument(help: "A schedule as a line of a crontab says it.")
    var expression: String?

    @Option(help: ArgumentHelp("Whose clocks are meant.", valueName: "region/city"))
    var zone = "UTC"

    @Option(help: ArgumentHelp("Behind which instant; by default now.", valueName: "instant"))
    var from: String?

    @Option(help: "How many.")
    var count = 5

    func validate() throws {
        if count < 1 { throw ValidationError("--count begins at 1") }
        if expression == nil, zone != "UTC" {
            throw ValidationError("--zone needs an expression; briefs have their own ‘time-zone’")
        }
    }

    func run() throws {
        try reportingFailures {
            let start = try start()
            if let expression {
                let clock = try ZoneClock(named: zone)
                for instant in try CronExpression(expression).next(count, after: start, in: clock) {
                    print(instant)
                }
                return
            }
            for settings in try workspace.configuration().settings.briefs {
                guard let table = settings.timetable else { continue }
                for instant in table.expression.next(count, after: start, in: table.zone) {
                    print("\(settings.name) \(instant)")
                }
            }
        }
    }

    private func start() throws -> Instant {
        guard let from else { return Instant(Date()) }
        guard let date = try? Date(from, strategy: .iso8601) else {
            throw Diagnostic(
                .error,
                code: "bad-instant",
                "‘\(from.printable)’ is not an instant",
                mend: "write it as in 2021-03-13T00:00:00Z"
            )
        }
        return Instant(date)
    }
}

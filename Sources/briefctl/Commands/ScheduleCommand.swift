internal import ArgumentParser

/// `briefctl schedule`: when briefs are made, and how another program is told.
struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "List the schedules, tell when they are due next, check them, export them.",
        discussion: """
            EXAMPLES
              briefctl schedule list
              briefctl schedule next --count 3
              briefctl schedule next '0 7 * * 1' --zone Europe/Berlin
              briefctl schedule check
              briefctl schedule export --crontab | crontab -
            """,
        subcommands: [
            ScheduleListCommand.self, ScheduleNextCommand.self, ScheduleCheckCommand.self,
            ScheduleExportCommand.self,
        ],
        defaultSubcommand: ScheduleListCommand.self
    )
}

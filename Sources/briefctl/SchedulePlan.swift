internal import Foundation
internal import Scheduler
internal import Workspace

/// Which commands another program has to run when, so that the briefs of a workspace are made.
struct SchedulePlan {
    /// The folder of the workspace.
    let root: String
    /// The path of the program.
    let program: String
    /// The briefs, in the order of the configuration.
    let briefs: [BriefSettings]
    /// The zone whose clocks cron goes by.
    let systemZone: ZoneClock

    /// Every five minutes: often enough that a brief is on time, seldom enough to cost nothing.
    private static let often = "*/5 * * * *"

    /// The lines of a crontab.
    ///
    /// - Throws: What of the paths cron cannot be told.
    func crontab() throws -> String {
        var entries: [CrontabFile.Entry] = []
        var others: [String] = []
        for settings in briefs {
            guard let table = settings.timetable, !settings.isLive,
                table.zone.showsTheSame(as: systemZone)
            else {
                others.append(settings.name)
                continue
            }
            entries.append(
                CrontabFile.Entry(
                    table.expression,
                    in: table.zone,
                    run: try command(["--due", settings.name]),
                    remark: settings.title
                )
            )
        }
        if !others.isEmpty {
            entries.append(
                CrontabFile.Entry(
                    try CronExpression(Self.often),
                    in: systemZone,
                    run: try command(["--due"] + others),
                    remark: "the schedules of briefing.yml decide: "
                        + others.joined(separator: ", ")
                )
            )
        }
        return try CrontabFile(entries, systemZone: systemZone).text
    }

    /// A service and a timer for each brief.
    ///
    /// - Parameter paths: The folders that a run writes to.
    /// - Returns: The units, in the order of the briefs.
    /// - Throws: What of the paths systemd cannot be told.
    func units(writing paths: [String]) throws -> [SystemdUnits] {
        try briefs.map { settings in
            let often = try CronExpression(Self.often)
            let table = settings.isLive ? nil : settings.timetable
            return try SystemdUnits(
                name: "briefctl-\(settings.name)",
                description: settings.title,
                command: command(["--due", settings.name]),
                schedule: table?.expression ?? often,
                zone: table?.zone ?? systemZone,
                writablePaths: paths,
                timeout: 1800
            )
        }
    }

    /// The program finds the workspace by the folder it is told, since neither cron nor systemd stands in it.
    private func command(_ arguments: [String]) throws -> ScheduledCommand {
        try ScheduledCommand(program, arguments: ["run", "--workspace", root] + arguments)
    }
}

internal import ArgumentParser
internal import Foundation
internal import Scheduler
internal import Workspace

/// `briefctl schedule list`: the briefs of the workspace with their schedules.
struct ScheduleListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the briefs with their schedules and when each is due next."
    )

    @OptionGroup var workspace: WorkspaceArguments

    func run() throws {
        try reportingFailures {
            for settings in try workspace.configuration().settings.briefs {
                print("\(settings.name)  \(Self.words(settings))")
            }
        }
    }

    private static func words(_ settings: BriefSettings) -> String {
        var parts: [String] = []
        if let timetable = settings.timetable {
            parts.append("\(timetable.expression)")
            parts.append(timetable.zone.name)
            if let next = timetable.next(after: Instant(Date())) {
                parts.append("next \(timetable.zone.words(next))")
            }
        } else if settings.period != .all {
            parts.append("when a period is over")
        }
        if settings.isLive || parts.isEmpty { parts.append("when something changes") }
        return parts.joined(separator: "  ")
    }
}

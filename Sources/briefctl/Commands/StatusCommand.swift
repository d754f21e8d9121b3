internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Scheduler
internal import Workspace

/// `briefctl status`: what runs, what is next, what was missed, and why.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract:
            "Tell what runs, what is next, what was missed, and why an edition was or was not made.",
        discussion: """
            It only looks: the corpus is not read, and nothing is written. Times are those of each brief’s \
            time zone.

            EXAMPLES
              briefctl status
            """
    )

    @OptionGroup var workspace: WorkspaceArguments

    func run() throws {
        try reportingFailures {
            let desk = try workspace.desk()
            let running = try desk.runningNow()
            print("running   \(running ?? "nothing")")
            for settings in desk.configuration.briefs {
                print("\n\(settings.name)")
                try tell(settings, desk, isRunning: running != nil)
            }
        }
    }

    private func tell(_ settings: BriefSettings, _ desk: Desk, isRunning: Bool) throws {
        let zone = ZoneClock(settings.timeZone)
        func words(_ date: Date) -> String { zone.words(Instant(date)) }
        if let last = try desk.ledger.lastIssue(of: settings.name) {
            let title = Edition.title(last.number, revision: last.revision)
            print("  last      \(title), \(last.period)")
        } else {
            print("  last      no edition yet")
        }
        let runs = try desk.ledger.runs(of: settings.name, limit: 20)
        if let run = runs.first {
            let note = run.note.isEmpty ? "" : ", \(run.note.printable)"
            // What has no result while nobody is at work has died; the next run notes it.
            let result = run.result ?? (isRunning ? nil : .interrupted)
            let told = result?.rawValue ?? "running"
            print("  run       \(words(run.startedAt)): \(told)\(note)")
            print("  why       \(run.reason.printable)")
        }
        if let failure = runs.first(where: { $0.result == .failed }), failure != runs.first {
            print("  failed    \(words(failure.startedAt)): \(failure.note.printable)")
        }
        if let missed = runs.first(where: { $0.note.contains("missed ") }) {
            print("  missed    \(words(missed.startedAt)): \(missed.note.printable)")
        }
        let agenda = try desk.agenda(for: settings, .due)
        let now = agenda.editions.isEmpty ? "nothing: \(agenda.whyNot)" : agenda.why
        print("  due now   \(now.printable)")
        if settings.isLive { print("  next      when something changes") }
        if let next = desk.nextSlot(of: settings) { print("  next      \(zone.words(next))") }
    }
}

extension ZoneClock {
    /// An instant as the clocks of the zone show it, with the name of the zone.
    func words(_ instant: Instant) -> String {
        let local = local(at: instant)
        return "\(local.date) \(local.time) \(name)"
    }
}

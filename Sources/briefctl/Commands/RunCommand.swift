internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Scheduler
internal import Workspace

/// `briefctl run`: the cron command.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Read what changed and issue what is due; print nothing when all is well.",
        discussion: """
            An edition is due for each period that is over, that no edition covers yet, and behind \
            which there is an article. Every edition is issued once. A brief with ‘on-change’ and one of all \
            there is are made anew when articles, verdicts, settings, templates or the program changed.

            With --due the schedules of briefing.yml decide: put it into a crontab line that runs every \
            five minutes. One run works at a time; another one says who does and ends with 75.

            EXAMPLES
              briefctl run
              briefctl run weekly --dry-run
              briefctl run --due
              briefctl run weekly --revise 2024-W31
            """
    )

    @OptionGroup var workspace: WorkspaceArguments

    @Argument(help: "The briefs to issue; all of the workspace when left out.")
    var briefs: [String] = []

    @Flag(help: "Only what the schedules ask for now; briefs without one as always.")
    var due = false

    @Flag(help: "Only what is out of date because something changed.")
    var ifChanged = false

    @Flag(help: "Take in the corpus, tell what would be made and why, and make nothing.")
    var dryRun = false

    @Flag(help: "End with 10 when an edition was made.")
    var detailedExitcode = false

    @Option(
        help: ArgumentHelp(
            "Issue this period once more, as a dated correction.",
            valueName: "2024-W31"
        )
    )
    var revise: String?

    @Option(help: ArgumentHelp("Wait for another run to end, this long.", valueName: "seconds"))
    var wait = 0

    @Option(help: ArgumentHelp("End with 124 after this long.", valueName: "seconds"))
    var timeout = 1800

    @Flag(name: .shortAndLong, help: "Tell what was read and issued.")
    var verbose = false

    func validate() throws {
        if revise != nil, briefs.count != 1 {
            throw ValidationError("--revise corrects one brief: name it")
        }
        if [due, ifChanged, revise != nil].count(where: \.self) > 1 {
            throw ValidationError("--due, --if-changed and --revise exclude each other: keep one")
        }
        if wait < 0 || timeout < 1 {
            throw ValidationError("--wait counts from 0 and --timeout from 1 second")
        }
    }

    func run() async throws {
        try await reportingFailures {
            let terminal = Terminal(isQuiet: !verbose)
            let deadline = Deadline(seconds: timeout)
            defer { deadline.cancel() }
            let desk = try workspace.desk()
            let chosen = try chosen(from: desk.configuration)
            var lock = try await desk.lock(waiting: wait)
            var round = Round()
            if let revise {
                _ = try desk.refresh(telling: terminal)
                let agenda = try desk.revision(of: chosen[0], period: revise)
                round.agendas = [agenda]
                lock.announce()
                if !dryRun { try desk.perform(agenda, in: &round, telling: terminal) }
            } else {
                let mode: RoundMode = due ? .due : ifChanged ? .changed : .all
                round = try desk.round(chosen, mode, isTrial: dryRun, telling: terminal) {
                    lock.announce()
                }
            }
            tell(round, terminal)
            if let failed = round.failures.first { throw failed.failure.status }
            if detailedExitcode, !round.editions.isEmpty { throw ExitStatus.changed }
        }
    }

    private func tell(_ round: Round, _ terminal: Terminal) {
        if verbose { terminal.tell(round.unseen + (round.report?.failed ?? [])) }
        // Only who runs by the clock is told once; who asks has an answer each time.
        for (failure, wasTold) in round.failures where !wasTold || verbose || !due {
            terminal.tell(failure.diagnostics)
        }
        for agenda in round.agendas where dryRun || verbose {
            tell(agenda, made: round.editions.contains { $0.brief == agenda.settings.name })
        }
        for edition in round.editions where verbose {
            print("issued \(edition.brief) \(edition.title), \(edition.period)")
            for output in edition.outputs { print("  \(output.path.printable)") }
        }
    }

    private func tell(_ agenda: Agenda, made isMade: Bool) {
        let name = agenda.settings.name
        if dryRun {
            for planned in agenda.editions {
                let title = Edition.title(planned.number, revision: planned.revision)
                print("\(name): would make \(title): \(planned.why.printable)")
            }
        }
        if agenda.editions.isEmpty {
            print("\(name): nothing to make: \(agenda.whyNot.printable)")
        } else if !dryRun, !isMade {
            print("\(name): nothing new to tell: \(agenda.why.printable)")
        }
    }

    private func chosen(from configuration: Configuration) throws(Diagnostic) -> [BriefSettings] {
        let known = configuration.briefs.map(\.name)
        if let wrong = briefs.first(where: { !known.contains($0) }) {
            throw Diagnostic(
                .error,
                code: "unknown-brief",
                "there is no brief ‘\(wrong)’",
                mend: known.nearest(to: wrong).map { "write ‘\($0)’" }
                    ?? "use one of \(known.joined(separator: ", "))"
            )
        }
        return configuration.briefs.filter { briefs.isEmpty || briefs.contains($0.name) }
    }
}

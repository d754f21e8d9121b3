internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Scheduler
internal import Workspace

/// What a round came to.
struct Round {
    /// What was to become of each brief, and why.
    var agendas: [Agenda] = []
    /// The editions that were made.
    var editions: [Edition] = []
    /// What failed, with whether it was told within the last day already.
    var failures: [(failure: Failure, wasTold: Bool)] = []
    /// What the corpus went through.
    var report: RefreshReport?
    /// What could not be looked at in the corpus.
    var unseen: [Diagnostic] = []
}

extension Desk {
    /// How long a failure that comes again is not told again.
    private static let silence: TimeInterval = 86_400

    /// Takes in what changed, finds out what is due, and makes it.
    ///
    /// A brief that fails keeps its last good edition, is not done, and does not keep others from being
    /// made. Where nothing is due, nothing is written.
    ///
    /// - Parameters:
    ///   - briefs: The briefs that are asked for.
    ///   - mode: What is asked.
    ///   - isTrial: Whether to find out only.
    ///   - terminal: Who is told of progress and of what had to be changed to fit.
    ///   - begin: Called before each brief for which there is something to make.
    /// - Returns: What it came to.
    /// - Throws: What concerns all briefs: the ledger, the corpus, the verdicts.
    func round(
        _ briefs: [BriefSettings],
        _ mode: RoundMode,
        isTrial: Bool = false,
        telling terminal: Terminal,
        begin: () -> Void
    ) throws -> Round {
        var round = Round()
        _ = try ledger.closeInterrupted()
        round.report = try refresh(telling: terminal)
        round.unseen = try corpus.value().diagnostics
        // A wrong verdict is told at once, not when the next edition is due. Ids that were accepted once stay
        // known, whatever an edition of an earlier period knows.
        try ledger.setVerdicts(verdicts())
        for settings in briefs {
            let agenda = try agenda(for: settings, mode)
            round.agendas.append(agenda)
            guard !agenda.isIdle, !isTrial else { continue }
            begin()
            try perform(agenda, in: &round, telling: terminal)
        }
        return round
    }

    /// Makes what an agenda asks for and remembers what came of it.
    func perform(_ agenda: Agenda, in round: inout Round, telling terminal: Terminal) throws {
        let name = agenda.settings.name
        let last = try ledger.runs(of: name, limit: 1).first
        let run = try ledger.begin(
            Run(
                brief: name,
                slot: agenda.slot?.slot.date,
                reason: agenda.why,
                fingerprint: agenda.fingerprint.text,
                startedAt: now
            )
        )
        do {
            let made = try make(agenda, telling: terminal)
            round.editions += made
            let notes =
                [made.map(\.title).joined(separator: ", ", atMost: 5), agenda.slot?.told ?? ""]
                + [made.isEmpty ? agenda.whyNot : ""]
            let isSkipped = agenda.slot?.isTooLate == true && agenda.editions.isEmpty
            try ledger.end(
                run,
                made.isEmpty ? (isSkipped ? .skipped : .nothing) : .made,
                note: notes.filter { !$0.isEmpty }.joined(separator: ", "),
                at: Date()
            )
        } catch {
            guard let failure = Failure(error) else { throw error }
            try? ledger.end(run, .failed, note: failure.note, at: Date())
            let isOld = last.map { now.timeIntervalSince($0.startedAt) > Self.silence } ?? true
            let wasTold = last?.result == .failed && last?.note == failure.note && !isOld
            round.failures.append((failure, wasTold))
        }
    }
}

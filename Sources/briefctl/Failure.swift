internal import ArgumentParser
internal import Briefing
internal import Diagnostics
internal import Ledger
internal import Scheduler
internal import Workspace

/// What went wrong, ready to be told, and how the program ends because of it.
struct Failure: Error {
    /// What is told; never empty but where everything was told already.
    let diagnostics: [Diagnostic]
    /// How the program ends.
    let status: ExitStatus

    /// Makes a failure.
    init(_ diagnostics: [Diagnostic], _ status: ExitStatus) {
        (self.diagnostics, self.status) = (diagnostics, status)
    }

    /// Makes a failure of an error.
    ///
    /// - Returns: nil for an error that nobody has words for: a mistake of ours.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure:
            self = failure
        case let status as ExitStatus:
            (diagnostics, self.status) = ([], status)
        case let error as WorkspaceError:
            (diagnostics, status) = (error.diagnostics, .badConfiguration)
        case let error as any Diagnosable:
            diagnostics = [error.diagnostic]
            status = Self.status(of: error)
        default: return nil
        }
    }

    private static func status(of error: any Diagnosable) -> ExitStatus {
        switch error {
        case let error as WriterError: error.isDiskTrouble ? .fileTrouble : .ourMistake
        case LedgerError.busy, RunLockError.held: .busy
        case is LedgerError, is RunLockError, is PublicationError: .fileTrouble
        default: .of(error.diagnostic)
        }
    }

    /// Whether it may pass by itself: a full disk, a lock.
    var kind: RetryPolicy.Failure {
        [.fileTrouble, .busy].contains(status) ? .transient : .permanent
    }

    /// All of it in words, on one line.
    var note: String {
        diagnostics.map { $0.summary.printable }.joined(separator: "; ")
    }
}

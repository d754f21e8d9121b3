internal import Diagnostics
internal import Dispatch
internal import Foundation

/// Ends the program when a run takes too long.
///
/// The process ends where it stands. Nothing is lost by that: every step leaves a complete state, and the
/// next run notes that this one was interrupted.
struct Deadline {
    private let timer: any DispatchSourceTimer

    /// Sets the deadline.
    ///
    /// - Parameter seconds: How long the run may take, from now on.
    init(seconds: Int) {
        timer = DispatchSource.makeTimerSource(queue: .global())
        timer.schedule(deadline: .now() + .seconds(seconds))
        timer.setEventHandler {
            Terminal(isQuiet: false).tell([.outOfTime(seconds)])
            _exit(ExitStatus.timeout.rawValue)
        }
        timer.resume()
    }

    /// Takes the deadline back.
    func cancel() { timer.cancel() }
}

extension Diagnostic {
    fileprivate static func outOfTime(_ seconds: Int) -> Diagnostic {
        Diagnostic(
            .error,
            code: "timeout",
            "the run took longer than \(seconds) s and was broken off",
            mend: "allow it more time with --timeout, or find out what holds it up"
        )
    }
}

internal import Dispatch
internal import Foundation
internal import Scheduler

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
            let error = TimeLimitError.exceeded(.seconds(seconds))
            Terminal(isQuiet: false).tell([error.diagnostic])
            _exit(ExitStatus.timeout.rawValue)
        }
        timer.resume()
    }

    /// Takes the deadline back.
    func cancel() { timer.cancel() }
}

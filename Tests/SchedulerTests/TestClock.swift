import Synchronization

/// A clock that stands still until a test moves it.
final class TestClock: Clock {
    struct Instant: InstantProtocol {
        var time: Duration

        func advanced(by duration: Duration) -> Instant { Instant(time: time + duration) }
        func duration(to other: Instant) -> Duration { other.time - time }
        static func < (left: Instant, right: Instant) -> Bool { left.time < right.time }
    }

    private struct Sleeper {
        var deadline: Instant
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Instant(time: .zero)
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var last = 0
    }

    private let state = Mutex(State())

    var now: Instant { state.withLock { $0.now } }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state in
            state.last += 1
            return state.last
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                (continuation: CheckedContinuation<Void, any Error>) in
                state.withLock { state in
                    if state.cancelled.contains(id) {
                        continuation.resume(throwing: CancellationError())
                    } else if deadline <= state.now {
                        continuation.resume()
                    } else {
                        state.sleepers[id] = Sleeper(
                            deadline: deadline,
                            continuation: continuation
                        )
                    }
                }
            }
        } onCancel: {
            state.withLock { state in
                state.cancelled.insert(id)
                state.sleepers.removeValue(forKey: id)?.continuation
                    .resume(throwing: CancellationError())
            }
        }
    }

    /// Moves the time, and wakes who slept until then.
    func advance(to time: Duration) {
        state.withLock { state in
            state.now = Instant(time: time)
            for (id, sleeper) in state.sleepers where sleeper.deadline <= state.now {
                state.sleepers[id] = nil
                sleeper.continuation.resume()
            }
        }
    }

    /// Waits until somebody sleeps until a time.
    func sleeper(until time: Duration) async {
        while !state.withLock({ $0.sleepers.values.contains { $0.deadline.time == time } }) {
            await Task.yield()
        }
    }

    /// Waits until somebody sleeps until a time, and moves the time there.
    func wake(_ time: Duration) async {
        await sleeper(until: time)
        advance(to: time)
    }

    /// Moves the time to where somebody sleeps until, again and again, but never to a time or later.
    func run(before end: Duration) async {
        while !Task.isCancelled {
            let next = state.withLock { $0.sleepers.values.map(\.deadline.time).min() }
            if let next, next < end { advance(to: next) }
            await Task.yield()
        }
    }
}

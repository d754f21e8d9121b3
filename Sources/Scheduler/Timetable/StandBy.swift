/// Stands by and calls a round whenever there is an occasion: a slot, a change, a retry, a word from outside.
///
/// Rounds never overlap. What comes while one is at work leads to another one behind it, and a round that
/// finds nothing to do costs little, so that occasions are hints and nothing more. Between occasions it
/// sleeps, but never longer than a nap: so it notices when somebody sets the clock.
public struct StandBy<C: Clock>: Sendable where C.Duration == Duration {
    /// Why a round is called.
    public enum Occasion: Hashable, Sendable {
        /// Standing by begins: what came before must be looked at.
        case start
        /// A slot of some job came.
        case slot(Instant)
        /// Something changed, in words.
        case change(String)
        /// The round before failed; how many times it is tried again, from 1.
        case retry(Int)
    }

    /// How a round ended.
    public enum Outcome: Hashable, Sendable {
        /// All that was due is done.
        case done
        /// Something failed, and whether it may pass.
        case failed(RetryPolicy.Failure)
    }

    private let clock: C
    private let now: @Sendable () -> Instant
    private let retries: RetryPolicy
    private let longestNap: Duration

    /// Makes somebody who stands by.
    ///
    /// - Parameters:
    ///   - clock: What naps; it may count on while the machine sleeps or not.
    ///   - retries: When a round that failed is tried again.
    ///   - longestNap: How long a clock that was set may stay unnoticed.
    ///   - now: The time of day.
    public init(
        clock: C,
        retries: RetryPolicy = RetryPolicy(),
        longestNap: Duration = .seconds(60),
        now: @escaping @Sendable () -> Instant
    ) {
        precondition(longestNap > .zero, "a nap must be longer than zero, got \(longestNap)")
        self.clock = clock
        self.retries = retries
        self.longestNap = longestNap
        self.now = now
    }

    /// Stands by until the task is cancelled.
    ///
    /// - Parameters:
    ///   - changes: Words from outside that something changed; each leads to a round.
    ///   - nextSlot: The next slot of any job behind an instant; nil when there is none.
    ///   - round: Does what is due.
    public func run(
        changes: some AsyncSequence<String, Never> & Sendable,
        nextSlot: (Instant) -> Instant?,
        round: (Occasion) async -> Outcome
    ) async {
        let (bell, rope) = AsyncStream<String?>.makeStream()
        await withDiscardingTaskGroup { group in
            defer { group.cancelAll() }
            group.addTask { for await change in changes { rope.yield(change) } }
            var turn = Turn<C>(seen: now())
            turn.note(
                await round(.start),
                retries,
                clock,
                now: now(),
                nextSlot: nextSlot(turn.seen)
            )
            func arm() {
                let nap = turn.nap(now: now(), clock: clock, nextSlot, longest: longestNap)
                guard turn.needsAlarm(at: clock.now.advanced(by: nap)) else { return }
                group.addTask { [clock] in
                    try? await clock.sleep(for: nap, tolerance: nil)
                    rope.yield(nil)
                }
            }
            arm()
            for await change in bell {
                if Task.isCancelled { break }
                turn.forgetAlarm(at: clock.now)
                if let occasion = turn.occasion(change, now: now(), clock: clock, nextSlot) {
                    let outcome = await round(occasion)
                    turn.note(outcome, retries, clock, now: now(), nextSlot: nextSlot(turn.seen))
                }
                arm()
            }
        }
    }
}

/// What is remembered from one round to the next.
private struct Turn<C: Clock> where C.Duration == Duration {
    /// All slots up to here were seen to.
    var seen: Instant
    private var retry: (number: Int, at: C.Instant)?
    private var alarm: C.Instant?

    init(seen: Instant) { self.seen = seen }

    /// Why a round is to be called now; nil when it was only the end of a nap.
    mutating func occasion(
        _ change: String?,
        now: Instant,
        clock: C,
        _ nextSlot: (Instant) -> Instant?
    ) -> StandBy<C>.Occasion? {
        // A clock that was set back shows slots again that were seen to: they are let be.
        if let slot = nextSlot(seen), slot <= now {
            seen = now
            return .slot(slot)
        }
        if let change { return .change(change) }
        if let retry, retry.at <= clock.now { return .retry(retry.number) }
        return nil
    }

    /// Takes in how a round ended.
    mutating func note(
        _ outcome: StandBy<C>.Outcome,
        _ retries: RetryPolicy,
        _ clock: C,
        now: Instant,
        nextSlot: Instant?
    ) {
        guard case .failed(let failure) = outcome else {
            retry = nil
            return
        }
        let number = (retry?.number ?? 0) + 1
        var generator = SystemRandomNumberGenerator()
        let left = nextSlot.map { Duration.seconds($0.seconds - now.seconds) }
        let pause = retries.pause(
            beforeRetry: number,
            after: failure,
            timeLeft: left,
            using: &generator
        )
        retry = pause.map { (number, clock.now.advanced(by: $0)) }
    }

    /// How long there is nothing to do for certain.
    func nap(
        now: Instant,
        clock: C,
        _ nextSlot: (Instant) -> Instant?,
        longest: Duration
    ) -> Duration {
        var nap = longest
        if let slot = nextSlot(seen) { nap = min(nap, .seconds(slot.seconds - now.seconds)) }
        if let retry { nap = min(nap, clock.now.duration(to: retry.at)) }
        return max(nap, .zero)
    }

    /// Whether nothing rings before a moment; then something is to be set.
    mutating func needsAlarm(at moment: C.Instant) -> Bool {
        if let alarm, alarm <= moment { return false }
        alarm = moment
        return true
    }

    mutating func forgetAlarm(at now: C.Instant) {
        if let alarm, alarm <= now { self.alarm = nil }
    }
}

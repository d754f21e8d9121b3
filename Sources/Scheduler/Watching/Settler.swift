/// Decides when a folder has come to rest.
///
/// It has no clock and reads no folder: times and looks come in, so that every sequence of events can
/// be tried without waiting. Times count from any one moment, in the same way for all calls.
///
/// Rest is a time without hints, at the end of which two looks, some time apart, saw the same; files
/// that are written slowly are told only when they are closed. Unrest that lasts for long ends at a
/// ceiling.
public struct Settler: Hashable, Sendable {
    /// How long nothing must be told: an editor’s save is several events within milliseconds.
    public let quiet: Duration
    /// How long after the first hint waiting ends in any case.
    public let ceiling: Duration
    /// The least time between two looks.
    public let gap: Duration
    /// How long after a settlement the next one comes in any case.
    public let safety: Duration

    private var last: Duration
    private var unrest: Unrest?

    /// What is known since the first hint.
    private struct Unrest: Hashable {
        var first: Duration
        var last: Duration
        var nextLook: Duration
        var seen: FolderListing?
        var hints: [Hint] = []
    }

    /// Makes a settler; without other values 2 s of quiet, 60 s at most, and 10 min for safety.
    ///
    /// - Parameters:
    ///   - start: The time now.
    ///   - quiet: How long nothing must be told.
    ///   - ceiling: How long after the first hint waiting ends.
    ///   - gap: The least time between two looks.
    ///   - safety: How long after a settlement the next one comes in any case.
    public init(
        start: Duration = .zero,
        quiet: Duration = .seconds(2),
        ceiling: Duration = .seconds(60),
        gap: Duration = .seconds(1),
        safety: Duration = .seconds(600)
    ) {
        precondition(gap > .zero && safety > .zero, "times must be positive: \(gap), \(safety)")
        self.quiet = quiet
        self.ceiling = ceiling
        self.gap = gap
        self.safety = safety
        last = start
    }

    /// When it must be asked again, if no hint comes before.
    public var nextTurn: Duration {
        unrest.map { min($0.nextLook, $0.first + ceiling) } ?? last + safety
    }

    /// Takes a hint.
    public mutating func note(_ hint: Hint, at now: Duration) {
        var unrest = unrest ?? Unrest(first: now, last: now, nextLook: now)
        unrest.last = now
        unrest.seen = nil
        // The second look falls on the end of the quiet, so that it costs no time.
        unrest.nextLook = now + max(quiet - gap, .zero)
        if unrest.hints.count < Settlement.mostHints, !unrest.hints.contains(hint) {
            unrest.hints.append(hint)
        }
        self.unrest = unrest
    }

    /// Takes its turn: looks if it is time, and tells when the folder has come to rest.
    ///
    /// - Parameters:
    ///   - now: The time.
    ///   - look: Looks through the folder; called at most once.
    /// - Returns: The settlement, which begins a new time of waiting; nil while there is none.
    public mutating func turn(at now: Duration, look: () -> FolderListing) -> Settlement? {
        guard var unrest else {
            return now >= last + safety ? settle(.safety, at: now) : nil
        }
        if now >= unrest.first + ceiling { return settle(.ceiling, at: now) }
        guard now >= unrest.nextLook else { return nil }
        let seen = look()
        if unrest.seen == seen, now >= unrest.last + quiet {
            return settle(.quiet, at: now)
        }
        unrest.seen = seen
        unrest.nextLook = now + gap
        self.unrest = unrest
        return nil
    }

    private mutating func settle(_ reason: Settlement.Reason, at now: Duration) -> Settlement {
        let settlement = Settlement(reason: reason, hints: unrest?.hints ?? [])
        unrest = nil
        last = now
        return settlement
    }
}

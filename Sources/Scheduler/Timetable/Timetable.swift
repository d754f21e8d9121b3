/// When a job is due, and what becomes of a slot at which nobody was there.
public struct Timetable: Hashable, Sendable {
    /// What becomes of missed slots.
    public enum CatchUp: String, Hashable, Sendable, CaseIterable {
        /// All that were missed come to one run, as long as the last of them is not too old.
        case once
        /// They are passed over.
        case skip
    }

    /// The slots.
    public var expression: CronExpression
    /// The zone whose clocks are meant.
    public var zone: ZoneClock
    /// What becomes of missed slots.
    public var catchUp: CatchUp
    /// How late the last missed slot may still run, in seconds.
    public var window: Int

    /// How late a slot may run and still be on time, in seconds: cron wakes once a minute.
    public static let grace = 90

    /// Makes a timetable.
    ///
    /// - Precondition: The window is not negative.
    public init(
        _ expression: CronExpression,
        in zone: ZoneClock,
        catchUp: CatchUp = .once,
        window: Int
    ) {
        precondition(window >= 0, "a window must not be negative, got \(window)")
        self.expression = expression
        self.zone = zone
        self.catchUp = catchUp
        self.window = window
    }

    /// The slots that came since the last one that was seen to.
    ///
    /// A slot that was seen to never comes again, whatever became of the clock: it is the same instant.
    ///
    /// - Parameters:
    ///   - last: The last slot that was seen to; nil when none ever was, then only slots within the
    ///     window count.
    ///   - now: The present.
    /// - Returns: What is due; nil when no slot came.
    public func due(since last: Instant?, at now: Instant) -> DueSlot? {
        var slot = Instant(seconds: now.seconds - max(window, Self.grace) - 1)
        if let last { slot = last }
        var count = 0
        while let next = expression.next(after: slot, in: zone), next <= now {
            slot = next
            count += 1
        }
        guard count > 0 else { return nil }
        let lateness = now.seconds - slot.seconds
        let isOnTime = lateness <= Self.grace
        let mayRun = isOnTime || (catchUp == .once && lateness <= window)
        return DueSlot(slot: slot, missed: count - 1, lateness: lateness, isTooLate: !mayRun)
    }

    /// The next slot behind an instant; nil when there is none.
    public func next(after instant: Instant) -> Instant? {
        expression.next(after: instant, in: zone)
    }
}

/// A slot that is due, with those before it that it stands for.
public struct DueSlot: Hashable, Sendable {
    /// The slot: the last one that came.
    public var slot: Instant
    /// How many came before it and are made up for by it.
    public var missed: Int
    /// How late it is, in seconds.
    public var lateness: Int
    /// Whether it is passed over: its time is too long ago.
    public var isTooLate: Bool

    /// Whether it is made up for later than it was due.
    public var isCatchUp: Bool { missed > 0 || lateness > Timetable.grace }

    /// What became of the slots, in words: “missed 3, ran 1, late 2h10m”; empty when all is on time.
    public var told: String {
        guard isCatchUp else { return "" }
        let (ran, gone) = isTooLate ? (0, missed + 1) : (1, missed)
        let parts = [
            gone > 0 ? "missed \(gone)" : nil, "ran \(ran)", "late \(Self.words(lateness))",
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    /// A length of time in its two largest units: 45s, 2h10m, 3d4h.
    static func words(_ seconds: Int) -> String {
        let units = [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]
        guard let first = units.firstIndex(where: { seconds >= $0.1 }) else { return "0s" }
        var rest = seconds
        var text = ""
        for (name, length) in units[first...].prefix(2) {
            if rest >= length { text += "\(rest / length)\(name)" }
            rest %= length
        }
        return text
    }
}

extension CronExpression {
    /// The first instant behind another at which the expression is due in a zone.
    ///
    /// Where the clocks are put forward, a time of day that is left out is due when the change is made, or
    /// where there are more than seven, in the minutes behind it, six in each; where they are put back, it is due the first time it is shown. An expression that follows real time
    /// is due whenever the clocks show it. Changes of three hours and more, as when a zone crosses the date
    /// line, are corrections: what they leave out is left out.
    ///
    /// - Returns: nil when there is none up to the year 2200.
    /// - Complexity: A few steps for each month in between in which it is not due.
    public func next(after instant: Instant, in zone: ZoneClock) -> Instant? {
        var stretch = zone.stretch(at: instant.seconds)
        // All times of the clock up to this one are past, in seconds as the clock counts them.
        var past = instant.seconds + zone.offset(of: stretch)
        if !isRealTime, stretch > 0 {
            let start = zone.start(of: stretch)
            let shown = start + zone.offset(of: stretch - 1)
            if Self.isSeasonal(from: shown, to: start + zone.offset(of: stretch)) {
                past = max(past, shown - 1)
            }
        }
        if let late = caughtUp(after: instant, stretch, zone) { return late }
        guard var due = firstDue(after: past) else { return nil }
        while due - zone.offset(of: stretch) >= zone.end(of: stretch) {
            let change = zone.end(of: stretch)
            let old = change + zone.offset(of: stretch)
            stretch += 1
            let new = change + zone.offset(of: stretch)
            if !isRealTime, Self.isSeasonal(from: old, to: new) {
                if due < new { return Instant(seconds: change) }
            } else if due < new || new <= past {
                past = new - 1
                guard let later = firstDue(after: past) else { return nil }
                due = later
            }
        }
        return Instant(seconds: due - zone.offset(of: stretch))
    }

    /// How many times that a change of the clocks left out are made up for in a minute.
    ///
    /// Source: Debian's cron rests ten seconds behind each minute that it catches up.
    private static let caughtUpInAMinute = 6

    /// The next minute behind a change of the clocks in which times that it left out are made up for,
    /// other than the first.
    private func caughtUp(after instant: Instant, _ stretch: Int, _ zone: ZoneClock) -> Instant? {
        guard !isRealTime, stretch > 0 else { return nil }
        let change = zone.start(of: stretch)
        let old = change + zone.offset(of: stretch - 1)
        let new = change + zone.offset(of: stretch)
        let most = (new - old) / 60 / Self.caughtUpInAMinute
        let minute = (instant.seconds - change) / 60 + 1
        guard new > old, Self.isSeasonal(from: old, to: new), minute <= most else { return nil }
        var count = 0
        var past = old - 1
        while let due = firstDue(after: past), due < new {
            count += 1
            past = due
        }
        // The first minute takes one more: there is no rest before it.
        let isOpen = minute * Self.caughtUpInAMinute < count - 1
        return isOpen ? Instant(seconds: change + minute * 60) : nil
    }

    /// The first instants behind another at which the expression is due in a zone.
    ///
    /// - Parameters:
    ///   - count: How many at most.
    ///   - instant: The instant behind which they lie.
    ///   - zone: The zone whose clocks are meant.
    /// - Returns: The instants in ascending order; fewer where the years end.
    public func next(_ count: Int, after instant: Instant, in zone: ZoneClock) -> [Instant] {
        var found: [Instant] = []
        while found.count < count, let next = next(after: found.last ?? instant, in: zone) {
            found.append(next)
        }
        return found
    }

    /// The first time of the clock that is due behind another, in seconds as the clock counts them.
    private func firstDue(after seconds: Int) -> Int? {
        mask.first(after: seconds.floorDivided(by: 60)).map { $0 * 60 }
    }

    /// Whether a change of the clocks is small enough that no time of day may be lost or doubled by it.
    ///
    /// Source: Debian's cron compares the minute it wakes in with the one it was in: up to 180 minutes
    /// between them it catches up or waits, so less than that forward and that much back.
    static func isSeasonal(from old: Int, to new: Int) -> Bool {
        (-180 * 60..<180 * 60).contains(new - old)
    }
}

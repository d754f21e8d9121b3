public import Diagnostics

/// Something in a schedule that is right, but may not be what was meant.
public enum CronWarning: Hashable, Sendable {
    /// Both day fields are given, and one of them is enough.
    case eitherDay(days: String, weekdays: String)
    /// Both day fields are given, and both are needed, since one begins with `*`.
    case bothDays(days: String, weekdays: String)
    /// The values of a step are not equally far apart where the field begins anew.
    case unevenStep(CronField, step: Int, last: Int)
    /// A step is so large that it reaches no second value.
    case wideStep(CronField, step: Int, only: Int)
    /// The clocks leave a time out that is due; the run comes at the time they show next, if at all.
    case leftOut(LocalTime, zone: String, instead: LocalTime?)
    /// The clocks show a time twice that is due.
    case shownTwice(LocalTime, zone: String, runsTwice: Bool)
}

extension CronExpression {
    /// What a person should know about the expression before trusting it.
    ///
    /// - Parameters:
    ///   - instant: From when on changes of the clocks are looked at: the next one forward and the next
    ///     one back.
    ///   - zone: The zone whose clocks are meant.
    /// - Returns: The warnings; those of the fields in their order, then those of the clocks.
    public func warnings(after instant: Instant, in zone: ZoneClock) -> [CronWarning] {
        dayWarnings + stepWarnings + clockWarnings(after: instant, in: zone)
    }

    private var dayWarnings: [CronWarning] {
        let (days, weekdays) = (CronField.dayOfMonth, CronField.dayOfWeek)
        guard mask.days != days.everything, mask.weekdays != weekdays.everything else { return [] }
        let (day, weekday) = (words[days.rawValue], words[weekdays.rawValue])
        return mask.isEitherDay
            ? [.eitherDay(days: day, weekdays: weekday)]
            : [.bothDays(days: day, weekdays: weekday)]
    }

    private var stepWarnings: [CronWarning] {
        CronField.allCases.flatMap { field in
            ranges[field, default: []].compactMap { range -> CronWarning? in
                guard range.step > 1 else { return nil }
                if range.values.count <= range.step {
                    return .wideStep(field, step: range.step, only: range.values.lowerBound)
                }
                guard range.values.count >= field.count, field.count % range.step != 0 else {
                    return nil
                }
                let last = (field.count - 1) / range.step * range.step + field.range.lowerBound
                return .unevenStep(field, step: range.step, last: last)
            }
        }
    }

    /// Every hour of real time is due whatever the clocks show: such schedules have nothing to fear.
    private func clockWarnings(after instant: Instant, in zone: ZoneClock) -> [CronWarning] {
        if isRealTime, mask.hours == CronField.hour.everything { return [] }
        let changes = zone.changes(after: instant)
        let forward = changes.first { $0.new > $0.old }.flatMap { change -> CronWarning? in
            guard let slot = firstSlot(from: change.old, to: change.new) else { return nil }
            let isKept = !isRealTime && Self.isSeasonal(from: change.old, to: change.new)
            let instead = isKept ? LocalTime(seconds: change.new) : nil
            return .leftOut(slot, zone: zone.name, instead: instead)
        }
        let back = changes.first { $0.new < $0.old }.flatMap { change -> CronWarning? in
            guard let slot = firstSlot(from: change.new, to: change.old) else { return nil }
            let runsTwice = isRealTime || !Self.isSeasonal(from: change.old, to: change.new)
            return .shownTwice(slot, zone: zone.name, runsTwice: runsTwice)
        }
        return [forward, back].compactMap(\.self)
    }

    /// The first time of the clock that is due in a stretch of its seconds.
    private func firstSlot(from start: Int, to end: Int) -> LocalTime? {
        let slot = mask.first(after: (start - 1).floorDivided(by: 60)).map(LocalTime.init(minutes:))
        return slot.flatMap { $0.minutes * 60 < end ? $0 : nil }
    }
}

extension ZoneClock {
    /// The changes of the clocks behind an instant: what they would show, and what they show.
    fileprivate func changes(after instant: Instant) -> some Sequence<(old: Int, new: Int)> {
        (stretch(at: instant.seconds)..<countOfStretches - 1).lazy.map { stretch in
            let change = end(of: stretch)
            return (change + offset(of: stretch), change + offset(of: stretch + 1))
        }
    }
}

extension CronWarning {
    /// The warning, told to a person; without a place, since only the caller knows the file.
    public var diagnostic: Diagnostic {
        Diagnostic(.warning, code: code, summary, mend: mend)
    }

    private var code: String {
        switch self {
        case .eitherDay: "cron-either-day"
        case .bothDays: "cron-both-days"
        case .unevenStep: "cron-uneven-step"
        case .wideStep: "cron-wide-step"
        case .leftOut: "cron-time-left-out"
        case .shownTwice: "cron-time-shown-twice"
        }
    }

    private var summary: String {
        switch self {
        case .eitherDay(let days, let weekdays):
            "day of month ‘\(days)’ or day of week ‘\(weekdays)’ is enough; not both are needed"
        case .bothDays(let days, let weekdays):
            "day of month ‘\(days)’ and day of week ‘\(weekdays)’ are both needed, "
                + "since one begins with ‘*’"
        case .unevenStep(let field, let step, let last):
            "the \(field) begins anew behind \(last): the last step is no full \(step)"
        case .wideStep(let field, let step, let only):
            "the step \(step) in the \(field) field reaches no second value: only \(only) is meant"
        case .leftOut(let slot, let zone, let instead?):
            "the clocks of \(zone) leave out \(slot): the run comes at \(instead.time)"
        case .leftOut(let slot, let zone, nil):
            "the clocks of \(zone) leave out \(slot): there is no run"
        case .shownTwice(let slot, let zone, let runsTwice):
            "the clocks of \(zone) show \(slot) twice: "
                + (runsTwice ? "there are two runs" : "the run comes the first time")
        }
    }

    private var mend: String? {
        switch self {
        case .eitherDay: "write ‘*’ in one of the two; cron cannot ask for both but behind a ‘*/’"
        case .bothDays: "write ‘*’ in one of the two, or list the values to mean either"
        case .unevenStep(let field, _, _):
            field == .minute || field == .hour
                ? "choose a step that divides \(field.count), or list the values" : nil
        case .wideStep(_, _, let only): "write ‘\(only)’"
        case .leftOut, .shownTwice: "choose another hour if that matters"
        }
    }
}

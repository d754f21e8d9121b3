internal import Briefing
internal import Foundation
internal import Ledger
internal import Records
internal import Scheduler
internal import Workspace

extension Desk {
    /// What is to be made of a brief now, and why, or why nothing.
    func agenda(for settings: BriefSettings, _ mode: RoundMode) throws -> Agenda {
        // Once, since it makes the clock of the zone each time.
        let timetable = settings.timetable
        let slot = try timetable?.due(
            since: ledger.lastSlot(of: settings.name).map { Instant($0) },
            at: Instant(now)
        )
        let fingerprint = try fingerprint(of: settings)
        // All articles are looked at for them.
        let days = Lazy { [ledger] in try ledger.publishedDays() }
        var agenda = Agenda(settings: settings, slot: slot, fingerprint: fingerprint)
        let isByClock = timetable != nil && mode == .due
        // Who asks for all that is over makes up for any slot, however old.
        if !isByClock { agenda.slot?.isTooLate = false }
        if agenda.slot?.isTooLate == true {
            agenda.whyNot = "its time is too long past"
        } else if isByClock, slot == nil {
            agenda.whyNot = timetable?.next(after: Instant(now)).map { "due \($0)" } ?? "never due"
        } else if mode != .changed {
            agenda.editions = try pending(settings, days)
        }
        if agenda.editions.isEmpty, settings.isRenewed, settings.isLive || agenda.whyNot.isEmpty {
            agenda.editions = try renewal(of: settings, fingerprint, days)
        }
        if agenda.editions.isEmpty { agenda.editions = try restoration(of: settings) }
        if !agenda.editions.isEmpty {
            agenda.whyNot = ""
        } else if agenda.whyNot.isEmpty {
            agenda.whyNot = try whyNothing(settings, days)
        }
        return agenda
    }

    /// The next slot of a brief’s schedule.
    func nextSlot(of settings: BriefSettings) -> Instant? {
        settings.timetable?.next(after: Instant(now))
    }

    /// What an edition would be made of now.
    func fingerprint(of settings: BriefSettings) throws -> Fingerprint {
        let files = DiskFiles()
        let verdicts = folder.path(VerdictFile.fileName)
        let templates = try settings.templates.values.sorted()
            .flatMap { try files.bytes(of: folder.path($0)) }
        return Fingerprint([
            .articles: "\(try ledger.generation())",
            .verdicts: files.kind(at: verdicts) == nil
                ? "none" : Self.shortDigest(try files.bytes(of: verdicts)),
            .settings: Self.shortDigest(Array(settings.canonical.utf8)),
            .templates: Self.shortDigest(templates),
            .program: Briefctl.version,
        ])
    }

    private static func shortDigest(_ bytes: [UInt8]) -> String { String(digest(bytes).prefix(16)) }

    /// The editions of periods that are over, behind which there is an article and which none covers.
    ///
    /// Many periods in a row without any article, as a wrong year makes them, are covered by the edition that
    /// follows them, so that no article is lost, no day is left out and no number is used up.
    private func pending(
        _ settings: BriefSettings,
        _ days: Lazy<ClosedRange<Day>?>
    ) throws -> [PlannedEdition] {
        guard settings.period != .all, let days = try days.value() else { return [] }
        let issued = try ledger.lastIssue(of: settings.name)
        let ended = settings.period.lastEnded(at: now, in: settings.timeZone).last
        let running = settings.period.window(at: now, in: settings.timeZone).last
        guard let ended, let end = settings.isLive ? running : ended else { return [] }
        var planned: [PlannedEdition] = []
        let before = issued?.number ?? 0
        var start = issued.map { $0.period.last.advanced(by: 1) } ?? days.lowerBound
        while start <= days.upperBound,
            settings.period.window(containing: start).last.map({ $0 <= end }) == true,
            let day = try ledger.publishedDay(from: start)
        {
            for window in windows(of: settings.period, from: start, through: day) {
                guard let last = window.last, last <= end else { return planned }
                let isGap = (window.first ?? start) > start
                let gap = isGap ? ", the first with an article since \(start)" : ""
                planned.append(
                    PlannedEdition(
                        window: window,
                        period: Edition.Period(first: start, last: last),
                        number: before + planned.count + 1,
                        why: (last <= ended
                            ? "\(window.name) is over" : "there are articles of \(window.name)")
                            + gap
                    )
                )
                start = last.advanced(by: 1)
            }
        }
        return planned
    }

    /// The most periods in a row without an article that have an edition each.
    ///
    /// A quarter of weeks, a year of months. Set by hand.
    private static let mostEmpty = 12

    /// The periods that hold the days from one to another; only the last where too many are before it.
    private func windows(
        of rule: PeriodRule,
        from start: Day,
        through day: Day
    ) -> [Workspace.Window] {
        var windows = [rule.window(containing: start)]
        while let last = windows.last, !last.contains(day), let next = rule.window(after: last) {
            windows.append(next)
        }
        return windows.count > Self.mostEmpty + 1 ? windows.suffix(1) : windows
    }

    /// The last edition once more where something changed since; for a brief of all there is also the first.
    private func renewal(
        of settings: BriefSettings,
        _ fingerprint: Fingerprint,
        _ days: Lazy<ClosedRange<Day>?>
    ) throws -> [PlannedEdition] {
        guard let days = try days.value() else { return [] }
        let last = try ledger.lastIssue(of: settings.name)
        let changes = try changes(since: last, of: settings, fingerprint)
        guard !changes.isEmpty else { return [] }
        let why = changes.map { "\($0.rawValue) changed" }.joined(separator: ", ")
        guard settings.period == .all else {
            return last.map { [Self.correction(of: $0, settings, why)] } ?? []
        }
        let end = max(days.upperBound, last?.period.last ?? days.upperBound)
        let isSame = last?.period.last == end
        return [
            PlannedEdition(
                window: settings.period.window(containing: end),
                period: Edition.Period(first: nil, last: end),
                number: (last?.number ?? 0) + (isSame ? 0 : 1),
                revision: isSame ? (last?.revision ?? 0) + 1 : 0,
                why: last == nil ? "there are articles" : why
            )
        ]
    }

    private func changes(
        since last: Issue?,
        of settings: BriefSettings,
        _ fingerprint: Fingerprint
    ) throws -> [Fingerprint.Part] {
        guard let last else { return [.articles] }
        if let done = try ledger.lastDone(of: settings.name), !done.fingerprint.isEmpty {
            return fingerprint.changes(since: Fingerprint(text: done.fingerprint))
        }
        return try last.generation == ledger.generation() ? [] : [.articles]
    }

    /// The last edition once more where a file of it is gone.
    ///
    /// A file that somebody edited stays theirs.
    private func restoration(of settings: BriefSettings) throws -> [PlannedEdition] {
        guard let last = try ledger.lastIssue(of: settings.name) else { return [] }
        let missing = try ledger.outputs(of: settings.name, number: last.number)
            .filter { DiskFiles().kind(at: folder.path($0)) == nil }
        guard let first = missing.first else { return [] }
        var planned = Self.correction(of: last, settings, "‘\(first)’ is gone")
        planned.isAsked = true
        planned.missing = missing
        return [planned]
    }

    static func correction(
        of issue: Issue,
        _ settings: BriefSettings,
        _ why: String
    ) -> PlannedEdition {
        PlannedEdition(
            window: settings.period.window(containing: issue.period.last),
            period: issue.period,
            number: issue.number,
            revision: issue.revision + 1,
            why: why
        )
    }

    private func whyNothing(
        _ settings: BriefSettings,
        _ days: Lazy<ClosedRange<Day>?>
    ) throws -> String {
        guard let days = try days.value() else {
            return try ledger.fileCount() == 0
                ? "no article was read" : "no article has a date, so none belongs to a period"
        }
        if settings.period == .all { return "nothing changed" }
        let running = settings.period.window(at: now, in: settings.timeZone)
        let last = try ledger.lastIssue(of: settings.name)
        let isNew = last.map { days.upperBound > $0.period.last } ?? true
        return isNew
            ? "\(running.name) is not over yet"
            : "no article is dated after the days of No. \(last?.number ?? 0)"
    }
}

extension BriefSettings {
    /// Whether a change alone asks for an edition.
    fileprivate var isRenewed: Bool { isLive || period == .all }
}

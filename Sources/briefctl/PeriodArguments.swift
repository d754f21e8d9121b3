internal import ArgumentParser
internal import Briefing
internal import Records

/// The days that a brief covers.
struct PeriodArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only what was published in this ISO 8601 week.",
            valueName: "2024-W31"
        )
    )
    var week: String?

    @Option(
        help: ArgumentHelp(
            "Only what was published on or after this day.",
            valueName: "2024-07-22"
        )
    )
    var since: String?

    @Option(
        help: ArgumentHelp(
            "Only what was published on or before this day.",
            valueName: "2024-07-28"
        )
    )
    var until: String?

    /// The period that the options ask for; all there is when they ask for none.
    var period: Period {
        if let week, let period = Period(week: week) { return period }
        guard since != nil || until != nil else { return .all }
        return .days(
            since: since.flatMap { CalendarDate($0)?.first },
            until: until.flatMap { CalendarDate($0)?.last }
        )
    }

    func validate() throws {
        if let week, Period(week: week) == nil {
            throw ValidationError("‘\(week)’ is no week: write the year and the week, as 2024-W31")
        }
        if week != nil, since != nil || until != nil {
            throw ValidationError("ask for --week, or for --since and --until, not for both")
        }
        for date in [since, until].compactMap(\.self) where CalendarDate(date) == nil {
            throw ValidationError("‘\(date)’ is no date: write 2024-07-28, 2024-07 or 2024")
        }
        if case .days(let since?, let until?) = period, since > until {
            throw ValidationError("the period ends before it begins: \(since) to \(until)")
        }
    }
}

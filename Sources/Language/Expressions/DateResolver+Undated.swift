import Records

extension DateResolver {
    /// The season of the year that lies a step from the article's day: last, this, next.
    func season(_ season: Season, _ step: Int) -> String? {
        guard let today else { return nil }
        let year =
            switch step {
            case 0: today.year
            case 1: season.firstMonth > today.month ? today.year : today.year + 1
            default: season.firstMonth < today.month ? today.year : today.year - 1
            }
        return 1...9999 ~= year ? "\(CalendarDate.year(year))-\(season.rawValue)" : nil
    }

    /// The week, month, quarter or year that an article speaks of by its unit alone.
    func running(_ unit: TimeUnit) -> String? {
        switch unit {
        case .quarter: return quarter?.value
        case .week, .month, .year: return self.unit(unit, 0).map { "\($0.date)" }
        default: return nil
        }
    }

    /// The last quarter that was named, or else the last that is over.
    private var quarter: Quarter? {
        named ?? unit(.quarter, -1).flatMap { Quarter($0.date, $0.end) }
    }

    /// The quarter that “the year-earlier period” is.
    var quarterYearEarlier: String? { quarter?.yearEarlier.value }

    /// The year before the article's, or the quarter a year before the last that was named.
    var yearEarlier: String? {
        named?.yearEarlier.value ?? unit(.year, -1).map { "\($0.date)" }
    }
}

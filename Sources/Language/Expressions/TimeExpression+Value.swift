import Records

extension TimeExpression {
    /// The time as ISO 8601 writes it, and TIMEX3 where that has more: 2024-07-28, 2024-W30, 2024-Q2, 2024-H1,
    /// 2024-W30-WE, 2024-07-28TNI; any other range of dates as 2024-07-28/2024-07-30.
    ///
    /// Source: <http://timeml.org/publications/timeMLdocs/timeml_1.2.1.html>.
    public var value: String {
        guard let end else { return part.map { "\(date)T\($0.rawValue)" } ?? "\(date)" }
        if let quarter = Quarter(date, end) { return quarter.value }
        if case .month(let year, let first) = date, case .month(year, first + 5) = end,
            first % 6 == 1
        {
            return "\(CalendarDate.year(year))-H\(first / 6 + 1)"
        }
        if case .day(let first) = date, case .day(first.advanced(by: 1)) = end, first.weekday == 6 {
            return "\(CalendarDate.week(year: first.week.year, week: first.week.week))-WE"
        }
        return "\(date)/\(end)"
    }
}

/// A quarter of a year.
struct Quarter: Hashable, Sendable {
    var year: Int
    /// 1 to 4.
    var number: Int

    /// Makes the quarter that a range of months is; nil where it is none.
    init?(_ first: CalendarDate, _ last: CalendarDate?) {
        guard case .month(let year, let month) = first, case .month(year, month + 2) = last,
            month % 3 == 1
        else { return nil }
        self.year = year
        number = month / 3 + 1
    }

    /// The quarter as TIMEX3 writes it.
    var value: String { "\(CalendarDate.year(year))-Q\(number)" }

    /// The months.
    var months: (first: CalendarDate, last: CalendarDate) {
        (.month(year: year, month: number * 3 - 2), .month(year: year, month: number * 3))
    }

    /// The same quarter of the year before.
    var yearEarlier: Quarter {
        var quarter = self
        quarter.year -= 1
        return quarter
    }
}

import Records

extension Passage {
    /// The week of a period that starts at an atom: “the last week of July”, “the second week of 2021”, “the week of
    /// July 22”.
    func weekOfPeriod(at start: Int, _ resolver: DateResolver) -> Time? {
        let number: Int?
        let unit: Int
        if let week = numberedWeek(at: start, resolver) { return week }
        switch sense(start) {
        case .word(.relation(-1, isDefinite: false)): (number, unit) = (nil, start + 1)
        case .word(.unit(.week)) where isWord(start - 1, "the"): (number, unit) = (0, start)
        case .word(.ordinal), .digits:
            guard let ordinal = ordinal(at: start), ordinal.value <= 5 else { return nil }
            (number, unit) = ordinal
        default: return nil
        }
        guard trigger(unit) == .unit(.week), !isPlural(unit), isWord(unit + 1, "of"),
            let period = period(at: unit + 2, resolver)
        else { return nil }
        let atoms = start..<period.atoms.upperBound
        guard number != 0 else {
            // The week of a day.
            guard let day = period.reading.date.day, period.reading.end == nil else { return nil }
            let week = day.week
            let date = CalendarDate.week(year: week.year, week: week.week)
            return (atoms, .init(date: date, isGuess: period.reading.isGuess))
        }
        guard let week = period.reading.date.week(number) else { return nil }
        return (atoms, .init(date: week, isGuess: period.reading.isGuess))
    }

    /// “week 27 of 2024”, “week 27 of last year”.
    private func numberedWeek(at start: Int, _ resolver: DateResolver) -> Time? {
        guard trigger(start) == .unit(.week), let number = digits(start + 1)?.plain,
            isWord(start + 2, "of"), let year = period(at: start + 3, resolver),
            case .year(let value) = year.reading.date,
            Day.monday(ofWeek: number, year: value) != nil
        else { return nil }
        let date = CalendarDate.week(year: value, week: number)
        return (start..<year.atoms.upperBound, .init(date: date, isGuess: false))
    }

    /// The month, year or day at an atom.
    private func period(at start: Int, _ resolver: DateResolver) -> Time? {
        if let year = year(at: start) {
            return (start..<(start + 1), .init(date: .year(year), isGuess: false))
        }
        if case .relation(let step, _) = trigger(start), case .unit(let unit) = trigger(start + 1),
            unit == .month || unit == .year
        {
            return resolver.unit(unit, step).map { (start..<(start + 2), $0) }
        }
        guard let date = writtenDate(at: start), date.start.month != nil, date.end == nil else {
            return nil
        }
        var resolver = resolver
        return resolver.reading(of: date, tense(around: date.atoms)).map { (date.atoms, $0) }
    }
}

extension CalendarDate {
    /// A week of a month or year by its number, or the last: the weeks whose Thursdays lie in it are its own.
    ///
    /// Source: ISO 8601, which counts the weeks of years so.
    fileprivate func week(_ number: Int?) -> CalendarDate? {
        guard day == nil else { return nil }
        let thursday: Day
        if let number {
            thursday = first.advanced(by: (11 - first.weekday) % 7 + 7 * (number - 1))
        } else {
            thursday = last.advanced(by: -((last.weekday + 3) % 7))
        }
        guard (first.number...last.number).contains(thursday.number) else { return nil }
        return .week(year: thursday.week.year, week: thursday.week.week)
    }
}

import Records

extension Passage {
    /// A part of a period that starts at an atom: “the last week of July”, “the second week of 2021”, “the week of
    /// July 22”, “the third month of 2021”, “the 15th day of next month”.
    func partOfPeriod(at start: Int, _ resolver: DateResolver) -> Time? {
        if let week = numberedWeek(at: start, resolver) { return week }
        // The number of the part; 0 where it is the week of a day, nil for the last.
        let number: Int?
        let part: Int
        switch sense(start) {
        case .word(.relation(-1, isDefinite: false)): (number, part) = (nil, start + 1)
        case .word(.unit(.week)) where isWord(start - 1, "the"): (number, part) = (0, start)
        case .word(.ordinal), .digits:
            guard let ordinal = ordinal(at: start) else { return nil }
            (number, part) = ordinal
        default: return nil
        }
        guard case .unit(let unit) = trigger(part), !isPlural(part), isWord(part + 1, "of"),
            let period = period(at: part + 2, resolver), period.reading.end == nil,
            let date = period.reading.date.part(unit, number)
        else { return nil }
        return (
            start..<period.atoms.upperBound, .init(date: date, isGuess: period.reading.isGuess)
        )
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
        guard let date = singleDate(at: start), date.start.month != nil, date.end == nil else {
            return nil
        }
        var resolver = resolver
        return resolver.reading(of: date, tense(around: date.atoms)).map { (date.atoms, $0) }
    }
}

extension CalendarDate {
    /// A day, week or month of the date by its number, or the last; of a day, the week.
    ///
    /// - Parameters:
    ///   - unit: What the part is.
    ///   - number: Counted from 1; 0 for the week of a day, nil for the last.
    /// - Returns: The part; nil where the date has no such part.
    fileprivate func part(_ unit: TimeUnit, _ number: Int?) -> CalendarDate? {
        guard number ?? 0 <= 366 else { return nil }
        switch (unit, self) {
        case (.week, .day(let day)):
            return number == 0 ? .week(year: day.week.year, week: day.week.week) : nil
        case (.week, _): return number == 0 ? nil : week(number)
        case (.month, .year(let year)):
            let month = number ?? 12
            return 1...12 ~= month ? .month(year: year, month: month) : nil
        case (.day, .year), (.day, .month):
            let day = number.map { first.advanced(by: $0 - 1) } ?? last
            return (first.number...last.number).contains(day.number) ? .day(day) : nil
        default: return nil
        }
    }

    /// A week of a month or year by its number, or the last: the weeks whose Thursdays lie in it are its own.
    ///
    /// Source: ISO 8601, which counts the weeks of years so.
    private func week(_ number: Int?) -> CalendarDate? {
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

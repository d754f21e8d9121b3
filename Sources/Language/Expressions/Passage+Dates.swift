extension Passage {
    /// The date with a month, a day or a year that starts at an atom, with its range if it has one.
    func writtenDate(at start: Int) -> WrittenDate? {
        guard var date = singleDate(at: start) else { return nil }
        guard date.end == nil, date.start.month != nil,
            let behind = rangeConnector(at: date.atoms.upperBound, from: start)
        else { return isBareShortMonth(date) ? nil : date }
        if case .day(let days, nil) = trigger(behind) {
            date.endDays = days
            date.atoms = start..<(behind + 1)
            return date
        }
        guard let last = singleDate(at: isWord(behind, "the") ? behind + 1 : behind),
            last.end == nil, last.start.month != nil,
            (last.start.day == nil) == (date.start.day == nil)
        else { return isBareShortMonth(date) ? nil : date }
        if let first = date.start.year, let second = last.start.year, second < first { return date }
        date.end = last.start
        date.atoms = start..<last.atoms.upperBound
        return date
    }

    /// Whether a date is only the abbreviation of a month, which means one only in a range.
    private func isBareShortMonth(_ date: WrittenDate) -> Bool {
        guard case .month(_, isShort: true) = trigger(date.atoms.lowerBound) else { return false }
        return date.start.day == nil && date.start.year == nil
    }

    /// The date that starts at an atom, without what may follow as the last of a range.
    func singleDate(at start: Int) -> WrittenDate? {
        switch sense(start) {
        case .word(.weekday(let weekday, let isShort)) where isProperName(start):
            let next = isMark(start + 1, ".") ? start + 2 : start + 1
            let comma = isMark(next, ",") ? next + 1 : next
            let behind = isWord(comma, "the") ? comma + 1 : comma
            if var date = monthFirst(at: behind) ?? dayFirst(at: behind) ?? numeric(at: behind),
                date.start.day != nil
            {
                date.start.weekday = weekday
                date.atoms = start..<date.atoms.upperBound
                return date
            }
            // “Friday the 13th”, “Tuesday 14th”: the month is the nearest that fits.
            if case .digits = sense(behind), let day = day(at: behind),
                day.end == behind + 2 || endsClause(day.end)
            {
                return WrittenDate(
                    atoms: start..<day.end,
                    start: .init(day: day.value, weekday: weekday)
                )
            }
            return isShort || cues(start - 1).contains(.feast)
                ? nil : WrittenDate(atoms: start..<(start + 1), start: .init(weekday: weekday))
        case .word(.month): return monthFirst(at: start)
        case .digits: return numeric(at: start) ?? dayFirst(at: start) ?? yearFirst(at: start)
        case .word(.ordinal): return dayFirst(at: start)
        default: return nil
        }
    }

    /// Whether the name of a month or weekday is written as a name.
    ///
    /// March, May and August are other words in lower case; abbreviations are, too.
    private func isProperName(_ index: Int) -> Bool {
        if style(index).contains(.capitalised) { return true }
        switch trigger(index) {
        case .month(let month, let isShort): return !isShort && ![3, 5, 8].contains(month)
        case .weekday(_, let isShort): return !isShort
        default: return false
        }
    }

    /// July 28 · July 28, 2024 · July 22–28 · July 2024 · July.
    private func monthFirst(at start: Int) -> WrittenDate? {
        guard case .month(let month, let isShort) = trigger(start), isProperName(start) else {
            return nil
        }
        let next = isMark(start + 1, ".") && isGlued(start + 1) && isShort ? start + 2 : start + 1
        var date = WrittenDate(atoms: start..<next, start: .init(month: month))
        // “June the 28th”
        let isThe = isWord(next, "the")
        let number = isThe || isInnerDash(next) ? next + 1 : next
        if let day = day(at: number), !isThe || day.end > number + 1, !isDayBefore(start) {
            date.start.day = day.value
            var end = day.end
            if let behind = rangeConnector(at: end, from: start), let last = self.day(at: behind),
                last.value > day.value, !isMonth(last.end)
            {
                date.end = .init(day: last.value)
                end = last.end
            }
            date.atoms = start..<end
            addYear(to: &date)
            return date
        }
        addYear(to: &date)
        return date
    }

    /// Whether a month has its day before it: the 5 of “05-Aug-2014”.
    private func isDayBefore(_ month: Int) -> Bool {
        guard isInnerDash(month - 1), digits(month - 2) != nil else { return false }
        if case .month = trigger(month - 3) { return false }
        return day(at: month - 2) != nil
    }

    /// 28 July · the 28th of July 2024 · 22–28 July · 05-Aug-2014.
    private func dayFirst(at start: Int) -> WrittenDate? {
        guard !isTouched(start), let day = day(at: start) else { return nil }
        if let month = monthBehind(day.end) {
            var date = WrittenDate(
                atoms: start..<month.end,
                start: .init(month: month.value, day: day.value)
            )
            addYear(to: &date)
            return date
        }
        guard let behind = rangeConnector(at: day.end, from: start),
            let last = self.day(at: isWord(behind, "the") ? behind + 1 : behind),
            last.value > day.value, let month = monthBehind(last.end)
        else { return nil }
        var date = WrittenDate(
            atoms: start..<month.end,
            start: .init(month: month.value, day: day.value),
            end: .init(month: month.value, day: last.value)
        )
        addYear(to: &date)
        return date
    }

    /// 2024-Jul-28 · 2024-July.
    private func yearFirst(at start: Int) -> WrittenDate? {
        guard !isTouched(start), isInnerDash(start + 1), let year = year(at: start),
            case .month(let month, _) = trigger(start + 2)
        else { return nil }
        var date = WrittenDate(
            atoms: start..<(start + 3),
            start: .init(year: year, month: month)
        )
        if isInnerDash(start + 3), let day = day(at: start + 4) {
            date.start.day = day.value
            date.atoms = start..<day.end
        }
        return date
    }

    /// 2024-07-28 · 2024/07/28 · 28/07/2024 where only one reading is a date.
    private func numeric(at start: Int) -> WrittenDate? {
        guard !isTouched(start), let mark = ["-", "/"].first(where: { isMark(start + 1, $0) }),
            isMark(start + 3, mark), (start + 1...start + 4).allSatisfy(isGlued),
            let first = digits(start), let second = digits(start + 2),
            let third = digits(start + 4),
            let one = first.plain, let two = second.plain, let three = third.plain
        else { return nil }
        let parts: WrittenDate.Parts
        if first.length == 4, second.length <= 2, third.length <= 2 {
            parts = .init(year: one, month: two, day: three)
        } else if third.length == 4, first.length <= 2, second.length <= 2, mark == "/" {
            guard two > 12 || one > 12 || one == two else { return nil }
            parts =
                two > 12
                ? .init(year: three, month: one, day: two)
                : .init(year: three, month: two, day: one)
        } else {
            return nil
        }
        guard 1...12 ~= parts.month ?? 0, 1...31 ~= parts.day ?? 0 else { return nil }
        return WrittenDate(atoms: start..<(start + 5), start: parts)
    }

    /// The day of the month at an atom, with its ordinal ending.
    private func day(at start: Int) -> (value: Int, end: Int)? {
        if case .ordinal(let value) = trigger(start) { return (value, start + 1) }
        guard let digits = digits(start), digits.length <= 2, let value = digits.plain,
            1...31 ~= value
        else { return nil }
        var end = start + 1
        if isGlued(end) {
            if cues(end).contains(.ordinalSuffix) {
                end += 1
            } else if case .mark(let mark) = sense(end) {
                // 10:30, 5%, 3/4 and 1.5 are no days.
                guard ",.;!?)]'\"-_".utf8.contains(mark) else { return nil }
            } else {
                return nil
            }
        }
        if isMark(end, "%") || measure(at: end) == .percent { return nil }
        if case .scale = trigger(end) { return nil }
        return (value, end)
    }

    private func isMonth(_ index: Int) -> Bool { monthBehind(index) != nil }

    /// The month behind a day: “July”, “of July”, “day of July”, “-Jul”.
    private func monthBehind(_ index: Int) -> (value: Int, end: Int)? {
        let name = trigger(index) == .unit(.day) ? index + 1 : index
        let start = isWord(name, "of") || isInnerDash(name) ? name + 1 : name
        guard case .month(let month, let isShort) = trigger(start), isProperName(start) else {
            return nil
        }
        let hasStop = isShort && isMark(start + 1, ".") && isGlued(start + 1)
        return (month, hasStop ? start + 2 : start + 1)
    }

    /// Adds the year that stands behind a date, and extends its atoms.
    private func addYear(to date: inout WrittenDate) {
        let end = date.atoms.upperBound
        var next = end
        if isMark(end, ","), isGlued(end) || date.start.day != nil { next = end + 1 }
        if isInnerDash(end) || isWord(end, "of") { next = end + 1 }
        if isWord(end, "in") { next = end + 1 }
        if year(at: next) == nil { addRelativeYear(to: &date) }
        guard let year = year(at: next), next == end || isGlued(next) == isInnerDash(end) else {
            return
        }
        if date.end == nil {
            date.start.year = year
        } else {
            date.end?.year = year
        }
        date.atoms = date.atoms.lowerBound..<(next + 1)
    }

    /// Adds the “last year” that stands behind a date.
    private func addRelativeYear(to date: inout WrittenDate) {
        let end = date.atoms.upperBound
        let next = isWord(end, "of") ? end + 1 : end
        guard case .relation(let step, _) = trigger(next), trigger(next + 1) == .unit(.year) else {
            return
        }
        date.yearStep = step
        date.atoms = date.atoms.lowerBound..<(next + 2)
    }

    /// The year that four digits at an atom can be.
    func year(at index: Int) -> Int? {
        guard let digits = digits(index), digits.length == 4, let year = digits.plain,
            1000...2199 ~= year, measure(at: index + 1) != .era
        else { return nil }
        if isGlued(index + 1) {
            guard case .mark(let mark) = sense(index + 1), ",.;:!?)]'\"-_/".utf8.contains(mark)
            else { return nil }
            if mark == UInt8(ascii: ":"), self.digits(index + 2) != nil { return nil }
        }
        if isMark(index + 1, "%") { return nil }
        if case .scale = trigger(index + 1) { return nil }
        return year
    }

    /// The atom behind what joins two ends of a range of dates.
    func rangeConnector(at index: Int, from start: Int) -> Int? {
        if isMark(index, "-") || cues(index).contains(.range) { return index + 1 }
        guard cues(index).contains(.clauseStart) else { return nil }
        return isWord(index, "and") && isWord(start - 1, "between") ? index + 1 : nil
    }
}

extension Passage {
    /// The bare year or range of years that starts at an atom, where a word says that it is one.
    ///
    /// - Parameters:
    ///   - start: The atom.
    ///   - isListed: Whether the year follows another: “2024 and 2025”.
    /// - Returns: The year, and whether it was guessed that it is one.
    func bareYear(at start: Int, isListed: Bool) -> (date: WrittenDate, isGuess: Bool)? {
        guard let first = year(at: start), let cue = yearCue(before: start, first, isListed) else {
            return nil
        }
        var date = WrittenDate(atoms: start..<(start + 1), start: .init(year: first))
        if let last = lastYear(behind: start, first) {
            date.end = .init(year: last.value)
            date.atoms = start..<last.end
            return (date, false)
        }
        if let behind = rangeConnector(at: start + 1, from: start),
            let last = singleDate(at: behind), last.end == nil, last.start.month != nil,
            let year = last.start.year, year >= first
        {
            date.end = last.start
            date.atoms = start..<last.atoms.upperBound
            return (date, false)
        }
        if cue == .none { return nil }
        // “in 2000 homes” is a count; so may “1990-3” be anything.
        if first % 100 == 0, isPlural(start + 1) { return nil }
        if first % 10 == 0, isWord(start - 1, "the"), pluralEnding(at: start + 1) != nil {
            return nil
        }
        if isInnerDash(start + 1), digits(start + 2) != nil { return nil }
        return (date, cue == .weak)
    }

    /// A year in words, as it is spoken: “in nineteen ninety-six”.
    func speltYear(at start: Int) -> WrittenDate? {
        guard case .cardinal(let century) = trigger(start), 15...20 ~= century,
            cues(start - 1).contains(.year) || isWord(start - 1, "of"),
            case .cardinal(let tens) = trigger(start + 1), tens >= 10
        else { return nil }
        var year = century * 100 + tens
        var end = start + 2
        let next = isInnerDash(end) ? end + 1 : end
        if tens >= 20, case .cardinal(let ones) = trigger(next), ones < 10 {
            year += ones
            end = next + 1
        }
        return WrittenDate(atoms: start..<end, start: .init(year: year))
    }

    private enum YearCue { case strong, weak, none }

    /// How sure it is that four digits are a year; nil where they cannot be one.
    private func yearCue(before start: Int, _ year: Int, _ isListed: Bool) -> YearCue? {
        let isOfOurTime = 1950...2059 ~= year
        if year < 1500, isPlural(start + 1) { return nil }
        if isGlued(start), !isMark(start - 1, "("), !isMark(start - 1, "\"") {
            let isPrefixed = isInnerDash(start - 1) && cues(start - 2).contains(.year)
            let isFiscal = cues(start - 1).contains(.year)
            return isPrefixed || isFiscal ? .strong : nil
        }
        if cues(start - 1).contains(.year) || isListed { return .strong }
        if isWord(start - 1, "of") {
            return isOfOurTime && !cues(start - 2).contains(.notYear) ? .strong : YearCue.none
        }
        let isBracketed = isMark(start - 1, "(") && isMark(start + 1, ")")
        let isDefinite = cues(start - 1).contains(.owner) && year % 100 != 0
        return isOfOurTime && (isBracketed || isDefinite) ? .weak : YearCue.none
    }

    /// The end of a range of years: 2019–2024, 2019-20, 2019 to 2024.
    private func lastYear(behind start: Int, _ first: Int) -> (value: Int, end: Int)? {
        guard let behind = rangeConnector(at: start + 1, from: start) else { return nil }
        if let last = year(at: behind), last > first, last - first <= 200 {
            return (last, behind + 1)
        }
        guard isInnerDash(start + 1), let digits = digits(behind), digits.length == 2,
            digits.plain == (first + 1) % 100, !isGlued(behind + 1) || !isInnerDash(behind + 1)
        else { return nil }
        return (first + 1, behind + 1)
    }

    /// A quarter or a half of a year that starts at an atom: the second quarter of 2024, Q2 2024.
    func partOfYear(at start: Int, reference: Int?) -> WrittenDate? {
        if let year = year(at: start),
            let part = quarterOrHalf(at: isInnerDash(start + 1) ? start + 2 : start + 1)
        {
            return WrittenDate(
                atoms: start..<part.end,
                start: .init(year: year, month: part.months.lowerBound),
                end: .init(month: part.months.upperBound)
            )
        }
        if case .relation(let step, _) = trigger(start), trigger(start + 1) == .unit(.year),
            isWord(start + 2, "'s"), let reference, let part = quarterOrHalf(at: start + 3)
        {
            return WrittenDate(
                atoms: start..<part.end,
                start: .init(year: reference + step, month: part.months.lowerBound),
                end: .init(month: part.months.upperBound)
            )
        }
        guard let part = quarterOrHalf(at: start) else { return nil }
        let next = isWord(part.end, "of") ? part.end + 1 : part.end
        var date = WrittenDate(
            atoms: start..<next,
            start: .init(month: part.months.lowerBound),
            end: .init(month: part.months.upperBound)
        )
        if let year = year(at: next) {
            date.start.year = year
            date.atoms = start..<(next + 1)
        } else if case .relation(let step, _) = trigger(next), trigger(next + 1) == .unit(.year),
            let reference
        {
            date.start.year = reference + step
            date.atoms = start..<(next + 2)
        } else {
            // “the third quarter”, “third-quarter profit”: the year follows the article's.
            let before = cues(start - 1)
            let isOwned = before.contains(.owner) && trigger(start - 1) != .article
            guard isOwned || before.contains(.stretch) || isInnerDash(start + 1),
                trigger(part.end - 1) == .unit(.quarter)
            else { return nil }
            date.atoms = start..<part.end
        }
        return date
    }

    /// The ordinal at an atom: “second”, “2nd”.
    func ordinal(at start: Int) -> (value: Int, end: Int)? {
        if case .ordinal(let value) = trigger(start) { return (value, start + 1) }
        guard let value = digits(start)?.plain, value > 0, isGlued(start + 1),
            cues(start + 1).contains(.ordinalSuffix)
        else { return nil }
        return (value, start + 2)
    }

    /// The months of a quarter or half at an atom: “third quarter”, “Q3”, “H1”.
    func quarterOrHalf(at start: Int) -> (months: ClosedRange<Int>, end: Int)? {
        if let (number, end) = ordinal(at: start) {
            let next = isInnerDash(end) ? end + 1 : end
            switch trigger(next) {
            case .unit(.quarter) where number <= 4:
                return (number * 3 - 2...number * 3, next + 1)
            case .half where number <= 2: return (number * 6 - 5...number * 6, next + 1)
            default: return nil
            }
        }
        // Q2 and H1: a letter that touches a digit.
        guard atoms.indices.contains(start), atoms[start].range.count == 1,
            !isTouched(start) || isInnerDash(start - 1), isGlued(start + 1),
            let number = digits(start + 1)?.plain, number >= 1
        else { return nil }
        switch lastByte(start) & 0xDF {
        case UInt8(ascii: "Q") where number <= 4:
            return (number * 3 - 2...number * 3, start + 2)
        case UInt8(ascii: "H") where number <= 2:
            return (number * 6 - 5...number * 6, start + 2)
        default: return nil
        }
    }
}

import Foundation
import Records

extension Passage {
    /// A time without a date, with its atoms and its value in TIMEX3.
    typealias Undated = (atoms: Range<Int>, kind: UndatedExpression.Kind, value: String)

    /// The time without a date that starts at an atom, or around it where words before it belong to it.
    ///
    /// - Parameters:
    ///   - start: The atom.
    ///   - floor: The first atom that no other expression has taken.
    ///   - resolver: What knows the article's day.
    /// - Returns: The time; nil where there is none.
    func undatedTime(at start: Int, floor: Int, _ resolver: DateResolver) -> Undated? {
        switch sense(start) {
        case .digits:
            decade(at: start, resolver) ?? century(at: start)
                ?? duration(at: start, from: start, resolver)
        case .word(.decade(let year)): decade(year, at: start, resolver)
        case .word(.cardinal), .word(.quantity), .word(.article):
            duration(at: start, from: start, resolver)
        case .word(.ordinal): century(at: start) ?? lead(at: start, floor: floor, resolver)
        case .word(.relation), .word(.vague):
            season(at: start, resolver) ?? lead(at: start, floor: floor, resolver)
                ?? vague(at: start)
        case .word(.season): season(at: start, resolver)
        case .word(.each): recurrence(at: start, resolver)
        case .word(.frequency(let unit)): (start..<(start + 1), .recurrence, unit.length(1))
        case .word(.weekdays(let weekday)):
            (start..<(start + 1), .recurrence, "XXXX-WXX-\(weekday)")
        case .word(.unit(let unit)): bareUnit(unit, at: start, floor: floor, resolver)
        default: nil
        }
    }

    // MARK: - Durations

    /// “two years”, “18-month”, “a few days”, “two to three weeks”.
    private func duration(at start: Int, from first: Int, _ resolver: DateResolver) -> Undated? {
        guard let quantity = quantity(at: start) else { return nil }
        let isRange = trigger(start) != .article
        let next = unit(behind: quantity.end, isRange: isRange)
        guard case .unit(let unit) = trigger(next), !isAge(behind: next),
            unit != .quarter || !isWord(next + 1, "of")
        else { return nil }
        if unit == .year, let end = comparison(behind: next) {
            return resolver.quarterYearEarlier.map { (first..<end, .date, $0) }
        }
        if isWord(next + 1, "ago") {
            return (first..<(next + 2), .date, "PAST_REF")
        }
        if isWord(next + 1, "earlier"), unit == .year, quantity.number == 1 {
            return resolver.yearEarlier.map { (first..<(next + 2), .date, $0) }
        }
        return (first..<(next + 1), .duration, unit.length(quantity.number))
    }

    /// The atom of the unit that a number counts, behind a hyphen, a second number or a word such as “full”.
    private func unit(behind quantity: Int, isRange: Bool) -> Int {
        var next = quantity
        if case .unit = trigger(next) { return next }
        if isRange, let connector = spanConnector(at: next),
            let second = self.quantity(at: connector)
        {
            next = second.end
        }
        if isInnerDash(next) || isMark(next, "-") && isGlued(next) { next += 1 }
        return cues(next).contains(.stretch) ? next + 1 : next
    }

    /// The atom behind the “-ago” or “-earlier” of “the year-ago quarter”, with the noun that follows.
    private func comparison(behind year: Int) -> Int? {
        guard isInnerDash(year + 1), isWord(year + 2, "ago") || isWord(year + 2, "earlier") else {
            return nil
        }
        let next = year + 3
        if let (_, end) = ordinal(at: next), trigger(end) == .unit(.quarter) { return end + 1 }
        return trigger(next) == .unit(.quarter) || isWord(next, "period") ? next + 1 : next
    }

    /// What joins two numbers of one unit: “two or three years”, “10- to 15-year”.
    private func spanConnector(at index: Int) -> Int? {
        let word: Int
        switch sense(index) {
        case .mark where isGlued(index): word = isGlued(index + 1) ? index : index + 1
        case .other: word = index
        default: return nil
        }
        return isWord(word, "to") || isWord(word, "or") || isInnerDash(word) ? word + 1 : nil
    }

    /// A number of units; nil where it is not told.
    private func quantity(at start: Int) -> (number: Decimal?, end: Int)? {
        switch sense(start) {
        case .word(.article):
            guard case .quantity(let number) = trigger(start + 1) else { return (1, start + 1) }
            return (number.map { Decimal($0) }, isWord(start + 2, "of") ? start + 3 : start + 2)
        case .word(.quantity(let number)): return (number.map { Decimal($0) }, start + 1)
        case .digits, .word(.cardinal):
            guard !isTouched(start), let numeral = numeral(at: start), !numeral.hasShortScale else {
                return nil
            }
            return (numeral.value, numeral.atoms.upperBound)
        default: return nil
        }
    }

    /// Whether a unit is that of an age: “a 44-year-old”, “she is two years old”.
    private func isAge(behind unit: Int) -> Bool {
        isWord(isMark(unit + 1, "-") ? unit + 2 : unit + 1, "old")
    }

    /// What stands before a length of time and belongs to it: “the last two weeks”, “the past year”.
    private func lead(at start: Int, floor: Int, _ resolver: DateResolver) -> Undated? {
        let isThe = isWord(start - 1, "the") && start - 1 >= floor
        let first = isThe ? start - 1 : start
        if let duration = duration(at: start + 1, from: first, resolver) { return duration }
        if case .ordinal = trigger(start) { return nil }
        guard isThe, case .unit(let unit) = trigger(start + 1), !isPlural(start + 1) else {
            return nil
        }
        return (first..<(start + 2), .duration, unit.length(1))
    }

    /// “for years”, and the time that “the quarter” or “the year” is.
    private func bareUnit(
        _ unit: TimeUnit,
        at start: Int,
        floor: Int,
        _ resolver: DateResolver
    ) -> Undated? {
        if isPlural(start) {
            guard unit != .quarter, !isAge(behind: start) else { return nil }
            let isPast = isWord(start + 1, "ago")
            let atoms = start..<(isPast ? start + 2 : start + 1)
            return (atoms, isPast ? .date : .duration, isPast ? "PAST_REF" : unit.length(nil))
        }
        let isThe = isWord(start - 1, "the") && start - 1 >= floor
        if unit == .year, let end = comparison(behind: start) {
            let first = isThe ? start - 1 : start
            return resolver.quarterYearEarlier.map { (first..<end, .date, $0) }
        }
        guard isThe else { return nil }
        if unit == .year, isWord(start + 1, "ended") || isWord(start + 1, "ending") {
            return ((start - 1)..<(start + 1), .duration, unit.length(1))
        }
        return resolver.running(unit).map { ((start - 1)..<(start + 1), .date, $0) }
    }

    // MARK: - Recurrences

    /// “every week”, “each Thursday”, “every two years”, “every night”.
    private func recurrence(at start: Int, _ resolver: DateResolver) -> Undated? {
        if let duration = duration(at: start + 1, from: start, resolver) {
            return (duration.atoms, .recurrence, duration.value)
        }
        let value: String
        switch trigger(start + 1) {
        case .unit(let unit): value = unit.length(1)
        case .weekday(let weekday, isShort: false): value = "XXXX-WXX-\(weekday)"
        case .season(let season): value = "XXXX-\(season.rawValue)"
        case .partOfDay(let part): value = "XXXX-XX-XXT\(part.rawValue)"
        default: return nil
        }
        return (start..<(start + 2), .recurrence, value)
    }

    // MARK: - Open dates

    /// “the 1990s”, “the '80s”.
    private func decade(at start: Int, _ resolver: DateResolver) -> Undated? {
        guard let digits = digits(start), let number = digits.plain, number % 10 == 0,
            let end = pluralEnding(at: start + 1)
        else { return nil }
        if digits.length == 4, 1000...2199 ~= number {
            return (start..<end, .date, "\(number / 10)")
        }
        guard digits.length == 2, isMark(start - 1, "'"), isGlued(start) else { return nil }
        return ((start - 1)..<end, .date, decadeValue(number, resolver))
    }

    /// “the eighties”, “the early eighties”.
    private func decade(_ year: Int, at start: Int, _ resolver: DateResolver) -> Undated? {
        let isEarly = cues(start - 1).contains(.year) && isWord(start - 2, "the")
        guard isEarly || isWord(start - 1, "the") else { return nil }
        return (start..<(start + 1), .date, decadeValue(year, resolver))
    }

    /// The atom behind the s of “1990s” or the 's of “1990's”.
    func pluralEnding(at index: Int) -> Int? {
        guard isGlued(index) else { return nil }
        if isWord(index, "'s") { return index + 1 }
        let letter = isMark(index, "'") && isGlued(index + 1) ? index + 1 : index
        let isLetter = atoms[letter].range.count == 1 && lastByte(letter) == UInt8(ascii: "s")
        return isLetter ? letter + 1 : nil
    }

    /// The decade of a year's second half: the latest that has begun, in the 20th century without a day.
    private func decadeValue(_ year: Int, _ resolver: DateResolver) -> String {
        let now = resolver.published?.first.year ?? 1999
        return "\((now - (now - year) % 100) / 10)"
    }

    /// “the 20th century” as 19.
    private func century(at start: Int) -> Undated? {
        guard let (number, end) = ordinal(at: start), 1...21 ~= number else { return nil }
        let unit = isInnerDash(end) ? end + 1 : end
        guard trigger(unit) == .unit(.century), !isPlural(unit) else { return nil }
        return (
            start..<(unit + 1), .date,
            "\(number - 1)".count < 2 ? "0\(number - 1)" : "\(number - 1)"
        )
    }

    /// “last fall”, “this past spring”, “the summer of 1994”, “over the summer”.
    private func season(at start: Int, _ resolver: DateResolver) -> Undated? {
        if case .relation(let step, _) = trigger(start) {
            let name = isWord(start + 1, "past") ? start + 2 : start + 1
            guard case .season(let season) = trigger(name) else { return nil }
            return resolver.season(season, step).map { (start..<(name + 1), .date, $0) }
        }
        guard case .season(let season) = trigger(start) else { return nil }
        let next = isWord(start + 1, "of") ? start + 2 : start + 1
        if let year = year(at: next) {
            return (start..<(next + 1), .date, "\(year)-\(season.rawValue)")
        }
        // “the fall of the city” is no season, nor is “the fall in prices”.
        guard isWord(start - 1, "the"), cues(start - 2).contains(.year), next == start + 1,
            !isWord(next, "in")
        else { return nil }
        let isComing = tense(around: start..<next) == .future
        return resolver.season(season, isComing ? 1 : -1).map { ((start - 1)..<next, .date, $0) }
    }

    /// “now”, “these days”, “the past”.
    private func vague(at start: Int) -> Undated? {
        guard let match = lexicon.vague.match(in: document.tokens, at: atoms[start].token) else {
            return nil
        }
        let end = atom(atToken: match.end, from: start)
        let isThe = isWord(start - 1, "the")
        if match.value.isDefinite, !isThe { return nil }
        return ((match.value.isDefinite ? start - 1 : start)..<end, .date, match.value.value)
    }
}

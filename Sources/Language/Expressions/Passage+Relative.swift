import Foundation
import Records

extension Passage {
    /// A time as the resolver reads it, with its atoms.
    typealias Time = (atoms: Range<Int>, reading: DateResolver.Reading)

    /// The time with the part of the day that stands behind it: “Friday morning”.
    func withPartOfDay(_ time: Time) -> Time {
        guard case .partOfDay(let part) = trigger(time.atoms.upperBound),
            !isPlural(time.atoms.upperBound), time.reading.end == nil, time.reading.date.day != nil,
            time.reading.part == nil
        else { return time }
        var time = time
        time.atoms = time.atoms.lowerBound..<(time.atoms.upperBound + 1)
        time.reading.part = part
        return time
    }

    /// The time with the weekday that ends it: “Monday to Friday”.
    func throughWeekday(_ time: Time) -> Time {
        let end = time.atoms.upperBound
        guard case .weekday(_, isShort: false) = trigger(end - 1), time.reading.end == nil,
            let first = time.reading.date.day,
            let behind = rangeConnector(at: end, from: time.atoms.lowerBound),
            case .weekday(let weekday, isShort: false) = trigger(behind),
            singleDate(at: behind)?.start.day == nil
        else { return time }
        let last = first.advanced(by: (weekday - first.weekday + 6) % 7 + 1)
        var time = time
        time.reading.end = .day(last)
        time.atoms = time.atoms.lowerBound..<(behind + 1)
        return time
    }

    /// The relative time that starts at an atom, or around it where words before it belong to it.
    ///
    /// - Parameters:
    ///   - start: The atom of the word or number that tells the distance.
    ///   - floor: The first atom that no other expression has taken.
    ///   - resolver: What knows the article's day.
    /// - Returns: The time; nil where there is none, or the article has no day.
    func relativeTime(at start: Int, floor: Int, _ resolver: DateResolver) -> Time? {
        if let part = partOfPeriod(at: start, resolver) { return part }
        switch sense(start) {
        case .word(.day(let days, let part)):
            var time = dayWord(days, at: start, floor: floor, resolver)
            if time?.reading.end == nil { time?.reading.part = part }
            return time
        case .word(.relation(let step, let isDefinite)):
            // “the next week” is told from another day than the article's.
            guard !isDefinite, isWord(start - 1, "the") else {
                return relation(step, at: start, resolver)
            }
            guard trigger(start + 1) == .unit(.quarter),
                var time = relation(step, at: start, resolver)
            else { return nil }
            time.reading.isGuess = true
            return time
        case .word(.weekday(let weekday, isShort: false)):
            let next = isWord(start + 1, "of") ? start + 2 : start + 1
            guard case .relation(let step, _) = trigger(next), isWeek(next + 1) else { return nil }
            return resolver.weekday(weekday, inWeek: step).map { (start..<(next + 2), $0) }
        case .digits, .word(.cardinal), .word(.article):
            return distance(at: start, floor: floor, resolver)
        case .word(.unit(let unit)):
            return unitBeyond(unit, at: start, resolver) ?? weekend(unit, at: start, resolver)
        default: return nil
        }
    }

    /// “the week after next”, “the year before last”.
    private func unitBeyond(_ unit: TimeUnit, at start: Int, _ resolver: DateResolver) -> Time? {
        guard case .relation(let step, isDefinite: false) = trigger(start + 2),
            step == 1 && isWord(start + 1, "after") || step == -1 && isWord(start + 1, "before"),
            !isPlural(start)
        else { return nil }
        return resolver.unit(unit, 2 * step).map { (start..<(start + 3), $0) }
    }

    /// “over the weekend”.
    private func weekend(_ unit: TimeUnit, at start: Int, _ resolver: DateResolver) -> Time? {
        guard unit == .weekend, isWord(start - 1, "the"), !isPlural(start),
            !isWord(start + 1, "of")
        else { return nil }
        return resolver.weekend(tense(around: start..<(start + 1))).map {
            (start..<(start + 1), $0)
        }
    }

    private func dayWord(
        _ days: Int,
        at start: Int,
        floor: Int,
        _ resolver: DateResolver
    ) -> Time? {
        var first = start
        var days = days
        let isFurther = isWord(start - 1, days < 0 ? "before" : "after")
        if isFurther, days != 0, trigger(start - 2) == .unit(.day), start - 2 >= floor {
            days *= 2
            first = start - 2
        }
        // “between today and tomorrow”
        if let behind = rangeConnector(at: start + 1, from: start),
            case .day(let last, nil) = trigger(behind), last > days,
            var reading = resolver.day(days)
        {
            reading.end = resolver.day(last)?.date
            return (first..<(behind + 1), reading)
        }
        return resolver.day(days).map { (first..<(start + 1), $0) }
    }

    private func relation(_ step: Int, at start: Int, _ resolver: DateResolver) -> Time? {
        var atoms = start..<(start + 2)
        // “this fiscal year” is guessed to be the calendar's.
        if cues(start + 1).contains(.stretch), trigger(start + 2) == .unit(.year) {
            atoms = start..<(start + 3)
        }
        switch sense(atoms.upperBound - 1) {
        case .word(.unit(.year)) where atoms.count == 3:
            guard var reading = resolver.unit(.year, step) else { return nil }
            reading.isGuess = true
            return (atoms, reading)
        case .word(.unit(let unit)):
            // “last week of July” and “last weeks” are told from elsewhere, or not told.
            guard !isWord(start + 2, "of"), !isPlural(start + 1) else { return nil }
            // “this year's third quarter” is told by its quarter.
            if isWord(start + 2, "'s"), quarterOrHalf(at: start + 3) != nil { return nil }
            let day = isWord(start + 2, "on") || isMark(start + 2, "-") ? start + 3 : start + 2
            if unit == .week, case .weekday(let weekday, isShort: false) = trigger(day) {
                return resolver.weekday(weekday, inWeek: step).map { (start..<(day + 1), $0) }
            }
            return resolver.unit(unit, step).map { (atoms, $0) }
        case .word(.weekday(let weekday, isShort: false)):
            guard writtenDate(at: start + 1)?.start.day == nil, !isWord(start + 2, "of") else {
                return nil
            }
            return resolver.weekday(weekday, step).map { (atoms, $0) }
        case .word(.month(let month, isShort: false)):
            guard let date = writtenDate(at: start + 1), date.end == nil, date.start.day == nil,
                date.start.year == nil
            else { return nil }
            return resolver.month(month, step).map { (atoms, $0) }
        case .word(.partOfDay(let part)) where step < 1:
            guard var reading = resolver.day(step) else { return nil }
            reading.part = part
            return (atoms, reading)
        default: return nil
        }
    }

    private func isWeek(_ index: Int) -> Bool {
        trigger(index) == .unit(.week) && !isPlural(index)
    }

    /// “two days ago”, “three weeks from now”, and “in three weeks” of what is to come.
    private func distance(at start: Int, floor: Int, _ resolver: DateResolver) -> Time? {
        let count: Int
        let next: Int
        if case .article = trigger(start) {
            (count, next) = (1, start + 1)
        } else {
            guard let numeral = numeral(at: start), numeral.power == 0, numeral.figure <= 1000,
                let number = Int(exactly: NSDecimalNumber(decimal: numeral.figure).doubleValue)
            else { return nil }
            (count, next) = (number, numeral.atoms.upperBound)
        }
        guard case .unit(let unit) = trigger(next) else { return nil }
        if isWord(next + 1, "ago"), unit == .year, count == 1,
            let quarter = resolver.named?.yearEarlier
        {
            let (first, last) = quarter.months
            return (start..<(next + 2), .init(date: first, end: last, isGuess: true))
        }
        if isWord(next + 1, "ago") {
            return resolver.distance(-count, unit, isGuess: false).map { (start..<(next + 2), $0) }
        }
        if isWord(next + 1, "from"), isWord(next + 2, "now") || trigger(next + 2) == .day(0, nil) {
            return resolver.distance(count, unit, isGuess: false).map { (start..<(next + 3), $0) }
        }
        guard isWord(start - 1, "in"), start - 1 >= floor,
            tense(around: (start - 1)..<(next + 1)) == .future
        else { return nil }
        return resolver.distance(count, unit, isGuess: true)
            .map { ((start - 1)..<(next + 1), $0) }
    }
}

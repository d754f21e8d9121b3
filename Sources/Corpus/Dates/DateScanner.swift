internal import Records

/// A moment that a line names: a date, often with a time and a zone.
struct Moment: Hashable, Sendable {
    var date: CalendarDate
    var secondOfDay: Int?
    var precision: ArticleDate.Precision
    var zoneOffset: Int?

    /// The moment as a date of an article.
    func articleDate(_ source: ArticleDate.Source) -> ArticleDate {
        ArticleDate(
            date,
            secondOfDay: secondOfDay,
            precision: precision,
            zoneOffset: zoneOffset,
            source: source
        )
    }
}

/// Finds the dates in a short line, written as news write them.
///
/// Numbers of which it is open what is the day and what the month are no date.
struct DateScanner: Sendable {
    /// A word, a number or a mark.
    struct Token: Hashable, Sendable {
        /// The token in lower case.
        var text: String
        /// Where it lies in the line, in bytes.
        var range: Range<Int>
        /// The value of a number of at most nine digits.
        var number: Int?
    }

    /// A date and the tokens that name it, with its weekday and its time.
    struct Found: Hashable, Sendable {
        var moment: Moment
        var tokens: Range<Int>
    }

    let tokens: [Token]
    private let words: DateWords
    private let readsShortYears: Bool

    /// Cuts a line into tokens.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - words: The words of dates.
    ///   - readsShortYears: Whether 28.07.24 is a date: only where a page marks the line as one.
    init(_ line: some StringProtocol, words: DateWords, readsShortYears: Bool = false) {
        self.words = words
        self.readsShortYears = readsShortYears
        let bytes = Array(line.utf8)
        var tokens: [Token] = []
        var index = 0
        while index < bytes.count {
            let start = index
            let byte = bytes[index]
            if byte.isSpace {
                index += 1
                continue
            }
            if byte.isDigit {
                while index < bytes.count, bytes[index].isDigit { index += 1 }
            } else if byte.isLetterOrDigit {
                while index < bytes.count, bytes[index].isLetterOrDigit, !bytes[index].isDigit,
                    bytes.markLength(at: index) == 0
                { index += 1 }
                if index == start { index += bytes.markLength(at: index) }
            } else {
                index += 1
            }
            index = min(index, bytes.count)
            let text = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
            let number = byte.isDigit && index - start <= 9 ? Int(text) : nil
            tokens.append(Token(text: text, range: start..<index, number: number))
        }
        self.tokens = tokens
    }

    /// All dates of the line, in order.
    var dates: [Found] {
        var found: [Found] = []
        var index = 0
        while index < tokens.count {
            if let date = date(at: index) {
                let complete = completed(date, after: found.last?.tokens.upperBound ?? 0)
                found.append(complete)
                index = complete.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// What a token means among the words of dates.
    func meaning(_ index: Int) -> DateWords.Meaning? {
        tokens.indices.contains(index) ? words[tokens[index].text] : nil
    }
}

// MARK: - Days

extension DateScanner {
    private func text(_ index: Int) -> String {
        tokens.indices.contains(index) ? tokens[index].text : ""
    }

    private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
        guard tokens.indices.contains(index), digits.contains(tokens[index].range.count) else {
            return nil
        }
        return tokens[index].number
    }

    private func year(_ index: Int) -> Int? {
        number(index, digits: 4...4).flatMap { (1800...2199).contains($0) ? $0 : nil }
    }

    /// A year of two digits, from 1969 to 2068 as POSIX has it for `%y`.
    ///
    /// Source: <https://pubs.opengroup.org/onlinepubs/9799919799/functions/strptime.html>.
    private func shortYear(_ index: Int) -> Int? {
        guard readsShortYears, let year = number(index, digits: 2...2) else { return nil }
        return year < 69 ? 2000 + year : 1900 + year
    }

    private func month(_ index: Int) -> Int? {
        if case .month(let month) = meaning(index) { month } else { nil }
    }

    private func isJoined(_ index: Int) -> Bool {
        tokens.indices.contains(index)
            && tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
    }

    /// The index behind a day of the month and its ordinal ending, with the day.
    private func day(_ index: Int) -> (day: Int, next: Int)? {
        guard let day = number(index, digits: 1...2), (1...31).contains(day) else { return nil }
        let isOrdinal = ["st", "nd", "rd", "th"].contains(text(index + 1)) && isJoined(index + 1)
        return (day, isOrdinal ? index + 2 : index + 1)
    }

    private func skip(_ words: [String], from index: Int) -> Int {
        var index = index
        while words.contains(text(index)) { index += 1 }
        return index
    }

    private func date(at index: Int) -> Found? {
        // A number that goes on to the left, such as 1,400 or v2.2024, is no part of a date.
        if tokens[index].number != nil, index > 1, isJoined(index), ",.".contains(text(index - 1)),
            tokens[index - 2].number != nil
        {
            return nil
        }
        return numeric(at: index) ?? hanNumeric(at: index) ?? monthFirst(at: index)
            ?? dayFirst(at: index)
    }

    private func found(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) -> Found? {
        guard let day = Day(year: year, month: month, day: day) else { return nil }
        return Found(moment: Moment(date: .day(day), precision: .day), tokens: range)
    }

    /// 2024-07-28, 2024/07/28, 28/07/2024, 28.07.2024.
    private func numeric(at index: Int) -> Found? {
        let mark = text(index + 1)
        guard ["-", "/", "."].contains(mark), text(index + 3) == mark,
            (1...4).allSatisfy({ isJoined(index + $0) }),
            let middle = number(index + 2, digits: 1...2)
        else { return nil }
        let range = index..<index + 5
        let goesOn = text(index + 5) == mark && number(index + 6, digits: 1...9) != nil
        guard !(goesOn && isJoined(index + 5) && isJoined(index + 6)) else { return nil }
        if let year = year(index), let day = number(index + 4, digits: 1...2) {
            return found(year, middle, day, range)
        }
        guard let first = number(index, digits: 1...2),
            let year = year(index + 4) ?? (mark == "." ? shortYear(index + 4) : nil)
        else { return nil }
        if first > 12 || first == middle || mark == "." {
            return found(year, middle, first, range)
        }
        return middle > 12 ? found(year, first, middle, range) : nil
    }

    /// 2024年7月28日, as Chinese and Japanese pages write it.
    private func hanNumeric(at index: Int) -> Found? {
        guard text(index + 1) == "年", text(index + 3) == "月", text(index + 5).hasPrefix("日"),
            let year = year(index), let month = number(index + 2, digits: 1...2),
            let day = number(index + 4, digits: 1...2)
        else { return nil }
        return found(year, month, day, index..<index + 6)
    }

    /// July 28, 2024 · Jul 28th 2024 · July 2024.
    private func monthFirst(at index: Int) -> Found? {
        guard let month = month(index) else { return nil }
        let next = skip(["."], from: index + 1)
        if let (day, behind) = day(next) {
            let last = skip([",", "."], from: behind)
            guard let year = year(last) else { return nil }
            return found(year, month, day, index..<last + 1)
        }
        let last = skip([",", "of"], from: next)
        // A day that the month does not have must not leave the month behind.
        let isBehindDay = index > 0 && number(index - 1, digits: 1...2) != nil
        guard !isBehindDay, let year = year(last) else { return nil }
        return Found(
            moment: Moment(date: .month(year: year, month: month), precision: .month),
            tokens: index..<last + 1
        )
    }

    /// 28 July 2024 · 28th of July, 2024 · 24th day of February 2024 · 28-Jul-2024.
    private func dayFirst(at index: Int) -> Found? {
        guard let (day, behind) = day(index) else { return nil }
        let next = skip(["day", "of", "de", "-", "."], from: behind)
        guard let month = month(next) else { return nil }
        let last = skip([".", ",", "-", "de"], from: next + 1)
        guard let year = year(last) else { return nil }
        return found(year, month, day, index..<last + 1)
    }
}

// MARK: - Times

extension DateScanner {
    /// A date with the weekday before it and the time on either side.
    private func completed(_ found: Found, after bound: Int) -> Found {
        var start = found.tokens.lowerBound
        var end = found.tokens.upperBound
        var moment = found.moment
        var before = skipBack([",", "."], from: start, bound: bound)
        if before > bound, case .weekday = meaning(before - 1) {
            start = before - 1
            before = skipBack([",", "."], from: start, bound: bound)
        }
        guard moment.precision == .day else { return Found(moment: moment, tokens: start..<end) }
        let links = [",", "at", "-", "–", "—", "t", "·", "on", "(", ":"]
        if let (time, next) = time(at: skip(links, from: end)) {
            moment.take(time)
            end = next
        } else if let (time, first) = timeEnding(at: before, bound: bound) {
            moment.take(time)
            start = first
        }
        return Found(moment: moment, tokens: start..<end)
    }

    private func skipBack(_ words: [String], from index: Int, bound: Int) -> Int {
        var index = index
        while index > bound, words.contains(text(index - 1)) { index -= 1 }
        return index
    }

    private func timeEnding(at end: Int, bound: Int) -> (Time, Int)? {
        for start in stride(from: end - 3, through: max(bound, end - 9), by: -1) {
            if let (time, next) = time(at: start), next == end { return (time, start) }
        }
        return nil
    }

    /// A time of day.
    struct Time: Hashable, Sendable {
        var second: Int
        var precision: ArticleDate.Precision
        var zone: Int?
    }

    /// 3:22 PM · 16:48 BST · 20:45:12.5Z · 7 am GMT+7 · 16.48 GMT.
    private func time(at index: Int) -> (Time, Int)? {
        guard let hour = number(index, digits: 1...2), hour < 24 else { return nil }
        var next = index + 1
        var second = hour * 3600
        var precision = ArticleDate.Precision.hour
        let mark = text(next)
        if mark == ":" || mark == ".", let minute = number(next + 1, digits: 2...2), minute < 60 {
            second += minute * 60
            precision = .minute
            next += 2
            if mark == ":", text(next) == ":", let seconds = number(next + 1, digits: 2...2),
                seconds < 60
            {
                second += seconds
                precision = .second
                next += 2
                if text(next) == ".", number(next + 1, digits: 1...9) != nil { next += 2 }
            }
        }
        let half = halfDay(at: next)
        if let half {
            guard (1...12).contains(hour) else { return nil }
            second += (half.isAfternoon ? 12 : 0) * 3600 - (hour == 12 ? 12 : 0) * 3600
            next = half.next
        }
        let zone = zone(at: next)
        let isTime = precision != .hour && mark == ":" || half != nil || zone != nil && mark == "."
        guard isTime else { return nil }
        return (Time(second: second, precision: precision, zone: zone?.offset), zone?.next ?? next)
    }

    private func halfDay(at index: Int) -> (isAfternoon: Bool, next: Int)? {
        switch text(index) {
        case "am": return (false, index + 1)
        case "pm": return (true, index + 1)
        case "a", "p":
            guard text(index + 1) == ".", text(index + 2) == "m" else { return nil }
            return (text(index) == "p", skip(["."], from: index + 3))
        default: return nil
        }
    }

    private func zone(at index: Int) -> (offset: Int, next: Int)? {
        let index = skip(["(", ","], from: index)
        if case .zone(let offset) = meaning(index) {
            if let (more, next) = offsetFromUTC(at: index + 1) { return (offset + more, next) }
            return (offset, skip([")"], from: index + 1))
        }
        return offsetFromUTC(at: index)
    }

    /// +08:00 · -0400 · +7.
    private func offsetFromUTC(at index: Int) -> (Int, Int)? {
        guard ["+", "-", "−"].contains(text(index)), isJoined(index + 1) else { return nil }
        let sign = text(index) == "+" ? 1 : -1
        if let both = number(index + 1, digits: 4...4), both / 100 <= 14, both % 100 < 60 {
            return (sign * (both / 100 * 3600 + both % 100 * 60), index + 2)
        }
        guard let hours = number(index + 1, digits: 1...2), hours <= 14 else { return nil }
        if text(index + 2) == ":", let minutes = number(index + 3, digits: 2...2), minutes < 60 {
            return (sign * (hours * 3600 + minutes * 60), index + 4)
        }
        return (sign * hours * 3600, index + 2)
    }
}

extension [UInt8] {
    /// The length of a mark beyond ASCII at an index, such as a dash, quotation mark or bullet; 0
    /// where there is none.
    fileprivate func markLength(at index: Int) -> Int {
        if self[index] == 0xC2, index + 1 < count { return 2 }
        guard self[index] == 0xE2, index + 2 < count else { return 0 }
        let isMark = self[index + 1] == 0x80 && (0x90...0xBF).contains(self[index + 2])
        return isMark || self[index + 1] == 0x88 ? 3 : 0
    }
}

extension Moment {
    fileprivate mutating func take(_ time: DateScanner.Time) {
        secondOfDay = time.second
        precision = time.precision
        zoneOffset = time.zone
    }
}

extension Tokenizer {
    /// Makes the number that starts at an offset: 1,700 · 3.5 · 7:30 · 9/11 · 21st · 1990s · 3143C.
    ///
    /// - Parameters:
    ///   - start: Where the number starts, perhaps with a mark: .5, +44.
    ///   - first: Where its first digit stands; nil if the number starts with it.
    ///   - end: The end of the chunk.
    /// - Returns: Where the token ends.
    mutating func splitNumber(at start: Int, digits first: Int? = nil, to end: Int) -> Int {
        let integer = digits(from: first ?? start, end)
        if let grouped = hyphenated(from: start, first: integer, end) {
            emit(start..<grouped, .number)
            return grouped
        }
        var position = integer
        while let next = separated(at: position, end) { position = next }
        if let decade = decade(start..<position, end) {
            emit(start..<decade, .number)
            return decade
        }
        let letters = wordPart(from: position, end)
        guard letters > position else {
            emit(start..<position, .number)
            return position
        }
        if isOrdinalOrDecade(position..<letters) {
            emit(start..<letters, .number)
            return letters
        }
        if position > integer || first != nil || isWordOfItsOwn(position..<letters) {
            emit(start..<position, .number)
            return position
        }
        return splitWord(at: start, end)
    }

    /// The end of the digits from an offset on.
    private func digits(from offset: Int, _ end: Int) -> Int {
        var position = offset
        while position < end, byteClass(position) == .digit { position += 1 }
        return position
    }

    /// The end of the letters and digits from an offset on.
    private func wordPart(from offset: Int, _ end: Int) -> Int {
        var position = offset
        while position < end, byteClass(position) == .letter || byteClass(position) == .digit {
            position += 1
        }
        return position
    }

    /// The end of the digits behind a separator at an offset; nil if the number ends before it.
    private func separated(at position: Int, _ end: Int) -> Int? {
        let last = digits(from: position + 1, end)
        let count = last - position - 1
        guard position < end, count > 0 else { return nil }
        switch byte(position) {
        case UInt8(ascii: ","): return count == 3 ? last : nil
        case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"): return last
        default: return nil
        }
    }

    /// The end of digits joined by hyphens that are a date or a telephone number; a range is split.
    private func hyphenated(from start: Int, first: Int, _ end: Int) -> Int? {
        guard byte(first) == UInt8(ascii: "-") || byte(first) == UInt8(ascii: "/") else {
            return nil
        }
        var position = first
        var groups = [first - start]
        // A telephone number may have a slash behind its area: 202/555-0123.
        while byte(position) == UInt8(ascii: "-")
            || (byte(position) == UInt8(ascii: "/") && groups == [3]), groups.count < 6
        {
            let last = digits(from: position + 1, end)
            guard last > position + 1 else { break }
            groups.append(last - position - 1)
            position = last
        }
        guard !isWordPart(position, end) else { return nil }
        if groups.count > 2 { return position }
        return Self.pairs.contains(groups) ? position : nil
    }

    /// The lengths of two groups of digits that are one number: telephone 555-0123, extension 3-5290,
    /// postal code 77042-2016.
    private static let pairs: Set<[Int]> = [[3, 4], [1, 4], [5, 4]]

    /// The end of a decade written with an apostrophe: 60's, 1990's.
    private func decade(_ range: Range<Int>, _ end: Int) -> Int? {
        guard range.count == 2 || range.count == 4, byte(range.upperBound - 1) == UInt8(ascii: "0")
        else { return nil }
        var behind = range.upperBound
        switch byteClass(behind) {
        case .apostrophe: behind += 1
        case .beyond where ScalarClass(scalar(behind).value) == .apostrophe:
            behind += scalar(behind).length
        default: return nil
        }
        let isDecade = byte(behind) == UInt8(ascii: "s") && !isWordPart(behind + 1, end)
        return isDecade ? behind + 1 : nil
    }

    /// Whether letters behind digits make an ordinal or a decade: st, nd, rd, th, s.
    private func isOrdinalOrDecade(_ range: Range<Int>) -> Bool {
        let first = byte(range.lowerBound) | 0x20
        let second = byte(range.lowerBound + 1) | 0x20
        switch (range.count, first, second) {
        case (1, UInt8(ascii: "s"), _), (2, UInt8(ascii: "s"), UInt8(ascii: "t")),
            (2, UInt8(ascii: "n"), UInt8(ascii: "d")), (2, UInt8(ascii: "r"), UInt8(ascii: "d")),
            (2, UInt8(ascii: "t"), UInt8(ascii: "h")):
            return true
        default: return false
        }
    }

    /// Whether letters behind digits are a word of their own: 5|pm, $5|b, 300|percent.
    private func isWordOfItsOwn(_ range: Range<Int>) -> Bool {
        let isLong = range.count > 3 && range.allSatisfy { 0x61...0x7A ~= bytes[$0] }
        let isAmount = range.count < 3 && tokens.last?.kind == .symbol
        return isLong || isAmount || parts.has(Form(bytes.span, range), as: .unit)
    }
}

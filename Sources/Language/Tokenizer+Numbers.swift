extension Tokenizer {
    /// Makes the number that starts at an offset: 1,700 · 3.5 · 7:30 · 9/11 · 21st · 1990s · 3143C.
    mutating func splitNumber(at start: Int, _ end: Int) -> Int {
        var position = digits(from: start, end)
        if let grouped = hyphenated(from: start, first: position, end) {
            emit(start..<grouped, .number)
            return grouped
        }
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
        if isUnit(position..<letters) {
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
        var position = first
        var groups = [first - start]
        while byte(position) == UInt8(ascii: "-"), groups.count < 6 {
            let last = digits(from: position + 1, end)
            guard last > position + 1 else { break }
            groups.append(last - position - 1)
            position = last
        }
        guard !isWordPart(position, end) else { return nil }
        if groups.count > 2 { return position }
        let isTelephone = groups == [3, 4]
        return isTelephone ? position : nil
    }

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

    /// Whether letters behind digits are a word of their own: pm, km, bn.
    private func isUnit(_ range: Range<Int>) -> Bool {
        parts.has(Form(bytes.span, range), as: .unit)
    }
}

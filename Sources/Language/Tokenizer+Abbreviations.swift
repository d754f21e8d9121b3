extension Tokenizer {
    /// The end of a word whose full stop stands at an offset, if the stop belongs to it: U.S., Mr.
    func fullStop(of start: Int, at position: Int, _ end: Int) -> Int? {
        // The longest run of letters and stops counts: Ph.D., a.k.a.
        var last = position
        var longest: Int?
        while last < end, byteClass(last) == .stop, last - start < abbreviations.longest {
            if ownsStop(start..<last + 1) { longest = last + 1 }
            let next = letters(from: last + 1, end)
            if next == last + 1 { break }
            last = next
        }
        if let acronym = acronym(from: start, end) { longest = max(longest ?? 0, acronym) }
        return longest
    }

    /// Whether a full stop at the end of a range belongs to the word before it.
    private func ownsStop(_ range: Range<Int>) -> Bool {
        guard !isEllipsis(range.upperBound) else { return false }
        let form = Form(bytes.span, range)
        if let abbreviation = abbreviations[form], isWritten(range, as: abbreviation),
            isFollowed(range.upperBound, as: abbreviation.before)
        {
            return true
        }
        return range.count == 2 && isInitial(range)
    }

    /// Whether a word is written, and stands, as its kind of abbreviation does.
    private func isWritten(_ range: Range<Int>, as abbreviation: Abbreviation) -> Bool {
        // “p.” is a page, “P.” somebody's name.
        if range.count == 2, isCapital(range.lowerBound) { return false }
        let isBehindNumber = tokens.last?.kind == .number
        switch abbreviation.kind {
        case .title, .suffix, .month, .day: return isCapital(range.lowerBound)
        case .place: return isCapital(range.lowerBound) || isBehindNumber
        case .unit: return isBehindNumber
        default: return true
        }
    }

    private func isFollowed(_ offset: Int, as before: Abbreviation.Before) -> Bool {
        let next = nextMark(from: offset)
        switch before {
        case .any: return true
        case .word: return next < limit
        case .lower: return next < limit && !isCapital(next)
        case .capital: return isCapital(next) || byteClass(next) == .digit
        case .number: return byteClass(next) == .digit
        }
    }

    /// Whether a capital letter of ASCII stands at an offset.
    private func isCapital(_ offset: Int) -> Bool { 0x41...0x5A ~= byte(offset) }

    /// The offset behind white space with at most one line break.
    private func nextMark(from offset: Int) -> Int {
        var position = offset
        var lines = 0
        while position < limit {
            switch ByteClass(bytes[position]) {
            case .space: position += 1
            case .newline where bytes[position] == 0x0D && byte(position + 1) == 0x0A: position += 1
            case .newline:
                lines += 1
                guard lines < 2 else { return limit }
                position += 1
            default: return position
            }
        }
        return position
    }

    /// Whether a capital letter with a full stop is an initial: a name goes on behind it.
    private func isInitial(_ range: Range<Int>) -> Bool {
        guard isCapital(range.lowerBound) else { return false }
        let next = nextMark(from: range.upperBound)
        if isBehindInitial(range.lowerBound), next < limit, !isCapital(next) { return true }
        guard isCapital(next) || (byteClass(next) == .beyond && isLetter(next, limit)) else {
            return false
        }
        let word = letters(from: next, limit)
        if byteClass(word) != .stop, vocabulary.has(Form(bytes.span, next..<word), as: .starter) {
            return false  // vitamin C. The …
        }
        guard byte(range.lowerBound) == UInt8(ascii: "I"), let before = tokens.last else {
            return true
        }
        // “you and I. Did …” against “Albert I. Jones”.
        return before.style.contains(.capitalised)
    }

    /// Whether an initial stands before an offset, with white space between.
    private func isBehindInitial(_ offset: Int) -> Bool {
        guard let last = tokens.last, last.range.count == 2, last.range.upperBound < offset
        else { return false }
        return last.kind == .word && bytes[last.range.upperBound - 1] == UInt8(ascii: ".")
            && last.style.contains(.capitalised)
    }

    /// The end of a run of single letters with full stops: U.S., p.m., J.R.R.
    private func acronym(from start: Int, _ end: Int) -> Int? {
        var position = start
        var count = 0
        while count < 12, byteClass(position) == .letter, byteClass(position + 1) == .stop,
            position + 1 < end
        {
            position += 2
            count += 1
        }
        guard count > 0 else { return nil }
        if byteClass(position) == .letter, !isWordPart(position + 1, end) {
            return position + 1  // U.S.A without its last stop
        }
        guard count > 1, !isWordPart(position, end) else { return nil }
        return isEllipsis(position) ? nil : position
    }

    /// Whether two full stops or more stand at an offset: an ellipsis, not the end of a sentence.
    private func isEllipsis(_ offset: Int) -> Bool {
        byte(offset) == UInt8(ascii: ".") && byte(offset + 1) == UInt8(ascii: ".")
    }
}

extension Tokenizer {
    /// Makes the word that starts at an offset, with the clitics behind it.
    mutating func splitWord(at start: Int, _ end: Int) -> Int {
        var position = start
        var hasHyphen = false
        while position < end {
            switch byteClass(position) {
            case .letter, .digit, .underscore: position += 1
            case .at where position == start: position += 1
            case .beyond:
                let scalar = scalar(position)
                switch ScalarClass(scalar.value) {
                case .letter, .digit, .combining, .ignorable: position += scalar.length
                case .apostrophe:
                    if let next = apostrophe(in: start, at: position, scalar.length, end) {
                        return next
                    }
                    guard isLetter(position + scalar.length, end) else {
                        return finish(start..<position)
                    }
                    position += scalar.length
                default: return finish(start..<position)
                }
            case .apostrophe:
                if let next = apostrophe(in: start, at: position, 1, end) { return next }
                guard isLetter(position + 1, end) else { return finish(start..<position) }
                position += 1
            case .ampersand where joinsInitials(start, position, end): position += 1
            case .stop:
                if let stop = fullStop(of: start, at: position, end) {
                    emit(start..<stop, .word)
                    return stop
                }
                return finish(start..<position)
            case .currency where isCurrencyCode(start..<position):
                emit(start..<position + 1, .symbol)
                return position + 1
            case .hyphen where !hasHyphen && keepsHyphen(start..<position, end):
                hasHyphen = true
                position += 1
            default: return finish(start..<position)
            }
        }
        return finish(start..<position)
    }

    private mutating func finish(_ range: Range<Int>) -> Int {
        emitWord(range)
        return range.upperBound
    }

    /// Whether a letter stands at an offset.
    func isLetter(_ offset: Int, _ end: Int) -> Bool {
        guard offset < end else { return false }
        switch byteClass(offset) {
        case .letter: return true
        case .beyond: return ScalarClass(scalar(offset).value) == .letter
        default: return false
        }
    }

    /// Whether a letter or a digit of ASCII or a letter beyond it stands at an offset.
    func isWordPart(_ offset: Int, _ end: Int) -> Bool {
        isLetter(offset, end) || (offset < end && byteClass(offset) == .digit)
    }

    /// The end of the letters of ASCII from an offset on.
    private func letters(from offset: Int, _ end: Int) -> Int {
        var position = offset
        while position < end, byteClass(position) == .letter { position += 1 }
        return position
    }

    /// The length of the clitic behind an apostrophe that ends at an offset: s, m, d, re, ve, ll.
    func clitic(behind offset: Int, _ end: Int) -> Int? {
        let last = letters(from: offset, end)
        guard !isWordPart(last, end) else { return nil }
        let first = byte(offset) | 0x20
        let second = byte(offset + 1) | 0x20
        switch (last - offset, first, second) {
        case (1, UInt8(ascii: "s"), _), (1, UInt8(ascii: "m"), _), (1, UInt8(ascii: "d"), _),
            (2, UInt8(ascii: "r"), UInt8(ascii: "e")), (2, UInt8(ascii: "v"), UInt8(ascii: "e")),
            (2, UInt8(ascii: "l"), UInt8(ascii: "l")):
            return last - offset
        default: return nil
        }
    }

    /// Makes a word and the clitic whose apostrophe stands at an offset; nil if there is none.
    private mutating func apostrophe(
        in start: Int,
        at position: Int,
        _ length: Int,
        _ end: Int
    ) -> Int? {
        let behind = position + length
        if let clitic = clitic(behind: behind, end) {
            emitWord(start..<position)
            emit(position..<behind + clitic, .word)
            return behind + clitic
        }
        // do|n't: the n before the apostrophe belongs to the clitic.
        let isNegation =
            position - start > 1 && byte(position - 1) | 0x20 == UInt8(ascii: "n")
            && byte(behind) | 0x20 == UInt8(ascii: "t") && !isWordPart(behind + 1, end)
        guard isNegation else { return nil }
        emitWord(start..<position - 1)
        emit(position - 1..<behind + 1, .word)
        return behind + 1
    }

    /// Whether an ampersand stands between initials: AT&T, R&D, p&l.
    private func joinsInitials(_ start: Int, _ position: Int, _ end: Int) -> Bool {
        position - start <= 3 && letters(from: position + 1, end) - position <= 3
            && isLetter(position + 1, end)
    }

    /// Whether the letters before a currency sign belong to it: US$, A$.
    private func isCurrencyCode(_ range: Range<Int>) -> Bool {
        range.count <= 3 && range.allSatisfy { 0x41...0x5A ~= bytes[$0] }
    }

    /// Whether a word goes on behind the hyphen at the end of a range: non-violence, e-mail.
    private func keepsHyphen(_ range: Range<Int>, _ end: Int) -> Bool {
        let behind = range.upperBound + 1
        guard isWordPart(behind, end) else { return false }
        if parts.has(Form(bytes.span, range), as: .prefix) { return true }
        let last = letters(from: behind, end)
        return !isWordPart(last, end) && parts.has(Form(bytes.span, behind..<last), as: .ending)
    }

    /// The end of a word whose full stop stands at an offset, if the stop belongs to it: U.S., Mr., e.g.
    private func fullStop(of start: Int, at position: Int, _ end: Int) -> Int? {
        // The longest run of letters and stops first: Ph.D., a.k.a., U.S.A.
        var last = position
        var longest: Int?
        while last < end, byteClass(last) == .stop {
            if ownsStop(start..<last + 1, end) { longest = last + 1 }
            let next = letters(from: last + 1, end)
            if next == last + 1 { break }
            last = next
        }
        if let acronym = acronym(from: start, end) { longest = max(longest ?? 0, acronym) }
        return longest
    }

    /// Whether a full stop at the end of a range belongs to the word before it.
    private func ownsStop(_ range: Range<Int>, _ end: Int) -> Bool {
        guard byte(range.upperBound) != UInt8(ascii: "."),
            let abbreviation = abbreviations[Form(bytes.span, range)]
        else { return range.count == 2 && isInitial(range) }
        var next = range.upperBound
        switch abbreviation.before {
        case .any: return true
        case .word: return byteClass(skipSpaces(from: next)) != .newline && next < limit
        case .number:
            next = skipSpaces(from: next)
            return byteClass(next) == .digit
        case .capital:
            next = skipSpaces(from: next)
            return 0x41...0x5A ~= byte(next) || byteClass(next) == .digit
        }
    }

    /// The offset behind blanks, on the same line.
    private func skipSpaces(from offset: Int) -> Int {
        var position = offset
        while position < limit, bytes[position] == 0x20 || bytes[position] == 0x09 {
            position += 1
        }
        return position
    }

    /// Whether a capital letter with a full stop is an initial: a name goes on behind it.
    private func isInitial(_ range: Range<Int>) -> Bool {
        let letter = byte(range.lowerBound)
        guard 0x41...0x5A ~= letter else { return false }
        let next = skipSpaces(from: range.upperBound)
        guard 0x41...0x5A ~= byte(next) || byteClass(next) == .beyond else { return false }
        guard letter == UInt8(ascii: "I"), let before = tokens.last else { return true }
        // “you and I. Did …” against “Albert I. Jones”.
        return before.style.contains(.capitalised)
    }

    /// The end of a run of single letters with full stops: U.S., p.m., J.R.R.
    private func acronym(from start: Int, _ end: Int) -> Int? {
        var position = start
        var count = 0
        while byteClass(position) == .letter, byteClass(position + 1) == .stop, position + 1 < end {
            position += 2
            count += 1
        }
        guard count > 0 else { return nil }
        if byteClass(position) == .letter, !isWordPart(position + 1, end) {
            return position + 1  // U.S.A without its last stop
        }
        guard count > 1, !isWordPart(position, end) else { return nil }
        return byte(position) == UInt8(ascii: ".") ? nil : position
    }
}

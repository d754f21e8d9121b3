extension Tokenizer {
    /// Makes the word that starts at an offset, with the clitics behind it.
    mutating func splitWord(at start: Int, _ end: Int) -> Int {
        var position = start
        var hasHyphen = false
        while position < end {
            switch byteClass(position) {
            case .digit where isCurrency(start..<position):
                emit(start..<position, .symbol)
                return position
            case .letter, .digit: position += 1
            case .at where position == start, .symbol where position == start: position += 1
            case .underscore where isWordPart(position + 1, end): position += 1
            case .slash where isShortened(start, position, end): position = end
            case .apostrophe,
                .beyond where isApostrophe(position):
                let behind = position + apostropheLength(position)
                if let next = splitClitic(of: start, from: position, to: behind, end) {
                    return next
                }
                guard isLetter(behind, end) else { return finish(start..<position) }
                position = behind
            case .beyond:
                guard let length = wordScalar(position) else { return finish(start..<position) }
                position += length
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

    /// Whether a slash and up to three letters shorten a word: b/c, w/o, I/O.
    private func isShortened(_ start: Int, _ position: Int, _ end: Int) -> Bool {
        let last = letters(from: position + 1, end)
        return position - start == 1 && 1...3 ~= last - position - 1 && last == end
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
    func letters(from offset: Int, _ end: Int) -> Int {
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

    /// Whether an apostrophe beyond ASCII stands at an offset.
    private func isApostrophe(_ offset: Int) -> Bool {
        ScalarClass(scalar(offset).value) == .apostrophe
    }

    /// The length in bytes of the apostrophe at an offset.
    private func apostropheLength(_ offset: Int) -> Int {
        byteClass(offset) == .apostrophe ? 1 : scalar(offset).length
    }

    /// The length in bytes of the scalar beyond ASCII at an offset if it belongs in a word.
    private func wordScalar(_ offset: Int) -> Int? {
        let scalar = scalar(offset)
        switch ScalarClass(scalar.value) {
        case .letter, .digit, .combining, .ignorable: return scalar.length
        default: return nil
        }
    }

    /// Makes a word and its clitic, between which an apostrophe stands; nil if there is no clitic.
    private mutating func splitClitic(
        of start: Int,
        from position: Int,
        to behind: Int,
        _ end: Int
    ) -> Int? {
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

    /// Whether letters before a digit are a currency: RM10, Rs500.
    private func isCurrency(_ range: Range<Int>) -> Bool {
        2...3 ~= range.count && 0x41...0x5A ~= bytes[range.lowerBound]
            && parts.has(Form(bytes.span, range), as: .currency)
    }

    /// Whether a word goes on behind the hyphen at the end of a range: non-violence, e-mail.
    private func keepsHyphen(_ range: Range<Int>, _ end: Int) -> Bool {
        let behind = range.upperBound + 1
        guard isWordPart(behind, end) else { return false }
        if parts.has(Form(bytes.span, range), as: .prefix) {
            return range.count > 1 || 0x61...0x7A ~= bytes[behind]  // e-mail, not E-J
        }
        let last = letters(from: behind, end)
        return !isWordPart(last, end) && parts.has(Form(bytes.span, behind..<last), as: .ending)
    }
}

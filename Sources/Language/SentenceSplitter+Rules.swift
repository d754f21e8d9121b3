/// A place where a sentence may end: a mark, the closing marks behind it, and what follows.
struct PossibleEnd {
    /// The token of the mark.
    var mark: Int
    /// The last token of the sentence, should it end here.
    var last: Int
    /// What follows.
    var next: Following
    /// The sentence so far.
    var sentence: SentenceContext
}

extension SentenceSplitter {
    /// A full stop ends a sentence, unless it numbers an item or an unknown abbreviation stands before it.
    func endsBehindStop(_ end: PossibleEnd) -> Bool {
        if isWithinItemMark(end.mark, end.sentence) || isWithinBrackets(end) { return false }
        if isSectionNumber(end) { return false }
        if let isEnd = endsBehindSpacedStops(end) { return isEnd }
        let next = end.next
        if next.token.kind == .number, isNumberSign(end.mark - 1) { return false }
        guard next.isSpaced else { return next.isUpper && isGlued(end) }
        switch next.token.kind {
        case .word: return !next.isLower || (end.last == end.mark && !mayAbbreviate(end))
        case .number, .address: return true
        case .punctuation, .symbol:
            return next.isUpper || next.isOpened || beginsSentence(next.token)
        }
    }

    /// A question or exclamation mark ends a sentence, unless who said it follows.
    ///
    /// In lower case a sentence goes on behind a quotation, and behind a name: Yahoo! in 1995.
    func endsBehindLoudMark(_ end: PossibleEnd) -> Bool {
        let next = end.next
        if isWithinBrackets(end) { return false }
        guard next.isSpaced || next.isUpper else { return false }
        if next.isLower, !next.isOpened { return end.last == end.mark && !isBehindName(end) }
        if end.last > end.mark, isAttribution(end) { return false }
        return next.token.kind != .punctuation || next.isOpened || beginsSentence(next.token)
    }

    /// An ellipsis ends a sentence if a capital letter follows.
    ///
    /// It does not where it begins the sentence. “[…]” ends one only if its next word is not in brackets.
    func endsBehindEllipsis(_ end: PossibleEnd) -> Bool {
        if isWithinBrackets(end) || end.mark == end.sentence.start { return false }
        guard byteClass(of: end.mark - 1) == .openBracket else { return end.next.isUpper }
        return end.last > end.mark && end.next.isUpper && !end.next.isOpened
    }

    /// A sentence ends with an abbreviation if the next word hardly belongs to a name.
    func endsBehindAbbreviation(_ end: PossibleEnd) -> Bool {
        let next = end.next
        guard next.isUpper, next.isSpaced, !isWithinBrackets(end) else { return false }
        let abbreviation = abbreviations[tokens[end.mark].form]
        if abbreviation?.ending == .never || isWithinItemMark(end.mark, end.sentence) {
            return false
        }
        if vocabulary.has(next.token.form, as: .starter) || next.isQuoted { return true }
        switch abbreviation?.kind {
        case .time: return endsBehindTime(end)
        case .unit, .latin: return true
        default: return false
        }
    }

    /// A sentence ends with a time of day, unless a zone or day follows or it has hardly begun.
    private func endsBehindTime(_ end: PossibleEnd) -> Bool {
        if vocabulary.has(end.next.token.form, as: .zone) { return false }
        let start = end.sentence.start
        return end.mark - start > 3 || !vocabulary.has(tokens[start].form, as: .preposition)
    }

    /// Whether a bracket that opened within the sentence closes behind the mark.
    private func isWithinBrackets(_ end: PossibleEnd) -> Bool {
        guard let open = end.sentence.openBracket, open > end.sentence.start else { return false }
        let closing = bytes[tokens[open].range.lowerBound] == UInt8(ascii: "(") ? ")" : "]"
        let byte = closing.utf8.first
        if bytes[tokens[end.last].range.lowerBound] == byte { return !end.next.isUpper }
        // A bracket that does not close within forty tokens is a slip of the pen.
        let limit = min(end.last + 40, end.sentence.block.upperBound)
        return tokens[end.last + 1..<limit].contains { bytes[$0.range.lowerBound] == byte }
    }

    /// Whether the word before a full stop may be an abbreviation: a letter, or consonants only.
    private func mayAbbreviate(_ end: PossibleEnd) -> Bool {
        guard end.mark > end.sentence.start else { return true }
        let word = tokens[end.mark - 1]
        guard word.kind == .word, word.style.isDisjoint(with: [.beyondASCII, .digit]) else {
            return false
        }
        if word.range.count == 1 { return true }
        let isClitic = byteClass(of: end.mark - 1) == .apostrophe
        guard word.range.count < 6, !isClitic, !word.style.contains(.allCapitals) else {
            return false
        }
        return !bytes[word.range].contains { "aeiouyAEIOUY".utf8.contains($0) }
    }

    /// Whether a capitalised word that does not begin the sentence stands before the mark.
    private func isBehindName(_ end: PossibleEnd) -> Bool {
        guard end.mark > end.sentence.start + 1 else { return false }
        let style = tokens[end.mark - 1].style
        return style.contains(.capitalised) && !style.contains(.allCapitals)
    }

    /// Whether a mark begins a sentence: a sign of currency or number, a dash with a space before it.
    private func beginsSentence(_ token: Token) -> Bool {
        guard token.style.contains(.spaced) else { return false }
        let first = bytes[token.range.lowerBound]
        switch ByteClass(first) {
        case .currency, .hyphen: return true
        case .symbol: return first == UInt8(ascii: "#") || first == UInt8(ascii: "<")
        case .beyond:
            let value = DecodedScalar(in: bytes.span, at: token.range.lowerBound).value
            return ScalarClass(value) == .currency || ScalarClass(value) == .dash
        default: return false
        }
    }

    /// Whether a sentence begins with the number of a section and its stop: 2.1.
    private func isSectionNumber(_ end: PossibleEnd) -> Bool {
        let start = end.sentence.start
        return end.mark == start + 1 && tokens[start].kind == .number
            && bytes[tokens[start].range].contains(UInt8(ascii: "."))
    }

    /// Whether two sentences were written without a space between them, not an acronym or a name.
    private func isGlued(_ end: PossibleEnd) -> Bool {
        guard end.mark > end.sentence.start else { return false }
        let before = tokens[end.mark - 1]
        return before.kind == .word && before.range.count > 1 && end.next.token.range.count > 1
            && !before.style.contains(.allCapitals)
    }

    /// Whether a token is a sign for numbers: N°, №, #.
    private func isNumberSign(_ index: Int) -> Bool {
        guard index >= 0, tokens[index].kind == .symbol else { return false }
        return tokens[index].form == "°" || tokens[index].form == "№" || tokens[index].form == "#"
    }

    /// What a run of single stops with spaces between them says; nil where there is none.
    private func endsBehindSpacedStops(_ end: PossibleEnd) -> Bool? {
        let block = end.sentence.block
        func isStop(_ index: Int) -> Bool {
            block.contains(index) && tokens[index].range.count == 1
                && byteClass(of: index) == .stop
        }
        guard isStop(end.mark + 1) || isStop(end.mark - 1) else { return nil }
        // More than nine are no ellipsis but a leader, which ends nothing.
        var first = end.mark
        while isStop(first - 1), end.mark - first < 9 { first -= 1 }
        var last = end.mark
        while isStop(last + 1), last - end.mark < 9 { last += 1 }
        guard 2..<9 ~= last - first, last + 1 < block.upperBound else { return false }
        let next = following(last + 1, block)
        // Behind three a sentence may go on: “the thing is . . . I forgot”.
        guard next.isUpper, last - first > 2 || next.token.form != "i" else { return false }
        // The stop of the sentence stands before the three of the ellipsis, or behind them.
        let isAttached = last - first > 2 && !tokens[first].style.contains(.spaced)
        return isAttached ? end.mark == first : end.mark == last
    }

    /// Whether who said a quotation follows it: “Who?” Mayor Ito asked.
    private func isAttribution(_ end: PossibleEnd) -> Bool {
        let start = end.next.index
        for index in start..<min(start + 6, end.sentence.block.upperBound) {
            let token = tokens[index]
            if vocabulary.has(token.form, as: .attribution) { return index > start }
            guard token.style.contains(.capitalised) || token.range.count == 1 || index == start
            else { return false }
        }
        return false
    }
}

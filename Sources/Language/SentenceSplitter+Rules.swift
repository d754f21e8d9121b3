/// What follows a mark that may end a sentence.
struct Following {
    /// The first token behind opening quotation marks and brackets.
    var token: Token
    /// The index of that token.
    var index: Int
    /// Whether white space stands before it, or before the opening marks.
    var isSpaced: Bool
    /// Whether opening marks stand before it.
    var isOpened: Bool

    var isUpper: Bool { token.style.contains(.capitalised) }
    var isLower: Bool { token.kind == .word && !isUpper && !token.style.contains(.digit) }
}

extension SentenceSplitter {
    /// A full stop ends a sentence, unless it numbers an item or the next word is in lower case.
    func endsBehindStop(
        _ index: Int,
        _ last: Int,
        _ next: Following,
        _ sentence: SentenceContext
    ) -> Bool {
        if isWithinItemMark(index, sentence) || isWithinBrackets(sentence, last) { return false }
        if let isEnd = endsBehindSpacedStops(index, next, sentence) { return isEnd }
        if announcesNumber(index, next, sentence) { return false }
        guard next.isSpaced else { return next.isUpper && isGluedSentence(index, next, sentence) }
        switch next.token.kind {
        case .word: return next.isUpper || !next.isLower
        case .number, .address: return true
        case .punctuation, .symbol: return next.isOpened
        }
    }

    /// A question or exclamation mark ends a sentence, unless it goes on in lower case or with who said it.
    func endsBehindLoudMark(
        _ index: Int,
        _ last: Int,
        _ next: Following,
        _ sentence: SentenceContext
    ) -> Bool {
        if isWithinBrackets(sentence, last) { return false }
        guard next.isSpaced || next.isUpper, !next.isLower else { return false }
        if last > index, isAttribution(next, sentence) { return false }
        return next.token.kind != .punctuation || next.isOpened
    }

    /// An ellipsis ends a sentence if a capital letter follows.
    func endsBehindEllipsis(
        _ index: Int,
        _ last: Int,
        _ next: Following,
        _ sentence: SentenceContext
    ) -> Bool {
        if isWithinBrackets(sentence, last) || index == sentence.start { return false }
        return next.isUpper && next.isSpaced
    }

    /// A sentence ends with an abbreviation if the next word hardly belongs to a name.
    func endsBehindAbbreviation(
        _ index: Int,
        _ last: Int,
        _ next: Following,
        _ sentence: SentenceContext
    ) -> Bool {
        guard next.isUpper, next.isSpaced, !isWithinBrackets(sentence, last) else { return false }
        let abbreviation = abbreviations[tokens[index].form]
        if abbreviation?.ending == .never || isListLetter(index, sentence) { return false }
        if vocabulary.has(next.token.form, as: .starter) || next.isOpened { return true }
        switch abbreviation?.kind {
        case .time: return endsBehindTime(index, next, sentence)
        case .unit, .latin: return true
        default: return false
        }
    }

    /// A sentence ends with a time of day, unless a zone or day follows or the sentence has hardly begun.
    private func endsBehindTime(
        _ index: Int,
        _ next: Following,
        _ sentence: SentenceContext
    ) -> Bool {
        if vocabulary.has(next.token.form, as: .zone) { return false }
        let isEarly = index - sentence.start < 4
        return !(isEarly && vocabulary.has(tokens[sentence.start].form, as: .preposition))
    }

    /// What follows a token, behind opening marks.
    func following(_ start: Int, _ block: Range<Int>) -> Following {
        var index = start
        while index + 1 < block.upperBound, isOpening(index) { index += 1 }
        return Following(
            token: tokens[index],
            index: index,
            isSpaced: tokens[start].style.contains(.spaced),
            isOpened: index > start
        )
    }

    /// The last of the closing quotation marks and brackets behind a token.
    func closingMarks(behind index: Int, _ sentence: SentenceContext) -> Int {
        var last = index
        while last + 1 < sentence.block.upperBound, isClosing(last + 1, sentence.block) {
            last += 1
        }
        return last
    }

    private func isClosing(_ index: Int, _ block: Range<Int>) -> Bool {
        let token = tokens[index]
        guard token.kind == .punctuation, !token.style.contains(.spaced) else { return false }
        let first = bytes[token.range.lowerBound]
        switch ByteClass(first) {
        case .closeBracket: return true
        case .quote, .apostrophe:
            // A straight mark closes if nothing is glued to it.
            guard index + 1 < block.upperBound else { return true }
            return tokens[index + 1].style.contains(.spaced)
                || tokens[index + 1].kind == .punctuation
        case .beyond:
            switch ScalarClass(DecodedScalar(in: bytes.span, at: token.range.lowerBound).value) {
            case .closeQuote, .apostrophe: return true
            default: return false
            }
        default: return false
        }
    }

    private func isOpening(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .punctuation else { return false }
        switch ByteClass(bytes[token.range.lowerBound]) {
        case .openBracket: return true
        case .quote, .apostrophe:
            return token.style.contains(.spaced) && index + 1 < tokens.count
                && !tokens[index + 1].style.contains(.spaced)
        case .beyond:
            let value = DecodedScalar(in: bytes.span, at: token.range.lowerBound).value
            return ScalarClass(value) == .openQuote || value == 0x2018
        default: return false
        }
    }

    /// Whether a bracket that opened within the sentence closes behind a token.
    private func isWithinBrackets(_ sentence: SentenceContext, _ last: Int) -> Bool {
        guard let open = sentence.openBracket, open > sentence.start else { return false }
        // A bracket that does not close within forty tokens is a slip of the pen.
        let end = min(last + 40, sentence.block.upperBound)
        guard last + 1 <= end else { return false }
        let closing: UInt8 = bytes[tokens[open].range.lowerBound] == 0x28 ? 0x29 : 0x5D
        if bytes[tokens[last].range.lowerBound] == closing { return !isUpperBehind(last, sentence) }
        return tokens[last + 1..<end].contains { bytes[$0.range.lowerBound] == closing }
    }

    /// Whether the token behind a closing bracket begins with a capital letter.
    private func isUpperBehind(_ last: Int, _ sentence: SentenceContext) -> Bool {
        last + 1 < sentence.block.upperBound
            && following(last + 1, sentence.block).isUpper
    }

    /// Whether two sentences were written without a space between them: done.The
    private func isGluedSentence(
        _ index: Int,
        _ next: Following,
        _ sentence: SentenceContext
    ) -> Bool {
        guard index > sentence.start else { return false }
        let before = tokens[index - 1]
        return before.kind == .word && before.range.count > 1 && next.token.range.count > 1
            && !before.style.contains(.allCapitals)
    }

    /// Whether a stop stands behind a sign for numbers: N°. 5
    private func announcesNumber(
        _ index: Int,
        _ next: Following,
        _ sentence: SentenceContext
    ) -> Bool {
        index > sentence.start && tokens[index - 1].kind == .symbol && next.token.kind == .number
    }

    /// What a run of single stops with spaces between them says: . . . .
    private func endsBehindSpacedStops(
        _ index: Int,
        _ next: Following,
        _ sentence: SentenceContext
    ) -> Bool? {
        func isStop(_ index: Int) -> Bool {
            sentence.block.contains(index) && tokens[index].range.count == 1
                && bytes[tokens[index].range.lowerBound] == UInt8(ascii: ".")
        }
        guard isStop(index + 1) || isStop(index - 1) else { return nil }
        var first = index
        while isStop(first - 1) { first -= 1 }
        var last = index
        while isStop(last + 1) { last += 1 }
        guard last - first >= 3, last + 1 < sentence.block.upperBound else { return false }
        guard following(last + 1, sentence.block).isUpper else { return false }
        // The stop of the sentence stands before the three of the ellipsis, or behind them.
        return tokens[first].style.contains(.spaced) ? index == last : index == first
    }

    /// Whether who said a quotation follows it: “Who?” Mayor Ito asked.
    private func isAttribution(_ next: Following, _ sentence: SentenceContext) -> Bool {
        let end = min(next.index + 6, sentence.block.upperBound)
        for index in next.index..<end {
            if vocabulary.has(tokens[index].form, as: .attribution) { return index > next.index }
            let isName = tokens[index].style.contains(.capitalised)
            guard isName || tokens[index].range.count == 1 || index == next.index else {
                return false
            }
        }
        return false
    }
}

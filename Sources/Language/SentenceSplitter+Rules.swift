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
    /// Whether the first of them is a quotation mark.
    var isQuoted: Bool

    var isUpper: Bool { token.style.contains(.capitalised) }
    var isLower: Bool { token.kind == .word && !isUpper && !token.style.contains(.digit) }
}

extension SentenceSplitter {
    /// A full stop ends a sentence, unless it numbers an item or stands behind an unknown abbreviation.
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
        case .word: return !next.isLower || (last == index && !mayAbbreviate(index, sentence))
        case .number, .address: return true
        case .punctuation, .symbol: return next.isOpened || beginsSentence(next.token)
        }
    }

    /// A question or exclamation mark ends a sentence, unless who said it follows.
    ///
    /// In lower case a sentence goes on behind a quotation, and behind a name: Yahoo! in 1995.
    func endsBehindLoudMark(
        _ index: Int,
        _ last: Int,
        _ next: Following,
        _ sentence: SentenceContext
    ) -> Bool {
        if isWithinBrackets(sentence, last) { return false }
        guard next.isSpaced || next.isUpper else { return false }
        if next.isLower { return last == index && !isBehindName(index, sentence) }
        if last > index, isAttribution(next, sentence) { return false }
        return next.token.kind != .punctuation || next.isOpened || beginsSentence(next.token)
    }

    /// An ellipsis ends a sentence if a capital letter follows, unless it begins the sentence or
    /// stands for left-out words in brackets.
    func endsBehindEllipsis(
        _ index: Int,
        _ last: Int,
        _ next: Following,
        _ sentence: SentenceContext
    ) -> Bool {
        if isWithinBrackets(sentence, last) || index == sentence.start { return false }
        if ByteClass(bytes[tokens[index - 1].range.lowerBound]) == .openBracket { return false }
        return next.isUpper
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
        if vocabulary.has(next.token.form, as: .starter) || next.isQuoted { return true }
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
        let isBracket = ByteClass(bytes[tokens[start].range.lowerBound]) == .openBracket
        return Following(
            token: tokens[index],
            index: index,
            isSpaced: tokens[start].style.contains(.spaced),
            isOpened: index > start,
            isQuoted: index > start && !isBracket
        )
    }

    /// The last of the closing quotation marks, brackets, emoticons and notes behind a token.
    func closingMarks(behind index: Int, _ sentence: SentenceContext) -> Int {
        let block = sentence.block
        var last = index
        while last + 1 < block.upperBound {
            if isClosing(last + 1, block) || isEmoticon(last + 1) {
                last += 1
            } else if let note = noteMark(at: last + 1, block) {
                last = note
            } else {
                break
            }
        }
        return last
    }

    /// Whether a token is an emoticon: its first mark is one that no other symbol begins with.
    private func isEmoticon(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .symbol, token.range.count > 1 else { return false }
        let first = bytes[token.range.lowerBound]
        return ByteClass(first) == .colon
            || (first == 0x3D && bytes[token.range.lowerBound + 1] != 0x3D)
    }

    /// The last token of a note in square brackets: [1], [a], [citation needed].
    private func noteMark(at index: Int, _ block: Range<Int>) -> Int? {
        guard bytes[tokens[index].range.lowerBound] == UInt8(ascii: "[") else { return nil }
        for last in index + 1..<min(index + 6, block.upperBound) {
            let token = tokens[last]
            if bytes[token.range.lowerBound] == UInt8(ascii: "]") {
                return last > index + 1 ? last : nil
            }
            guard token.kind != .word || !token.style.contains(.capitalised) else { return nil }
        }
        return nil
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

    /// Whether a word before a full stop may be an abbreviation: a letter, or consonants only.
    private func mayAbbreviate(_ index: Int, _ sentence: SentenceContext) -> Bool {
        guard index > sentence.start else { return true }
        let word = tokens[index - 1]
        guard word.kind == .word, !word.style.contains(.beyondASCII) else { return false }
        let hasVowel = bytes[word.range].contains { "aeiouyAEIOUY".utf8.contains($0) }
        return word.range.count == 1
            || !hasVowel && word.range.count < 6
                && !word.style.contains(.allCapitals) && !word.style.contains(.digit)
                && bytes[word.range.lowerBound] != 0x27
    }

    /// Whether a capitalised word that does not begin the sentence stands before a mark.
    private func isBehindName(_ index: Int, _ sentence: SentenceContext) -> Bool {
        guard index > sentence.start + 1 else { return false }
        let style = tokens[index - 1].style
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

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
        // More than a score of closing marks are no text; the bound keeps the cost linear.
        var last = index
        while last + 1 < block.upperBound, last - index < 20 {
            if isClosing(last + 1, block) || isEmoticon(last + 1) || isFootnote(last + 1, block) {
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

    /// Whether a token is the number of a footnote: a sentence begins behind it with another word.
    private func isFootnote(_ index: Int, _ block: Range<Int>) -> Bool {
        guard index + 1 < block.upperBound, tokens[index].kind == .number,
            tokens[index].range.count < 3
        else { return false }
        let next = tokens[index + 1]
        return next.style.isSuperset(of: [.capitalised, .spaced])
            && vocabulary.has(next.form, as: .starter)
    }

    /// The last token of a note in square brackets: [1], [a], [citation needed].
    private func noteMark(at index: Int, _ block: Range<Int>) -> Int? {
        guard bytes[tokens[index].range.lowerBound] == UInt8(ascii: "[") else { return nil }
        var saysSomething = false
        for last in index + 1..<min(index + 6, block.upperBound) {
            let token = tokens[last]
            if bytes[token.range.lowerBound] == UInt8(ascii: "]") {
                return saysSomething ? last : nil
            }
            if token.kind != .punctuation { saysSomething = true }
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
}

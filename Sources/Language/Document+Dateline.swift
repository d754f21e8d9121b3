extension Document {
    /// The dateline that a sentence begins with: “OSAKA, June 3 (KNS) —”, with its dash.
    ///
    /// A dateline begins with a word in capitals, or ends with an agency in brackets; it holds nothing but
    /// capitalised words, numbers and marks, and the sentence goes on with a capital letter.
    ///
    /// - Parameter sentence: A sentence of this document.
    /// - Returns: The tokens of the dateline; nil if the sentence has none.
    public func dateline(of sentence: Sentence) -> Range<Int>? {
        let start = sentence.tokens.lowerBound
        // The longest datelines name two places, a date and an agency.
        let limit = min(sentence.tokens.upperBound - 1, start + 20)
        var hasAgency = false
        for index in start..<max(start, limit) {
            let token = tokens[index]
            switch token.kind {
            case .word, .symbol:
                guard token.style.contains(.capitalised) || hasOpenBracket(start..<index) else {
                    return nil
                }
            case .number: break
            case .address: return nil
            case .punctuation:
                if isDash(index) {
                    let isDateline = tokens[start].style.contains(.allCapitals) || hasAgency
                    let begins = index > start && !isWord("-", at: index + 1)
                    return isDateline && begins && beginsSentence(index + 1)
                        ? start..<index + 1 : nil
                }
                hasAgency = isWord(")", at: index)
            }
        }
        return nil
    }

    /// Whether a dash stands at a token, with a space before or behind it.
    private func isDash(_ index: Int) -> Bool {
        guard tokens[index].form == "-" else { return false }
        return tokens[index].style.contains(.spaced)
            || (index + 1 < tokens.count && tokens[index + 1].style.contains(.spaced))
    }

    /// Whether a bracket that opens within a range of tokens does not close there.
    private func hasOpenBracket(_ range: Range<Int>) -> Bool {
        guard let open = range.last(where: { isWord("(", at: $0) }) else { return false }
        return !(open..<range.upperBound).contains { isWord(")", at: $0) }
    }

    /// Whether a sentence may begin at a token: a capital letter, a number or a quotation mark.
    private func beginsSentence(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        let token = tokens[index]
        return token.style.contains(.capitalised) || token.kind != .word
    }
}

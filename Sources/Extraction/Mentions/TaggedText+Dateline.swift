internal import Language

extension TaggedText {
    /// The most tokens that a dateline may have; set by hand, for “PORT-AU-PRINCE, Haiti, March 5, 2025 (AP) —”.
    private static let longestDateline = 24

    /// Where a sentence begins behind its dateline, as a token; where the sentence begins when it has none.
    ///
    /// A dateline ends at a dash and holds nothing but places, a date and the name of an agency in brackets. It
    /// says where a report was written, so that what it names takes no part in what the report tells.
    func dateline(of sentence: Range<Int>) -> Int {
        let opening = sentence.prefix(Self.longestDateline)
        guard let dash = opening.first(where: isDash), dash > sentence.lowerBound,
            dash + 1 < sentence.upperBound, !isWord(sentence.lowerBound, in: Words.articles)
        else { return sentence.lowerBound }
        let head = sentence.lowerBound..<dash
        var hasSign = false
        var isBracketed = false
        for index in head {
            if isMark("(", at: index) { isBracketed = true }
            if isMark(")", at: index) { isBracketed = false }
            hasSign = hasSign || isBracketed || classes[index].contains(.month)
            guard isBracketed || isOfDateline(index) else { return sentence.lowerBound }
        }
        let isSeat = known[head.lowerBound].map { name in
            name.length == head.count && name.names.contains { $0.kind == .country }
        }
        let isLoud = head.allSatisfy { document.tokens[$0].style.contains(.allCapitals) }
        return hasSign || isLoud && isSeat == true ? dash + 1 : sentence.lowerBound
    }

    private func isOfDateline(_ index: Int) -> Bool {
        let token = document.tokens[index]
        return token.kind != .word || isCapitalised(index) || isWord(index, in: Words.the)
            || isWord(index, in: Words.and) || isWord(index, in: Words.links)
    }

    /// Whether a token is a dash between words and not within one.
    private func isDash(_ index: Int) -> Bool {
        let token = document.tokens[index]
        guard token.kind == .punctuation else { return false }
        let text = document[token.range]
        return text == "—" || text == "–" || text == "--" || text == "-" && !isAttached(index)
    }
}

/// Lines of a page that are no sentences and stand in a paragraph without a full stop.
extension SentenceSplitter {
    /// The last token of the sentence before a date of a page, or of the date: Sunday, June 3, 2031.
    ///
    /// A date is such a line if a capital letter or nothing follows it, and no preposition or mark
    /// stands before it.
    ///
    /// - Parameters:
    ///   - comma: The comma behind the weekday.
    ///   - sentence: The sentence so far.
    /// - Returns: The last token; nil if there is no such date.
    func endAroundDate(_ comma: Int, _ sentence: SentenceContext) -> Int? {
        let start = comma - 1
        let end = start + 6
        let block = sentence.block
        guard start >= sentence.start, end <= block.upperBound, isFullDate(start..<end) else {
            return nil
        }
        let isLast = end == block.upperBound
        guard isLast || tokens[end].style.isSuperset(of: [.capitalised, .spaced]) else {
            return nil
        }
        if start == sentence.start { return isLast ? nil : end - 1 }
        let before = tokens[start - 1]
        let isHeadline = before.kind == .word && !vocabulary.has(before.form, as: .preposition)
        return isHeadline ? start - 1 : nil
    }

    /// Whether six tokens are a date with its weekday.
    private func isFullDate(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        return tokens[range.upperBound - 1].kind == .number
            && vocabulary.has(tokens[start].form, as: .weekday)
            && vocabulary.has(tokens[start + 2].form, as: .month)
            && tokens[start + 3].kind == .number
            && byteClass(of: start + 1) == .comma && byteClass(of: start + 4) == .comma
    }

    /// Whether a token before a colon begins the credit of a picture: Image: Jo Roe.
    func isCredit(_ index: Int, _ sentence: SentenceContext) -> Bool {
        guard index > sentence.start else { return false }
        let token = tokens[index]
        return token.style.isSuperset(of: [.capitalised, .spaced])
            && vocabulary.has(token.form, as: .credit)
    }
}

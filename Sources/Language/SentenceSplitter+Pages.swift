/// Lines of a page that are no sentences and stand in a paragraph without a full stop.
extension SentenceSplitter {
    /// The end of the date that a block begins with, if a sentence follows: Sunday, June 3, 2031.
    func dateLine(at start: Int, _ block: Range<Int>) -> Int? {
        let end = start + 6
        guard end < block.upperBound, isFullDate(start..<end),
            tokens[end].style.isSuperset(of: [.capitalised, .spaced])
        else { return nil }
        return end
    }

    /// The start of the date that a block ends with, if a headline stands before it.
    func dateLineStart(endOf block: Range<Int>) -> Int? {
        let start = block.upperBound - 6
        guard start > block.lowerBound, isFullDate(start..<block.upperBound) else { return nil }
        let before = tokens[start - 1]
        guard before.kind == .word, !vocabulary.has(before.form, as: .preposition) else {
            return nil
        }
        return start
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

/// Gathers tokens into sentences.
struct SentenceSplitter {
    let bytes: [UInt8]
    let tokens: [Token]
    /// The first tokens of the blocks.
    let borders: [Int]

    /// The sentences: every token belongs to exactly one.
    func sentences() -> [Sentence] {
        var result: [Sentence] = []
        var start = 0
        var nextBorder = 0
        for index in tokens.indices {
            while nextBorder < borders.count, borders[nextBorder] <= index { nextBorder += 1 }
            let endsBlock =
                index + 1 == tokens.count
                || (nextBorder < borders.count && borders[nextBorder] == index + 1)
            guard endsBlock || endsSentence(at: index) else { continue }
            result.append(
                Sentence(
                    tokens: start..<index + 1,
                    range: tokens[start].range.lowerBound..<tokens[index].range.upperBound
                )
            )
            start = index + 1
        }
        return result
    }

    private func endsSentence(at index: Int) -> Bool {
        let last = bytes[tokens[index].range.upperBound - 1]
        guard tokens[index].kind == .punctuation,
            last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
        else { return false }
        let next = tokens[index + 1].style
        return next.contains(.spaced) && (next.contains(.capitalised) || next.contains(.digit))
    }
}

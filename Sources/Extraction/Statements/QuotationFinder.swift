internal import Language

/// Finds the passages in quotation marks.
///
/// Marks pair within a block. A passage that is not closed by the end of its block counts when the
/// next block opens with a mark, as newspapers print a quotation of several paragraphs.
struct QuotationFinder {
    let document: Document
    /// The number of the block each sentence stands in.
    let blocks: [Int]

    /// The passages, in order and without overlap; nested ones belong to the outer one.
    func quotations() -> [Quotation] {
        var result: [Quotation] = []
        var index = 0
        while index < document.sentences.count {
            var end = index
            while end < blocks.count, blocks[end] == blocks[index] { end += 1 }
            let tokens =
                document.sentences[index].tokens
                .lowerBound..<document.sentences[end - 1].tokens.upperBound
            let next =
                end < document.sentences.count ? document.sentences[end].tokens.lowerBound : nil
            result += quotations(in: tokens, goesOn: next.map { mark(at: $0) == .opening } ?? false)
            index = end
        }
        return result
    }

    private enum Mark { case low, opening, closing, either }

    private func quotations(in block: Range<Int>, goesOn: Bool) -> [Quotation] {
        var result: [Quotation] = []
        var start: Int?
        var isLow = false
        for index in block {
            guard let mark = mark(at: index) else { continue }
            if let open = start {
                // „So“ closes with the mark that opens “so”.
                guard mark == .opening ? isLow : mark != .low else { continue }
                if index > open + 1 {
                    result.append(Quotation(tokens: open + 1..<index, isOpen: false))
                }
                start = nil
            } else if mark != .closing {
                start = index
                isLow = mark == .low
            }
        }
        if let open = start, goesOn, open + 1 < block.upperBound {
            result.append(Quotation(tokens: open + 1..<block.upperBound, isOpen: true))
        }
        return result
    }

    /// What a token is as a double quotation mark; single marks are left to the words they quote.
    private func mark(at index: Int) -> Mark? {
        let token = document.tokens[index]
        guard token.kind == .punctuation, token.range.count <= 3 else { return nil }
        let code = document.bytes[token.range].reduce(0) { $0 << 8 | UInt32($1) }
        return switch code {
        case 0x22: .either
        case 0xE2_809E: .low
        case 0xE2_809C, 0xC2AB, 0x6060: .opening
        case 0xE2_809D, 0xC2BB, 0x2727: .closing
        default: nil
        }
    }
}

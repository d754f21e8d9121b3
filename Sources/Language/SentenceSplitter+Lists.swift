/// The mark of an item of a list: a number, a letter or a bullet.
struct ListItem: Equatable {
    /// How the items of a list are marked.
    enum Style: Equatable {
        case number(closedBy: [UInt8])
        case letter(closedBy: [UInt8])
        case bullet(UInt32)
    }

    var style: Style
    /// The number, or the place of the letter in the alphabet; 0 for a bullet.
    var value: Int
    /// The tokens of the mark.
    var tokens: Range<Int>
}

extension SentenceSplitter {
    /// The item of a list that starts at a token.
    func listItem(at index: Int, _ block: Range<Int>) -> ListItem? {
        guard index + 1 < block.upperBound else { return nil }
        switch tokens[index].kind {
        case .number, .word: return numberedItem(at: index, block)
        case .punctuation, .symbol:
            guard byteClass(of: index) == .beyond else { return nil }
            let start = tokens[index].range.lowerBound
            let bullet = DecodedScalar(in: bytes.span, at: start).value
            guard Self.bullets.contains(bullet) else { return nil }
            let last = numberedItem(at: index + 1, block)?.tokens.upperBound ?? index + 1
            return ListItem(style: .bullet(bullet), value: 0, tokens: index..<last)
        case .address: return nil
        }
    }

    /// The bullets of Unicode.
    private static let bullets: Set<UInt32> = [
        0x2022, 0x2023, 0x2043, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25E6,
        0xB7,
    ]

    /// An item with a number of up to three digits, or with a letter.
    private func numberedItem(at index: Int, _ block: Range<Int>) -> ListItem? {
        let range = tokens[index].range
        let first = bytes[range.lowerBound]
        let letter = Int(first | 0x20) - 0x60
        if tokens[index].kind == .number, range.count < 4, ByteClass(first) == .digit {
            guard let value = Int(String(decoding: bytes[range], as: UTF8.self)),
                let marks = closing(index, block)
            else { return nil }
            return ListItem(
                style: .number(closedBy: marks),
                value: value,
                tokens: index..<index + 1 + marks.count
            )
        }
        guard 1...26 ~= letter, range.count < 3 else { return nil }
        if range.count == 2, bytes[range.upperBound - 1] == UInt8(ascii: ".") {
            return ListItem(
                style: .letter(closedBy: [UInt8(ascii: ".")]),
                value: letter,
                tokens: index..<index + 1
            )
        }
        guard range.count == 1, let marks = closing(index, block) else { return nil }
        return ListItem(
            style: .letter(closedBy: marks),
            value: letter,
            tokens: index..<index + 1 + marks.count
        )
    }

    /// The marks that close the number or letter of an item: `.`, `)` or `.)`, with a space behind.
    private func closing(_ index: Int, _ block: Range<Int>) -> [UInt8]? {
        var marks: [UInt8] = []
        var position = index + 1
        while position < block.upperBound, marks.count < 2 {
            let token = tokens[position]
            let byte = bytes[token.range.lowerBound]
            guard token.range.count == 1, !token.style.contains(.spaced),
                byte == UInt8(ascii: ")") || (byte == UInt8(ascii: ".") && marks.isEmpty)
            else { break }
            marks.append(byte)
            position += 1
        }
        guard !marks.isEmpty, position < block.upperBound, tokens[position].style.contains(.spaced)
        else { return nil }
        return marks
    }

    /// Whether the next item of the sentence's list starts at a token.
    func startsNextItem(at index: Int, _ sentence: SentenceContext) -> Bool {
        guard let item = sentence.item, index < sentence.block.upperBound,
            index >= item.tokens.upperBound, tokens[index].style.contains(.spaced),
            let next = listItem(at: index, sentence.block), next.style == item.style
        else { return false }
        if case .bullet = next.style { return true }
        return next.value == item.value + 1 && next.tokens.upperBound < sentence.block.upperBound
            && tokens[next.tokens.upperBound].style.contains(.capitalised)
    }

    /// Whether a stop belongs to the mark of the item that the sentence starts with.
    func isWithinItemMark(_ index: Int, _ sentence: SentenceContext) -> Bool {
        guard let item = sentence.item, item.tokens.lowerBound == sentence.start else {
            return false
        }
        return item.tokens.contains(index)
    }
}

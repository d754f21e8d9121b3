/// The mark of an item of a list: 1. · 2) · b. · •
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
        let token = tokens[index]
        let text = bytes[token.range]
        switch token.kind {
        case .number where text.count < 4:
            guard let value = Int(String(decoding: text, as: UTF8.self)) else { return nil }
            return closed(index, block).map {
                ListItem(
                    style: .number(closedBy: $0),
                    value: value,
                    tokens: index..<index + 1 + $0.count
                )
            }
        case .word where text.count < 3:
            let letter = bytes[token.range.lowerBound] | 0x20
            guard 0x61...0x7A ~= letter else { return nil }
            if text.count == 2, text.last == UInt8(ascii: ".") {
                return ListItem(
                    style: .letter(closedBy: [UInt8(ascii: ".")]),
                    value: Int(letter) - 0x60,
                    tokens: index..<index + 1
                )
            }
            guard text.count == 1 else { return nil }
            return closed(index, block).map {
                ListItem(
                    style: .letter(closedBy: $0),
                    value: Int(letter) - 0x60,
                    tokens: index..<index + 1 + $0.count
                )
            }
        case .punctuation, .symbol:
            guard text.first ?? 0 >= 0x80 else { return nil }
            let value = DecodedScalar(in: bytes.span, at: token.range.lowerBound).value
            guard Self.bullets.contains(value) else { return nil }
            return bulletItem(value, index, block)
        default: return nil
        }
    }

    /// The bullets of Unicode: • ‣ ⁃ ∙ ■ □ ▪ ▫ ● ○ ◦ ·
    private static let bullets: Set<UInt32> = [
        0x2022, 0x2023, 0x2043, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25E6,
        0xB7,
    ]

    /// An item with a bullet and perhaps a number behind it.
    private func bulletItem(_ value: UInt32, _ index: Int, _ block: Range<Int>) -> ListItem {
        let behind = listItem(at: index + 1, block)?.tokens.upperBound ?? index + 1
        return ListItem(style: .bullet(value), value: 0, tokens: index..<behind)
    }

    /// The marks that close the number or letter of an item: `.`, `)` or `.)`, with a space behind.
    private func closed(_ index: Int, _ block: Range<Int>) -> [UInt8]? {
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

    /// Whether an abbreviation is the letter that the sentence's item is marked with.
    func isListLetter(_ index: Int, _ sentence: SentenceContext) -> Bool {
        isWithinItemMark(index, sentence)
    }
}

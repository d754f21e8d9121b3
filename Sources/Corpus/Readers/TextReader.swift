internal import Records

/// Reads plain text: paragraphs by empty lines, by lines, or by lines wrapped at a width.
struct TextReader: Reader {
    func drafts(in text: [UInt8]) throws(ReadingError) -> Drafts {
        let lines = TextLine.lines(of: text)
        let width = TextLine.wrapWidth(lines, of: text)
        var draft = Draft()
        draft.hasShapelessHead = true
        draft.text.reserveCapacity(text.count)
        var index = 0
        var isSetApart = true
        if let first = lines.firstIndex(where: { !$0.isBlank }),
            let cut = text.endOfDateKey(lines[first].range)
        {
            draft.append(.paragraph, lines[first].range.lowerBound..<cut, of: text)
            draft.append(.paragraph, cut..<lines[first].range.upperBound, of: text)
            index = first + 1
        }
        while index < lines.count {
            guard !lines[index].isBlank else {
                isSetApart = true
                index += 1
                continue
            }
            var end = index + 1
            while let width, end < lines.count,
                TextLine.isContinued(lines[end - 1], by: lines[end], at: width, in: text)
            {
                end += 1
            }
            let range = lines[index].range.lowerBound..<lines[end - 1].range.upperBound
            append(range, to: &draft, from: text, isSetApart: isSetApart)
            isSetApart = false
            index = end
        }
        return Drafts(drafts: [draft])
    }

    private func append(
        _ range: Range<Int>,
        to draft: inout Draft,
        from text: [UInt8],
        isSetApart: Bool
    ) {
        switch ListMarker(text, range) {
        case .bullet(let end):
            draft.append(.listItem, end..<range.upperBound, of: text, isSetApart: isSetApart)
        case .number where range.count < 160:
            draft.append(.listItem, range, of: text, isSetApart: isSetApart)
        default: draft.append(.paragraph, range, of: text, isSetApart: isSetApart)
        }
    }
}

/// What opens an item of a list.
enum ListMarker: Hashable, Sendable {
    /// A bullet; the item's words begin at the offset.
    case bullet(end: Int)
    /// A number or letter, which belongs to the words.
    case number

    /// Reads the marker that a line opens with; nil where there is none.
    init?(_ text: [UInt8], _ line: Range<Int>) {
        var index = line.lowerBound
        while index < line.upperBound, text[index].isSpace { index += 1 }
        // Most lines open with a capital or a quotation mark.
        guard index + 1 < line.upperBound, !(0x41...0x5A).contains(text[index]),
            text[index] != UInt8(ascii: "\"")
        else { return nil }
        let rest = text[index..<min(index + 5, line.upperBound)]
        for bullet in Self.bullets
        where rest.starts(with: bullet) && index + bullet.count < line.upperBound
            && text[index + bullet.count].isSpace
        {
            self = .bullet(end: index + bullet.count + 1)
            return
        }
        var end = index
        while end < line.upperBound, end - index < 3, text[end].isDigit { end += 1 }
        if end == index, (0x61...0x7A).contains(text[index]) { end += 1 }
        guard end > index, end + 1 < line.upperBound,
            text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"),
            text[end + 1].isSpace
        else { return nil }
        self = .number
    }

    private static let bullets: [[UInt8]] = ["-", "*", "+", "•", "‣", "▪", "●", "·", "–", "◦"].map {
        Array($0.utf8)
    }
}

/// One line of a plain text.
struct TextLine: Hashable, Sendable {
    /// Where it lies in the text, without its line break.
    var range: Range<Int>
    /// The number of characters, counted as Unicode scalars.
    var length: Int
    /// Whether it holds nothing but white space.
    var isBlank: Bool

    /// The lines of a text; CR, LF and CR LF end one.
    static func lines(of text: [UInt8]) -> [TextLine] {
        text.withUnsafeBufferPointer { bytes in
            var lines: [TextLine] = []
            var start = 0
            let hasReturns = bytes.place(of: "\r") != nil
            while let end = bytes.endOfLine(from: start, hasReturns: hasReturns) {
                lines.append(TextLine(bytes, start..<end))
                let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
                start = end + (isPair ? 2 : 1)
            }
            lines.append(TextLine(bytes, start..<bytes.count))
            return lines
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.range = range
        // All but the first byte of a character begin with the bits 10.
        length = bytes[range].reduce(0) { $0 &+ ($1 & 0xC0 == 0x80 ? 0 : 1) }
        isBlank = bytes[range].allSatisfy(\.isSpace)
    }

    /// The width in characters at which a text's lines were wrapped; nil when they were not.
    ///
    /// A text is wrapped when at least half of the longer lines that another line follows were ended
    /// because the next word would not have fitted, and hardly a line is longer than 120 characters.
    static func wrapWidth(_ lines: [TextLine], of text: [UInt8]) -> Int? {
        var lengths = Array(repeating: 0, count: 121)
        var (followed, long, filled) = (0, 0, 0)
        for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank {
            filled += 1
            if line.length > 120 { long += 1 }
            guard !next.isBlank, line.length <= 120 else { continue }
            lengths[line.length] += 1
            followed += 1
        }
        guard followed >= 3, long * 20 <= filled else { return nil }
        var width = 120
        var above = 0
        while width > 0, (above + lengths[width]) * 50 <= followed {
            above += lengths[width]
            width -= 1
        }
        guard width >= 40 else { return nil }
        // Short lines are those of heads and lists; they say nothing about a width.
        var (full, candidates) = (0, 0)
        for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
            guard line.length * 5 >= width * 3, line.length <= 120 else { continue }
            candidates += 1
            if line.isFull(before: next, at: width, in: text) { full += 1 }
        }
        return full >= 2 && full * 2 >= candidates ? width : nil
    }

    /// Whether a line goes on in the next one.
    static func isContinued(
        _ line: TextLine,
        by next: TextLine,
        at width: Int,
        in text: [UInt8]
    ) -> Bool {
        guard !line.isBlank, !next.isBlank, ListMarker(text, next.range) == nil else {
            return false
        }
        let opening = text[next.range].drop(while: \.isSpace)
        let isAddress = opening.starts(with: "http".utf8) || opening.starts(with: "www.".utf8)
        if isAddress || text[line.range].last == UInt8(ascii: ":") && line.length * 2 < width {
            return false
        }
        if line.isFull(before: next, at: width, in: text) { return true }
        return (0x61...0x7A).contains(opening.first ?? 0)
    }

    /// Whether the first word of the next line would not have fitted on this one.
    private func isFull(before next: TextLine, at width: Int, in text: [UInt8]) -> Bool {
        let word = text[next.range].drop(while: \.isSpace).prefix { !$0.isSpace }
        let letters = word.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        return length + 1 + letters > width
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the next line break stands.
    fileprivate func endOfLine(from start: Int, hasReturns: Bool) -> Int? {
        guard hasReturns else { return place(of: "\n", from: start) }
        return self[start...].firstIndex { $0 == 0x0A || $0 == 0x0D }
    }
}

extension [UInt8] {
    /// Where the date ends that opens a line as a key of the whole file: “date 2024-07-28 …”.
    fileprivate func endOfDateKey(_ line: Range<Int>) -> Int? {
        var index = line.lowerBound
        while index < line.upperBound, self[index].isSpace { index += 1 }
        guard self[index..<line.upperBound].starts(with: "date ".utf8) else { return nil }
        index += 5
        let pattern = Array("dddd-dd-dd ".utf8)
        guard index + pattern.count < line.upperBound else { return nil }
        for (offset, expected) in pattern.enumerated() {
            let byte = self[index + offset]
            guard expected == UInt8(ascii: "d") ? byte.isDigit : byte == expected else {
                return nil
            }
        }
        return index + 10
    }
}

/// Breaks lines between words so that they fit a width.
struct LineFill {
    /// The columns of a line.
    let width: Int

    /// The text with its lines broken.
    ///
    /// A tab prints nothing and marks the column under which the line goes on; without one it goes on
    /// under its first word. Words longer than a line are broken, web addresses never.
    func filled(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(filledLine)
            .joined(separator: "\n")
    }

    private func filledLine(_ line: Substring) -> String {
        let tab = line.firstIndex(of: "\t")
        let head = line[..<(tab ?? line.startIndex)]
        let body = tab.map { line[line.index(after: $0)...] } ?? line
        let indent = tab == nil ? body.prefix { $0 == " " }.count : min(head.columns, width / 2)
        let first = tab == nil ? String(repeating: " ", count: indent) : String(head)
        var lines: [String] = []
        var current = first
        var used = first.columns
        var isEmpty = true
        func end() {
            lines.append(current)
            current = String(repeating: " ", count: indent)
            used = indent
            isEmpty = true
        }
        for word in body.split(separator: " ").flatMap({ pieces(of: $0, width: width - indent) }) {
            if !isEmpty, used + 1 + word.columns > width { end() }
            if !isEmpty {
                current += " "
                used += 1
            }
            current += word
            used += word.columns
            isEmpty = false
        }
        lines.append(current)
        return lines.map { $0.trimmingEnd }.joined(separator: "\n")
    }

    private func pieces(of word: Substring, width: Int) -> [Substring] {
        let isAddress = word.hasPrefix("http://") || word.hasPrefix("https://")
        guard word.columns > width, !isAddress else { return [word] }
        var pieces: [Substring] = []
        var start = word.startIndex
        var used = 0
        for index in word.indices {
            let columns = word[index].columns
            if used + columns > width, index > start {
                pieces.append(word[start..<index])
                start = index
                used = 0
            }
            used += columns
        }
        pieces.append(word[start...])
        return pieces
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var end = self[...]
        while end.last == " " { end.removeLast() }
        return String(end)
    }
}

extension StringProtocol {
    /// The columns that a terminal needs for the string.
    var columns: Int {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
        return reduce(0) { $0 + $1.columns }
    }
}

extension Character {
    /// The columns that a terminal needs for the character, 0 to 2.
    ///
    /// Source: Unicode Standard Annex 11, <https://www.unicode.org/reports/tr11/>: the blocks whose
    /// letters are wide, and emoji.
    fileprivate var columns: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x2_0000...0x3_FFFD:
            return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        let asksForEmoji = unicodeScalars.dropFirst().first?.value == 0xFE0F
        return scalar.properties.isEmojiPresentation || asksForEmoji ? 2 : 1
    }
}

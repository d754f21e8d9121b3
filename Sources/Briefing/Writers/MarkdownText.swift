/// Makes text safe for a place within a line of Markdown.
///
/// Source: <https://github.github.com/gfm/> for what is mark-up; GitHub's filters for mentions, emoji
/// codes and bare addresses run after it and do not heed backslashes.
enum MarkdownText {
    /// Marks that are mark-up anywhere in a line.
    private static let anywhere: Set<Character> = [
        "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "$",
    ]
    /// Marks that are mark-up at the start of a line.
    private static let atStart: Set<Character> = ["+", "-", "="]
    /// What may be mark-up at the start of a text: the same, and the number of a list.
    private static let opening = "+-=0123456789"
    /// For each byte whether it may be mark-up, or be read together with the next, anywhere.
    private static let marks = (0...UInt8.max).map { byte in
        anywhere.contains(Character(Unicode.Scalar(byte))) || "&@:".utf8.contains(byte)
    }
    /// A character of no width that keeps two others from being read together.
    ///
    /// Source: word joiner, <https://www.unicode.org/charts/PDF/U2000.pdf>.
    private static let joiner = "&#8288;"

    /// The text with all mark-up escaped.
    @Sendable static func escaped(_ text: String) -> String {
        guard mayHoldMarkup(text) else { return text }
        let characters = Array(text)
        var result = ""
        // “1.” and “1)” open a list, at the start only.
        let digits = characters.prefix { $0.isASCII && $0.isNumber }.count
        for (index, character) in characters.enumerated() {
            // An accent that combines with a mark does not keep it from being one.
            let mark = character.unicodeScalars.first.map { Character($0) } ?? character
            let isListMark = index == digits && digits > 0 && (mark == "." || mark == ")")
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            // “&” is mark-up only where it can begin an entity.
            let isEntity = mark == "&" && (next == "#" || next.isLetter)
            if isEntity || anywhere.contains(mark) || isListMark
                || (index == 0 && atStart.contains(mark))
            {
                result.append("\\")
            }
            result.append(character)
            if joins(characters, at: index) { result += joiner }
        }
        return result
    }

    /// Whether there may be anything to escape: most texts hold none of the marks.
    private static func mayHoldMarkup(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        if opening.utf8.contains(first) { return true }
        let marks = marks
        var before: UInt8 = 0
        for byte in text.utf8 {
            if marks[Int(byte)] || (byte == UInt8(ascii: ".") && before | 0x20 == UInt8(ascii: "w"))
            {
                return true
            }
            before = byte
        }
        return false
    }

    /// Whether a filter could read the character at a place together with the next.
    private static func joins(_ text: [Character], at index: Int) -> Bool {
        guard index + 1 < text.count else { return false }
        switch text[index] {
        case "@": return true
        case ":":
            if text[index + 1] == "/" { return true }
            return isEmojiCode(text, from: index + 1)
        case ".":
            return index >= 3 && text[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
        default: return false
        }
    }

    /// Whether letters, digits and signs follow up to another colon.
    private static func isEmojiCode(_ text: [Character], from start: Int) -> Bool {
        let code = text[start...].prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || "_+-".contains($0))
        }
        return !code.isEmpty && code.endIndex < text.count && text[code.endIndex] == ":"
    }
}

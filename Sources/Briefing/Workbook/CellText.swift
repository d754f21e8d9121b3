/// A text as a cell can hold it.
///
/// - A line break of any kind becomes a line feed; other control characters and the two scalars that
///   XML forbids become U+FFFD.
/// - What looks like the format's own escape, `_x0041_`, is escaped, so that it reads as it stands.
/// - What is longer than the limit ends between two characters, with a mark.
struct CellText: Hashable, Sendable {
    /// What an overlong text ends with.
    static let mark = " … [cut]"

    /// The text as the library is to get it.
    let text: String
    /// Whether the end is missing.
    let isCut: Bool
    /// Whether characters that a cell cannot hold were replaced.
    let isRepaired: Bool

    /// Makes a text that fits.
    ///
    /// - Parameters:
    ///   - raw: Any text.
    ///   - limit: The greatest length in UTF-16 code units.
    /// - Complexity: O(*n*) in the length of the text; a text that needs no change is not copied.
    init(_ raw: String, limit: Int = ExcelLimits.text) {
        let bytes = raw.utf8
        let fits = bytes.count <= limit || raw.utf16.count <= limit
        let needsChange = bytes.withContiguousStorageIfAvailable(\.needChange) ?? bytes.needChange
        guard !fits || needsChange else {
            (text, isCut, isRepaired) = (raw, false, false)
            return
        }
        let pieces = raw.pieces
        let length = pieces.reduce(0) { $0 + $1.text.utf16.count }
        isRepaired = pieces.contains(where: \.isRepaired)
        isCut = length > limit
        guard isCut else {
            text = pieces.lazy.map(\.text).joined()
            return
        }
        var result = ""
        var room = limit - Self.mark.utf16.count
        for piece in pieces {
            room -= piece.text.utf16.count
            guard room >= 0 else { break }
            result += piece.text
        }
        text = result + Self.mark
    }
}

extension Collection<UInt8> {
    /// Whether a byte is there that may start something a cell cannot hold as it stands.
    fileprivate var needChange: Bool {
        var last: UInt8 = 0
        for byte in self {
            if byte < 0x20, byte != 0x0A, byte != 0x09 { return true }
            if byte == 0x7F || byte >= 0xBE && last == 0xBF { return true }
            if byte == UInt8(ascii: "x"), last == UInt8(ascii: "_") { return true }
            last = byte
        }
        return false
    }
}

/// A character of a text, mended.
private struct Piece {
    var text: String
    var isRepaired = false
}

extension String {
    /// The characters, each mended.
    fileprivate var pieces: [Piece] {
        indices.map { index in
            let character = self[index]
            if character == "\r\n" || character == "\r" { return Piece(text: "\n") }
            if character.unicodeScalars.first == "_", self[index...].utf8.startWithEscape {
                return Piece(text: "_x005F_" + String(character).dropFirstScalar)
            }
            guard character.unicodeScalars.contains(where: \.isForbidden) else {
                return Piece(text: String(character))
            }
            var text = ""
            for scalar in character.unicodeScalars {
                text.unicodeScalars.append(scalar.isForbidden ? "\u{FFFD}" : scalar)
            }
            return Piece(text: text, isRepaired: true)
        }
    }

    private var dropFirstScalar: Substring { self[unicodeScalars.index(after: startIndex)...] }
}

extension Substring.UTF8View {
    /// Whether the text starts as `_x0041_` does; LibreOffice takes any number of digits for an escape.
    fileprivate var startWithEscape: Bool {
        guard dropFirst().first == UInt8(ascii: "x") else { return false }
        let rest = dropFirst(2)
        let digits = rest.prefix { Character(Unicode.Scalar($0)).isHexDigit }
        return !digits.isEmpty && rest.dropFirst(digits.count).first == UInt8(ascii: "_")
    }
}

extension Unicode.Scalar {
    /// Whether a cell cannot hold the scalar.
    ///
    /// Source: <https://www.w3.org/TR/xml/#charsets>, and DEL.
    fileprivate var isForbidden: Bool {
        if value < 0x20 { return value != 0x0A && value != 0x09 }
        return value == 0x7F || value == 0xFFFE || value == 0xFFFF
    }
}

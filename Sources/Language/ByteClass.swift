/// What a byte of ASCII is to a tokeniser.
enum ByteClass: UInt8 {
    case space, newline, letter, digit, apostrophe, stop, exclamation, comma, colon, hyphen
    case quote, openBracket, closeBracket, slash, currency, ampersand, at, underscore, symbol
    /// A byte of a scalar beyond ASCII.
    case beyond

    /// The class of a byte; control characters are white space.
    @inline(__always)
    init(_ byte: UInt8) {
        self =
            switch byte {
            case 0x61...0x7A, 0x41...0x5A: .letter
            case 0x0A...0x0D: .newline
            case 0x00...0x20, 0x7F: .space
            case 0x30...0x39: .digit
            case 0x27, 0x60: .apostrophe
            case 0x2E: .stop
            case 0x21, 0x3F: .exclamation
            case 0x2C: .comma
            case 0x3A, 0x3B: .colon
            case 0x2D: .hyphen
            case 0x22: .quote
            case 0x28, 0x5B, 0x7B: .openBracket
            case 0x29, 0x5D, 0x7D: .closeBracket
            case 0x2F: .slash
            case 0x24: .currency
            case 0x26: .ampersand
            case 0x40: .at
            case 0x5F: .underscore
            case 0x80...0xFF: .beyond
            default: .symbol
            }
    }
}

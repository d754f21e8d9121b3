/// A scalar beyond ASCII, read from UTF-8.
struct DecodedScalar {
    /// The code point.
    var value: UInt32
    /// The number of bytes, 1 to 4.
    var length: Int

    /// Reads the scalar that starts at an index; its first byte must be 0x80 or above.
    ///
    /// A string never holds malformed UTF-8. Should bytes be malformed all the same, the scalar is
    /// the replacement character and one byte long.
    @inline(__always)
    init(in bytes: Span<UInt8>, at index: Int) {
        let first = UInt32(bytes[index])
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC0, bytes.count - index >= count else {
            (value, length) = (0xFFFD, 1)
            return
        }
        var scalar = count == 4 ? first & 0x07 : count == 3 ? first & 0x0F : first & 0x1F
        for step in 1..<count {
            scalar = scalar << 6 | UInt32(bytes[index + step]) & 0x3F
        }
        (value, length) = (scalar, count)
    }
}

/// What a scalar beyond ASCII is to a tokeniser.
///
/// Source: the general categories of Unicode, with the marks of English print told apart by hand.
enum ScalarClass {
    case letter, digit, space, apostrophe, openQuote, closeQuote, dash, ellipsis
    case punctuation, currency, symbol
    /// A mark that belongs to the character before it.
    case combining
    /// A character without width that changes nothing: soft hyphen, zero-width space, byte-order mark.
    case ignorable

    init(_ value: UInt32) {
        if let known = Self.ofPrint(value) {
            self = known
        } else if value < 0x250 {
            // Latin-1 Supplement to Latin Extended-B, apart from what `ofPrint` knows.
            self = value >= 0xC0 ? .letter : .symbol
        } else if let scalar = Unicode.Scalar(value) {
            self.init(category: scalar.properties.generalCategory)
        } else {
            self = .symbol
        }
    }

    private static func ofPrint(_ value: UInt32) -> ScalarClass? {
        switch value {
        case 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
        case 0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
            .ignorable
        case 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: .combining
        case 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032: .apostrophe
        case 0xAB, 0x201C, 0x201E, 0x2039: .openQuote
        case 0xBB, 0x201D, 0x203A: .closeQuote
        case 0x2010...0x2015, 0x2212: .dash
        case 0x2026: .ellipsis
        case 0xA2...0xA5, 0x20A0...0x20CF: .currency
        case 0xAA, 0xB5, 0xBA: .letter
        case 0xB2, 0xB3, 0xB9: .digit
        case 0xA1, 0xA7, 0xB6, 0xB7, 0xBF: .punctuation
        case 0xD7, 0xF7: .symbol
        default: nil
        }
    }

    private init(category: Unicode.GeneralCategory) {
        self =
            switch category {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
                .otherLetter, .letterNumber:
                .letter
            case .nonspacingMark, .spacingMark, .enclosingMark: .combining
            case .decimalNumber, .otherNumber: .digit
            case .spaceSeparator, .lineSeparator, .paragraphSeparator: .space
            case .initialPunctuation: .openQuote
            case .finalPunctuation: .closeQuote
            case .dashPunctuation: .dash
            case .connectorPunctuation, .openPunctuation, .closePunctuation, .otherPunctuation:
                .punctuation
            case .currencySymbol: .currency
            case .format: .ignorable
            default: .symbol
            }
    }
}

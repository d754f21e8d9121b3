extension String {
    /// The string on one line with its control and formatting characters made visible.
    ///
    /// What comes from a file must not steer a terminal: escape sequences, line breaks and
    /// characters that turn the writing direction become `\u{…}`.
    public var printable: String {
        guard unicodeScalars.contains(where: \.steersTerminal) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            if scalar.steersTerminal {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The string without control and formatting characters; line breaks and tabs become spaces.
    public var withoutControls: String {
        guard unicodeScalars.contains(where: \.steersTerminal) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            if !scalar.steersTerminal {
                result.unicodeScalars.append(scalar)
            } else if scalar.properties.isWhitespace {
                result.append(" ")
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether the scalar can move the cursor, hide text or turn its direction.
    ///
    /// Source: general categories Cc, Zl, Zp, and Cf but for the joiners that scripts and emoji need,
    /// <https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing>.
    fileprivate var steersTerminal: Bool {
        if value < 0x7F { return value < 0x20 }
        return switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: value != 0x200C && value != 0x200D && value != 0x00AD
        default: false
        }
    }
}

internal import Diagnostics

extension String {
    /// The string on one line, without control characters, with single spaces and none at its ends.
    var withoutMarkup: String {
        if isPlainLine { return self }
        return withoutControls.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether the string is one line of common letters and marks, with single spaces and none at its ends, as
    /// most are.
    private var isPlainLine: Bool {
        var isBehindSpace = true
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x20 where !isBehindSpace: isBehindSpace = true
            // ASCII, Latin letters and marks, dashes and quotation marks, currencies.
            case 0x21..<0x7F, 0xA1..<0x300, 0x2010..<0x2028, 0x20A0..<0x20C0: isBehindSpace = false
            default: return false
            }
        }
        return !isBehindSpace
    }

    /// The beginning of the string up to a number of characters, cut between words where it can be,
    /// with an ellipsis when something is left out.
    func shortened(to length: Int) -> String {
        // A character has one byte at least, and bytes need not be counted.
        guard utf8.count > length, count > length else { return self }
        let part = prefix(length)
        // A word that fills more than half of the room is cut within.
        let end = part.lastIndex(of: " ").flatMap {
            part.distance(from: part.startIndex, to: $0) > length / 2 ? $0 : nil
        }
        return String(part[..<(end ?? part.endIndex)]) + "…"
    }

    /// The words around the first place of another string, with ellipses where something is left out.
    func excerpt(around word: String, length: Int) -> String {
        guard utf8.count > length, count > length, let place = firstRange(of: word), !word.isEmpty
        else { return shortened(to: length) }
        let before = distance(from: startIndex, to: place.lowerBound)
        guard before > length / 2 else { return shortened(to: length) }
        let start = index(place.lowerBound, offsetBy: -length / 3)
        let words = self[start...].drop { $0 != " " }.dropFirst()
        return "…" + String(words.isEmpty ? self[start...] : words).shortened(to: length)
    }

    /// The string with double quotation marks made single, for a place between double ones.
    var withSingleQuotes: String {
        // Typographic ones begin with the byte E2.
        guard utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == 0xE2 }) else { return self }
        var result = ""
        var previous: Character = " "
        for character in self {
            switch character {
            case "“", "„": result.append("‘")
            case "”": result.append("’")
            case "\"":
                result.append(previous.isWhitespace || "([—–-‘".contains(previous) ? "‘" : "’")
            default: result.append(character)
            }
            previous = character
        }
        return result
    }

    /// The string with its first letter in upper case.
    var startingUpper: String { prefix(1).uppercased() + dropFirst() }

    /// The string with its first letter in lower case, unless the word is an abbreviation.
    var startingLower: String {
        dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
    }

    /// The string without an opening.
    func withoutPrefix(_ opening: String) -> String {
        hasPrefix(opening) ? String(dropFirst(opening.count)) : self
    }
}

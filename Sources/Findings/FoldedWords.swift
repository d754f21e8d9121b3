internal import Foundation

extension String {
    /// The string without case and accents.
    var folded: String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return lowercased() }
        let scalars = lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { !$0.isMark }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The words and numbers, folded; `’s` and thousands’ commas dropped, hyphens and apostrophes closed up.
    var foldedWords: [String] {
        var words: [String] = []
        var word = ""
        let scalars = Array(folded.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            if scalar.isLetter || scalar.isDigit {
                word.unicodeScalars.append(scalar)
            } else if scalar == "," || scalar == ".", word.isNumber, next.isDigit {
                if scalar == "." { word.unicodeScalars.append(scalar) }
            } else if scalar == "'" || scalar == "’", next.isLetter, !word.isEmpty {
                word.append("'")
            } else if !word.isEmpty {
                words.append(word.withoutPossessive)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word.withoutPossessive) }
        return words
    }

    /// The words between brackets.
    var asides: [Substring] {
        guard utf8.contains(UInt8(ascii: "(")) else { return [] }
        return split(separator: "(").dropFirst().flatMap { aside in
            aside.prefix { $0 != ")" }.split(separator: " ")
        }
    }

    /// Whether the string begins with a digit.
    var isNumber: Bool { utf8.first.map { (0x30...0x39).contains($0) } ?? false }

    private var withoutPossessive: String {
        guard utf8.contains(UInt8(ascii: "'")) else { return self }
        return hasSuffix("'s") ? String(dropLast(2)) : filter { $0 != "'" }
    }
}

/// A word without the endings of number and tense, as far as spelling tells.
///
/// Both sides of every comparison go through it, so that a wrong stem does no harm as long as it is
/// the same for all forms of a word.
/// Source: step 1 of Porter, “An algorithm for suffix stripping”, 1980, without its measures.
func stem(_ word: String) -> String {
    var word = word
    guard word.utf8.count > 3, !word.isNumber else { return word }
    if word.hasSuffix("ies") {
        word = String(word.dropLast(3)) + "y"
    } else if word.hasSuffix("sses") {
        word = String(word.dropLast(2))
    } else if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") {
        word = String(word.dropLast())
    }
    for ending in ["ing", "ed"]
    where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 2 {
        word = String(word.dropLast(ending.utf8.count))
        if let last = word.last, word.dropLast().last == last, !"lsz".contains(last) {
            word.removeLast()
        }
        break
    }
    if word.hasSuffix("e"), word.utf8.count > 3 { word.removeLast() }
    return word
}

extension String {
    /// A number that stands for the word, the same on every machine; FNV-1a of 64 bits.
    var number: Int {
        Int(
            truncatingIfNeeded: utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
                ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
            }
        )
    }
}

/// A country's name and its adjective without the endings that tell them apart, as far as spelling
/// tells: “Kenya” and “Kenyan”, “Japan” and “Japanese”.
func nation(_ word: String) -> String {
    for ending in ["ese", "es", "ian", "an"] where word.hasSuffix(ending) {
        let rest = word.dropLast(ending.count)
        if rest.utf8.count >= 4 { return String(rest) }
    }
    var rest = word[...]
    while let last = rest.last, "aeio".contains(last), rest.utf8.count > 4 { rest.removeLast() }
    return String(rest)
}

extension Unicode.Scalar {
    /// Whether the scalar is alphabetic; ASCII is told without a look into the Unicode tables.
    var isLetter: Bool {
        isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
    }

    /// Whether the scalar is a capital.
    var isUppercase: Bool {
        isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase
    }

    /// Whether the scalar is a mark above or below the one before.
    var isMark: Bool { !isASCII && properties.generalCategory == .nonspacingMark }

    /// Whether the scalar stands for a number.
    var isDigit: Bool {
        isASCII ? (0x30...0x39).contains(value) : properties.numericType != nil
    }
}

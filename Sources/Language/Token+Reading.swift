extension Token {
    /// Reads the token that lies in a range of bytes.
    @inline(__always)
    package init(_ range: Range<Int>, _ kind: Kind, in bytes: Span<UInt8>, isSpaced: Bool) {
        var hasher = FormHasher()
        var letters = LetterCase()
        var style: Token.Style = []
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                hasher.add(ascii: byte)
                letters.add(ascii: byte)
                index += 1
            } else {
                let scalar = DecodedScalar(in: bytes, at: index)
                hasher.add(scalar.value)
                letters.add(scalar.value)
                style.insert(.beyondASCII)
                index += scalar.length
            }
        }
        style.formUnion(letters.style)
        if isSpaced { style.insert(.spaced) }
        self.init(range: range, form: Form(hash: hasher.hash), kind: kind, style: style)
    }
}

/// Gathers how the letters of a token are written.
private struct LetterCase {
    private var upper = 0
    private var lower = 0
    private var startsUpper = false
    private var hasDigit = false

    @inline(__always)
    mutating func add(ascii byte: UInt8) {
        if byte &- 0x61 < 26 {
            lower += 1
        } else if byte &- 0x41 < 26 {
            addUpper()
        } else if byte &- 0x30 < 10 {
            hasDigit = true
        }
    }

    mutating func add(_ value: UInt32) {
        guard ScalarClass(value) == .letter, let scalar = Unicode.Scalar(value) else { return }
        if scalar.properties.isUppercase { addUpper() } else { lower += 1 }
    }

    private mutating func addUpper() {
        if upper + lower == 0 { startsUpper = true }
        upper += 1
    }

    var style: Token.Style {
        var style: Token.Style = []
        if startsUpper { style.insert(.capitalised) }
        if upper > 1, lower == 0 { style.insert(.allCapitals) }
        if hasDigit { style.insert(.digit) }
        return style
    }
}

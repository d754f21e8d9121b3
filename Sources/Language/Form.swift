/// The lower-case form of a word as a 64-bit number, for look-ups without a string.
///
/// “The”, “the” and “THE” share a form, also beyond ASCII; straight and curly apostrophes are alike,
/// so are all hyphens and dashes, one or
/// several, and “…” is “...”. Soft hyphens and other characters without width do not count.
/// Composed and decomposed accents differ. Two of a million different words share a form with a
/// chance of one in 37 million.
///
/// Source of the hash: FNV-1a of 64 bits, <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
public struct Form: Hashable, Sendable {
    /// The number.
    public let hash: UInt64

    /// Makes a form from its number.
    public init(hash: UInt64) { self.hash = hash }

    /// The form of a word, exactly as the tokeniser computes it.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    public init(_ word: some StringProtocol) {
        var word = String(word)
        word.makeContiguousUTF8()
        self.init(word.utf8Span.span, 0..<word.utf8.count)
    }

    /// The form of the word that lies in a range of bytes.
    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var hasher = FormHasher()
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                hasher.add(ascii: byte)
                index += 1
            } else {
                let scalar = DecodedScalar(in: bytes, at: index)
                hasher.add(scalar.value)
                index += scalar.length
            }
        }
        self.init(hash: hasher.hash)
    }
}

extension Form: ExpressibleByStringLiteral {
    /// The form of a word that stands in the code.
    public init(stringLiteral value: String) { self.init(value) }
}

/// Hashes a word scalar by scalar while it folds case, apostrophes and dashes.
struct FormHasher {
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private var endsWithDash = false

    @inline(__always)
    private mutating func mix(_ byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Adds a byte below 0x80.
    @inline(__always)
    mutating func add(ascii byte: UInt8) {
        if byte == 0x2D { return addDash() }
        endsWithDash = false
        if byte &- 0x41 < 26 {
            mix(byte | 0x20)
        } else {
            mix(byte == 0x60 ? 0x27 : byte)
        }
    }

    private mutating func addDash() {
        if !endsWithDash { mix(0x2D) }
        endsWithDash = true
    }

    /// Adds a scalar from 0x80 on.
    mutating func add(_ value: UInt32) {
        let kind = ScalarClass(value)
        if kind == .dash { return addDash() }
        endsWithDash = false
        switch kind {
        case .apostrophe: mix(0x27)
        case .ignorable: break
        case .ellipsis: for _ in 0..<3 { mix(0x2E) }
        case .letter: addLowerCase(value)
        default: addUTF8(value)
        }
    }

    private mutating func addLowerCase(_ value: UInt32) {
        // U+00C0 … U+00DE are the capitals of Latin-1, 32 below their small letters.
        if value < 0x100 { return addUTF8(0xC0..<0xDF ~= value ? value + 32 : value) }
        guard let scalar = Unicode.Scalar(value) else { return addUTF8(value) }
        for byte in scalar.properties.lowercaseMapping.utf8 { mix(byte) }
    }

    private mutating func addUTF8(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { mix(byte) }
    }
}

/// What a trained part sees of a word by itself: its letters, its ends and its shape, as numbers.
package struct WordTraits {
    /// A hash of the word in lower case, with digits as 0 and quotation marks, apostrophes and dashes alike.
    package var word: UInt64 = 0
    /// A hash of the word as it is written.
    package var cased: UInt64 = 0
    /// A hash of its shape: Xxxxx, XX, dd.dd; no run of letters longer than four.
    package var shape: UInt64 = 0
    /// A hash of its shape with each run of a class as one: Xx, X, d.d.
    package var outline: UInt64 = 0
    /// The first four bytes, the first in the lowest place.
    package var head: UInt32 = 0
    /// The last four bytes, the last in the lowest place.
    package var tail: UInt32 = 0
    /// How it is written.
    package var style: Token.Style = []

    /// What stands before the first or behind the last word of a sentence.
    static let none = WordTraits()

    private init() {}

    /// The traits of a token.
    package init(_ token: Token, in bytes: Span<UInt8>) {
        style = token.style
        var builder = TraitBuilder()
        var index = token.range.lowerBound
        while index < token.range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                builder.add(ascii: byte)
                index += 1
            } else {
                let scalar = DecodedScalar(in: bytes, at: index)
                for step in 0..<scalar.length { builder.addCased(bytes[index + step]) }
                builder.add(scalar, in: bytes, at: index)
                index += scalar.length
            }
        }
        (word, cased) = (builder.word, builder.cased)
        (shape, outline) = (builder.shape, builder.outline)
        (head, tail) = (builder.head, builder.tail)
    }

    /// The last bytes.
    @inline(__always)
    func suffix(_ count: UInt32) -> UInt64 { UInt64(tail & (UInt32.max &>> (32 &- 8 &* count))) }

    /// The first bytes.
    @inline(__always)
    func prefix(_ count: UInt32) -> UInt64 { UInt64(head & (UInt32.max &>> (32 &- 8 &* count))) }
}

/// Gathers the traits of a word byte by byte; the hashes are FNV-1a.
private struct TraitBuilder {
    var word: UInt64 = 0xCBF2_9CE4_8422_2325
    var cased: UInt64 = 0xCBF2_9CE4_8422_2325
    var shape: UInt64 = 0xCBF2_9CE4_8422_2325
    var outline: UInt64 = 0xCBF2_9CE4_8422_2325
    var head: UInt32 = 0
    var tail: UInt32 = 0
    private var length: UInt32 = 0
    private var lastClass: UInt8 = 0
    private var run = 0

    private static let prime: UInt64 = 0x0000_0100_0000_01B3

    @inline(__always)
    mutating func addCased(_ byte: UInt8) { cased = (cased ^ UInt64(byte)) &* Self.prime }

    /// Adds a byte below 0x80.
    @inline(__always)
    mutating func add(ascii byte: UInt8) {
        addCased(byte)
        if byte &- 0x61 < 26 {
            addFolded(byte)
            addShape(UInt8(ascii: "x"))
        } else if byte &- 0x41 < 26 {
            addFolded(byte | 0x20)
            addShape(UInt8(ascii: "X"))
        } else if byte &- 0x30 < 10 {
            addFolded(UInt8(ascii: "0"))
            addShape(UInt8(ascii: "d"))
        } else {
            addFolded(byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte)
            addShape(byte)
        }
    }

    /// Adds a scalar beyond ASCII.
    mutating func add(_ scalar: DecodedScalar, in bytes: Span<UInt8>, at index: Int) {
        switch ScalarClass(scalar.value) {
        case .apostrophe: addMark(UInt8(ascii: "'"))
        case .openQuote, .closeQuote: addMark(UInt8(ascii: "\""))
        case .dash: addMark(UInt8(ascii: "-"))
        case .digit: addMark(UInt8(ascii: "0"), shape: UInt8(ascii: "d"))
        case .ignorable, .combining: break
        case .letter:
            for step in 0..<scalar.length { addFolded(bytes[index + step]) }
            let isUpper = Unicode.Scalar(scalar.value)?.properties.isUppercase ?? false
            addShape(isUpper ? UInt8(ascii: "X") : UInt8(ascii: "x"))
        default:
            for step in 0..<scalar.length { addFolded(bytes[index + step]) }
            addShape(0x80)
        }
    }

    private mutating func addMark(_ byte: UInt8, shape: UInt8? = nil) {
        addFolded(byte)
        addShape(shape ?? byte)
    }

    @inline(__always)
    private mutating func addFolded(_ byte: UInt8) {
        word = (word ^ UInt64(byte)) &* Self.prime
        if length < 4 { head |= UInt32(byte) &<< (8 &* length) }
        length &+= 1
        tail = tail &<< 8 | UInt32(byte)
    }

    @inline(__always)
    private mutating func addShape(_ kind: UInt8) {
        if kind == lastClass {
            run &+= 1
            if run > 4 { return }
        } else {
            (lastClass, run) = (kind, 1)
            outline = (outline ^ UInt64(kind)) &* Self.prime
        }
        shape = (shape ^ UInt64(kind)) &* Self.prime
    }
}

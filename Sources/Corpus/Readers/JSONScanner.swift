/// Reads JSON value by value, without building a tree and without recursion.
///
/// Source: RFC 8259. A value that nobody asks for is passed over at no cost in memory.
struct JSONScanner {
    private let bytes: [UInt8]
    /// Where the next value or mark begins.
    private(set) var index: Int

    /// How deep lists and objects may be nested.
    static let deepest = 512

    /// Begins at an offset of a text.
    init(_ bytes: [UInt8], at index: Int = 0) {
        self.bytes = bytes
        self.index = index
    }

    /// The next byte that is no white space; nil at the end.
    mutating func peek() -> UInt8? {
        while index < bytes.count, bytes[index].isSpace { index += 1 }
        return index < bytes.count ? bytes[index] : nil
    }

    /// Takes the next mark if it is this one.
    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    /// Passes over one value.
    mutating func skip() throws(ReadingError) {
        var depth = 0
        repeat {
            guard let byte = peek() else { throw .brokenJSON(offset: index) }
            switch byte {
            case UInt8(ascii: "\""): try skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                index += 1
                guard depth <= Self.deepest else { throw .tooDeep(limit: Self.deepest) }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                index += 1
                guard depth >= 0 else { throw .brokenJSON(offset: index) }
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { throw .brokenJSON(offset: index) }
                index += 1
            default: _ = try word()
            }
        } while depth > 0
    }

    /// Takes a number, or one of the words true, false and null, as it stands.
    mutating func word() throws(ReadingError) -> Range<Int> {
        _ = peek()
        let start = index
        while index < bytes.count, bytes[index].isLetterOrDigit || "+-.".utf8.contains(bytes[index])
        {
            index += 1
        }
        guard index > start else { throw .brokenJSON(offset: start) }
        return start..<index
    }

    private mutating func skipString() throws(ReadingError) {
        let start = index
        index += 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                return
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        throw .brokenJSON(offset: start)
    }

    /// Takes a string with its escapes decoded.
    mutating func string() throws(ReadingError) -> MappedText {
        guard peek() == UInt8(ascii: "\"") else { throw .brokenJSON(offset: index) }
        let start = index
        try skipString()
        let end = min(index, bytes.count) - 1
        var text = MappedText()
        var next = start + 1
        while next < end {
            guard bytes[next] == UInt8(ascii: "\\") else {
                var stop = next + 1
                while stop < end, bytes[stop] != UInt8(ascii: "\\") { stop += 1 }
                text.append(bytes[next..<stop])
                next = stop
                continue
            }
            let (value, length) = escape(at: next, before: end)
            let place = text.bytes.count
            let width = text.bytes.appendScalar(value)
            text.map.note(derived: place, origin: next, width: width, originWidth: length)
            next += length
        }
        text.end(at: end)
        return text
    }

    /// The character that an escape stands for, and its length in bytes.
    private func escape(at index: Int, before end: Int) -> (value: UInt32, length: Int) {
        guard index + 1 < end else { return (0xFFFD, 1) }
        switch bytes[index + 1] {
        case UInt8(ascii: "n"): return (0x0A, 2)
        case UInt8(ascii: "t"): return (0x09, 2)
        case UInt8(ascii: "r"): return (0x0D, 2)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): return (0x20, 2)
        case UInt8(ascii: "u"):
            guard let unit = hexadecimal(at: index + 2, before: end) else { return (0xFFFD, 2) }
            if (0xD800..<0xDC00).contains(unit), index + 7 < end,
                bytes[index + 6] == UInt8(ascii: "\\"), bytes[index + 7] == UInt8(ascii: "u"),
                let low = hexadecimal(at: index + 8, before: end), (0xDC00..<0xE000).contains(low)
            {
                return (0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), 12)
            }
            // A NUL would end what the text is handed to; it stands for nothing.
            return (unit == 0 ? 0x20 : unit, 6)
        case let byte where byte < 0x80: return (UInt32(byte), 2)
        default: return (0xFFFD, 1)
        }
    }

    private func hexadecimal(at index: Int, before end: Int) -> UInt32? {
        guard index + 4 <= end else { return nil }
        return UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    }
}

/// The bytes of JSON, and where its values begin and end; they lie still while it is read.
///
/// Source: <https://www.rfc-editor.org/rfc/rfc8259>.
struct JSONText {
    let bytes: UnsafeBufferPointer<UInt8>

    /// The byte at a place; 0, which JSON never holds, behind the end.
    subscript(place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

    /// The first place from one on that is no white space.
    func start(from place: Int) -> Int {
        var place = place
        while self[place].isSpace { place += 1 }
        return place
    }

    /// Where a value ends that begins at a place.
    func end(from start: Int) throws -> Int {
        switch self[start] {
        case UInt8(ascii: "\""): return try endOfString(from: start)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try endOfHolder(from: start)
        default:
            var end = start
            while self[end].isLiteral { end += 1 }
            guard end > start else { throw fault("no value", at: start) }
            return end
        }
    }

    private func endOfString(from start: Int) throws -> Int {
        var place = start + 1
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""): return place + 1
            case UInt8(ascii: "\\"): place += 2
            default: place += 1
            }
        }
        throw fault("a text without an end", at: start)
    }

    private func endOfHolder(from start: Int) throws -> Int {
        var depth = 0
        var place = start
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place = try endOfString(from: place)
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            place += 1
            if depth == 0 { return place }
        }
        throw fault("an object or list without an end", at: start)
    }

    /// The place of the next value of an object or list, behind a comma; nil where it ends.
    func next(behind place: Int, closing: UInt8) throws -> Int? {
        let mark = start(from: place)
        if self[mark] == closing { return nil }
        guard self[mark] == UInt8(ascii: ",") else { throw fault("no comma", at: mark) }
        return start(from: mark + 1)
    }

    /// The number, `true`, `false` or `null` that stands at a place.
    func literal(at start: Int) throws -> String {
        guard self[start].isLiteral else { throw fault("no number or truth value", at: start) }
        return String(decoding: bytes[start..<(try end(from: start))], as: UTF8.self)
    }

    /// The text that stands at a place.
    func string(at start: Int) throws -> String {
        guard self[start] == UInt8(ascii: "\"") else { throw fault("no text", at: start) }
        let inner = bytes[(start + 1)..<(try endOfString(from: start) - 1)]
        guard inner.contains(UInt8(ascii: "\\")) else {
            return String(decoding: inner, as: UTF8.self)
        }
        return try String(unsafeUninitializedCapacity: inner.count) { target in
            var (place, count) = (inner.startIndex, 0)
            while place < inner.endIndex {
                if bytes[place] == UInt8(ascii: "\\") {
                    let (scalar, behind) = try escape(at: place)
                    place = behind
                    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                        target[count] = byte
                        count += 1
                    }
                } else {
                    target[count] = bytes[place]
                    place += 1
                    count += 1
                }
            }
            return count
        }
    }

    /// The character that an escape stands for, and the place behind it.
    private func escape(at place: Int) throws -> (Unicode.Scalar, behind: Int) {
        let plain: Unicode.Scalar
        switch self[place + 1] {
        case UInt8(ascii: "n"): plain = "\n"
        case UInt8(ascii: "t"): plain = "\t"
        case UInt8(ascii: "r"): plain = "\r"
        case UInt8(ascii: "b"): plain = "\u{8}"
        case UInt8(ascii: "f"): plain = "\u{C}"
        case UInt8(ascii: "u"): return try number(at: place)
        case let mark where [UInt8](#""\/"#.utf8).contains(mark): plain = Unicode.Scalar(mark)
        default: throw fault("an unknown escape", at: place)
        }
        return (plain, place + 2)
    }

    /// The character of `\u` and four digits, or of two such halves.
    private func number(at place: Int) throws -> (Unicode.Scalar, behind: Int) {
        let first = try unit(at: place)
        if let scalar = Unicode.Scalar(first) { return (scalar, place + 6) }
        let second = try unit(at: place + 6)
        guard UTF16.isLeadSurrogate(first), UTF16.isTrailSurrogate(second) else {
            throw fault("half a character", at: place)
        }
        return (UTF16.decode(UTF16.EncodedScalar([first, second])), place + 12)
    }

    private func unit(at place: Int) throws -> UInt16 {
        guard self[place] == UInt8(ascii: "\\"), self[place + 1] == UInt8(ascii: "u"),
            place + 6 <= bytes.count,
            let unit = UInt16(
                String(decoding: bytes[(place + 2)..<(place + 6)], as: UTF8.self),
                radix: 16
            )
        else { throw fault("half a character", at: place) }
        return unit
    }

    /// The error that something else stands at a place than belongs there.
    func fault(_ what: String, at place: Int) -> DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: "\(what) at byte \(place)"))
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

    /// Whether the byte can stand in a number, `true`, `false` or `null`.
    fileprivate var isLiteral: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}

/// The text of a file as UTF-8, with the way back to the file's own bytes.
struct DecodedText: Hashable, Sendable {
    /// How a file's bytes stand for characters.
    enum Encoding: Hashable, Sendable {
        case utf8, utf16LittleEndian, utf16BigEndian, windows1252
        /// What the text itself declares, by that name.
        case declared(String)

        /// What a person calls it.
        var name: String {
            switch self {
            case .utf8: "UTF-8"
            case .utf16LittleEndian: "UTF-16LE"
            case .utf16BigEndian: "UTF-16BE"
            case .windows1252: "Windows-1252"
            case .declared(let name): name
            }
        }
    }

    /// Why bytes are no text.
    enum Failure: Error, Hashable, Sendable {
        /// There is nothing but white space.
        case empty
        /// A NUL byte stands at this offset.
        case binary(offset: Int)
    }

    /// The text as valid UTF-8, without byte order mark.
    var bytes: [UInt8]
    /// The way back to the file.
    var map: OffsetMap
    /// How the file was read.
    var encoding: Encoding
    /// The number of bytes that were no character and became U+FFFD.
    var damage = 0

    /// Reads bytes: byte order mark first, then valid UTF-8, then what is declared, then Windows-1252.
    init(_ stored: [UInt8], charset: String? = nil) throws(Failure) {
        if stored.starts(with: [0xFF, 0xFE]) {
            self = .fromUTF16(stored, littleEndian: true)
        } else if stored.starts(with: [0xFE, 0xFF]) {
            self = .fromUTF16(stored, littleEndian: false)
        } else {
            let skip = stored.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            if let nul = stored.place(of: "\0") { throw .binary(offset: nul) }
            self = .fromBytes(stored, skip: skip, charset: charset)
        }
        if let nul = bytes.place(of: "\0") { throw .binary(offset: map.origin(of: nul)) }
        if bytes.allSatisfy({ $0 == 0x20 || (9...13).contains($0) }) { throw .empty }
    }

    /// Takes bytes as they are; they need not be UTF-8.
    init(verbatim bytes: [UInt8]) {
        self.init(bytes: bytes, map: OffsetMap(), encoding: .utf8)
    }

    private init(bytes: [UInt8], map: OffsetMap, encoding: Encoding, damage: Int = 0) {
        self.bytes = bytes
        self.map = map
        self.encoding = encoding
        self.damage = damage
    }
}

extension DecodedText {
    private static func fromBytes(
        _ stored: [UInt8],
        skip: Int,
        charset: String?
    ) -> DecodedText {
        let census = UTF8Census(stored, from: skip)
        // ISO 2022 writes everything in seven bits, which are sound UTF-8 too.
        let isSevenBit = charset?.lowercased().hasPrefix("iso-2022") == true
        if census.invalid == 0, !isSevenBit {
            let bytes = skip == 0 ? stored : Array(stored[skip...])
            return DecodedText(bytes: bytes, map: OffsetMap(shift: skip), encoding: .utf8)
        }
        // Four sound characters of several bytes for one broken byte do not come about by chance.
        if skip == 3 || census.multibyte > 4 * census.invalid {
            return repairedUTF8(stored, skip: skip, damage: census.invalid)
        }
        if let name = charset ?? stored.declaredCharset, !Self.western.contains(name.lowercased()),
            let charset = Charset(name)
        {
            return from(charset, stored, name: name)
        }
        return fromWindows1252(stored)
    }

    /// Names under which Windows-1252 is written, and those that the bytes have refuted.
    private static let western: Set<String> = [
        "utf-8", "utf8", "windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii", "ascii",
    ]

    /// Reads line by line, so that the way back to the file is exact to the line.
    private static func from(_ charset: Charset, _ stored: [UInt8], name: String) -> DecodedText {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(stored.count + stored.count / 4)
        var map = OffsetMap()
        var damage = 0
        var start = 0
        while start < stored.count {
            let end = stored[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? stored.count
            map.note(derived: bytes.count, origin: start, width: 1, originWidth: 1)
            damage += charset.append(stored[start..<end], to: &bytes)
            start = end
        }
        map.note(derived: bytes.count, origin: stored.count, width: 1, originWidth: 1)
        return DecodedText(bytes: bytes, map: map, encoding: .declared(name), damage: damage)
    }

    private static func repairedUTF8(_ stored: [UInt8], skip: Int, damage: Int) -> DecodedText {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(stored.count + 2 * damage)
        var map = OffsetMap(shift: skip)
        var index = skip
        while index < stored.count {
            let length = UTF8Census.length(in: stored, at: index)
            if length > 0 {
                map.note(derived: bytes.count, origin: index, width: 1, originWidth: 1)
                bytes.append(contentsOf: stored[index..<index + length])
                index += length
            } else {
                map.note(derived: bytes.count, origin: index, width: 3, originWidth: 1)
                bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
                index += 1
            }
        }
        return DecodedText(bytes: bytes, map: map, encoding: .utf8, damage: damage)
    }

    private static func fromWindows1252(_ stored: [UInt8]) -> DecodedText {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(stored.count + stored.count / 8)
        var map = OffsetMap()
        for (index, byte) in stored.enumerated() {
            let value =
                (0x80..<0xA0).contains(byte)
                ? UInt32(windows1252[Int(byte) - 0x80]) : UInt32(byte)
            let width = bytes.appendScalar(value)
            map.note(derived: bytes.count - width, origin: index, width: width, originWidth: 1)
        }
        return DecodedText(bytes: bytes, map: map, encoding: .windows1252)
    }

    private static func fromUTF16(_ stored: [UInt8], littleEndian: Bool) -> DecodedText {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(stored.count)
        var map = OffsetMap()
        var damage = 0
        func unit(_ index: Int) -> UInt32 {
            guard index + 1 < stored.count else { return 0xFFFD }
            let (low, high) = littleEndian ? (index, index + 1) : (index + 1, index)
            return UInt32(stored[low]) | UInt32(stored[high]) << 8
        }
        var index = 2
        while index < stored.count {
            var value = unit(index)
            var originWidth = min(2, stored.count - index)
            if (0xD800..<0xDC00).contains(value), (0xDC00..<0xE000).contains(unit(index + 2)) {
                value = 0x10000 + (value - 0xD800) << 10 + (unit(index + 2) - 0xDC00)
                originWidth = 4
            } else if (0xD800..<0xE000).contains(value) || originWidth == 1 {
                value = 0xFFFD
                damage += 1
            }
            let width = bytes.appendScalar(value)
            map.note(
                derived: bytes.count - width,
                origin: index,
                width: width,
                originWidth: originWidth
            )
            index += originWidth
        }
        let encoding = littleEndian ? Encoding.utf16LittleEndian : .utf16BigEndian
        return DecodedText(bytes: bytes, map: map, encoding: encoding, damage: damage)
    }
}

/// How much of a text is sound UTF-8.
private struct UTF8Census {
    var multibyte = 0
    var invalid = 0

    init(_ bytes: [UInt8], from start: Int) {
        var index = start
        while let next = bytes.endOfASCII(from: index) {
            let length = Self.length(in: bytes, at: next)
            if length > 0 { multibyte += 1 } else { invalid += 1 }
            index = next + max(1, length)
        }
    }

    /// The length of the character that starts at an index; 0 where there is none.
    ///
    /// Source: The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
    static func length(in bytes: [UInt8], at index: Int) -> Int {
        let first = bytes[index]
        guard first >= 0x80 else { return 1 }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return 0
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for other in bytes[(index + 2)..<max(index + 2, index + length)] where other & 0xC0 != 0x80
        {
            return 0
        }
        return length
    }
}

extension [UInt8] {
    /// Where the next byte stands that is none of ASCII; eight are looked at at once.
    fileprivate func endOfASCII(from start: Int) -> Int? {
        withUnsafeBytes { bytes in
            var index = start
            while index + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let high = word.littleEndian & 0x8080_8080_8080_8080
                guard high == 0 else { return index + high.trailingZeroBitCount / 8 }
                index += 8
            }
            return bytes[Swift.min(index, bytes.count)...].firstIndex { $0 >= 0x80 }
        }
    }

    /// Appends a Unicode scalar as UTF-8 and returns its width in bytes; U+FFFD for what is none.
    @discardableResult
    mutating func appendScalar(_ value: UInt32) -> Int {
        if value < 0x80 {
            append(UInt8(value))
            return 1
        }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        let encoded = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        append(contentsOf: encoded)
        return encoded.count
    }
}

/// The characters of the bytes 0x80 to 0x9F; the five that are unassigned stand for themselves.
///
/// Source: <https://encoding.spec.whatwg.org/index-windows-1252.txt>.
private let windows1252: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
]

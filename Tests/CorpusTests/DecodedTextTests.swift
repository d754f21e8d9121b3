import Records
import Testing

@testable import Corpus

@Suite struct DecodedTextTests {
    /// A text with letters of one, two, three and four bytes.
    static let text = "Zürich’s café sold 3 € worth of 🍵 on Friday."

    /// The text in each encoding.
    static let encodings: [([UInt8], DecodedText.Encoding)] = [
        (Array(text.utf8), .utf8),
        ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
        (
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            .utf16LittleEndian
        ),
        (
            [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
            .utf16BigEndian
        ),
    ]

    @Test(arguments: encodings)
    func `reads every encoding to the same text`(
        stored: [UInt8],
        encoding: DecodedText.Encoding
    ) throws {
        let decoded = try DecodedText(stored)
        #expect(decoded.encoding == encoding)
        #expect(decoded.damage == 0)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == Self.text)
    }

    @Test(arguments: encodings)
    func `finds the way back to the stored bytes`(
        stored: [UInt8],
        encoding: DecodedText.Encoding
    ) throws {
        let decoded = try DecodedText(stored)
        let word = try #require(Self.text.firstRange(of: "🍵"))
        let start = Self.text.utf8.distance(from: Self.text.startIndex, to: word.lowerBound)
        let origin = decoded.map.origin(of: start..<start + 4)
        let mark =
            encoding == .utf16LittleEndian || encoding == .utf16BigEndian
            ? Array(stored.prefix(2)) : []
        #expect(try DecodedText(mark + stored[origin]).bytes == Array("🍵".utf8))
    }

    @Test func `reads Windows-1252 and finds the way back`() throws {
        let stored: [UInt8] =
            Array("caf".utf8) + [0xE9, 0x20, 0x93] + Array("ok".utf8) + [0x94, 0x80]
        let decoded = try DecodedText(stored)
        #expect(decoded.encoding == .windows1252)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "café “ok”€")
        #expect(decoded.map.origin(of: 9..<11) == 6..<8)
    }

    @Test func `keeps UTF-8 with a broken byte and counts the damage`() throws {
        let stored = Array("äöüäöü".utf8) + [0xC3] + Array(" end".utf8)
        let decoded = try DecodedText(stored)
        #expect(decoded.encoding == .utf8)
        #expect(decoded.damage == 1)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "äöüäöü\u{FFFD} end")
        #expect(decoded.map.origin(of: 16..<19) == 14..<17)
    }

    @Test(
        arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80]] as [[UInt8]]
    )
    func `takes bytes that are no UTF-8 for Windows-1252`(stored: [UInt8]) throws {
        #expect(try DecodedText(Array("a ".utf8) + stored).encoding == .windows1252)
    }

    @Test func `reads a lone half of a pair and an odd last byte as damage`() throws {
        #expect(try DecodedText([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00, 0x62]).damage == 2)
    }

    @Test(
        arguments: [([0x61, 0x00], 1), ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], 4)]
            as [([UInt8], Int)]
    )
    func `tells where a NUL byte stands`(stored: [UInt8], offset: Int) {
        #expect(throws: DecodedText.Failure.binary(offset: offset)) { try DecodedText(stored) }
    }

    @Test(
        arguments: [
            ("<html><head><meta charset=gb2312><title>", "gb2312"),
            ("<script charset=\"utf-8\"></script><meta content='text/html; charset=GBK'>", "gbk"),
            ("<script charset=\"utf-8\"></script>", nil),
            ("a text on charset=latin1", nil),
        ] as [(String, String?)]
    )
    func `believes an encoding that a meta element declares`(head: String, expected: String?) {
        #expect(Array(head.utf8).declaredCharset == expected)
    }
}

import Testing

@testable import Briefing

struct XMLScannerTests {
    private static let whole = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sheet a="1 &gt; 0"><row r="1"><c r="A1"><v>1.5E-7</v></c><c r="B1" t="s"><v>0</v></c></row>\
        <t>é &amp; 日本</t><row/></sheet>

        """

    /// Scans a text in pieces of a few bytes.
    private func scanned(_ text: some Collection<UInt8>, pieces: Int) throws -> XMLScanner {
        var scanner = XMLScanner()
        let bytes = Array(text)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            let piece = Array(bytes[start..<min(start + pieces, bytes.count)])
            try piece.withUnsafeBufferPointer { try scanner.scan($0) }
        }
        try scanner.finish()
        return scanner
    }

    @Test(arguments: [1, 2, 7, 64, 4096])
    func `counts elements however the bytes come`(pieces: Int) throws {
        let scanner = try scanned(Self.whole.utf8, pieces: pieces)
        #expect(scanner.rows == 2)
        #expect(scanner.cells == 2)
        #expect(scanner.links == 0)
    }

    @Test func `finds every early end`() {
        let end = Self.whole.utf8.count - 2
        for length in 0..<end {
            #expect(throws: XMLScanner.Fault.self, "\(length) bytes") {
                try scanned(Self.whole.utf8.prefix(length), pieces: 50)
            }
        }
    }

    @Test(
        arguments: [
            ("<a><b></a></b>", .badTag), ("<a></a><b/>", .badTag), ("<a/>text", .endsEarly),
            ("<a/>text<b/>", .badTag),
            ("<a b=1/>", .badTag), ("<a b=\"<\"/>", .badTag), ("<a>&nbsp;</a>", .badTag),
            ("<a>& </a>", .badTag), ("<a", .endsEarly), ("", .endsEarly),
            ("<!-- no --><a/>", .badTag), ("<a>\u{1}</a>", .badCharacter),
            ("<a b=\"\u{FFFF}\"/>", .badCharacter), ("<a>\u{FFFE}</a>", .badCharacter),
            ("<s><c><v>1,5</v></c></s>", .badNumber), ("<s><c><v>NAN</v></c></s>", .badNumber),
        ] as [(String, XMLScanner.Fault)]
    )
    func `names the fault`(text: String, fault: XMLScanner.Fault) {
        #expect(throws: fault) { try scanned(text.utf8, pieces: 64) }
    }

    @Test func `refuses bytes that are no UTF-8`() {
        let bytes = Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8)
        #expect(throws: XMLScanner.Fault.badCharacter) { try scanned(bytes, pieces: 64) }
    }

    @Test func `reads how many texts are announced`() throws {
        let text = "<sst count=\"9\" uniqueCount=\"2\"><si><t>a</t></si><si><t>b</t></si></sst>"
        let scanner = try scanned(text.utf8, pieces: 64)
        #expect(scanner.announcedTexts == 2)
        #expect(scanner.texts == 2)
    }
}

import CZlib
import Corpus
import Diagnostics
import Records
import Testing

@Suite struct PackedTests {
    /// What a converter of PDF does in a test.
    struct Converter: PDFConverter {
        var result: Result<String, PDFTrouble>

        func text(of pdf: [UInt8]) throws(PDFTrouble) -> [UInt8] { Array(try result.get().utf8) }
    }

    func reading(
        _ bytes: [UInt8],
        path: String,
        pdf: (any PDFConverter)? = nil
    ) throws -> Reading {
        try Archive(files: MemoryFileSystem(), pdf: pdf).articles(in: bytes, path: path)
    }

    /// Some bytes packed by gzip.
    func packed(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        try #require(
            deflateInit2_(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
                == Z_OK
        )
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count / 100 + 1_000)
        let left = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = uInt(target.count)
                deflate(&stream, Z_FINISH)
                return Int(stream.avail_out)
            }
        }
        return Array(output.dropLast(left))
    }

    static let page =
        "<html><body><p>The council of Port Ellery bought the old pier.</p></body></html>"

    @Test func `reads a packed file as what it holds`() throws {
        let reading = try reading(try packed(Array(Self.page.utf8)), path: "pier.html.gz")
        #expect(reading.articles.map(\.text) == ["The council of Port Ellery bought the old pier."])
    }

    @Test func `refuses what unpacks without end`() throws {
        // Packed pieces in a row are one file.
        let piece = try packed([UInt8](repeating: 0x20, count: 1 << 22))
        let bomb = Array(repeatElement(piece, count: (Archive.largestFile >> 22) + 1).joined())
        #expect(bomb.count < 1 << 20)
        #expect(try reading(bomb, path: "bomb.gz").diagnostics.map(\.code) == ["too-large"])
    }

    @Test func `tells a packed file that was cut off`() throws {
        let half = try packed(Array(Self.page.utf8)).dropLast(9)
        let reading = try reading(Array(half), path: "pier.html.gz")
        #expect(reading.diagnostics.map(\.code) == ["damaged-gzip"])
    }

    @Test(
        arguments: [
            (nil, "no-pdftotext"), (Converter(result: .failure(.notInstalled)), "no-pdftotext"),
            (Converter(result: .failure(.failed(status: 1))), "broken-pdf"),
            (Converter(result: .failure(.tooSlow(seconds: 60))), "slow-pdf"),
            (Converter(result: .success(" \u{C}")), "empty"),
        ] as [(Converter?, String)]
    )
    func `tells why a PDF was not read`(pdf: Converter?, code: String) throws {
        let reading = try reading(Array("%PDF-1.4".utf8), path: "a.pdf", pdf: pdf)
        #expect(reading.diagnostics.map(\.code) == [code])
    }

    @Test func `reads the text of a PDF`() throws {
        let text =
            "Council buys old pier\n\nThe council of Port Ellery bought the old pier on Thursday, and "
            + "repairs are to begin in March."
        let reading = try reading(
            Array("%PDF-1.4".utf8),
            path: "a.pdf",
            pdf: Converter(result: .success(text))
        )
        #expect(reading.articles.map(\.text) == [text])
    }

    @Test(arguments: [
        ("a-program-that-nobody-has", PDFTrouble.notInstalled), ("false", .failed(status: 1)),
    ])
    func `tells how a program ended`(program: String, trouble: PDFTrouble) {
        #expect(throws: trouble) { try Poppler(program: program).text(of: Array("%PDF".utf8)) }
    }

    /// A page with a paragraph of five lines, without the table of objects, which readers find themselves.
    private static let pdf = """
        %PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R
        /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
        4 0 obj <</Length 360>> stream
        BT /F1 12 Tf 40 700 Td (The council of Port Ellery bought the old pier on Thursday,) Tj
        0 -14 Td (and repairs are to begin in March, the mayor said after the) Tj
        0 -14 Td (vote. Divers had found that half of its piles are rotten, so) Tj
        0 -14 Td (that the work will take until the autumn at the earliest and) Tj
        0 -14 Td (cost more than the town has put aside.) Tj ET
        endstream endobj
        trailer <</Root 1 0 R>>
        %%EOF
        """

    @Test(.enabled(if: (try? Poppler().text(of: Array(pdf.utf8))) != nil, "needs pdftotext"))
    func `reads a PDF by poppler where that is installed`() throws {
        let reading = try reading(Array(Self.pdf.utf8), path: "a.pdf", pdf: Poppler())
        #expect(
            reading.articles.map(\.text) == [
                "The council of Port Ellery bought the old pier on Thursday, and repairs are to begin in "
                    + "March, the mayor said after the vote. Divers had found that half of its piles are "
                    + "rotten, so that the work will take until the autumn at the earliest and cost more "
                    + "than the town has put aside."
            ]
        )
    }
}

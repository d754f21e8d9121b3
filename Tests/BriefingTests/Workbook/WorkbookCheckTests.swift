import Foundation
import Testing

@testable import Briefing

struct WorkbookCheckTests {
    private static let tally = SheetTally(rows: 3, cells: 3, links: 1, tables: 1)

    /// The bytes of a workbook with one table of two rows.
    private func workbook(in folder: TemporaryFolder) throws -> Data {
        let link = WorkbookLayout.Link(text: "x", target: .address("https://n.example/"))
        let layout = WorkbookLayout(
            properties: .example,
            sheets: [.column(["some words", .link(link)])]
        )
        _ = try WorkbookFile.write(layout, to: folder.path("whole.xlsx"))
        return try Data(contentsOf: URL(filePath: folder.path("whole.xlsx")))
    }

    private func check(
        _ bytes: Data,
        in folder: TemporaryFolder,
        _ tallies: [SheetTally] = [tally]
    ) throws {
        let file = folder.path("stage.xlsx")
        try bytes.write(to: URL(filePath: file))
        try WorkbookCheck(path: "b.xlsx", tallies: tallies).check(file)
    }

    @Test func `passes a whole file`() throws {
        let folder = try TemporaryFolder()
        try check(workbook(in: folder), in: folder)
    }

    @Test(arguments: [
        (SheetTally(rows: 4, cells: 3, links: 1, tables: 1), "has 3 of 4 rows"),
        (SheetTally(rows: 3, cells: 4, links: 1, tables: 1), "has 3 of 4 cells"),
        (SheetTally(rows: 3, cells: 3, links: 2, tables: 1), "has 1 of 2 links"),
        (SheetTally(rows: 3, cells: 3, links: 1, tables: 2), "has 1 of 2 tables"),
        (SheetTally(rows: 3, cells: 3, links: 1, tables: 1, charts: 1), "has 0 of 1 charts"),
    ])
    func `misses what was written and is not there`(tally: SheetTally, fault: String) throws {
        let folder = try TemporaryFolder()
        let error = try #require(throws: WriterError.self) {
            try check(workbook(in: folder), in: folder, [tally])
        }
        guard case .damaged(_, _, let told) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(told == fault)
        #expect(error.isDiskTrouble)
    }

    @Test func `misses a sheet`() throws {
        let folder = try TemporaryFolder()
        #expect(
            throws: WriterError.damaged(
                path: "b.xlsx",
                part: "xl/worksheets/sheet2.xml",
                fault: "is missing"
            )
        ) { try check(workbook(in: folder), in: folder, [Self.tally, SheetTally()]) }
    }

    @Test(arguments: [0, 1, 21, 22, 500, 3000])
    func `finds a file that ends early`(length: Int) throws {
        let folder = try TemporaryFolder()
        #expect(
            throws: WriterError.damaged(
                path: "b.xlsx",
                part: "the file",
                fault: "has no list of its parts"
            )
        ) { try check(workbook(in: folder).prefix(length), in: folder) }
    }

    @Test(arguments: Array(stride(from: 100, to: 3000, by: 290)))
    func `finds a byte that is not what was written`(offset: Int) throws {
        let folder = try TemporaryFolder()
        var bytes = try workbook(in: folder)
        let archive = try ZipArchive(bytes)
        bytes[offset] ^= 0x40
        // A byte of a part's own header may change and the part stay readable.
        let isPacked = archive.parts.contains { archive.packedRange(of: $0).contains(offset) }
        guard isPacked else { return }
        #expect(throws: WriterError.self) { try check(bytes, in: folder) }
    }

    @Test func `finds a part that was cut before it was packed`() throws {
        let folder = try TemporaryFolder()
        var parts = try WrittenWorkbook.parts(of: workbook(in: folder))
        try check(Data.zip(parts), in: folder)
        let name = "xl/worksheets/sheet1.xml"
        parts[name] = parts[name].map { String($0.prefix($0.count / 2)) }
        #expect(
            throws: WriterError.damaged(path: "b.xlsx", part: name, fault: "ends early")
        ) { try check(Data.zip(parts), in: folder) }
        parts[name] = ""
        #expect(
            throws: WriterError.damaged(path: "b.xlsx", part: name, fault: "ends early")
        ) { try check(Data.zip(parts), in: folder) }
    }
}

extension Data {
    /// A zip file of parts that are stored as they are, as a full disk would leave them.
    fileprivate static func zip(_ parts: [String: String]) -> Data {
        var (local, central) = (Data(), Data())
        for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
            let bytes = Data(text.utf8)
            let sizes = [crc(bytes), UInt32(bytes.count), UInt32(bytes.count)]
            let names = [UInt16(name.utf8.count), 0]
            central.add([0x0201_4B50 as UInt32])
            central.add([20, 20, 0, 0, 0, 0] as [UInt16])
            central.add(sizes)
            central.add(names + [0, 0, 0, 0, 0])
            central.add([UInt32(local.count)])
            central.append(contentsOf: name.utf8)
            local.add([0x0403_4B50 as UInt32])
            local.add([20, 0, 0, 0, 0] as [UInt16])
            local.add(sizes)
            local.add(names)
            local.append(contentsOf: name.utf8)
            local.append(bytes)
        }
        var end = Data()
        end.add([0x0605_4B50 as UInt32])
        end.add([0, 0, UInt16(parts.count), UInt16(parts.count)])
        end.add([UInt32(central.count), UInt32(local.count)])
        end.add([0 as UInt16])
        return local + central + end
    }

    private mutating func add(_ numbers: [some FixedWidthInteger]) {
        for number in numbers {
            Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
        }
    }

    /// The CRC-32 of zip files, bit by bit.
    private static func crc(_ bytes: Data) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
        }
        return ~sum
    }
}

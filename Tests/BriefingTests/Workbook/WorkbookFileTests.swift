import Diagnostics
import Foundation
import Records
import Testing

@testable import Briefing

struct WorkbookFileTests {
    private func day(_ text: String) throws -> Day { try #require(CalendarDate(text)?.day) }

    @Test func `writes typed cells`() throws {
        let sheet = WorkbookLayout.Sheet.column(
            ["=1+1", .number(1.5), .integer(400), .date(try day("2024-07-28")), .number(.nan)]
        )
        let book = try WrittenWorkbook(sheet)
        #expect(!book.sheet.contains("<f>"))
        #expect(book.texts.contains("<t>=1+1</t>"))
        #expect(book.sheet.contains("<v>1.5</v>"))
        #expect(book.sheet.contains("<v>400</v>"))
        #expect(book.sheet.contains("<v>45501</v>"))
        #expect(!book.sheet.contains("\"A6\""))
        #expect(book["xl/styles.xml"].contains("formatCode=\"yyyy-mm-dd\""))
        #expect(book.codes == ["not-a-number"])
    }

    @Test func `writes texts that the library would drop or spoil`() throws {
        let long = String(repeating: "🚢", count: 20_000)
        let escapes = String(repeating: "_x0041_", count: 4681)
        let book = try WrittenWorkbook(.column([.text(long), .text(escapes), "a\u{FFFE}b\u{1}"]))
        #expect(book.texts.contains("🚢 … [cut]</t>"))
        #expect(book.texts.contains("<t>_x005F_x0041_"))
        #expect(book.texts.contains("<t>a\u{FFFD}b\u{FFFD}</t>"))
        #expect(book.texts.contains("uniqueCount=\"4\""))
        #expect(book.codes == ["text-cut", "characters-replaced"])
    }

    @Test func `makes a table with a header that stays`() throws {
        let table = WorkbookLayout.Table(
            name: "tbl_deals",
            columns: [
                .init("ID", .identifier), .init("Value", .amount), .init("value"), .init(""),
                .init("Start", .count, unit: "bytes"),
            ],
            rows: [["deal-1", .integer(5), "five"], ["deal-2"]]
        )
        let book = try WrittenWorkbook(.init(name: "Deals", content: .table(table)))
        let part = book["xl/tables/table1.xml"]
        #expect(part.contains("ref=\"A1:E3\""))
        #expect(part.contains("<autoFilter ref=\"A1:E3\"/>"))
        #expect(part.contains("name=\"tbl_deals\" displayName=\"tbl_deals\""))
        for header in ["ID", "Value", "value (2)", "Column 4", "Start (bytes)"] {
            #expect(part.contains("name=\"\(header)\""))
            #expect(book.texts.contains("<t>\(header)</t>"))
        }
        #expect(book.sheet.contains("state=\"frozen\""))
        #expect(book.sheet.contains("orientation=\"landscape\""))
        #expect(book.sheet.contains("paperSize=\"9\""))
        #expect(book.sheet.contains("fitToHeight=\"0\""))
        #expect(book["xl/workbook.xml"].contains("_xlnm.Print_Titles"))
        #expect(book["xl/workbook.xml"].contains(">Deals!$A$1:$E$3</definedName>"))
    }

    @Test func `keeps the columns of an empty table`() throws {
        let book = try WrittenWorkbook(.column([]))
        #expect(book["xl/tables/table1.xml"].contains("ref=\"A1:A2\""))
        #expect(book.sheet.contains("<c r=\"A1\""))
        #expect(!book.sheet.contains("<row r=\"2\""))
    }

    @Test func `tells tables of the same name apart`() throws {
        let book = try WrittenWorkbook(
            .column(["a"], name: "Deals"),
            .column(["b"], name: "deals")
        )
        #expect(book["xl/tables/table2.xml"].contains("displayName=\"tbl_cells_2\""))
        #expect(book["xl/workbook.xml"].contains("name=\"deals (2)\""))
    }

    @Test func `links safe addresses and rows, and nothing else`() throws {
        func link(_ target: WorkbookLayout.Link.Target) -> WorkbookLayout.Cell {
            .link(.init(text: "words", target: target, tip: "tip"))
        }
        let book = try WrittenWorkbook(
            .column(
                [
                    link(.address("https://n.example/?q=internal:abc&x=1")),
                    link(.address("javascript:alert(1)")), link(.row(7, sheet: "It's here")),
                    link(.address("mailto:desk@n.example")),
                ]
            ),
            .column(["x"], name: "It's here")
        )
        #expect(book.links.contains("Target=\"https://n.example/?q=internal%3Aabc&amp;x=1\""))
        #expect(book.links.contains("Target=\"mailto:desk@n.example\""))
        #expect(!book.links.contains("javascript"))
        #expect(book.sheet.contains("location=\"'It''s here'!A7\""))
        #expect(book.sheet.contains("tooltip=\"tip\""))
        #expect(book.sheet.components(separatedBy: "<hyperlink ").count == 4)
        #expect(book.codes == ["address-as-text"])
    }

    @Test func `makes a row high enough for a long text`() throws {
        let book = try WrittenWorkbook(
            .column([.text(String(repeating: "long ", count: 40)), "x"])
        )
        #expect(book.sheet.contains("ht=\"60\" customHeight=\"1\""))
        #expect(book.sheet.components(separatedBy: "customHeight").count == 2)
    }

    @Test func `names the file's title, author and keywords`() throws {
        let core = try WrittenWorkbook(.column(["x"]))["docProps/core.xml"]
        #expect(core.contains("<dc:title>Harbour weekly</dc:title>"))
        #expect(core.contains("<dc:creator>briefctl</dc:creator>"))
        #expect(core.contains("<cp:keywords>harbour, weekly</cp:keywords>"))
        #expect(core.contains(">2024-07-28T00:00:00Z</dcterms:created>"))
    }

    @Test func `writes the same bytes twice`() throws {
        let folder = try TemporaryFolder()
        let layout = WorkbookLayout(
            properties: .example,
            sheets: [.column(["a", .number(0.1)]), .column([])]
        )
        for name in ["one.xlsx", "two.xlsx"] {
            _ = try WorkbookFile.write(layout, to: folder.path(name))
        }
        let bytes = try ["one.xlsx", "two.xlsx"].map {
            try Data(contentsOf: URL(filePath: folder.path($0)))
        }
        #expect(bytes[0] == bytes[1])
        #expect(try folder.files == ["one.xlsx", "two.xlsx"])
    }

    @Test func `leaves the old file when writing fails`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("brief.xlsx")
        try Data("old".utf8).write(to: URL(filePath: path))
        let columns = (0..<16_385).map { WorkbookLayout.Column("Column \($0)") }
        let table = WorkbookLayout.Table(name: "tbl_wide", columns: columns, rows: [])
        let layout = WorkbookLayout(
            properties: .example,
            sheets: [.init(name: "Wide", content: .table(table))]
        )
        #expect(throws: WriterError.tooLarge(path: path, sheet: "Wide")) {
            try WorkbookFile.write(layout, to: path)
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("old".utf8))
        #expect(try folder.files == ["brief.xlsx"])
    }

    @Test func `removes what killed writers of the same file left behind`() throws {
        let folder = try TemporaryFolder()
        // No process has so great a number; process 1 is always there.
        let (gone, other) = ("brief.xlsx.\(Int32.max).part", "other.xlsx.\(Int32.max).part")
        for name in [gone, other, "brief.xlsx.1.part", "brief.xlsx.x.part"] {
            try Data().write(to: URL(filePath: folder.path(".\(name)")))
        }
        let layout = WorkbookLayout(properties: .example, sheets: [.column(["x"])])
        _ = try WorkbookFile.write(layout, to: folder.path("brief.xlsx"))
        #expect(
            try folder.files == [
                ".brief.xlsx.1.part", ".brief.xlsx.x.part", ".other.xlsx.\(Int32.max).part",
                "brief.xlsx",
            ]
        )
    }

    @Test func `says where it cannot write`() throws {
        let folder = try TemporaryFolder()
        let layout = WorkbookLayout(properties: .example, sheets: [.column(["x"])])
        let missing = folder.path("missing/brief.xlsx")
        #expect(throws: WriterError.unwritable(path: missing, code: ENOENT)) {
            try WorkbookFile.write(layout, to: missing)
        }
        #expect(throws: WriterError.notAFile(path: "/dev/null")) {
            try WorkbookFile.write(layout, to: "/dev/null")
        }
        #expect(
            WriterError.unwritable(path: "no/b.xlsx", code: ENOENT).diagnostic.description == """
                no/b.xlsx: error: the file cannot be written: no such file or directory [unwritable]
                  try: name a folder that exists and that you may write to
                """
        )
    }

    @Test func `writes through a link and keeps the mode`() throws {
        let folder = try TemporaryFolder()
        let (real, link) = (folder.path("real.xlsx"), folder.path("link.xlsx"))
        let files = FileManager.default
        #expect(
            files.createFile(atPath: real, contents: nil, attributes: [.posixPermissions: 0o640])
        )
        try files.createSymbolicLink(atPath: link, withDestinationPath: real)
        let layout = WorkbookLayout(properties: .example, sheets: [.column(["x"])])
        _ = try WorkbookFile.write(layout, to: link)
        let mode = try files.attributesOfItem(atPath: real)[.posixPermissions] as? Int
        #expect(mode == 0o640)
        #expect(try files.destinationOfSymbolicLink(atPath: link) == real)
        #expect(try !WrittenWorkbook.parts(of: Data(contentsOf: URL(filePath: real))).isEmpty)
    }

    @Test(.enabled(if: commaLocale != nil, "the system has no locale that writes 1,5"))
    func `writes a dot where the locale writes a comma`() throws {
        let former = uselocale(commaLocale)
        defer { uselocale(former) }
        let book = try WrittenWorkbook(.column([.number(1.5)], as: .amount))
        #expect(book.sheet.contains("<v>1.5</v>"))
        #expect(uselocale(nil) == commaLocale)
    }
}

/// A locale with a comma, where the system has one.
private nonisolated(unsafe) let commaLocale: locale_t? = {
    // Made once and never changed, so every thread may read it.
    for name in ["de_DE.UTF-8", "fr_FR.UTF-8", "es_ES.UTF-8", "it_IT.UTF-8", "pl_PL.UTF-8"] {
        if let locale = newlocale(1 << LC_NUMERIC, name, nil) { return locale }
    }
    return nil
}()

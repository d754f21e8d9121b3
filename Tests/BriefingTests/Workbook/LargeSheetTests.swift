import Foundation
import Testing

@testable import Briefing

struct LargeSheetTests {
    private static let link = WorkbookLayout.Cell.link(
        .init(text: "there", target: .address("https://n.example/a"))
    )

    private func sheet(rows: Int, columns: Int, cell: WorkbookLayout.Cell = "x")
        -> WorkbookLayout.Sheet
    {
        let row = Array(repeating: cell, count: columns)
        let table = WorkbookLayout.Table(
            name: "tbl_large",
            columns: (1...columns).map { .init("Column \($0)") },
            rows: Array(repeating: row, count: rows)
        )
        return .init(name: "Large", content: .table(table), purpose: "cell")
    }

    @Test func `keeps the filter and the header where there are too many cells for a table`() throws
    {
        let book = try WrittenWorkbook(sheet(rows: 2001, columns: 100), .column(["a"]))
        #expect(book.codes == [])
        #expect(book.sheet.contains("<autoFilter ref=\"A1:CV2002\"/>"))
        #expect(book.sheet.contains("state=\"frozen\""))
        #expect(book.sheet.contains("<is><t>Column 100</t></is>"))
        #expect(book["xl/workbook.xml"].contains("_xlnm.Print_Titles"))
        // The small sheet beside it is a table still.
        #expect(book.names.filter { $0.hasPrefix("xl/tables/") } == ["xl/tables/table1.xml"])
        #expect(!book["xl/worksheets/sheet2.xml"].contains("<autoFilter"))
    }

    @Test func `has a table up to 200,000 cells`() throws {
        let book = try WrittenWorkbook(sheet(rows: 2000, columns: 100))
        #expect(book["xl/tables/table1.xml"].contains("ref=\"A1:CV2001\""))
    }

    @Test func `makes the rows of a large sheet high enough`() throws {
        let long = WorkbookLayout.Cell.text(String(repeating: "long ", count: 40))
        let book = try WrittenWorkbook(sheet(rows: 100_001, columns: 2, cell: long))
        #expect(book.sheet.contains("<row r=\"100002\" ht=\"60\" customHeight=\"1\">"))
    }

    @Test func `writes 70,000 links as 65,530 and text, and says so`() throws {
        let book = try WrittenWorkbook(sheet(rows: 70_000, columns: 1, cell: Self.link))
        #expect(book.codes == ["links-as-text"])
        #expect(book.sheet.components(separatedBy: "<hyperlink ").count == 65_531)
        #expect(book.sheet.contains("<c r=\"A70001\""))
    }

    @Test func `tells on the first page what a large sheet lacks`() throws {
        let brief = Brief.harbour
        let sheets = [sheet(rows: 70_000, columns: 3, cell: Self.link)]
        let page = RowIndex(brief).readMe(of: brief, sheets).sheet("Read me")
        guard case .page(let lines) = page.content else { return }
        let notes = lines.filter { $0.cells.first?.words == "Large" }.compactMap { line in
            line.cells.dropFirst().first?.words
        }
        #expect(
            notes == [
                "a row for each cell",
                "links too many for a sheet, which stand as text from row 21845 on",
                "rows, too many for an Excel table; the filter works as elsewhere",
            ]
        )
    }
}

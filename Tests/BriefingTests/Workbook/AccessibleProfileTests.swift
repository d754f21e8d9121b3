import Foundation
import Testing

@testable import Briefing

/// The checklist that the profile follows, item by item.
struct AccessibleProfileTests {
    private let layout = WorkbookLayout(.harbour, for: .accessible)

    /// The parts of the file with the sheets.
    private func sheets(_ book: WrittenWorkbook) -> [String] {
        layout.sheets.indices.map { book["xl/worksheets/sheet\($0 + 1).xml"] }
    }

    @Test func `has one table a sheet, with a title above it in A1`() throws {
        for sheet in layout.sheets.dropFirst() {
            let table = try #require(sheet.table)
            #expect(!table.rows.isEmpty || !sheet.purpose.isEmpty)
            #expect(sheet.above.count >= 2, "\(sheet.name)")
            #expect(sheet.above[1].hasPrefix("One table, with a row for each "))
            #expect(sheet.charts.isEmpty)
        }
        #expect(
            layout.sheets.map(\.name).prefix(4) == [
                "Read me", "Sheets", "Worth knowing", "Key points",
            ]
        )
        let book = try WrittenWorkbook(layout)
        #expect(book.codes == [])
        #expect(
            book.names.count { $0.hasPrefix("xl/tables/") } == layout.sheets.count - 1
        )
        #expect(!book.names.contains { $0.contains("chart") || $0.contains("drawing") })
    }

    @Test func `opens with sentences in the first column`() throws {
        let lines = try layout.page("Read me")
        #expect(lines[0] == .init(.title, ["Harbour weekly"]))
        #expect(lines.contains(.init(.plain, ["Period: 22–28 July 2024 (week 30)"])))
        #expect(lines.allSatisfy { $0.cells.count == 1 })
    }

    @Test func `tells above a table what may be typed into it`() throws {
        let deals = try #require(layout.sheets.first { $0.name == "Deals" })
        #expect(deals.above[0] == "Deals")
        #expect(deals.above.contains { $0.hasPrefix("Verdict: confirm: it is right.") })
    }

    @Test func `has no filter, no frozen pane, no merged cell and nothing that floats`() throws {
        let book = try WrittenWorkbook(layout)
        for sheet in sheets(book) {
            for element in [
                "<autoFilter", "<pane", "<mergeCell", "<headerFooter", "prompt=", "<drawing",
                "hidden=",
            ] { #expect(!sheet.contains(element), "\(element)") }
        }
        for name in book.names where name.hasPrefix("xl/tables/") {
            #expect(!book[name].contains("<autoFilter"))
            #expect(!book[name].contains("TableStyle"))
        }
    }

    @Test func `keeps the words that a cell may hold, and how they wrap`() throws {
        let book = try WrittenWorkbook(layout)
        #expect(
            sheets(book).contains { $0.contains("<formula1>\"confirm,reject,pin\"</formula1>") }
        )
        #expect(book["xl/styles.xml"].contains("wrapText=\"1\""))
    }

    @Test func `leads to the rows where they stand now`() throws {
        let index = try #require(layout.sheets.firstIndex { $0.name == "Parties" })
        let deals = try #require(layout.sheets.first { $0.name == "Deals" })
        let book = try WrittenWorkbook(layout)
        let parties = book["xl/worksheets/sheet\(index + 1).xml"]
        #expect(parties.contains("location=\"'Deals'!A\(deals.above.count + 2)\""))
        #expect(book["xl/worksheets/sheet2.xml"].contains("location=\"'Deals'!A1\""))
    }

    @Test func `has the cells of the other profile`() throws {
        let other = WorkbookLayout(.harbour)
        for sheet in other.sheets where sheet.table != nil && sheet.name != "Data dictionary" {
            #expect(try layout.table(sheet.name) == sheet.table)
        }
    }
}

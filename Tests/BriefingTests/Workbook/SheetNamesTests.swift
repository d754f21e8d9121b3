import Testing

@testable import Briefing

struct SheetNamesTests {
    @Test(arguments: [
        (["Deals", "deals", "DEALS"], ["Deals", "deals (2)", "DEALS (3)"]),
        (["", "  ", "''"], ["Sheet", "Sheet (2)", "Sheet (3)"]),
        (["History", "HISTORY"], ["History sheet", "History sheet (2)"]),
        (["a/b[c]:d*e?f\\g"], ["a b c  d e f g"]),
        (["'quoted'"], ["quoted"]),
        (["C# deals"], ["C  deals"]),
        (["line\nbreak"], ["line break"]),
        ([String(repeating: "x", count: 40)], [String(repeating: "x", count: 31)]),
        ([String(repeating: "🚢", count: 20)], [String(repeating: "🚢", count: 15)]),
        (
            [String(repeating: "y", count: 31), String(repeating: "Y", count: 31)],
            [String(repeating: "y", count: 31), String(repeating: "Y", count: 27) + " (2)"]
        ),
        (["Deals", "Deals", "Deals (2)"], ["Deals", "Deals (3)", "Deals (2)"]),
    ])
    func `makes names that a tab may show`(names: [String], mended: [String]) {
        #expect(SheetNames.mended(names) == mended)
    }

    @Test(arguments: [
        (["Amount", "amount"], ["Amount", "amount (2)"]),
        (["", "\n"], ["Column 1", "Column 2"]),
        (["Start\n(bytes)"], ["Start (bytes)"]),
    ])
    func `makes headers that no two columns share`(titles: [String], headers: [String]) {
        #expect(SheetNames.headers(titles) == headers)
    }

    @Test func `cuts a header that is too long`() {
        let header = SheetNames.headers([String(repeating: "🚢", count: 300)])[0]
        #expect(header.utf16.count == 254)
    }

    @Test(arguments: [
        (["tbl_deals", "Tbl_Deals", "tbl_DEALS"], ["tbl_deals", "tbl_Tbl_Deals", "tbl_DEALS_2"]),
        (
            ["A1", "R1C1", "", "open questions", "übrig"],
            ["tbl_A1", "tbl_R1C1", "tbl__", "tbl_open_questions", "tbl__brig"]
        ),
    ])
    func `makes table names that formulas can call`(names: [String], mended: [String]) {
        #expect(SheetNames.tables(names) == mended)
    }
}

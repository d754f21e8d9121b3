import Testing

@testable import Briefing

struct ColumnWidthsTests {
    private func width(_ cells: FittedCell..., header: String = "") -> Double {
        var widths = ColumnWidths(headers: [header])
        for cell in cells { widths.fit(cell, column: 0) }
        return widths.widths[0]
    }

    @Test func `is wide enough for the longest line of any cell`() {
        #expect(width(.text("twenty characters...")) == 23)
        #expect(width(.text("short\ntwenty characters...\nshort"), .text("x")) == 23)
        #expect(width(.text("日本の港日本の港")) == 19)
    }

    @Test func `never leaves a number without room`() {
        #expect(width(.number(1_700_000_000, .whole)) == 17)
        #expect(width(.number(-1_700_000_000.25, .fraction)) == 23)
        #expect(width(.number(45_501, .date)) == 13)
        #expect(width(.number(45_501.5, .moment)) == 19)
    }

    @Test func `stays between its ends`() {
        #expect(width(.empty) == 8)
        #expect(width(.text(String(repeating: "long ", count: 1000))) == 60)
    }

    @Test(arguments: [
        ("short", 1), ("one\ntwo\nthree", 3), (String(repeating: "a", count: 60), 1),
        (String(repeating: "a", count: 61), 2), (String(repeating: "long ", count: 100), 9),
        (String(repeating: "long ", count: 10_000), 27),
    ])
    func `makes rows as high as their texts`(text: String, lines: Int) {
        var widths = ColumnWidths(headers: [""])
        #expect(widths.fit(.text(text), column: 0) == lines)
    }

    @Test func `prints as many columns as a person can read`() {
        var widths = ColumnWidths(headers: ["A", "B", "C", "D", "E"])
        #expect(widths.legibleColumns == 5)
        for column in 0..<5 {
            widths.fit(.text(String(repeating: "long ", count: 20)), column: column)
        }
        #expect(widths.legibleColumns == 3)
    }

    @Test func `tells how many columns a line above a table runs over`() {
        let widths = ColumnWidths(headers: ["", ""])
        #expect(widths.columns(holding: "eight it") == 1)
        #expect(widths.columns(holding: String(repeating: "a", count: 33)) == 5)
    }

    @Test func `leaves room for the button beside the header`() {
        #expect(width(header: "Information") >= 15)
    }
}

import Testing

@testable import Briefing

struct ColumnWidthsTests {
    private func width(_ cells: FittedCell..., header: String = "") -> Double {
        var widths = ColumnWidths(headers: [header])
        for cell in cells { widths.fit(cell, column: 0) }
        return widths.widths[0]
    }

    @Test func `is wide enough for the longest line of any cell`() {
        #expect(width(.text("twenty characters...")) == 22)
        #expect(width(.text("short\ntwenty characters...\nshort"), .text("x")) == 22)
        #expect(width(.text("日本の港日本の港")) == 18)
    }

    @Test func `never leaves a number without room`() {
        #expect(width(.number(1_700_000_000, .whole)) == 15)
        #expect(width(.number(-1_700_000_000.25, .fraction)) == 21)
        #expect(width(.number(45_501, .date)) == 12)
        #expect(width(.number(45_501.5, .moment)) == 18)
    }

    @Test func `stays between its ends`() {
        #expect(width(.empty) == 8)
        #expect(width(.text(String(repeating: "long ", count: 1000))) == 60)
    }

    @Test func `leaves room for the button beside the header`() {
        #expect(width(header: "Information") >= 15)
    }
}

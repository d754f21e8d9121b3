import Testing

@testable import Briefing

struct CellTextTests {
    @Test(arguments: [
        ("plain text", "plain text"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("a tab\tstays", "a tab\tstays"),
        ("literal _x0041_ stays", "literal _x005F_x0041_ stays"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ("_x00_ and _x000041_", "_x005F_x00_ and _x005F_x000041_"),
        ("_x_ and _y0041_ and _xGGGG_", "_x_ and _y0041_ and _xGGGG_"),
        ("=1+1", "=1+1"),
        ("é 日本 🚢", "é 日本 🚢"),
    ])
    func `keeps what a person reads`(raw: String, text: String) {
        let fitted = CellText(raw)
        #expect(fitted.text == text)
        #expect(!fitted.isCut && !fitted.isRepaired)
    }

    @Test(arguments: [
        ("bell\u{7}", "bell\u{FFFD}"), ("nul\0nul", "nul\u{FFFD}nul"),
        ("esc\u{1B}[31m", "esc\u{FFFD}[31m"), ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
        ("del\u{7F}", "del\u{FFFD}"),
    ])
    func `replaces what a cell cannot hold`(raw: String, text: String) {
        let fitted = CellText(raw)
        #expect(fitted.text == text)
        #expect(fitted.isRepaired)
    }

    @Test func `counts a text as the spreadsheet program does`() {
        let fits = String(repeating: "🚢", count: 16_383) + "a"
        #expect(CellText(fits).text == fits)
        let long = String(repeating: "🚢", count: 16_384)
        let cut = CellText(long)
        #expect(cut.isCut)
        #expect(cut.text.hasSuffix("🚢 … [cut]"))
        #expect(cut.text.utf16.count <= 32_767)
        #expect(cut.text.utf16.count > 32_760)
    }

    @Test func `counts escapes and never cuts one`() {
        let long = String(repeating: "_x0041_", count: 4000)
        let cut = CellText(long)
        #expect(cut.text.utf16.count <= 32_767)
        let words = cut.text.dropLast(CellText.mark.count).split(separator: "_x005F_")
        #expect(words.dropLast().allSatisfy { $0 == "x0041_" })
    }

    @Test func `cuts between two characters`() {
        let cut = CellText("aé\u{301}\u{302}bc", limit: CellText.mark.utf16.count + 2)
        #expect(!cut.isCut)
        let family = CellText("a👨‍👩‍👧‍👦 and their very long name", limit: 14)
        #expect(family.text == "a" + CellText.mark)
    }
}

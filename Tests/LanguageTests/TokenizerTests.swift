import Testing

@testable import Language

/// Tokens as tables: a text whose tokens are separated by | where no white space stands.
struct TokenizerTests {
    @Test(arguments: [
        "The bank did|n't act|.", "They|'ll go|, I|'m sure|.", "the minister|’s plan",
        "Mr. Ito paid $|1,700 for 35|%|.", "an air|-|to|-|air missile",
        "write to jo.doe@example.com|, or see https://example.com/a(b)|.",
        "We can|not say what the U.S. wants|.", "At 7:30 the 21st guest came|.",
        "He said|: “|No|.|”", "5|pm on 2031-02-03",
    ])
    func `splits a text into words, numbers and marks`(marked: String) throws {
        let text = marked.replacing("|", with: "")
        let document = try Analyzer().document(text)
        let expected = marked.split { $0 == " " || $0 == "|" }.map(String.init)
        #expect(document.tokens.map { String(document[$0.range]) } == expected)
    }
}

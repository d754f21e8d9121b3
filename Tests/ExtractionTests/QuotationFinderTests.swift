import Language
import Records
import Testing

@testable import Extraction

struct QuotationFinderTests {
    @Test(arguments: [
        ("He said “yes” and “no, never”.", ["yes", "no, never"]),
        ("He said \"yes\" and \"no, never\".", ["yes", "no, never"]),
        ("He said „ja“ and «oui».", ["ja", "oui"]),
        ("“She said ‘no’ to me,” he said.", ["She said ‘no’ to me,"]),
        (
            "“First part goes on\n\n“and here it ends,” he said.",
            ["First part goes on", "and here it ends,"]
        ),
        ("“Never closed, he said.", []),
        ("A stray ” and a “” pair.", []),
    ])
    func `pairs the marks of a block`(text: String, passages: [String]) throws {
        let analysis = try Analyst.shared.get().analysis(of: .sample(text))
        #expect(
            analysis.quotations.map { String(analysis.document.text(of: $0.tokens)) } == passages
        )
    }
}

struct PhraseTableTests {
    @Test
    func `finds the longest phrase that starts at a token`() throws {
        var table = PhraseTable<Int>()
        for (value, phrase) in [[1]: "bank", [2]: "bank of japan", [3]: "bank of"].map({
            ($0[0], $1)
        }) {
            table.add(value, under: phrase.split(separator: " ").map { Form($0) })
        }
        let document = try Analyzer().document("the Bank of Japan and the bank of England")
        let found = document.tokens.indices.compactMap {
            table.longest(at: $0, before: document.tokens.count, in: document.tokens)
        }
        #expect(found.map(\.length) == [3, 2])
        #expect(found.map(\.values) == [[2], [3]])
        #expect(table.longest(at: 1, before: 3, in: document.tokens)?.values == [3])
        #expect(table.contains(Form("BANK")))
        #expect(!table.contains(Form("of")))
    }

    @Test
    func `keeps every phrase when it grows`() {
        var table = PhraseTable<Int>()
        for number in 0..<5000 {
            table.add(number, under: [Form("a\(number)"), Form("b\(number)")])
        }
        table.add(-1, under: [Form]())
        #expect((0..<5000).allSatisfy { table.values(of: Form("a\($0)")).isEmpty })
        #expect(!table.contains(Form("a7")))
    }
}

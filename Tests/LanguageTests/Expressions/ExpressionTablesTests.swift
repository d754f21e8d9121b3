import Diagnostics
import Testing

@testable import Language

/// The tables of currencies, numbers and times, told by their lines when wrong.
struct ExpressionTablesTests {
    private static let header = "code\tsigns\twords\tminor\tcountries\tdefault\tscaled\tsource\n"

    @Test(arguments: [
        ("Usd\t$", "t.tsv:2: error: ‘Usd’ is not a currency code [no-currency-code]"),
        ("USD\t$|$", "t.tsv:2: error: ‘$’ stands twice in the line [duplicate-name]"),
        ("USD\t$\nEUR\t€", "t.tsv:3: error: ‘EUR’ stands behind ‘USD’ [unsorted]"),
        ("USD\t$\t\t\t\t€", "t.tsv:2: error: ‘€’ is no sign or word of the line [unknown-name]"),
        (
            "CNY\t¥\t\t\t\t¥\nJPY\t¥\t\t\t\t¥",
            "t.tsv:3: error: ‘¥’ has a default already [two-defaults]"
        ),
    ])
    func `refuses a wrong line of currencies`(lines: String, message: String) throws {
        let table = try DataTable(
            Self.header + lines,
            path: "t.tsv",
            columns: CurrencyTable.columns
        )
        let diagnostic = #expect(throws: Diagnostic.self) { try CurrencyTable(table) }
        #expect(diagnostic?.description.split(separator: "\n").first.map(String.init) == message)
    }

    @Test(arguments: [
        ("six\tcardinal\tsix", "‘six’ is no value of cardinal [no-number]"),
        ("July\tmonth\t13", "‘13’ is no value of month [no-number]"),
        ("couple\tquantity\tY", "‘Y’ is no value of quantity [no-number]"),
    ])
    func `refuses a wrong line of numbers and times`(line: String, message: String) throws {
        let columns = ["words", "kind", "value", "source"]
        let wrong = try DataTable(
            "words\tkind\tvalue\tsource\n" + line,
            path: "t.tsv",
            columns: columns
        )
        let currencies = try DataTable(Self.header, path: "c.tsv", columns: CurrencyTable.columns)
        let diagnostic = #expect(throws: Diagnostic.self) {
            try ExpressionLexicon(numbers: wrong, times: wrong, currencies: currencies)
        }
        let first = diagnostic?.description.split(separator: "\n").first
        #expect(first.map(String.init) == "t.tsv:2: error: " + message)
    }
}

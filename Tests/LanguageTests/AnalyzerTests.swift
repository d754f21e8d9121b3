import Diagnostics
import Testing

@testable import Language

struct AnalyzerTests {
    @Test func `reads every data file of the package`() throws { _ = try Analyzer() }

    @Test(arguments: [
        ("mr\ttitle\tany\tnever\thand", "a.tsv:2: error: ‘mr’ has no full stop [no-full-stop]"),
        (
            "mr.\ttitel\tany\tnever\thand",
            "a.tsv:2: error: ‘titel’ is unknown as class [unknown-class]"
        ),
        (
            "mr.\ttitle\tall\tnever\thand",
            "a.tsv:2: error: ‘all’ is unknown as before [unknown-before]"
        ),
        ("mr.\ttitle\tany\thand", "a.tsv:2: error: ‘hand’ is unknown as ends [unknown-ends]"),
    ])
    func `rejects abbreviations that it does not understand`(row: String, message: String) throws {
        let table = try DataTable(
            "form\tclass\tbefore\tends\tsource\n" + row,
            path: "a.tsv",
            columns: ["form", "class", "before", "ends", "source"]
        )
        let error = try #require(throws: Diagnostic.self) { try Abbreviations(table) }
        #expect(error.description.split(separator: "\n").first.map(String.init) == message)
    }

    @Test func `rejects contractions whose parts do not make them up`() throws {
        let parts = try DataTable(
            "form\tpart\tsource",
            path: "p.tsv",
            columns: ["form", "part", "source"]
        )
        let contractions = try DataTable(
            "form\tparts\tsource\ncannot\tcan|nt\thand",
            path: "c.tsv",
            columns: ["form", "parts", "source"]
        )
        let error = try #require(throws: Diagnostic.self) {
            try WordParts(parts: parts, contractions: contractions)
        }
        #expect(error.place == Place("c.tsv", line: 2))
    }
}

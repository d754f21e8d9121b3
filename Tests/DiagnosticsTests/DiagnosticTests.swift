import Diagnostics
import Testing

struct DiagnosticTests {
    @Test
    func `says what, where and how to mend it`() {
        let diagnostic = Diagnostic(
            .error,
            code: "unknown-tag",
            at: Place("x.tsv", line: 2, column: 1),
            "‘NUON’ is not a tag",
            mend: "use one of ADJ, ADV, NOUN"
        )
        #expect(
            diagnostic.description == """
                x.tsv:2:1: error: ‘NUON’ is not a tag [unknown-tag]
                  try: use one of ADJ, ADV, NOUN
                """
        )
    }

    @Test
    func `never steers a terminal`() {
        let diagnostic = Diagnostic(
            .warning,
            code: "odd",
            at: Place("a\u{1B}[2J\n.txt"),
            "\u{202E}evil\u{7}"
        )
        #expect(
            diagnostic.description == "a\\u{1b}[2J\\u{a}.txt: warning: \\u{202e}evil\\u{7} [odd]"
        )
    }

    @Test(
        arguments: [
            ("NUON", "NOUN"), ("noun", "NOUN"), ("ADVV", "ADV"), ("zebra", nil), ("", nil),
        ] as [(String, String?)]
    )
    func `offers the nearest choice when it is near`(word: String, nearest: String?) {
        #expect(["ADJ", "ADV", "NOUN"].nearest(to: word) == nearest)
    }
}

struct DataTableTests {
    @Test
    func `reads rows by column, past comments and blank lines`() throws {
        let table = try DataTable(
            "# words\n\nsource\tword\tforms\nhand\t run \t a | b\n# end\nhand\twalk\n",
            path: "w.tsv",
            columns: ["word", "forms", "source"]
        )
        #expect(table.rows.map { $0["word"] } == ["run", "walk"])
        #expect(table.rows.map { $0.list("forms") } == [["a", "b"], []])
        #expect(table.rows.map(\.line) == [4, 6])
    }

    @Test(arguments: [
        ("", "w.tsv: error: the table has no line of column names [no-header]"),
        ("word\n", "w.tsv:1: error: column ‘source’ is missing [bad-header]"),
        ("word\tsource\tword\n", "w.tsv:1: error: a column stands twice [bad-header]"),
        (
            "word\tsource\na\tb\tc\n",
            "w.tsv:2: error: the line has 3 cells, the table 2 columns [too-many-cells]"
        ),
    ])
    func `tells the line that is no such table`(text: String, message: String) {
        let error = #expect(throws: Diagnostic.self) {
            try DataTable(text, path: "w.tsv", columns: ["word", "source"])
        }
        #expect(error?.description.split(separator: "\n").first.map(String.init) == message)
    }
}

import Diagnostics

/// An abbreviation that carries a full stop.
struct Abbreviation: Hashable, Sendable {
    /// What the abbreviation stands for.
    enum Class: String, Hashable, Sendable, CaseIterable {
        case title, suffix, corporate, month, day, place, unit, time, latin, reference, other
    }

    /// What must follow for the full stop to belong to the abbreviation.
    enum Before: String, Hashable, Sendable, CaseIterable {
        case any, word, lower, capital, number
    }

    /// Whether a sentence may end with it.
    enum Ending: String, Hashable, Sendable, CaseIterable {
        case never, open
    }

    var kind: Class
    var before: Before
    var ending: Ending
}

/// The abbreviations of a language, by their forms with the full stop.
struct Abbreviations: Sendable {
    private let table: FormTable<Abbreviation>
    /// The length in bytes of the longest abbreviation.
    let longest: Int

    /// Reads the abbreviations from a table with the columns form, class, before, ends and source.
    init(_ table: DataTable) throws(Diagnostic) {
        var entries: [(Form, Abbreviation)] = []
        for row in table.rows {
            guard row["form"].last == "." else {
                throw row.diagnostic(
                    code: "no-full-stop",
                    "‘\(row["form"])’ has no full stop",
                    mend: "write the abbreviation with its full stop"
                )
            }
            let abbreviation = Abbreviation(
                kind: try row.choice("class"),
                before: try row.choice("before"),
                ending: try row.choice("ends")
            )
            entries.append((Form(row["form"]), abbreviation))
        }
        self.table = FormTable(entries)
        longest = table.rows.map(\.["form"].utf8.count).max() ?? 0
    }

    /// What an abbreviation is; nil for a word that is none.
    subscript(form: Form) -> Abbreviation? { table[form] }
}

import Diagnostics

/// The parts of words that decide where a word ends, and the words that are several.
struct WordParts: Sendable {
    /// What a part of a word does.
    enum Part: String, Hashable, Sendable, CaseIterable {
        case prefix, ending, unit, currency, domain, newsgroup, elision
    }

    private let parts: [Part: FormTable<Bool>]
    private let contractions: FormTable<[Int]>
    /// The length in bytes of the longest contraction.
    let longestContraction: Int

    /// Reads the parts from a table with the columns form, part and source, and the contractions
    /// from one with the columns form, parts and source.
    init(parts: DataTable, contractions: DataTable) throws(Diagnostic) {
        var entries: [Part: [(Form, Bool)]] = [:]
        for row in parts.rows {
            let part: Part = try row.choice("part")
            entries[part, default: []].append((Form(row["form"]), true))
        }
        self.parts = entries.mapValues { FormTable($0) }
        var splits: [(Form, [Int])] = []
        for row in contractions.rows {
            let words = row.list("parts")
            guard words.count > 1, words.joined() == row["form"] else {
                throw row.diagnostic(
                    code: "bad-contraction",
                    "the parts do not make up ‘\(row["form"])’",
                    mend: "write the form once more with | between its words"
                )
            }
            splits.append((Form(row["form"]), words.map(\.unicodeScalars.count)))
        }
        self.contractions = FormTable(splits)
        // A curly apostrophe takes two bytes more than a straight one.
        longestContraction = 2 + (splits.map { $0.1.reduce(0, +) }.max() ?? 0)
    }

    /// Whether a word is a part of a kind.
    func has(_ form: Form, as part: Part) -> Bool { parts[part]?[form] ?? false }

    /// The lengths in scalars of the words that make up a contraction.
    func contraction(_ form: Form) -> [Int]? { contractions[form] }
}

extension DataTable.Row {
    /// The cell under a column as one of the cases of an enumeration.
    func choice<Choice>(_ column: String) throws(Diagnostic) -> Choice
    where Choice: RawRepresentable<String> & CaseIterable {
        if let choice = Choice(rawValue: self[column]) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        throw diagnostic(
            code: "unknown-\(column)",
            "‘\(self[column])’ is unknown as \(column)",
            mend: "use one of \(known.joined(separator: ", "))"
        )
    }
}

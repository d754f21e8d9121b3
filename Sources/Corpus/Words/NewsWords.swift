internal import Diagnostics
internal import Foundation

/// The words by which the parts of a news page are told, as the data files list them.
///
/// A class, since every line of a text is held against them: a struct of so many tables costs more to hand on.
final class NewsWords: Sendable {
    /// Which lines are page furniture.
    let furniture: Furniture
    /// Months, weekdays, zones and the labels of dates.
    let dates: DateWords
    /// Agencies by each way a text credits them, in lower case.
    let agencies: [String: String]
    /// What opens a line that names an author.
    let bylineLeads: [String]
    /// Words that no person's name has.
    let collectives: Set<String>
    /// Words that may be written small within a name.
    let nameParticles: Set<String>
    /// Words of which names of sections are made.
    let sections: Set<String>
    /// What notes on the origin of a text look like.
    let notes: [NotePattern]
    /// Which lines tell of corrections and translations.
    let notices: Notices
    /// What the keys of front matter tell, by keys in lower case.
    let fields: [String: Field]
    /// What words in class and id attributes say about an element.
    let classes: ClassTable

    /// The words by which other languages than English are told.
    let languages: Languages

    /// The names of `meta` elements that tell a field, the most trusted first.
    let metaNames: [Field: [String]]

    /// What the keys of JSON tell, by keys in lower case, and their place in the order of trust.
    let jsonKeys: [String: JSONKey]

    /// What a key of JSON tells.
    struct JSONKey: Hashable, Sendable {
        var field: Field
        /// The place in the order of trust; 0 is trusted most.
        var rank: Int
    }

    /// What a key of front matter, of a page's head or of JSON tells about an article.
    enum Field: String, Hashable, Sendable, CaseIterable {
        case headline, outlet, author, address, published, modified, language, section
        /// A date of which the name does not say what it is the date of.
        case dated
        /// The main text as plain text or as HTML, what stands for it, a list of articles.
        case text, html, summary, items
    }

    /// Reads the data files of the package.
    init() throws(Diagnostic) {
        furniture = try Furniture(
            Self.table("en/furniture", columns: ["phrase", "match", "effect", "source"])
        )
        dates = try DateWords(
            Self.table("en/dates", columns: ["word", "kind", "value", "source"])
        )
        agencies = try Self.agencies()
        let bylines = try Self.table("en/bylines", columns: ["word", "kind", "source"])
        for row in bylines.rows {
            try Self.check(row, "kind", in: ["lead", "collective", "particle"])
        }
        func words(_ kind: String) -> [String] {
            bylines.rows.filter { $0["kind"] == kind }.map { $0["word"] }
        }
        bylineLeads = words("lead").sorted { $0.utf8.count > $1.utf8.count }
        collectives = Set(words("collective"))
        nameParticles = Set(words("particle"))
        sections = Set(
            try Self.table("en/sections", columns: ["word", "source"]).rows.map { $0["word"] }
        )
        notes = try Self.notes()
        notices = try Notices(
            Self.table("en/notices", columns: ["phrase", "match", "kind", "source"])
        )
        fields = try Self.fields("en/fields", key: "key").reduce(into: [:]) {
            $0[$1.key] = $1.field
        }
        metaNames = try Self.fields("html/meta", key: "name").reduce(into: [:]) {
            $0[$1.field, default: []].append($1.key)
        }
        jsonKeys = try Self.fields("json/fields", key: "key").enumerated().reduce(into: [:]) {
            $0[$1.element.key] = JSONKey(field: $1.element.field, rank: $1.offset)
        }
        languages = try Languages(
            Self.table("languages", columns: ["language", "words", "source"])
        )
        classes = try ClassTable(
            Self.table("html/classes", columns: ["word", "match", "effect", "source"])
        )
    }

    private static func agencies() throws(Diagnostic) -> [String: String] {
        var agencies: [String: String] = [:]
        for row in try table("en/agencies", columns: ["name", "credits", "source"]).rows {
            for credit in row.list("credits") {
                guard agencies.updateValue(row["name"], forKey: credit) == nil else {
                    throw row.diagnostic(code: "twice", "‘\(credit)’ stands twice")
                }
            }
        }
        return agencies
    }

    private static func notes() throws(Diagnostic) -> [NotePattern] {
        var notes: [NotePattern] = []
        for row in try table("en/notes", columns: ["pattern", "source"]).rows {
            guard let pattern = NotePattern(row["pattern"]) else {
                throw row.diagnostic(
                    code: "bad-pattern",
                    "‘\(row["pattern"])’ is not a pattern",
                    mend: "write words and slots in turn: {outlet}, {address}, {date}"
                )
            }
            notes.append(pattern)
        }
        return notes.sorted { $0.slots.count > $1.slots.count }
    }

    private static func fields(
        _ name: String,
        key: String
    ) throws(Diagnostic) -> [(key: String, field: Field)] {
        var fields: [(key: String, field: Field)] = []
        for row in try table(name, columns: [key, "field", "source"]).rows {
            try check(row, "field", in: Field.allCases.map(\.rawValue))
            if let field = Field(rawValue: row["field"]) { fields.append((row[key], field)) }
        }
        return fields
    }

    static func table(
        _ name: String,
        columns: [String]
    ) throws(Diagnostic) -> DataTable {
        guard let url = Bundle.module.url(forResource: "Resources/\(name)", withExtension: "tsv"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else {
            throw Diagnostic(
                .error,
                code: "missing-resource",
                at: Place("\(name).tsv"),
                "a data file of the program is missing",
                mend: "install the briefctl_Corpus.resources folder beside the binary"
            )
        }
        return try DataTable(text, path: "\(name).tsv", columns: columns)
    }

    /// Throws when a cell holds none of the words that its column knows.
    static func check(
        _ row: DataTable.Row,
        _ column: String,
        in choices: [String]
    ) throws(Diagnostic) {
        guard !choices.contains(row[column]) else { return }
        throw row.diagnostic(
            code: "unknown-\(column)",
            "‘\(row[column])’ is no \(column)",
            mend: "use one of \(choices.joined(separator: ", "))"
        )
    }
}

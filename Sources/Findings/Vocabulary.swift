public import Diagnostics
internal import Foundation

/// The words that comparing reports needs: what says little, what says the same, how names are built.
public struct Vocabulary: Sendable {
    enum Role: String, CaseIterable { case function, light, negation, question, calendar }

    /// What an organ of a state is called after: the state itself, or one of its branches.
    enum Organ: String, CaseIterable { case state, branch }

    let roles: [String: Role]
    /// The groups of verbs, by stem.
    let verbs: [String: String]
    /// The groups of verbs that some words further behind them give another sense, by stem.
    let splitVerbs: [String: [(tail: [String], group: String)]]
    /// What nouns and adjectives stand for, by stem.
    let concepts: [String: String]
    /// Groups of verbs with all the groups that exclude them.
    let opposites: [String: Set<String>]
    let numbers: NumberWords
    let honorifics: Set<String>
    let suffixes: Set<String>
    let actors: [String: String]
    /// Names of actors that have several words, by the first one, the longest first.
    let longActors: [String: [(words: [String], actor: String)]]
    let organs: [String: Organ]
    /// Words of the titles of government offices, with the group that each belongs to.
    let offices: [String: (role: Office.Role, group: String)]
    /// What figures count: words and phrases, with the group that each belongs to.
    let counted: [String: (role: Counted.Role, group: String)]
    /// Names of the papers on which deals stand, with whether they bind.
    let instruments: [String: Instrument.Role]

    /// Reads the tables that the package ships for a language.
    ///
    /// - Parameter language: The ISO 639-1 code; a folder of the package's resources.
    /// - Throws: A ``Diagnostic`` with file and line where a table is missing or wrong.
    public init(language: String = "en") throws(Diagnostic) {
        let words = try Self.table("words", language, ["form", "role", "source"])
        let verbs = try Self.table("verbs", language, ["form", "group", "source"])
        let concepts = try Self.table("concepts", language, ["form", "concept", "source"])
        let opposites = try Self.table("opposites", language, ["one", "other", "source"])
        let numbers = try Self.table("numbers", language, ["form", "role", "value", "source"])
        let names = try Self.table("names", language, ["form", "role", "source"])
        let actors = try Self.table("actors", language, ["form", "name", "source"])
        let organs = try Self.table("organs", language, ["form", "role", "source"])
        let offices = try Self.table("offices", language, ["form", "role", "group", "source"])
        let counted = try Self.table("counted", language, ["form", "role", "group", "source"])
        let instruments = try Self.table("instruments", language, ["form", "role", "source"])
        var roles: [String: Role] = [:]
        for row in words.rows { roles[row["form"]] = try row.known("role", as: Role.self) }
        self.roles = roles
        (self.verbs, splitVerbs) = try Self.verbs(verbs)
        self.concepts = Self.pairs(concepts, "concept").reduce(into: [:]) { $0[stem($1.0)] = $1.1 }
        let groups = Set(self.verbs.values)
        self.opposites = try Self.opposites(opposites, groups: groups)
        self.numbers = try NumberWords(numbers)
        honorifics = Set(names.rows.filter { $0["role"] == "honorific" }.map { $0["form"] })
        suffixes = Set(names.rows.filter { $0["role"] == "suffix" }.map { $0["form"] })
        self.actors = Self.pairs(actors, "name").reduce(into: [:]) { $0[$1.0] = $1.1 }
        longActors = Self.longNames(self.actors)
        var heads: [String: Organ] = [:]
        for row in organs.rows { heads[row["form"]] = try row.known("role", as: Organ.self) }
        self.organs = heads
        self.offices = try Self.groups(offices)
        self.counted = try Self.groups(counted)
        var papers: [String: Instrument.Role] = [:]
        for row in instruments.rows {
            papers[row["form"]] = try row.known("role", as: Instrument.Role.self)
        }
        self.instruments = papers
    }

    private static func groups<Role: RawRepresentable & CaseIterable>(
        _ table: DataTable
    ) throws(Diagnostic) -> [String: (role: Role, group: String)] where Role.RawValue == String {
        var groups: [String: (role: Role, group: String)] = [:]
        for row in table.rows {
            groups[row["form"]] = (try row.known("role", as: Role.self), row["group"])
        }
        return groups
    }

    /// Reads verbs; in a form as “leave … in place”, “…” stands for what the verb is told of.
    private static func verbs(
        _ table: DataTable
    ) throws(Diagnostic) -> ([String: String], [String: [(tail: [String], group: String)]]) {
        var verbs: [String: String] = [:]
        var splits: [String: [(tail: [String], group: String)]] = [:]
        for row in table.rows {
            let parts = row["form"].split(separator: "…", omittingEmptySubsequences: false)
                .map { $0.split(separator: " ").map(String.init) }
            guard parts.count <= 2, parts[0].count == 1, parts.count == 1 || !parts[1].isEmpty
            else {
                throw row.diagnostic(
                    code: "no-verb",
                    "‘\(row["form"])’ is neither a verb nor a verb with words behind it",
                    mend: "write one verb, or it and the words as in ‘leave … in place’"
                )
            }
            let verb = stem(parts[0][0])
            if parts.count == 1 {
                verbs[verb] = row["group"]
            } else {
                splits[verb, default: []].append((parts[1], row["group"]))
            }
        }
        return (verbs, splits)
    }

    private static func longNames(
        _ actors: [String: String]
    ) -> [String: [(words: [String], actor: String)]] {
        var names: [(words: [String], actor: String)] = []
        for name in Set(actors.keys).union(actors.values) {
            let words = name.split(separator: " ").map(String.init)
            if words.count > 1 { names.append((words, actors[name] ?? name)) }
        }
        names.sort { ($1.words.count, $0.actor) < ($0.words.count, $1.actor) }
        return Dictionary(grouping: names) { $0.words[0] }
    }

    private static func opposites(
        _ table: DataTable,
        groups: Set<String>
    ) throws(Diagnostic) -> [String: Set<String>] {
        var opposites: [String: Set<String>] = [:]
        for row in table.rows {
            let pair = [row["one"], row["other"]]
            for group in pair where !groups.contains(group) {
                throw row.diagnostic(
                    code: "unknown-group",
                    "‘\(group)’ is no group of verbs.tsv",
                    mend: "use a group that verbs.tsv names"
                )
            }
            opposites[pair[0], default: []].insert(pair[1])
            opposites[pair[1], default: []].insert(pair[0])
        }
        return opposites
    }

    private static func pairs(_ table: DataTable, _ column: String) -> [(String, String)] {
        table.rows.map { ($0["form"], $0[column]) }
    }

    private static func table(
        _ name: String,
        _ language: String,
        _ columns: [String]
    ) throws(Diagnostic) -> DataTable {
        let path = "Resources/\(language)/\(name).tsv"
        let url = Bundle.module.bundleURL.appendingPathComponent(path)
        guard let text = try? String(contentsOf: url, encoding: .utf8)
        else {
            throw Diagnostic(
                .error,
                code: "missing-resource",
                at: Place(path),
                "the package's word table cannot be read",
                mend: "install the folders that end in .resources beside the program"
            )
        }
        return try DataTable(text, path: path, columns: columns)
    }
}

/// Numbers in words, what multiplies them, and the letters of currencies before figures.
struct NumberWords: Sendable {
    private enum Role: String, CaseIterable { case number, magnitude, currency }

    let values: [String: Double]
    let magnitudes: [String: Double]
    let currencies: Set<String>

    init(_ table: DataTable) throws(Diagnostic) {
        var values: [String: Double] = [:]
        var magnitudes: [String: Double] = [:]
        var currencies: Set<String> = []
        for row in table.rows {
            let role = try row.known("role", as: Role.self)
            guard role != .currency else {
                currencies.insert(row["form"])
                continue
            }
            guard let value = Double(row["value"]), value > 0 else {
                throw row.diagnostic(
                    code: "no-number",
                    "‘\(row["value"])’ is no number above zero",
                    mend: "write the number in digits, without commas"
                )
            }
            if role == .number { values[row["form"]] = value }
            if role == .magnitude { magnitudes[row["form"]] = value }
        }
        (self.values, self.magnitudes, self.currencies) = (values, magnitudes, currencies)
    }
}

extension DataTable.Row {
    /// A cell that must be one of a few words.
    fileprivate func known<Word: RawRepresentable & CaseIterable>(
        _ column: String,
        as: Word.Type
    ) throws(Diagnostic) -> Word where Word.RawValue == String {
        if let word = Word(rawValue: self[column]) { return word }
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw diagnostic(
            code: "unknown-\(column)",
            "‘\(self[column])’ is no \(column)",
            mend: "use one of \(known)"
        )
    }
}

package import Diagnostics
internal import Foundation
package import Language
package import Records

/// The words and names that the detectors know before they read an article.
package struct Lexicon: Sendable {
    /// A name of the gazetteer.
    package struct Name: Hashable, Sendable {
        /// The name by which it is told.
        package var name: String
        /// What it names.
        package var kind: Entity.Kind
        /// The country it belongs to, by name.
        package var country: String?
        /// What the phrase is to the thing: its name, or the adjective or people of a country.
        package var isDemonym = false
        /// Whether the phrase counts only in capitals, as “US” does.
        package var isAcronym = false
        /// Whether the phrase is also an ordinary word or a common name.
        package var isAmbiguous = false
    }

    /// The head of an office.
    package struct Title: Hashable, Sendable {
        /// The title in its full form.
        package var title: String
        /// What kind of office it is.
        package var kind: Official.Class
        /// Whether the form stands for several holders, as “senators” does.
        package var isPlural = false
        /// Whether a field may stand before it, as in “defence minister”.
        package var takesPortfolio = false
        /// Where it may stand to a name.
        package var position: Position
    }

    /// Where a title may stand to a name.
    package enum Position: String, Sendable, CaseIterable {
        /// Only before the name, only behind it, or either.
        case before, after, both
    }

    /// Countries, organisations and events by their names.
    package private(set) var names = PhraseTable<Name>()
    /// The heads of offices.
    package private(set) var titles = PhraseTable<Title>()
    private var classes = PhraseTable<WordClass>()

    /// Reads the lexicons that the program carries.
    ///
    /// - Throws: A ``Diagnostic`` with file and line when one of them is damaged.
    package init(analyzer: Analyzer) throws(Diagnostic) {
        try addWords()
        let countries = try addCountries(analyzer)
        try addOrganisations(analyzer, countries: countries)
        try addEvents(analyzer)
        try addTitles(analyzer)
    }

    /// What a word does, as far as it is known.
    package func wordClass(of form: Form) -> WordClass {
        classes.values(of: form).reduce(into: []) { $0.formUnion($1) }
    }

    private mutating func addWords() throws(Diagnostic) {
        for row in try Self.table("words", columns: ["word", "class", "source"]).rows {
            guard let kind = WordClass.named[row["class"]] else {
                throw row.unknown(row["class"], "class", WordClass.named.keys.sorted())
            }
            add(kind, row["word"])
            // Mr and Mr., Jan and Jan.
            if !kind.isDisjoint(with: [.honorific, .suffix, .month, .weekday]) {
                add(kind, row["word"] + ".")
            }
        }
        for row in try Self.table("given-names", columns: ["name", "source"]).rows {
            add(.givenName, row["name"])
        }
        for row in try Self.table("name-particles", columns: ["particle", "where", "source"]).rows {
            add(row["where"] == "last" ? .suffix : .particle, row["particle"])
        }
        for row in try Self.table("portfolios", columns: ["portfolio", "forms", "source"]).rows {
            for form in [row["portfolio"]] + row.list("forms") { add(.portfolio, form) }
        }
        for row in try Self.table("say-verbs", columns: ["lemma", "forms", "kind", "source"]).rows {
            guard let kind = WordClass.verbs[row["kind"]] else {
                throw row.unknown(row["kind"], "kind", WordClass.verbs.keys.sorted())
            }
            for form in row.list("forms") + [row["lemma"]] { add(kind, form) }
        }
        let heads = try Self.table(
            "organisation-heads",
            columns: ["word", "class", "position", "source"]
        )
        for row in heads.rows {
            if row["class"] == "government" { add(.ofGovernment, row["word"]) }
            for word in row.list("position") {
                guard let position = HeadPosition(rawValue: word) else {
                    throw row.unknown(word, "position", HeadPosition.allCases.map(\.rawValue))
                }
                add(position.wordClass, row["word"])
                let isFirm = ["company", "media", "bank"].contains(row["class"])
                if position == .last, !isFirm { add(.placed, row["word"]) }
            }
        }
    }

    private mutating func add(_ kind: WordClass, _ word: String) {
        // Only single words: longer phrases are matched by the tables that know what they name.
        guard !word.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") })
        else { return }
        classes.add(kind, under: CollectionOfOne(Form(word)))
    }

    private mutating func addCountries(
        _ analyzer: Analyzer
    ) throws(Diagnostic) -> [String: String] {
        let table = try Self.table(
            "countries",
            columns: ["code", "name", "aliases", "demonyms", "seat", "ambiguous", "source"]
        )
        var nameOfCode: [String: String] = [:]
        for row in table.rows {
            let name = row["name"]
            nameOfCode[row["code"]] = name
            let ambiguous = Set(row.list("ambiguous"))
            for form in [name] + row.list("aliases") + row.list("seat") {
                addName(
                    Name(
                        name: name,
                        kind: .country,
                        country: name,
                        isAmbiguous: ambiguous.contains(form)
                    ),
                    under: form,
                    analyzer
                )
            }
            for form in row.list("demonyms") where form != name {
                addName(
                    Name(
                        name: name,
                        kind: .country,
                        country: name,
                        isDemonym: true,
                        isAmbiguous: ambiguous.contains(form)
                    ),
                    under: form,
                    analyzer
                )
            }
        }
        return nameOfCode
    }

    private mutating func addOrganisations(
        _ analyzer: Analyzer,
        countries: [String: String]
    ) throws(Diagnostic) {
        let table = try Self.table(
            "organisations",
            columns: ["name", "aliases", "class", "country", "source"]
        )
        for row in table.rows {
            let country = countries[row["country"]]
            guard row["country"].isEmpty || country != nil else {
                throw row.unknown(row["country"], "country code", countries.keys.sorted())
            }
            for form in [row["name"]] + row.list("aliases") {
                addName(
                    Name(name: row["name"], kind: .organisation, country: country),
                    under: form,
                    analyzer
                )
            }
        }
    }

    private mutating func addEvents(_ analyzer: Analyzer) throws(Diagnostic) {
        for row in try Self.table("events", columns: ["name", "aliases", "source"]).rows {
            for form in [row["name"]] + row.list("aliases") {
                addName(Name(name: row["name"], kind: .event), under: form, analyzer)
            }
        }
    }

    private mutating func addName(_ name: Name, under phrase: String, _ analyzer: Analyzer) {
        var name = name
        // Of most names the first small letter tells.
        if !phrase.utf8.contains(where: { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) {
            let letters = phrase.filter(\.isLetter)
            name.isAcronym = letters.count <= 5 && letters == letters.uppercased()
        }
        names.add(name, under: analyzer.document(phrase).tokens.map(\.form))
    }

    private mutating func addTitles(_ analyzer: Analyzer) throws(Diagnostic) {
        let table = try Self.table(
            "titles",
            columns: [
                "title", "class", "abbreviations", "position", "plural", "portfolio", "source",
            ]
        )
        for row in table.rows {
            guard let kind = Official.Class(rawValue: row["class"]) else {
                throw row.unknown(row["class"], "class", Official.Class.allCases.map(\.rawValue))
            }
            guard let position = Position(rawValue: row["position"]) else {
                throw row.unknown(row["position"], "position", Position.allCases.map(\.rawValue))
            }
            var title = Title(
                title: row["title"],
                kind: kind,
                takesPortfolio: !row["portfolio"].isEmpty,
                position: position
            )
            for form in [row["title"]] + row.list("abbreviations") {
                titles.add(title, under: analyzer.document(form).tokens.map(\.form))
            }
            title.isPlural = true
            for form in row.list("plural") where form != row["title"] {
                titles.add(title, under: analyzer.document(form).tokens.map(\.form))
            }
        }
    }

    /// Reads a table that the program carries.
    package static func table(
        _ name: String,
        columns: [String]
    ) throws(Diagnostic) -> DataTable {
        try DataTable(resource("\(name).tsv"), path: "\(name).tsv", columns: columns)
    }

    /// The text of a file that the program carries.
    package static func resource(_ name: String) throws(Diagnostic) -> String {
        let url = Bundle.module.bundleURL.appending(path: "Resources/en/\(name)")
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            throw Diagnostic(
                .error,
                code: "missing-resource",
                at: Place(url.path),
                "a file of the program is missing or damaged",
                mend: "install the program again"
            )
        }
        return text
    }
}

/// Where the head word of an organisation's name stands in it.
private enum HeadPosition: String, CaseIterable {
    case first, last

    var wordClass: WordClass {
        switch self {
        case .first: .organisationFirst
        case .last: .organisationLast
        }
    }
}

extension DataTable.Row {
    func unknown(_ word: String, _ what: String, _ known: [String]) -> Diagnostic {
        let nearest = known.nearest(to: word).map { "write ‘\($0)’" }
        return diagnostic(
            code: "unknown-\(what.split(separator: " ")[0])",
            "‘\(word)’ is not a \(what)",
            mend: nearest ?? "use one of \(known.prefix(12).joined(separator: ", "))"
        )
    }
}

import Diagnostics
import Foundation
import Language

/// What lexicons say of the words of names: the tables of the extraction and that of the trainer.
struct NameLexicon {
    /// The hints by the hash of the word.
    private(set) var hints: [UInt64: NameHints] = [:]

    /// Reads the tables of folders.
    ///
    /// - Parameters:
    ///   - extraction: The folder with countries, organisations, titles, given names and particles.
    ///   - training: The folder with the words of names and the cities.
    /// - Throws: Why a lexicon cannot be read.
    init(extraction: URL, training: URL) throws {
        func rows(_ folder: URL, _ name: String, _ columns: [String]) throws -> [DataTable.Row] {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return try DataTable(text, path: name, columns: columns).rows
        }
        for row in try rows(extraction, "countries.tsv", ["name", "aliases", "demonyms", "seat"]) {
            for name in [row["name"]] + row.list("aliases") {
                add(name, whole: .country, part: .countryPart)
            }
            for name in row.list("demonyms") { add(name, whole: .demonym, part: .demonym) }
            for name in row.list("seat") { add(name, whole: .seat, part: .placePart) }
        }
        for row in try rows(extraction, "organisations.tsv", ["name", "aliases"]) {
            for name in [row["name"]] + row.list("aliases") {
                add(name, whole: .organisation, part: .organisationPart)
            }
        }
        for row in try rows(extraction, "given-names.tsv", ["name"]) {
            add(row["name"], whole: .givenName, part: .givenName)
        }
        for row in try rows(extraction, "name-particles.tsv", ["particle"]) {
            add(row["particle"], whole: .particle, part: .particle)
        }
        for row in try rows(extraction, "organisation-heads.tsv", ["word"]) {
            guard let head = row["word"].split(separator: " ").last else { continue }
            add(String(head), whole: .organisationHead, part: .organisationHead)
        }
        for row in try rows(extraction, "titles.tsv", ["title", "abbreviations"]) {
            for title in [row["title"]] + row.list("abbreviations") {
                guard let head = title.split(separator: " ").last else { continue }
                add(String(head), whole: .title, part: .title)
            }
        }
        for row in try rows(training, "cities.tsv", ["name"]) {
            add(row["name"], whole: .city, part: .city)
        }
        for row in try rows(training, "name-words.tsv", ["word", "kinds"]) {
            for kind in row.list("kinds") {
                guard let hint = Self.kinds[kind] else {
                    throw row.diagnostic(
                        code: "unknown-kind",
                        "‘\(kind)’ is no kind of name",
                        mend: "use one of \(Self.kinds.keys.sorted().joined(separator: ", "))"
                    )
                }
                add(row["word"], whole: hint, part: hint)
            }
        }
    }

    private static let kinds: [String: NameHints] = [
        "place": .place, "place-part": .placePart, "organisation": .organisation,
        "organisation-part": .organisationPart, "family-name": .familyName,
        "other-name": .otherName, "group": .group,
    ]

    /// Adds a name: as a whole where it is one word, else its words but the smallest.
    private mutating func add(_ name: String, whole: NameHints, part: NameHints) {
        let words = name.split { $0 == " " || $0 == "-" }
        for word in words where words.count == 1 || word.count > 3 {
            let bytes = Array(word.utf8)
            let token = Token(0..<bytes.count, .word, in: bytes.span, isSpaced: true)
            let hash = WordTraits(token, in: bytes.span).word
            hints[hash, default: []].insert(words.count == 1 ? whole : part)
        }
    }
}

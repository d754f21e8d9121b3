public import Diagnostics
internal import Foundation
internal import Mustache

/// What a brief says in its own words: sentence patterns, month names, currencies, who takes “the”.
///
/// Slots are filled with text from articles, which is never read as a pattern.
public struct Phrases: Sendable {
    let texts: [String: String]
    let patterns: [String: MustacheTemplate]
    let currencies: [String: String]
    let articled: [String: Set<String>]
    private let lists: [String: [String]]

    /// Reads the phrases that the package ships for a language.
    ///
    /// - Parameter language: The ISO 639-1 code; a folder of the package's templates.
    /// - Throws: A ``Diagnostic`` with file and line where a table is missing or wrong.
    public init(language: String = "en") throws(Diagnostic) {
        let folder = "Templates/\(language)"
        let names = ["phrases", "currencies", "articles"].map { "\(folder)/\($0).tsv" }
        let read = try names.map { path throws(Diagnostic) in try TemplateFile.shipped(path) }
        try self.init(
            phrases: DataTable(read[0], path: names[0], columns: ["key", "text", "source"]),
            currencies: DataTable(read[1], path: names[1], columns: ["code", "name", "source"]),
            articles: DataTable(read[2], path: names[2], columns: ["form", "match", "source"])
        )
    }

    /// Makes phrases from tables.
    init(
        phrases: DataTable,
        currencies: DataTable,
        articles: DataTable
    ) throws(Diagnostic) {
        var texts: [String: String] = [:]
        var patterns: [String: MustacheTemplate] = [:]
        for row in phrases.rows {
            let text = row["text"]
            texts[row["key"]] = text
            guard text.contains("{{") else { continue }
            do {
                patterns[row["key"]] = try MustacheTemplate(string: TemplateFile.plain + text)
            } catch {
                throw row.diagnostic(
                    code: "bad-pattern",
                    "the pattern ‘\(row["key"])’ cannot be read",
                    mend: "close every {{#slot}} with {{/slot}}"
                )
            }
        }
        self.texts = texts
        lists = texts.mapValues { $0.split(separator: "|").map(String.init) }
        self.patterns = patterns
        self.currencies = currencies.rows.reduce(into: [:]) { $0[$1["code"]] = $1["name"] }
        articled = articles.rows.reduce(into: [:]) {
            $0[$1["match"], default: []].insert($1["form"])
        }
    }

    /// Whether there is a phrase under a key.
    func has(_ key: String) -> Bool { texts[key] != nil }

    /// The phrase under a key, with its slots filled; empty slots count as absent.
    ///
    /// - Precondition: the table has the key.
    func text(_ key: String, _ slots: [String: String?] = [:]) -> String {
        guard let text = texts[key] else {
            preconditionFailure("the phrases have no ‘\(key)’")
        }
        guard let pattern = patterns[key] else { return text }
        let filled: [String: Any] = slots.compactMapValues { $0?.isEmpty == true ? nil : $0 }
        return pattern.render(filled)
    }

    /// A number of things: the key with `.one` or `.many`.
    func count(_ key: String, _ count: Int, _ slots: [String: String?] = [:]) -> String {
        let counted = slots.merging(["count": count.grouped]) { given, _ in given }
        return text(count == 1 ? "\(key).one" : "\(key).many", counted)
    }

    /// The parts of a phrase that is a list.
    ///
    /// - Precondition: the table has the key.
    func list(_ key: String) -> [String] {
        guard let list = lists[key] else { preconditionFailure("the phrases have no ‘\(key)’") }
        return list
    }

    /// Several things in a row: “a, b and c”; beyond a number of them, “a, b and 7 others”.
    func series(_ parts: [String], atMost limit: Int = 4) -> String {
        guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
        if parts.count > limit {
            let first = comma(Array(parts.prefix(limit - 1)))
            return text(
                "list.others",
                ["first": first, "count": (parts.count - limit + 1).grouped]
            )
        }
        return text("list.two", ["first": comma(Array(parts.dropLast())), "last": last])
    }

    /// Several things, separated by commas.
    func comma(_ parts: [String]) -> String {
        guard var result = parts.first else { return "" }
        for part in parts.dropFirst() {
            result = text("list.many", ["first": result, "last": part])
        }
        return result
    }

    /// An actor as a sentence names it, with “the” where English asks for it.
    func named(_ actor: String) -> String {
        let words = actor.split(separator: " ").map(String.init)
        guard let first = words.first, let last = words.last, first.lowercased() != "the" else {
            return actor
        }
        let takesThe =
            articled["whole"]?.contains(actor) == true
            || (words.count > 1 && articled["last"]?.contains(last) == true)
            || (words.dropFirst().first == "of" && articled["first"]?.contains(first) == true)
        return takesThe ? text("actor.the", ["actor": actor]) : actor
    }
}

public import Diagnostics
internal import Foundation

/// The words that comparing reports needs: what says little, what says the same, how names are built.
public struct Vocabulary: Sendable {
    enum Role: String, CaseIterable { case function, light, negation, question }

    let roles: [String: Role]
    let verbs: [String: String]
    let honorifics: Set<String>
    let suffixes: Set<String>
    let actors: [String: String]

    /// Reads the tables that the package ships for a language.
    ///
    /// - Parameter language: The ISO 639-1 code; a folder of the package's resources.
    /// - Throws: A ``Diagnostic`` with file and line where a table is missing or wrong.
    public init(language: String = "en") throws(Diagnostic) {
        let words = try Self.table("words", language, ["form", "role", "source"])
        let verbs = try Self.table("verbs", language, ["form", "group", "source"])
        let names = try Self.table("names", language, ["form", "role", "source"])
        let actors = try Self.table("actors", language, ["form", "name", "source"])
        var roles: [String: Role] = [:]
        for row in words.rows {
            guard let role = Role(rawValue: row["role"]) else {
                let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
                throw row.diagnostic(
                    code: "unknown-role",
                    "‘\(row["role"])’ is no role",
                    mend: "use one of \(known)"
                )
            }
            roles[row["form"]] = role
        }
        self.roles = roles
        self.verbs = Self.pairs(verbs, "group").reduce(into: [:]) { $0[stem($1.0)] = $1.1 }
        honorifics = Set(names.rows.filter { $0["role"] == "honorific" }.map { $0["form"] })
        suffixes = Set(names.rows.filter { $0["role"] == "suffix" }.map { $0["form"] })
        self.actors = Self.pairs(actors, "name").reduce(into: [:]) { $0[$1.0] = $1.1 }
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

internal import Diagnostics
internal import Language
internal import Records

/// The words beside numbers: how a number is meant, and what it can count.
struct FigureWords: Sendable {
    private enum Role: String, CaseIterable {
        case plural, uncounted, unit, other, about
        case atLeast = "at-least"
        case atMost = "at-most"

        var qualifier: Figure.Qualifier? {
            switch self {
            case .about: .about
            case .atLeast: .atLeast
            case .atMost: .atMost
            case .plural, .uncounted, .unit, .other: nil
            }
        }
    }

    private var roles: [Form: Role] = [:]
    private var qualifiers = PhraseTable<Figure.Qualifier>()

    /// Reads the words that the program carries.
    init(analyzer: Analyzer) throws(Diagnostic) {
        for row in try Lexicon.table("figures", columns: ["phrase", "role", "source"]).rows {
            guard let role = Role(rawValue: row["role"]) else {
                throw row.unknown(row["role"], "role", Role.allCases.map(\.rawValue))
            }
            let phrase = analyzer.document(row["phrase"]).tokens.map(\.form)
            if let qualifier = role.qualifier {
                qualifiers.add(qualifier, under: phrase)
            } else if phrase.count == 1, let form = phrase.first {
                roles[form] = role
            }
        }
    }

    /// The longest phrase that ends before a token and says how the number there is meant.
    func qualifier(
        before end: Int,
        in tokens: [Token],
        from start: Int
    ) -> (start: Int, qualifier: Figure.Qualifier)? {
        for first in max(start, end - 4)..<max(start, end) {
            guard let match = qualifiers.longest(at: first, before: end, in: tokens),
                first + match.length == end, let qualifier = match.values.first
            else { continue }
            return (first, qualifier)
        }
        return nil
    }

    /// Whether a word is a plural of things that can be counted, as far as spelling tells.
    func isCounted(_ token: Token, in document: Document) -> Bool {
        guard token.kind == .word else { return false }
        if let role = roles[token.form] { return role == .plural || role == .unit }
        let bytes = document.bytes[token.range]
        let last = UInt8(ascii: "s")
        // The “’s” of a possessive is no plural.
        guard bytes.count > 3, bytes.last == last, bytes.first != "’".utf8.first,
            !token.style.contains(.allCapitals)
        else { return false }
        return !"su'i".utf8.contains(bytes[bytes.endIndex - 2])
    }

    /// Whether a word before a number leaves out what was named before: “the other 26 states”.
    func isOther(_ token: Token) -> Bool { roles[token.form] == .other }

    /// Whether a word is a measure: “miles”.
    func isUnit(_ token: Token) -> Bool { roles[token.form] == .unit }

    /// Whether a word is a plural of what is no thing to count: “times”, “years”.
    func isUncounted(_ token: Token) -> Bool { roles[token.form] == .uncounted }
}

import Records

@testable import Language

/// A text in which every expression is marked, and what each one means.
///
///     "bought for ‹$1.7 billion› → 1700000000 USD"
///
/// Several meanings are separated by semicolons, in the order of the text. A text without marks has no
/// expression.
struct MarkedExpressions: ExpressibleByStringLiteral, CustomStringConvertible, Sendable {
    /// As it is written in the table.
    let description: String
    /// The text without marks.
    let text: String
    /// The marked parts with their meanings, as “part = meaning”.
    let expected: [String]

    init(stringLiteral value: String) {
        description = value
        let halves = value.split(separator: " → ", maxSplits: 1)
        let meanings =
            halves.count > 1 ? halves[1].split(separator: "; ").map(String.init) : []
        var text = ""
        var parts: [String] = []
        for piece in halves[0].split(separator: "‹", omittingEmptySubsequences: false) {
            let sides = piece.split(separator: "›", maxSplits: 1, omittingEmptySubsequences: false)
            if sides.count > 1 { parts.append(String(sides[0])) }
            text += sides.joined()
        }
        self.text = text
        precondition(parts.count == meanings.count, "every mark needs a meaning: \(value)")
        expected = zip(parts, meanings).map { "\($0) = \($1)" }
    }

    /// The expressions of the text on a day.
    func expressions(_ published: String?) throws -> (Document, Expressions) {
        let document = try Self.analyzer.get().document(text)
        let date = published.flatMap { CalendarDate($0) }
        return (document, try Self.grammar.get().expressions(in: document, published: date))
    }

    private static let analyzer = Result { try Analyzer() }
    private static let grammar = Result { try ExpressionGrammar() }
}

internal import Diagnostics

/// The phrases by which an article tells that it was corrected or translated by a machine.
struct Notices: Hashable, Sendable {
    /// What a line tells.
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case correction, translation
    }

    private struct Phrase: Hashable {
        var text: String
        var opens: Bool
        var kind: Kind
    }

    private var phrases: [Phrase] = []

    /// The longest line that is such a notice and not part of the story, in bytes; hand-set.
    static let longest = 500

    /// Takes the rows of a table.
    init(_ table: DataTable) throws(Diagnostic) {
        for row in table.rows {
            try NewsWords.check(row, "match", in: ["opens", "holds"])
            try NewsWords.check(row, "kind", in: Kind.allCases.map(\.rawValue))
            guard let kind = Kind(rawValue: row["kind"]) else { continue }
            let opens = row["match"] == "opens"
            phrases.append(Phrase(text: row["phrase"], opens: opens, kind: kind))
        }
    }

    /// What a line tells; nil when it is no notice.
    func kind(of line: String) -> Kind? {
        let folded = line.folded
        let opening = folded.utf8.drop { "*([_ ".utf8.contains($0) }
        return phrases.first {
            $0.opens ? opening.starts(with: $0.text.utf8) : folded.containsBytes($0.text)
        }?.kind
    }
}

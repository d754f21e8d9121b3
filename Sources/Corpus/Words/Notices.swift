internal import Diagnostics

/// The phrases by which an article tells that it was corrected or translated by a machine.
struct Notices: Hashable, Sendable {
    /// What a line tells.
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case correction, translation
    }

    private struct Opening: Hashable {
        var words: String
        var kind: Kind
    }

    private var openings: [Opening] = []
    private var parts = PhraseFinder()
    private var kinds: [Kind] = []

    /// The longest line that is such a notice and not part of the story, in bytes; hand-set.
    static let longest = 500

    /// Takes the rows of a table.
    init(_ table: DataTable) throws(Diagnostic) {
        for row in table.rows {
            try NewsWords.check(row, "match", in: ["opens", "holds"])
            try NewsWords.check(row, "kind", in: Kind.allCases.map(\.rawValue))
            guard let kind = Kind(rawValue: row["kind"]) else { continue }
            if row["match"] == "opens" {
                openings.append(Opening(words: row["phrase"], kind: kind))
            } else {
                try parts.add(row["phrase"], of: row)
                kinds.append(kind)
            }
        }
    }

    /// What a line tells, by what it opens with before what it holds; nil when it is no notice.
    func kind(of line: String) -> Kind? {
        let folded = line.folded
        let opening = folded.utf8.drop { "*([_ ".utf8.contains($0) }
        if let found = openings.first(where: { opening.starts(with: $0.words.utf8) }) {
            return found.kind
        }
        return parts.first(in: folded).map { kinds[$0] }
    }
}

internal import Diagnostics
internal import Records

/// One row of a file of verdicts.
struct VerdictRow: Hashable, Sendable {
    /// The file, and the line that the row begins in.
    let place: Place
    /// Where the row stands in the file, in bytes, with its line break.
    let range: Range<Int>
    private let cells: [VerdictFile.Column: String]

    /// Makes a row of its cells; empty ones do not count.
    init(_ cells: [VerdictFile.Column: String], at place: Place, range: Range<Int> = 0..<0) {
        self.cells = cells.filter { !$0.value.isEmpty }
        self.place = place
        self.range = range
    }

    /// A cell without white space around it; nil when it is empty.
    subscript(column: VerdictFile.Column) -> String? { cells[column] }

    /// The verdict as far as the row has one, whether or not it makes sense.
    var verdict: Verdict? {
        guard let id = self[.id],
            let kind = self[.verdict].flatMap({ Verdict.Kind(rawValue: $0.lowercased()) })
        else { return nil }
        return Verdict(
            id: id,
            kind: kind,
            field: self[.field],
            value: self[.value],
            note: self[.note],
            who: self[.who],
            when: self[.when].flatMap(CalendarDate.init)
        )
    }
}

internal import Diagnostics
internal import Records

/// Turns the rows of a sheet into verdicts and collects all that is wrong with them.
struct SheetCheck {
    private(set) var verdicts: [Verdict] = []
    private var check: VerdictCheck
    private var told: [Matter: (index: Int, line: Int)] = [:]
    private var own: [Diagnostic] = []
    private let who: String?
    private let when: Day

    init(known: Set<String>, who: String?, when: Day) {
        check = VerdictCheck(known: known, offered: Verdict.Kind.offeredInSheets)
        self.who = who
        self.when = when
    }

    /// What is wrong, in the order of the sheet.
    var diagnostics: [Diagnostic] {
        (check.diagnostics + own).enumerated().sorted { one, other in
            (one.element.place?.line ?? 0, one.offset)
                < (other.element.place?.line ?? 0, other.offset)
        }.map(\.element)
    }

    /// Takes a row that has a verdict or a note.
    mutating func take(_ row: VerdictRow) {
        let words = Verdict.Kind.offeredInSheets.map(\.rawValue)
        guard let word = row[.verdict] else {
            return report(
                "note-alone",
                row,
                "the row has a note and no verdict",
                mend: "write one of \(words.joined(separator: ", ")) beside the note"
            )
        }
        if let kind = row.verdict?.kind, !Verdict.Kind.offeredInSheets.contains(kind) {
            return report(
                "not-in-sheets",
                row,
                "‘\(word)’ cannot be ruled in a sheet",
                mend: "write it into ‘\(VerdictFile.fileName)’"
            )
        }
        guard var verdict = check.verdict(of: row) else { return }
        verdict.who = who
        verdict.when = .day(when)
        take(verdict, from: row)
    }

    private mutating func take(_ verdict: Verdict, from row: VerdictRow) {
        guard let earlier = told[verdict.matter] else {
            told[verdict.matter] = (verdicts.count, row.place.line ?? 1)
            return verdicts.append(verdict)
        }
        let other = verdicts[earlier.index]
        let wrong: String
        if other.kind != verdict.kind {
            wrong = "‘\(verdict.kind.rawValue)’ contradicts ‘\(other.kind.rawValue)’"
        } else if let note = verdict.note, let before = other.note, note != before {
            wrong = "the note is another than that"
        } else {
            verdicts[earlier.index].note = other.note ?? verdict.note
            return
        }
        report(
            "contradiction",
            row,
            "\(wrong) in line \(earlier.line) on ‘\(verdict.id)’",
            mend: "leave one of the two rows"
        )
    }

    private mutating func report(
        _ code: String,
        _ row: VerdictRow,
        _ summary: String,
        mend: String
    ) {
        own.append(Diagnostic(.error, code: code, at: row.place, summary, mend: mend))
    }
}

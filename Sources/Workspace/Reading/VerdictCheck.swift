internal import Diagnostics
internal import Records

/// Turns rows into verdicts and collects all that is wrong with them.
struct VerdictCheck {
    let known: Set<String>?
    private(set) var diagnostics: [Diagnostic] = []
    private var searched = 0

    /// The most wrong ids that are compared with all known ones: what is near is for typing errors,
    /// not for a file of another workspace.
    private static let searches = 20

    private let offered: [Verdict.Kind]

    /// Makes a check.
    ///
    /// - Parameters:
    ///   - known: The ids that may be ruled on; nil for any.
    ///   - offered: The words to offer in place of a wrong one.
    init(known: Set<String>?, offered: [Verdict.Kind] = Verdict.Kind.allCases) {
        self.known = known
        self.offered = offered
    }

    /// The verdict of a row; nil when something is wrong with it.
    mutating func verdict(of row: VerdictRow) -> Verdict? {
        let before = diagnostics.count
        let id = row[.id]
        if let id { check(id, in: row) } else { missing("id", "the finding’s id", in: row) }
        let kind = kind(of: row)
        if let id, let kind { check(kind, on: id, in: row) }
        let when = date(of: row)
        guard let id, let kind, diagnostics.count == before else { return nil }
        return Verdict(
            id: id,
            kind: kind,
            field: row[.field],
            value: row[.value],
            note: row[.note],
            who: row[.who],
            when: when
        )
    }

    private mutating func kind(of row: VerdictRow) -> Verdict.Kind? {
        guard let word = row[.verdict] else {
            missing("verdict", "what is ruled", in: row)
            return nil
        }
        if let kind = Verdict.Kind(rawValue: word.lowercased()) { return kind }
        report(
            "unknown-verdict",
            row,
            "‘\(word)’ is not a verdict",
            mend: SettingReader.choice(word, among: offered.map(\.rawValue))
        )
        return nil
    }

    private mutating func date(of row: VerdictRow) -> CalendarDate? {
        guard let text = row[.when] else { return nil }
        if let date = CalendarDate(text) { return date }
        report(
            "bad-date",
            row,
            "‘\(text)’ is not a date",
            mend: "write year, month and day, as in 2024-07-28"
        )
        return nil
    }

    private mutating func check(_ id: String, in row: VerdictRow) {
        guard let known, !known.contains(id) else { return }
        searched += 1
        let near = searched <= Self.searches ? known.sorted().nearest(to: id) : nil
        report(
            "unknown-id",
            row,
            "nothing has the id ‘\(id)’",
            mend: near.map { "did you mean ‘\($0)’?" } ?? "copy the id from a brief or a workbook"
        )
    }

    private mutating func check(_ kind: Verdict.Kind, on id: String, in row: VerdictRow) {
        switch kind {
        case .confirm, .reject, .pin:
            refuse(.field, kind, in: row)
            refuse(.value, kind, in: row)
        case .mergeWith, .split:
            refuse(.field, kind, in: row)
            checkOther(kind, on: id, in: row)
        case .edit: checkEdit(of: id, in: row)
        }
    }

    private mutating func checkOther(_ kind: Verdict.Kind, on id: String, in row: VerdictRow) {
        guard let other = row[.value] else {
            if kind == .mergeWith { missing("value", "the id of the other finding", in: row) }
            return
        }
        if kind == .split {
            for record in other.split(separator: "|").map(String.init) {
                checkOther(record, of: id, in: row)
            }
        } else if other == id {
            report(
                "same-id",
                row,
                "‘\(id)’ cannot be merged with itself",
                mend: "name the other finding in ‘value’"
            )
        } else {
            checkOther(other, of: id, in: row)
        }
    }

    private mutating func checkOther(_ other: String, of id: String, in row: VerdictRow) {
        guard known?.contains(other) ?? true, Fact.Kind(ofID: other) != Fact.Kind(ofID: id) else {
            return check(other, in: row)
        }
        report(
            "other-type",
            row,
            "‘\(id)’ and ‘\(other)’ are of different types",
            mend: "name one of the same type"
        )
    }

    private mutating func checkEdit(of id: String, in row: VerdictRow) {
        guard let field = row[.field] else { return missing("field", "what to change", in: row) }
        guard let value = row[.value] else { return missing("value", "the new value", in: row) }
        guard let kind = Fact.Kind(ofID: id) else { return }
        let fields = Fact.editableFields(of: kind)
        guard fields.contains(field) else {
            return report(
                "unknown-field",
                row,
                "‘\(field)’ is not a field of a \(kind.rawValue)",
                mend: SettingReader.choice(field, among: fields)
            )
        }
        do throws(FieldTrouble) {
            try Fact.check(value, for: field, of: kind)
        } catch {
            report("bad-value", row, "‘\(value)’ is not \(error.expected)", mend: error.mend(value))
        }
    }

    private mutating func refuse(
        _ column: VerdictFile.Column,
        _ kind: Verdict.Kind,
        in row: VerdictRow
    ) {
        guard row[column] != nil else { return }
        report(
            "needless-cell",
            row,
            "‘\(kind.rawValue)’ takes no \(column.rawValue)",
            mend: "leave the cell empty, or write why into ‘note’"
        )
    }

    private mutating func missing(_ column: String, _ what: String, in row: VerdictRow) {
        report(
            "empty-cell",
            row,
            "the row has no \(column)",
            mend: "write \(what) into ‘\(column)’"
        )
    }

    private mutating func report(
        _ code: String,
        _ row: VerdictRow,
        _ summary: String,
        mend: String
    ) {
        diagnostics.append(Diagnostic(.error, code: code, at: row.place, summary, mend: mend))
    }
}

extension FieldTrouble {
    /// What the value is not.
    fileprivate var expected: String {
        switch self {
        case .unknownField: "for a field of this type"
        case .notOneOf: "a word for this field"
        case .notADate: "a date"
        case .notANumber: "a number"
        case .notMoney: "an amount of money"
        case .noOffice: "for a person without an office"
        case .cannotBeEmpty: "enough for this field"
        }
    }

    fileprivate func mend(_ value: String) -> String {
        switch self {
        case .notOneOf(let words): SettingReader.choice(value, among: words)
        case .notADate: "write year, month and day, as in 2024-07-28, or ‘none’"
        case .notANumber: "write plain digits, as in 1700000, or ‘none’"
        case .notMoney: "write digits and a currency, as in ‘1700000 USD’, or ‘none’"
        case .cannotBeEmpty: "write a text; separate several by ‘|’"
        case .unknownField, .noOffice: "edit another field"
        }
    }
}

import Diagnostics

/// Where a cell stands on its sheet.
struct CellPlace: Hashable, Sendable {
    /// The row, counted from 1.
    var row: Int
    /// The column, counted from 1.
    var column: Int
}

extension CellPlace: CustomStringConvertible {
    /// The place as a person types it: C17.
    var description: String {
        var letters = ""
        var rest = column
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return "\(letters)\(row)"
    }
}

/// What had to be changed to make cells fit.
struct Repairs: Hashable, Sendable {
    /// One kind of change.
    enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The end of a text is missing; characters were replaced; a number was left out.
        case textCut, charactersReplaced, notANumber
        /// A number or a date stands as text.
        case numberAsText, dateAsText
        /// A link stands as text: there are too many, its address is not safe, it leads nowhere.
        case linksFull, unsafeAddress, deadLink
    }

    private var seen: [Kind: (count: Int, first: String)] = [:]

    /// Remembers a change on a sheet.
    mutating func note(_ kind: Kind, at place: CellPlace, on sheet: String) {
        guard seen[kind] == nil else {
            seen[kind]?.count += 1
            return
        }
        seen[kind] = (1, "‘\(sheet)’ \(place)")
    }

    /// How often a change was made.
    func count(_ kind: Kind) -> Int { seen[kind]?.count ?? 0 }

    /// The changes, told to a person: one diagnostic for each kind.
    ///
    /// - Parameter path: The path of the workbook.
    /// - Returns: The diagnostics, in the order of the kinds.
    func diagnostics(path: String) -> [Diagnostic] {
        Kind.allCases.compactMap { kind in
            guard let (count, first) = seen[kind] else { return nil }
            let cells = count == 1 ? "one cell, \(first)" : "\(count) cells, the first \(first)"
            let (severity, code, what, mend) = kind.words
            return Diagnostic(
                severity,
                code: code,
                at: Place(path),
                "\(what) in \(cells)",
                mend: mend
            )
        }
    }

    static func == (one: Repairs, other: Repairs) -> Bool {
        Kind.allCases.allSatisfy {
            one.count($0) == other.count($0) && one.seen[$0]?.first == other.seen[$0]?.first
        }
    }

    func hash(into hasher: inout Hasher) {
        for kind in Kind.allCases { hasher.combine(count(kind)) }
    }
}

extension Repairs.Kind {
    fileprivate var words: (Diagnostic.Severity, String, String, String?) {
        switch self {
        case .textCut:
            (
                .warning, "text-cut", "a text is longer than a cell can hold and was cut",
                "read the whole text in the JSON output"
            )
        case .charactersReplaced:
            (.note, "characters-replaced", "control characters were replaced", nil)
        case .notANumber:
            (.warning, "not-a-number", "a value is no finite number and was left out", nil)
        case .numberAsText:
            (.note, "number-as-text", "a number of more than 15 digits stands as text", nil)
        case .dateAsText:
            (.note, "date-as-text", "a date outside 1900-03-01 to 9999-12-31 stands as text", nil)
        case .linksFull:
            (
                .warning, "links-as-text",
                "a sheet takes 65530 links; further ones stand as text", nil
            )
        case .unsafeAddress:
            (
                .note, "address-as-text",
                "an address that is no proper http, https or mailto link stands as text", nil
            )
        case .deadLink:
            (.warning, "dead-link", "a link to a place that is not there stands as text", nil)
        }
    }
}

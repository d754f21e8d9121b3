import Diagnostics

/// What a sign or a word of money can mean.
struct CurrencyName: Hashable, Sendable {
    /// The currencies, as indices into the table; never empty.
    var currencies: [Int]
    /// The currency that is meant where no country is named.
    var fallback: Int?
    /// Whether it means money only beside a scale word.
    var needsScale: Bool
    /// Whether it names the hundredth part.
    var isMinor: Bool
}

/// The currencies, and how English writes them.
struct CurrencyTable: Sendable {
    /// The ISO 4217 codes.
    let codes: [String]
    /// The signs and abbreviations before or behind an amount.
    let signs: SignTable
    /// The words behind an amount.
    let words: PhraseTable<CurrencyName>
    /// The names of countries, with the currencies they speak for.
    let countries: PhraseTable<[Int]>

    /// The columns of the table.
    static let columns = [
        "code", "signs", "words", "minor", "countries", "default", "scaled", "source",
    ]

    /// Reads the currencies.
    init(_ table: DataTable) throws(Diagnostic) {
        var names = NameCollector()
        var countries: [String: [Int]] = [:]
        var codes: [String] = []
        for (index, row) in table.rows.enumerated() {
            codes.append(try row.code(after: codes.last))
            try names.collect(row, index)
            for country in row.list("countries") { countries[country, default: []].append(index) }
        }
        self.codes = codes
        self.countries = PhraseTable(countries.map { ($0, $1) })
        signs = SignTable(names.signs)
        words = PhraseTable(names.words.map { ($0, $1) })
    }

    /// Gathers what each sign and word can mean over all lines.
    private struct NameCollector {
        var signs: [String: CurrencyName] = [:]
        var words: [String: CurrencyName] = [:]

        mutating func collect(_ row: DataTable.Row, _ index: Int) throws(Diagnostic) {
            let fallbacks = Set(row.list("default").flatMap(Self.inflected))
            let scaled = Set(row.list("scaled"))
            var told: Set<String> = []
            func add(_ name: String, to names: inout [String: CurrencyName], isMinor: Bool)
                throws(Diagnostic)
            {
                guard told.insert(name).inserted else {
                    throw row.diagnostic(
                        code: "duplicate-name",
                        "‘\(name)’ stands twice in the line",
                        mend: "leave one of them out"
                    )
                }
                var meaning =
                    names[name]
                    ?? CurrencyName(
                        currencies: [],
                        fallback: nil,
                        needsScale: false,
                        isMinor: isMinor
                    )
                meaning.currencies.append(index)
                meaning.needsScale = meaning.needsScale || scaled.contains(name)
                if fallbacks.contains(name) {
                    guard meaning.fallback == nil else {
                        throw row.diagnostic(
                            code: "two-defaults",
                            "‘\(name)’ has a default already",
                            mend: "name one currency as its default"
                        )
                    }
                    meaning.fallback = index
                }
                names[name] = meaning
            }
            for sign in [row["code"]] + row.list("signs") {
                try add(sign, to: &signs, isMinor: false)
            }
            for word in row.list("words").flatMap(Self.inflected) {
                try add(word, to: &words, isMinor: false)
            }
            for word in row.list("minor").flatMap(Self.inflected) {
                try add(word, to: &words, isMinor: true)
            }
            if let stray = fallbacks.union(scaled).subtracting(told).min() {
                throw row.diagnostic(
                    code: "unknown-name",
                    "‘\(stray)’ is no sign or word of the line",
                    mend: "write it under signs, words or minor, too"
                )
            }
        }

        /// “dollar(s)” as “dollar” and “dollars”.
        private static func inflected(_ word: String) -> [String] {
            guard word.hasSuffix(")") || word.contains("(s) "),
                let open = word.firstIndex(of: "("), let close = word.firstIndex(of: ")")
            else { return [word] }
            let ending = word[word.index(after: open)..<close]
            let tail = word[word.index(after: close)...]
            return [word[..<open] + tail, word[..<open] + ending + tail].map(String.init)
        }
    }
}

extension DataTable.Row {
    /// The code of a line, checked.
    fileprivate func code(after last: String?) throws(Diagnostic) -> String {
        let code = self["code"]
        guard code.utf8.count == 3, code.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) else {
            throw diagnostic(
                code: "no-currency-code",
                "‘\(code)’ is not a currency code",
                mend: "write three capital letters, as ISO 4217 does"
            )
        }
        guard last.map({ $0 < code }) ?? true else {
            throw diagnostic(
                code: "unsorted",
                "‘\(code)’ stands behind ‘\(last ?? "")’",
                mend: "sort the lines by their codes and write each once"
            )
        }
        return code
    }
}

import Diagnostics

/// What a sign or a word of money can mean.
struct CurrencyName: Hashable, Sendable {
    /// The currencies, as indices into the table.
    var currencies: [Int] = []
    /// The currency that is meant where no country is named.
    var fallback: Int?
    /// Whether it means money only beside a scale word.
    var needsScale = false
    /// The power of ten that it multiplies by: 6 for “MSEK”.
    var power: Int
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
}

/// Gathers what each sign and word can mean over all lines.
private struct NameCollector {
    private(set) var signs: [String: CurrencyName] = [:]
    private(set) var words: [String: CurrencyName] = [:]

    /// Adds the signs and words of a line.
    mutating func collect(_ row: DataTable.Row, _ index: Int) throws(Diagnostic) {
        var line = CurrencyLine(row, index)
        let code = row["code"]
        for sign in [code] + row.list("signs") { try line.add(sign, to: &signs) }
        // “MSEK 250”: business pages write a million as M before the code.
        if !line.scaled.contains(code) { try line.add("M" + code, to: &signs, power: 6) }
        for word in row.list("words").flatMap(\.inflected) { try line.add(word, to: &words) }
        for word in row.list("minor").flatMap(\.inflected) {
            try line.add(word, to: &words, isMinor: true)
        }
        try line.finish()
    }
}

/// One line of the table while it is read.
private struct CurrencyLine {
    private let row: DataTable.Row
    private let index: Int
    private let fallbacks: Set<String>
    let scaled: Set<String>
    private var told: Set<String> = []

    init(_ row: DataTable.Row, _ index: Int) {
        self.row = row
        self.index = index
        fallbacks = Set(row.list("default").flatMap(\.inflected))
        scaled = Set(row.list("scaled"))
    }

    /// Adds the currency of the line to what a sign or word can mean.
    mutating func add(
        _ name: String,
        to names: inout [String: CurrencyName],
        power: Int = 0,
        isMinor: Bool = false
    ) throws(Diagnostic) {
        guard told.insert(name).inserted else {
            throw row.diagnostic(
                code: "duplicate-name",
                "‘\(name)’ stands twice in the line",
                mend: "leave one of them out"
            )
        }
        var meaning = names[name] ?? CurrencyName(power: power, isMinor: isMinor)
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

    /// Refuses defaults and scaled names that the line does not tell.
    func finish() throws(Diagnostic) {
        guard let stray = fallbacks.union(scaled).subtracting(told).min() else { return }
        throw row.diagnostic(
            code: "unknown-name",
            "‘\(stray)’ is no sign or word of the line",
            mend: "write it under signs, words or minor, too"
        )
    }
}

extension String {
    /// “dollar(s)” as “dollar” and “dollars”.
    fileprivate var inflected: [String] {
        guard let open = firstIndex(of: "("), let close = firstIndex(of: ")"), open < close else {
            return [self]
        }
        let ending = self[index(after: open)..<close]
        let tail = self[index(after: close)...]
        return [self[..<open] + tail, self[..<open] + ending + tail].map(String.init)
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

/// Decides which currency is meant where several share a sign or a word.
struct CurrencyResolver {
    private let document: Document
    private let table: CurrencyTable
    /// The tokens at which countries are named, in order, for each currency.
    private lazy var mentions: [Int: [Int]] = {
        var mentions: [Int: [Int]] = [:]
        for index in document.tokens.indices {
            guard let match = table.countries.match(in: document.tokens, at: index) else {
                continue
            }
            for currency in match.value { mentions[currency, default: []].append(index) }
        }
        return mentions
    }()

    init(_ document: Document, _ table: CurrencyTable) {
        self.document = document
        self.table = table
    }

    /// The code that a name means at a token; nil where that cannot be told.
    ///
    /// The country that is named nearest decides. Without any, the usual currency is meant, if the
    /// name has one.
    mutating func code(of name: CurrencyName, at token: Int) -> String? {
        if name.currencies.count == 1 { return table.codes[name.currencies[0]] }
        var best: (distance: Int, currency: Int)?
        for currency in name.currencies {
            guard let distance = mentions[currency]?.distance(to: token) else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (distance, currency) }
        }
        return (best?.currency ?? name.fallback).map { table.codes[$0] }
    }
}

extension [Int] {
    /// The distance of the nearest element of a sorted array; nil when it is empty.
    fileprivate func distance(to value: Int) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return [low - 1, low].filter(indices.contains).map { abs(self[$0] - value) }.min()
    }
}

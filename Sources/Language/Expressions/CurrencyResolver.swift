/// Decides which currency is meant where several share a sign or a word.
struct CurrencyResolver {
    private struct Mention {
        var token: Int
        var currencies: [Int]
    }

    private let document: Document
    private let table: CurrencyTable
    private lazy var mentions: [Mention] = document.tokens.indices.compactMap { index in
        table.countries.match(in: document.tokens, at: index)
            .map { Mention(token: index, currencies: $0.value) }
    }

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
        for mention in mentions {
            guard let currency = name.currencies.first(where: mention.currencies.contains) else {
                continue
            }
            let distance = abs(mention.token - token)
            if best.map({ distance < $0.distance }) ?? true { best = (distance, currency) }
        }
        return (best?.currency ?? name.fallback).map { table.codes[$0] }
    }
}

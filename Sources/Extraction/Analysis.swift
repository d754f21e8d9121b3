package import Language
package import Records

/// What every detector reads: an article with its tokens, sentences, names, times and amounts.
///
/// Made once for an article; detectors have no memory and never change it.
package struct Analysis: Sendable {
    /// The article.
    package let article: Article
    /// Its main text in sentences and tokens.
    package let document: Document
    /// The kind of block each sentence stands in; as many as there are sentences.
    package let blockKinds: [Block.Kind]
    /// The number of the block each sentence stands in, from 0; as many as there are sentences.
    package let blockIndices: [Int]
    /// The dates that the text names, in order.
    package let times: [TimeExpression]
    /// The amounts of money that the text names, in order.
    package let amounts: [MoneyExpression]
    /// The numbers that count things, in order.
    package let counts: [CountExpression]
    /// The names of people, organisations and countries, in order and without overlap.
    package let mentions: [Mention]
    /// What the names stand for; mentions point here.
    package let entities: [Entity]
    /// The people whom the text gives an office, in text order.
    let titled: [TitledName]
    /// The passages in quotation marks, in order and without overlap.
    package let quotations: [Quotation]
}

/// A place in the text that names a person, an organisation or a country.
package struct Mention: Hashable, Sendable {
    /// The tokens of the name itself, half-open, without title, article and possessive.
    package var tokens: Range<Int>
    /// What it names, as an index into the entities.
    package var entity: Int
    /// Whether it names the country by its adjective or people, as in “Japanese officials”.
    package var isDemonym = false
}

/// Somebody or something that a text names, under one or several forms.
package struct Entity: Hashable, Sendable {
    /// What kind of thing it is.
    package enum Kind: Hashable, Sendable {
        /// One human being.
        case person
        /// A body with a name: a ministry, a company, a court, an alliance.
        case organisation
        /// A state, or the European Union; its capital as its government's name counts too.
        case country
        /// Something that happens and has a name: a summit, a war, games.
        case event
        /// A capitalised name that is none of these, or not known to be: a programme, a town.
        case other
    }

    /// What kind of thing it is.
    package var kind: Kind
    /// The name by which it is told: the fullest in the text, or the lexicon's for a country.
    package var name: String
    /// Other forms in the text.
    package var aliases: [String] = []
    /// The country it belongs to, by name, where that is known.
    package var country: String?
}

/// A passage between quotation marks.
package struct Quotation: Hashable, Sendable {
    /// The tokens between the marks, half-open and never empty; it may run over several sentences.
    package var tokens: Range<Int>
    /// Whether the closing mark is missing because the passage goes on in the next paragraph.
    package var isOpen: Bool
}

extension Analysis {
    /// The mentions that lie within a range of tokens.
    package func mentions(in tokens: Range<Int>) -> ArraySlice<Mention> {
        slice(of: mentions, in: tokens, by: \.tokens)
    }

    /// The amounts that lie within a range of tokens.
    package func amounts(in tokens: Range<Int>) -> ArraySlice<MoneyExpression> {
        slice(of: amounts, in: tokens, by: \.tokens)
    }

    /// The counts that lie within a range of tokens.
    package func counts(in tokens: Range<Int>) -> ArraySlice<CountExpression> {
        slice(of: counts, in: tokens, by: \.tokens)
    }

    /// The times that lie within a range of tokens.
    package func times(in tokens: Range<Int>) -> ArraySlice<TimeExpression> {
        slice(of: times, in: tokens, by: \.tokens)
    }

    /// The quotation that holds a token, if there is one.
    package func quotation(holding token: Int) -> Quotation? {
        let index = quotations.partitioningIndex { $0.tokens.upperBound > token }
        guard index < quotations.count, quotations[index].tokens.contains(token) else { return nil }
        return quotations[index]
    }

    /// The index of the sentence that holds a token.
    package func sentenceIndex(of token: Int) -> Int {
        document.sentences.partitioningIndex { $0.tokens.upperBound > token }
    }

    private func slice<Element>(
        of elements: [Element],
        in tokens: Range<Int>,
        by range: KeyPath<Element, Range<Int>>
    ) -> ArraySlice<Element> {
        let start = elements.partitioningIndex {
            $0[keyPath: range].lowerBound >= tokens.lowerBound
        }
        let end = elements[start...].partitioningIndex {
            $0[keyPath: range].upperBound > tokens.upperBound
        }
        return elements[start..<end]
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element satisfies a condition that holds from some place on.
    package func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

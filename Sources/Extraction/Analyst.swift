package import Diagnostics
package import Language
package import Records

/// Reads an article once for all detectors.
package struct Analyst: Sendable {
    /// The lexicons.
    package let lexicon: Lexicon
    /// The tokeniser and sentence splitter.
    package let analyzer: Analyzer
    private let expressions: ExpressionGrammar

    /// Makes an analyst with the lexicons that the program carries.
    ///
    /// - Throws: A ``Diagnostic`` with file and line when one of them is damaged.
    package init(analyzer: Analyzer) throws(Diagnostic) {
        self.analyzer = analyzer
        lexicon = try Lexicon(analyzer: analyzer)
        expressions = try ExpressionGrammar()
    }

    /// Everything that the detectors ask of an article.
    package func analysis(of article: Article) -> Analysis {
        let document = analyzer.document(article.text, blocks: article.blocks.map(\.range))
        let blocks = document.sentences.map { sentence in
            article.blocks.partitioningIndex { $0.range.upperBound > sentence.range.lowerBound }
        }
        let kinds = blocks.map { $0 < article.blocks.count ? article.blocks[$0].kind : .paragraph }
        let text = TaggedText(document, lexicon: lexicon)
        let names = NameFinder(text: text, blockKinds: kinds).names()
        let found = expressions.expressions(in: document, published: article.published?.date)
        return Analysis(
            article: article,
            document: document,
            blockKinds: kinds,
            blockIndices: blocks,
            times: found.times,
            amounts: found.amounts,
            counts: found.counts,
            mentions: names.mentions,
            entities: names.entities,
            titled: names.titled,
            quotations: QuotationFinder(document: document, blocks: blocks).quotations()
        )
    }
}

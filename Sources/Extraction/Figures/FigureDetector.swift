package import Diagnostics
internal import Foundation
package import Language
package import Records

/// Finds the numbers that an article gives for something: counts, shares and amounts of money.
///
/// A number for which the words beside it do not say what it is of makes no record.
package struct FigureDetector: Detector {
    /// The share of right records, from reading a sample of them, rounded.
    static let confidence = 0.9

    private let words: FigureWords
    private let grammar: Grammar
    private let lexicon: Lexicon

    /// Makes a detector that shares its words with the others.
    package init(
        analyzer: Analyzer,
        lexicon: Lexicon,
        frames: FrameDetector
    ) throws(Diagnostic) {
        words = try FigureWords(analyzer: analyzer)
        grammar = frames.frames.grammar
        self.lexicon = lexicon
    }

    /// One record for each number, with all sentences that give it for the same.
    package func records(in analysis: Analysis) -> [Record] {
        let reader = FigureReader(
            analysis: analysis,
            words: words,
            grammar: grammar,
            lexicon: lexicon
        )
        var records: [Record] = []
        var places: [String: Int] = [:]
        for sentence in analysis.document.sentences.indices
        where !analysis.blockKinds[sentence].isHeading {
            for figure in reader.figures(in: sentence) {
                let range = analysis.document.sentences[sentence].range
                guard let evidence = Evidence(range, of: analysis.article) else { continue }
                let parts = [
                    figure.kind.rawValue, figure.of.lowercased(), "\(figure.number)",
                    figure.upper.map { "\($0)" } ?? "", figure.currency ?? "",
                ]
                if let known = places[parts.joined(separator: "\t")] {
                    if !records[known].evidence.contains(evidence) {
                        records[known].evidence.append(evidence)
                    }
                    continue
                }
                places[parts.joined(separator: "\t")] = records.count
                records.append(
                    Record(
                        id: stableID(.figure, parts),
                        article: analysis.article.id,
                        fact: .figure(figure),
                        confidence: Self.confidence,
                        evidence: [evidence]
                    )
                )
            }
        }
        return records
    }
}

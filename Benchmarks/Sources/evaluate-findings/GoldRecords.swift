import Foundation
import Language
import Records

/// Makes records of gold facts: what a perfect extraction would hand to the consolidation.
struct GoldRecords {
    let analyzer: Analyzer

    /// The records of an article's gold facts; a fact whose words stand in no sentence makes none.
    func records(of gold: GoldArticle, in article: Article) -> [Record] {
        let document = analyzer.document(article.text, blocks: article.blocks.map(\.range))
        let sentences = document.sentences.map {
            (range: $0.range, text: String(document[$0.range]))
        }
        let comparable = sentences.map(\.text.comparable)
        return gold.facts.enumerated().compactMap { index, gold in
            let marks = gold.anchors.map(\.comparable)
            var places = marks.flatMap { mark in
                comparable.indices.filter { comparable[$0].contains(mark) }
            }
            // The names of an official stand in many sentences: the first tells who it is.
            if gold.fact.kind == .official { places = Array(places.prefix(1)) }
            var seen: Set<Int> = []
            let evidence = places.filter { seen.insert($0).inserted }.compactMap {
                Evidence(sentences[$0].range, of: article)
            }
            guard !evidence.isEmpty else { return nil }
            return Record(
                id: stableID(gold.fact.kind, [article.id, "\(index)"]),
                article: article.id,
                fact: quoted(gold.fact, anchors: gold.anchors, in: evidence.map(\.quote)),
                confidence: 1,
                evidence: evidence
            )
        }
    }

    /// A statement with all that stands between the quotation marks around its anchors.
    private func quoted(_ fact: Fact, anchors: [String], in sentences: [String]) -> Fact {
        guard case .statement(var statement) = fact else { return fact }
        var quotes: [String] = []
        for anchor in anchors {
            for sentence in sentences {
                guard let quote = quote(around: anchor, in: sentence), !quotes.contains(quote)
                else { continue }
                quotes.append(quote)
            }
        }
        if !quotes.isEmpty { statement.quote = quotes.joined(separator: " … ") }
        return .statement(statement)
    }

    private func quote(around anchor: String, in sentence: String) -> String? {
        guard let place = sentence.range(of: anchor) else { return nil }
        let marks: Set<Character> = ["\"", "“", "”"]
        let before = sentence[..<place.lowerBound]
        let start = before.lastIndex(where: marks.contains).map { before.index(after: $0) }
        let end = sentence[place.upperBound...].firstIndex(where: marks.contains)
        guard start != nil || end != nil else { return nil }
        return String(sentence[(start ?? place.lowerBound)..<(end ?? place.upperBound)])
    }
}

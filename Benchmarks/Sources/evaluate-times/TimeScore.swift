import Foundation
import Language

/// How well times agree with annotated ones, as TempEval-3 counts.
///
/// Times are paired in the order of the text, each with the first one that shares a byte with it and is not
/// paired yet. A pair is a relaxed match; a strict one covers the same bytes. The value F1 is the relaxed F1
/// times the share of pairs whose values are the same letter by letter.
///
/// Source: `TE3-evaluation.py`, `evaluate_entities.py` and `TimeML_Normalizer.java` of the task's tools.
struct TimeScore {
    private var annotated = 0
    private var found = 0
    private var pairs = 0
    private var strict = 0
    private var valued = 0

    /// Counts the times that were found in an article.
    mutating func add(_ times: [Timex], to article: TimedArticle, showsDetails: Bool) {
        annotated += article.times.count
        found += times.count
        var lines: [(start: Int, text: String)] = []
        var rest = times[...]
        for gold in article.times {
            while let next = rest.first, next.range.upperBound <= gold.range.lowerBound {
                lines.append((next.range.lowerBound, "extra   \(article.told(next))"))
                rest.removeFirst()
            }
            guard let next = rest.first, next.range.overlaps(gold.range) else {
                lines.append((gold.range.lowerBound, "missed  \(article.told(gold))"))
                continue
            }
            rest.removeFirst()
            pairs += 1
            let isSame = next.range == gold.range
            if isSame { strict += 1 }
            if next.value == gold.value { valued += 1 }
            if !isSame || next.value != gold.value {
                let kind = next.value == gold.value ? "extent " : "value  "
                let words = isSame ? next.value : article.told(next)
                lines.append((gold.range.lowerBound, "\(kind) \(article.told(gold)) not \(words)"))
            }
        }
        lines += rest.map { ($0.range.lowerBound, "extra   \(article.told($0))") }
        guard showsDetails else { return }
        for line in lines {
            let context = article.context(of: line.start)
            print("\(line.text)  [\(article.published.map { "\($0)" } ?? "")] … \(context)")
        }
    }

    /// The figures, per cent.
    var told: String {
        let accuracy = Self.share(valued, pairs)
        return """
            times: \(annotated) annotated, \(found) found, \(pairs) paired
            strict   \(Self.figures(strict, found, annotated))
            relaxed  \(Self.figures(pairs, found, annotated))
            value    F1 \(Self.percent(Self.harmonic(pairs, found, annotated) * accuracy)), right of those paired \(Self.percent(accuracy))
            """
    }

    private static func figures(_ right: Int, _ found: Int, _ annotated: Int) -> String {
        "precision \(percent(share(right, found))), recall \(percent(share(right, annotated)))"
            + ", F1 \(percent(harmonic(right, found, annotated)))"
    }

    private static func share(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
    }

    private static func harmonic(_ right: Int, _ found: Int, _ annotated: Int) -> Double {
        share(2 * right, found + annotated)
    }

    private static func percent(_ share: Double) -> String {
        (share * 100).formatted(.number.precision(.fractionLength(1)))
    }
}

extension TimedArticle {
    fileprivate func told(_ timex: Timex) -> String {
        let words = String(decoding: Array(text.utf8)[timex.range], as: UTF8.self)
        return "‘\(words.replacing("\n", with: " "))’ \(timex.value)"
    }

    /// The words around an offset, in one line.
    fileprivate func context(of offset: Int) -> String {
        let bytes = Array(text.utf8)
        let range = max(0, offset - 50)..<min(bytes.count, offset + 60)
        return String(decoding: bytes[range], as: UTF8.self).replacing("\n", with: " ")
    }
}

extension Expressions {
    /// The times as TIMEX3 has them: of a range of dates its first, since it annotates both ends.
    func timexes(in document: Document) -> [Timex] {
        let all =
            times.map { ($0.tokens, String($0.value.prefix { $0 != "/" })) }
            + undated.map { ($0.tokens, $0.value) }
        return all.sorted { $0.0.lowerBound < $1.0.lowerBound }
            .map { Timex(range: document.bytes(of: $0.0), value: $0.1) }
    }
}

extension Document {
    /// The bytes from the first token of a run to its last.
    func bytes(of tokens: Range<Int>) -> Range<Int> {
        self.tokens[tokens.lowerBound].range
            .lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
    }
}

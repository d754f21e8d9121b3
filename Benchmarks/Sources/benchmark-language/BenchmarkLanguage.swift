import Foundation
import Language
import Treebanks

/// Prints how many tokens a second become a document with sentences, tags, names and relations.
@main
struct BenchmarkLanguage {
    static func main() async {
        let paths = CommandLine.arguments.dropFirst()
        guard !paths.isEmpty else {
            print("usage: benchmark-language FILE…    (CoNLL-U, or any text in UTF-8)")
            exit(64)
        }
        do {
            let analyzer = try Analyzer()
            let articles = try paths.flatMap { Self.articles(try text(of: $0)) }
            let load = try Self.load(analyzer)
            let stages = Stages(articles, analyzer, load.model)
            print("\(stages.tokens) tokens in \(articles.count) articles; best of \(Stages.rounds)")
            for figure in stages.figures() + [load.figure] { print(figure) }
            for figure in await stages.figuresOnAllCores() { print(figure) }
        } catch {
            print(error)
            exit(66)
        }
    }

    static func text(of path: String) throws -> String {
        let url = URL(filePath: path)
        guard path.hasSuffix(".conllu") else { return try String(contentsOf: url, encoding: .utf8) }
        return try Treebank(contentsOf: url).text
    }

    /// A text in pieces of 3 kB and more, as long as a news article, cut at blank lines.
    static func articles(_ text: String) -> [String] {
        var articles: [String] = []
        var article = ""
        for paragraph in text.split(separator: "\n\n") {
            article += article.isEmpty ? paragraph : "\n\n" + paragraph
            if article.utf8.count >= 3_000 {
                articles.append(article)
                article = ""
            }
        }
        return article.isEmpty ? articles : articles + [article]
    }

    /// Maps the model and reads a first sentence by it, which is what a program waits for.
    static func load(_ analyzer: Analyzer) throws -> (model: LanguageModel, figure: Figure) {
        let sentence = analyzer.document("The ministers of Japan met in Seoul on Friday.")
        let clock = ContinuousClock()
        let start = clock.now
        let model = try LanguageModel()
        let mapped = clock.now
        let reading = model.reading(of: sentence)
        let count = reading.names.count + reading.dependencies(in: 0).count
        let read = clock.now
        precondition(count > 0, "the model reads nothing")
        let figure = Figure(
            name: "load, with a first sentence",
            value: (read - start) / .milliseconds(1),
            unit: "ms",
            asked: "at most 15; the load alone \(((mapped - start) / .milliseconds(1)).short)"
        )
        return (model, figure)
    }
}

/// A line of the report.
struct Figure: CustomStringConvertible {
    let name: String
    let value: Double
    let unit: String
    var asked: String?

    var description: String {
        let line = name.padding(toLength: 32, withPad: " ", startingAt: 0) + value.short
        return line.padding(toLength: 44, withPad: " ", startingAt: 0) + unit
            + (asked.map { "  (\($0))" } ?? "")
    }
}

extension Double {
    /// Three figures that count, thousands apart.
    var short: String {
        if self >= 1_000 {
            let step = pow(10, floor(log10(self)) - 2)
            return Int((self / step).rounded() * step).formatted(
                .number.locale(.init(identifier: "en"))
            )
        }
        return formatted(
            .number.precision(.significantDigits(1...3)).locale(.init(identifier: "en"))
        )
    }
}

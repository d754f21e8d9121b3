import Foundation
import Language
import Treebanks

/// Prints how many tokens a second become a document with sentences, on one core.
@main
struct BenchmarkLanguage {
    static func main() throws {
        let paths = CommandLine.arguments.dropFirst()
        guard !paths.isEmpty else {
            print("usage: benchmark-language FILE…    (CoNLL-U, or any text in UTF-8)")
            exit(64)
        }
        let analyzer = try Analyzer()
        for path in paths {
            let url = URL(filePath: path)
            let text =
                path.hasSuffix(".conllu")
                ? try Treebank(contentsOf: url).text : try String(contentsOf: url, encoding: .utf8)
            measure(text, path: path, analyzer)
        }
    }

    /// Measures the best of twenty rounds.
    static func measure(_ text: String, path: String, _ analyzer: Analyzer) {
        let clock = ContinuousClock()
        var best = Duration.seconds(Int.max)
        var tokens = 0
        for _ in 0..<20 {
            best = min(best, clock.measure { tokens = analyzer.document(text).tokens.count })
        }
        let seconds = best / .seconds(1)
        let millions = (Double(tokens) / seconds / 10_000).rounded() / 100
        let megabytes = (Double(text.utf8.count) / seconds / 100_000).rounded() / 10
        print("\(path): \(millions) million tokens/s, \(megabytes) MB/s, \(tokens) tokens")
    }
}

import Foundation
import Language
import Treebanks

/// Prints how many tokens a second become a document with sentences, on one core.
@main
struct BenchmarkLanguage {
    static func main() {
        let paths = CommandLine.arguments.dropFirst()
        guard !paths.isEmpty else {
            print("usage: benchmark-language FILE…    (CoNLL-U, or any text in UTF-8)")
            exit(64)
        }
        do {
            let analyzer = try Analyzer()
            for path in paths { measure(try text(of: path), path: path, analyzer) }
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

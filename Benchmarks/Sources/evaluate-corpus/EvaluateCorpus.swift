import Corpus
import Foundation
import Records

/// Prints what is read from files as one JSON object a line, for `Corpus/accuracy.py` to score.
@main
struct EvaluateCorpus {
    /// What is printed of one file.
    struct Line: Codable {
        /// The path, as it was given.
        var path: String
        /// The main text without its headline.
        var text: String
        /// The headline.
        var headline: String?
        /// The day of publication, YYYY-MM-DD; that of the last change where no other is known.
        var published: String?
        /// How the day was found.
        var source: String?
    }

    static func main() {
        let paths =
            CommandLine.arguments.count > 1
            ? Array(CommandLine.arguments.dropFirst())
            : AnyIterator { readLine() }.map(\.self)
        do {
            let archive = try Archive(files: DiskFileSystem(), readsAllLanguages: true)
            try archive.printLines(of: paths)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(70)
        }
    }
}

extension Archive {
    /// Reads files one by one, prints a line for each, and tells on standard error what reading cost of the processor.
    fileprivate func printLines(of paths: [String]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        var spent = 0
        var bytes = 0
        for path in paths {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            let content = [UInt8](data)
            let start = clock()
            let reading = articles(in: content, path: path)
            spent += clock() - start
            bytes += content.count
            let article = reading.articles.first
            let date = article?.published ?? article?.modified
            let line = EvaluateCorpus.Line(
                path: path,
                text: article?.body ?? "",
                headline: article?.headline,
                published: date.flatMap {
                    $0.precision == .year || $0.precision == .month ? nil : "\($0.date)"
                },
                source: date?.source.rawValue
            )
            print(String(decoding: try encoder.encode(line), as: UTF8.self))
        }
        let seconds = Double(spent) / Double(CLOCKS_PER_SEC)
        let told = "\(paths.count) files, \(bytes) bytes, \(seconds) s in the readers\n"
        FileHandle.standardError.write(Data(told.utf8))
    }
}

extension Article {
    /// The text without headline and captions, as benchmarks of main text count it.
    fileprivate var body: String {
        let bytes = Array(text.utf8)
        return blocks.filter { $0.kind != .headline && $0.kind != .caption }
            .map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined(separator: "\n")
    }
}

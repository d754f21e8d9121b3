public import ArgumentParser
internal import Corpus
internal import Diagnostics
internal import Extraction
internal import Foundation
public import Records

/// `briefctl extract`: the records of articles for other programs.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Write what the articles say as records, each with the sentence it rests on.",
        discussion: """
            A filter: articles may come on standard input, and records go to standard output.

            EXAMPLES
              briefctl extract articles/ > records.ndjson
              briefctl extract articles/ --format csv -o records.csv
              briefctl extract - < story.html
              briefctl extract articles/ --figures --format csv -o numbers.csv
            """
    )

    @OptionGroup var input: InputArguments

    @Flag(help: "Also the figures that articles give: counts, shares and amounts.")
    var figures = false

    @Option(help: "ndjson, json or csv.")
    var format = RecordFormat.ndjson

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; standard output when left out.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    func validate() throws {
        if input.paths.isEmpty {
            throw ValidationError("name files or folders with articles, or ‘-’ for standard input")
        }
    }

    func run() throws {
        try reportingFailures {
            let terminal = Terminal(isQuiet: input.quiet)
            let twins = Twins(try input.read(telling: terminal, today: .today).articles)
            terminal.tell(twins.others.map { .sameArticle($0.article.id, as: $0.of.id) })
            let extracted = try Extractor().records(in: twins.articles) { done, total in
                terminal.show(progress: done, of: total, "extracting")
            }
            var text = format.opening
            var isFirst = true
            for all in extracted {
                let records = figures ? all : all.filter { $0.fact.kind != .figure }
                guard !records.isEmpty else { continue }
                text += try format.text(of: records, isFirst: isFirst)
                isFirst = false
            }
            text += format.closing
            if let output {
                try OutputFile(path: output).write(Data(text.utf8))
            } else {
                try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
            }
        }
    }
}

extension RecordFormat: ExpressibleByArgument {}

extension Diagnostic {
    /// A file holds an article that another one holds too.
    fileprivate static func sameArticle(_ id: String, as other: String) -> Diagnostic {
        Diagnostic(
            .note,
            code: "same-article",
            at: Place(id),
            "the article is the same as \(other), and its records are given once"
        )
    }
}

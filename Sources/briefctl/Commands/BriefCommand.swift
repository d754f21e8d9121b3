internal import ArgumentParser
internal import Briefing
internal import Corpus
internal import Diagnostics
internal import Extraction
internal import Findings
internal import Foundation
internal import Records

/// `briefctl brief`: a brief of these articles, now.
struct BriefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract:
            "Print or write a brief of articles: decisions, officials, deals, open questions.",
        discussion: """
            Without -o the brief goes to standard output. With -o it is written to PATH.txt, PATH.md, \
            PATH.xlsx and PATH.json, as --format asks.

            EXAMPLES
              briefctl brief articles/
              briefctl brief articles/ --week 2024-W31 --title "Alliance weekly"
              briefctl brief articles/ --since 2024-07-01 --format markdown --format xlsx -o briefs/july
              briefctl brief articles/ --template my-brief.md.mustache --format markdown
            """
    )

    @OptionGroup var input: InputArguments
    @OptionGroup var period: PeriodArguments

    @Option(help: "The title of the brief.")
    var title: String?

    @Option(help: "text, markdown, xlsx or json; may be given several times.")
    var format: [BriefFormat] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write, without the ending of the format.", valueName: "path"),
        completion: .file()
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "A Mustache template for text or Markdown in place of the program’s own.",
            valueName: "file"
        ),
        completion: .file(extensions: ["mustache"])
    )
    var template: String?

    private var formats: [BriefFormat] {
        format.isEmpty ? [.text] : BriefFormat.allCases.filter(format.contains)
    }

    func validate() throws {
        if output == nil, formats.count > 1 || formats == [.xlsx] {
            throw ValidationError(
                "several formats, and a workbook, need a place: add -o briefs/july"
            )
        }
        if template != nil, !formats.contains(.text), !formats.contains(.markdown) {
            throw ValidationError("--template changes text or Markdown: add --format markdown")
        }
        if template != nil, formats.contains(.text), formats.contains(.markdown) {
            throw ValidationError("one template cannot serve both text and Markdown: ask for one")
        }
    }

    func run() throws {
        try reportingFailures {
            let terminal = Terminal(isQuiet: input.quiet)
            let custom = try template.map(readTemplate)
            let brief = try brief(telling: terminal)
            for format in formats {
                try write(brief, as: format, template: custom, telling: terminal)
            }
        }
    }

    private func brief(telling terminal: Terminal) throws -> Brief {
        let reading = try input.read(telling: terminal, today: .today)
        let options = BriefOptions(title: title, period: period.period)
        let admitted = reading.articles.filter(options.period.admits)
        let records = try Extractor().records(in: admitted) { done, total in
            terminal.show(progress: done, of: total, "extracting")
        }
        let origins = Origins().origins(of: admitted)
        let findings = Consolidation(try Vocabulary()).findings(
            from: records.flatMap(\.self),
            articles: admitted,
            origins: origins
        )
        return BriefBuilder(options: options, phrases: try Phrases()).brief(
            findings: findings,
            articles: reading.articles,
            origins: origins,
            coverage: reading.coverage
        )
    }

    private func readTemplate(_ path: String) throws -> Template {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Diagnostic(
                .error,
                code: "no-template",
                at: Place(path),
                "the template cannot be read",
                mend: "name a file that exists and is written in UTF-8"
            )
        }
        return try Template(text, path: path)
    }

    private func write(
        _ brief: Brief,
        as format: BriefFormat,
        template: Template?,
        telling terminal: Terminal
    ) throws {
        let text: String
        switch format {
        case .text:
            let writer = TextWriter(
                template: try template ?? Template(shipped: "txt"),
                width: output == nil ? terminal.width : 80,
                isBold: output == nil && terminal.showsStyle
            )
            text = writer.text(of: brief)
        case .markdown:
            text = MarkdownWriter(template: try template ?? Template(shipped: "md")).text(of: brief)
        case .json:
            text = JSONWriter().text(of: brief)
        case .xlsx:
            let path = (output ?? "brief") + format.ending
            try OutputFile(path: path).makeFolder()
            terminal.tell(try WorkbookWriter().write(brief, to: path))
            return
        }
        if let output {
            try OutputFile(path: output + format.ending).write(Data(text.utf8))
        } else {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        }
    }
}

/// The formats of a brief.
enum BriefFormat: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, xlsx, json

    /// What a file’s name ends in.
    var ending: String {
        switch self {
        case .text: ".txt"
        case .markdown: ".md"
        case .xlsx: ".xlsx"
        case .json: ".json"
        }
    }
}

extension Reading {
    /// What the brief says about how the reading went.
    fileprivate var coverage: Coverage {
        let failed = outcomes.compactMap { outcome in
            if case .failed(let diagnostic) = outcome.result { diagnostic } else { nil }
        }
        let files = outcomes.count { outcome in
            if case .read = outcome.result { true } else { false }
        }
        return Coverage(files: files, failed: failed)
    }
}

internal import ArgumentParser
internal import Briefing
internal import Corpus
internal import Diagnostics
internal import Extraction
internal import Findings
internal import Foundation
internal import Records
internal import Workspace

/// `briefctl brief`: a brief of these articles, now.
struct BriefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract:
            "Print or write a brief of articles: decisions, officials, deals, open questions.",
        discussion: """
            Without paths it is a brief of what the workspace around this folder knows; nothing is \
            issued. Without -o the brief goes to standard output. With -o it is written to PATH.txt, PATH.md, \
            PATH.xlsx and PATH.json, as --format asks.

            EXAMPLES
              briefctl brief articles/
              briefctl brief articles/ --week 2024-W31 --title "Alliance weekly"
              briefctl brief articles/ --since 2024-07-01 --format markdown --format xlsx -o briefs/july
              briefctl brief articles/ --template my-brief.md.mustache --format markdown
            """
    )

    @OptionGroup var workspace: WorkspaceArguments
    @OptionGroup var input: InputArguments
    @OptionGroup var period: PeriodArguments

    @Option(help: "The title of the brief.")
    var title: String?

    @Option(help: "text, markdown, xlsx or json; may be given several times.")
    var format: [OutputFormat] = []

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Where to write, without the ending of the format; ‘-’ is standard output.",
            valueName: "path"
        ),
        completion: .file()
    )
    var path: String?

    /// Where to write; nil for standard output.
    private var output: String? { path == "-" ? nil : path }

    @Option(
        help: ArgumentHelp(
            "A Mustache template for text or Markdown in place of the program’s own.",
            valueName: "file"
        ),
        completion: .file(extensions: ["mustache"])
    )
    var template: String?

    private var formats: [OutputFormat] {
        format.isEmpty ? [.text] : OutputFormat.allCases.filter(format.contains)
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
            var press = Press(
                width: output == nil ? terminal.width : 80,
                isBold: output == nil && terminal.showsStyle
            )
            if let template {
                let custom = try Press.template(at: template, shownAs: template)
                press.templates = [.text: custom, .markdown: custom]
            }
            let survey = try Survey(
                input,
                or: workspace,
                period: period.period,
                telling: terminal
            )
            let brief = try survey.brief(
                BriefOptions(
                    title: title,
                    period: period.period,
                    hasWorkbook: formats.contains(.xlsx)
                )
            )
            for format in formats {
                if let output {
                    terminal.tell(
                        try press.write(brief, as: format, to: output + format.ending)
                    )
                } else if let text = try press.text(of: brief, as: format) {
                    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
                }
            }
        }
    }
}

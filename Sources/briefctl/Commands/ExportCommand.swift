public import ArgumentParser
public import Briefing
internal import Diagnostics
internal import Foundation
public import Records
internal import Scheduler
internal import Workspace

/// `briefctl export`: all findings for analysts.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all findings as a workbook, as tables, or as JSON.",
        discussion: """
            Without paths these are the findings of the workspace around this folder, as they are now; nothing is \
            issued. Nothing is cut off: what a brief has no room for and what is less sure is there too, and \
            says so. With -o the export is written to PATH.xlsx, PATH.json and PATH.ndjson, and the tables to \
            the folder PATH with a datapackage.json that describes them; one of JSON and NDJSON may go to \
            standard output.

            EXAMPLES
              briefctl export -o findings
              briefctl export --format csv -o tables --since 2025-01-01
              briefctl export --format ndjson --type deal --confidence 0.8 | jq .value
              briefctl export articles/ --focus 'patrol ship*' -o ships
              briefctl export --profile accessible -o findings
            """
    )

    @OptionGroup var workspace: WorkspaceArguments
    @OptionGroup var input: InputArguments
    @OptionGroup var period: PeriodArguments

    @Option(help: "xlsx, csv, json or ndjson; may be given several times.")
    var format: [ExportFormat] = []

    @Option(
        help: """
            Only this type: decision, official, deal, question, statement or figure; may be repeated.
            """
    )
    var type: [Fact.Kind] = []

    @Option(help: "Only findings in which this stands: a name, place or word; may be repeated.")
    var focus: [String] = []

    @Option(help: ArgumentHelp("Only findings at least this sure, 0 to 1.", valueName: "share"))
    var confidence = 0.0

    @Option(
        help: ArgumentHelp(
            "Whom the workbook is made for: analyst, or accessible for everybody.",
            discussion: """
                An accessible workbook has one table a sheet, its title above it, and no filter, frozen pane or fill.
                """
        )
    )
    var profile: WorkbookProfile?

    @Option(help: "The title of the export.")
    var title: String?

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

    private var formats: [ExportFormat] {
        guard format.isEmpty else { return ExportFormat.allCases.filter(format.contains) }
        return output == nil ? [.ndjson] : [.xlsx]
    }

    func validate() throws {
        if !(0...1).contains(confidence) {
            throw ValidationError("--confidence is a share from 0 to 1")
        }
        if output == nil, formats.count > 1 || !formats.allSatisfy(\.isText) {
            throw ValidationError(
                "several formats, a workbook and tables need a place: add -o findings"
            )
        }
        if profile != nil, !formats.contains(.xlsx) {
            throw ValidationError("--profile is for workbooks: add --format xlsx")
        }
    }

    func run() throws {
        try reportingFailures {
            let terminal = Terminal(isQuiet: input.quiet)
            let brief = try brief(telling: terminal)
            guard let output else {
                let text = formats == [.json] ? JSONWriter().text(of: brief) : lines(of: brief)
                try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
                return
            }
            let press = Press(profile: profile ?? .analyst)
            for format in formats {
                switch format {
                case .xlsx, .json:
                    let form: OutputFormat = format == .xlsx ? .xlsx : .json
                    terminal.tell(try press.write(brief, as: form, to: output + form.ending))
                case .ndjson:
                    try OutputFile(path: output + ".ndjson").write(Data(lines(of: brief).utf8))
                case .csv: try writeTables(of: brief, to: output)
                }
            }
        }
    }

    private func lines(of brief: Brief) -> String { NDJSONWriter().text(of: brief) }

    /// The brief that holds all findings that are asked for, without an end to its sections.
    private func brief(telling terminal: Terminal) throws -> Brief {
        var survey = try Survey(input, or: workspace, period: period.period, telling: terminal)
        let focus = Focus(names: focus, places: focus, words: focus)
        survey.knowledge.findings.removeAll { finding in
            !focus.admits(finding) || !(type.isEmpty || type.contains(finding.fact.kind))
                || (finding.records.map(\.confidence).max() ?? 0) < confidence
        }
        let kinds = Fact.Kind.allCases
        return try survey.brief(
            BriefOptions(
                title: title,
                period: period.period,
                minimumConfidence: Dictionary(uniqueKeysWithValues: kinds.map { ($0, 0) }),
                limits: Dictionary(uniqueKeysWithValues: kinds.map { ($0, .max) })
            )
        )
    }

    /// The tables take their places together or not at all.
    private func writeTables(of brief: Brief, to folder: String) throws {
        let home = URL(fileURLWithPath: folder).path
        _ = try Publication.recover(home)
        var publication = try Publication(in: home, id: "tables")
        for file in TableWriter().files(of: brief) {
            try publication.write(file.bytes, as: file.name)
        }
        _ = try publication.publish(checking: { _, _ in nil })
    }
}

/// A format of an export.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    /// A workbook; tables with a description; all of it as one object; a finding a line.
    case xlsx, csv, json, ndjson

    /// Whether it may go to standard output.
    var isText: Bool { self == .json || self == .ndjson }
}

extension Fact.Kind: ExpressibleByArgument {}

extension WorkbookProfile: ExpressibleByArgument {}

internal import ArgumentParser
internal import Corpus
internal import Diagnostics
internal import Foundation
internal import Records

/// The articles that a command works on.
struct InputArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files and folders with articles: text, Markdown, HTML, feeds, JSON, mail, PDF, also packed by "
                + "gzip; ‘-’ is standard input.",
            valueName: "path"
        ),
        completion: .file()
    )
    var paths: [String] = []

    @Flag(help: "End with exit code 65 when any file could not be used whole.")
    var strict = false

    @Flag(name: .shortAndLong, help: "Tell errors only, and show no progress.")
    var quiet = false

    /// Reads the articles and tells what went wrong.
    ///
    /// - Throws: ``ExitStatus/noInput`` when there is nothing to go on with, and
    ///   ``ExitStatus/badData`` when `--strict` was asked and something went wrong.
    func read(telling terminal: Terminal, today: Day) throws -> Reading {
        let archive = try Archive(files: DiskFileSystem(), today: today, pdf: Poppler())
        var reading = archive.read(paths.filter { $0 != "-" }) { done, total in
            terminal.show(progress: done, of: total, "reading")
        }
        if paths.contains("-") {
            let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
            let piped = archive.articles(in: bytes, path: "standard-input")
            reading.articles += piped.articles
            reading.diagnostics += piped.diagnostics
            reading.outcomes += piped.outcomes
        }
        terminal.tell(reading.diagnostics)
        guard !reading.articles.isEmpty else {
            if reading.diagnostics.isEmpty {
                terminal.tell([
                    Diagnostic(
                        .error,
                        code: "no-articles",
                        at: paths.first.map { Place($0) },
                        "there is no article to read",
                        mend:
                            "name a folder that holds .txt, .md, .html, .xml, .json, .eml or .pdf files"
                    )
                ])
            }
            throw ExitStatus.noInput
        }
        guard !strict || reading.diagnostics.allSatisfy({ $0.severity == .note }) else {
            throw ExitStatus.badData
        }
        return reading
    }
}

extension Day {
    /// The day of the machine’s clock, in UTC.
    static var today: Day {
        Day(number: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}

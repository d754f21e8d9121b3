public import ArgumentParser
internal import Briefing
internal import Diagnostics
internal import Foundation
public import Workspace

/// Puts a brief into a format and to its place.
struct Press: Sendable {
    /// The template for a text format, where a person gave one; else the program’s own is used.
    var templates: [OutputFormat: Template] = [:]
    /// Whom workbooks are made for.
    var profile = WorkbookProfile.analyst
    /// The width of plain text in columns.
    var width = 80
    /// Whether plain text may be bold.
    var isBold = false

    /// Reads a template that a person gave.
    ///
    /// - Throws: A diagnostic with the line that cannot be used.
    static func template(at path: String, shownAs name: String) throws(Diagnostic) -> Template {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Diagnostic(
                .error,
                code: "no-template",
                at: Place(name),
                "the template cannot be read",
                mend: "name a file that exists and is written in UTF-8"
            )
        }
        return try Template(text, path: name)
    }

    /// The brief as text; nil for a workbook, which is a file only.
    func text(of brief: Brief, as format: OutputFormat) throws(Diagnostic) -> String? {
        switch format {
        case .text:
            let template = try template(for: format, shipped: "txt")
            return TextWriter(template: template, width: width, isBold: isBold).text(of: brief)
        case .markdown:
            return MarkdownWriter(template: try template(for: format, shipped: "md")).text(
                of: brief
            )
        case .json: return JSONWriter().text(of: brief)
        case .xlsx: return nil
        }
    }

    private func template(
        for format: OutputFormat,
        shipped name: String
    ) throws(Diagnostic) -> Template {
        if let template = templates[format] { return template }
        return try Template(shipped: name)
    }

    /// Writes a brief to a file, which is replaced whole or not at all.
    ///
    /// - Parameters:
    ///   - brief: The brief.
    ///   - format: The format.
    ///   - path: The path of the file.
    /// - Returns: What had to be changed to fit.
    /// - Throws: What is wrong with the template, or why the file could not be written.
    func write(_ brief: Brief, as format: OutputFormat, to path: String) throws -> [Diagnostic] {
        let file = OutputFile(path: path)
        guard let text = try text(of: brief, as: format) else {
            try file.makeFolder()
            return try WorkbookWriter(profile: profile).write(brief, to: file.path)
        }
        try file.write(Data(text.utf8))
        return []
    }
}

extension OutputFormat: ExpressibleByArgument {}

public import Diagnostics
internal import Mustache

/// A template for a text format: the package's own, or one that a person copied and changed.
///
/// What a template may use is told in `Templates/README.md`. Values are made safe for the format
/// before the template sees them, so that no template can let mark-up of an article through.
public struct Template: Sendable {
    private let mustache: MustacheTemplate

    /// The package's own template for a format, such as `txt` or `md`.
    ///
    /// - Throws: A ``Diagnostic`` when the package lacks it.
    public init(shipped format: String) throws(Diagnostic) {
        let path = "Templates/brief.\(format).mustache"
        try self.init(TemplateFile.shipped(path), path: path)
    }

    /// Reads a template.
    ///
    /// - Parameters:
    ///   - text: The text of the file.
    ///   - path: What the file is called in diagnostics.
    /// - Throws: A ``Diagnostic`` with the line that cannot be used.
    public init(_ text: String, path: String) throws(Diagnostic) {
        let lines = text.replacing("\r\n", with: "\n")
        try TemplateTags.check(lines, path: path)
        do {
            mustache = try MustacheTemplate(string: TemplateFile.plain + "\n" + lines)
        } catch let error as MustacheTemplate.ParserError {
            // The line that turns escaping off stands before the person's first line.
            let place = Place(path, line: max(1, error.context.lineNumber - 1))
            throw Diagnostic(
                .error,
                code: "bad-template",
                at: place,
                Self.summary(error.error),
                mend: "close every {{#name}} with {{/name}} and every {{ with }}"
            )
        } catch {
            throw Diagnostic(
                .error,
                code: "bad-template",
                at: Place(path),
                "the template cannot be read",
                mend: "begin with a copy of the shipped template"
            )
        }
    }

    func render(_ view: [String: Any]) -> String { mustache.render(view) }

    private static func summary(_ error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "the tag closes a section that is not open"
        case .expectedSectionEnd: "a section is not closed"
        case .unfinishedName: "a tag is not finished"
        default: "the tag cannot be read"
        }
    }
}

/// Writes a brief as plain text, wrapped to a width, for a terminal or a mail.
public struct TextWriter: Writer {
    private let template: Template
    private let width: Int
    private let isBold: Bool

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - template: The template.
    ///   - width: The columns of a line; fewer than 40 are taken as 40.
    ///   - isBold: Whether headings are bold by ANSI escape sequences: only for a terminal whose user
    ///     has not set `NO_COLOR`.
    public init(template: Template, width: Int = 80, isBold: Bool = false) {
        self.template = template
        self.width = max(40, width)
        self.isBold = isBold
    }

    /// Fills lines: what does not fit goes on under the place that the template marks.
    public func text(of brief: Brief) -> String {
        // Control characters cannot stand in a brief, so they can mark places.
        let view = BriefView(
            escape: \.withoutMarkup,
            marks: ["hang": "\t", "bold": "\u{1}", "plain": "\u{2}"]
        )
        let filled = LineFill(width: width).filled(template.render(view.values(brief)))
        return filled.replacing("\u{A0}", with: " ")
            .replacing("\u{1}", with: isBold ? "\u{1B}[1m" : "")
            .replacing("\u{2}", with: isBold ? "\u{1B}[0m" : "")
    }
}

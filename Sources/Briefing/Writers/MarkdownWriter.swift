/// Writes a brief as Markdown as GitHub reads it; what articles say stays text.
public struct MarkdownWriter: Writer {
    private let template: Template

    /// Makes a writer.
    public init(template: Template) {
        self.template = template
    }

    /// Fills the template with texts in which nothing can be taken as mark-up.
    public func text(of brief: Brief) -> String {
        let view = BriefView(
            escape: { MarkdownText.escaped($0.withoutMarkup) },
            marks: ["hang": "", "bold": "**", "plain": "**"]
        )
        return template.render(view.values(brief)).replacing("\u{A0}", with: " ")
    }
}

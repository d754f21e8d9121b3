import Diagnostics
import Foundation
import Testing

@testable import Briefing

struct TemplateTests {
    @Test(arguments: [
        (
            "{{title}}\n{{#sections}}\n{{titlle}}",
            "my.txt:3: error: a brief has no ‘titlle’ [unknown-name]\n  try: did you mean ‘title’?"
        ),
        (
            "{{#sections}}\n{{title}}\n",
            "my.txt:3: error: a section is not closed [bad-template]\n"
                + "  try: close every {{#name}} with {{/name}} and every {{ with }}"
        ),
        (
            "{{> header}}",
            "my.txt:1: error: ‘{{> header}}’ is not for briefs [unknown-tag]\n"
                + "  try: write everything into one file, with tags in {{ and }}"
        ),
        (
            "a\n{{shout(title)}}",
            "my.txt:2: error: a brief has no ‘shout’ [unknown-name]\n"
                + "  try: use one of the names in the README beside the templates"
        ),
    ])
    func `a bad template is told by its line`(text: String, message: String) {
        let error = #expect(throws: Diagnostic.self) { try Template(text, path: "my.txt") }
        #expect(error?.description == message)
    }

    @Test func `a template of one's own chooses what to print`() throws {
        let template = try Template(
            "{{title}}{{#decisions}}{{#items}}\n* {{hang}}{{headline}}{{/items}}{{/decisions}}\n",
            path: "my.txt"
        )
        let text = TextWriter(template: template, width: 60).text(of: try Fixture.brief())
        #expect(
            text.hasPrefix(
                """
                Southern Ocean weekly
                * Chile and Norway will build a polar research harbour at
                  Punta Arenas.

                """
            )
        )
    }

    @Test func `every name is told in the README, and the README tells no other`() throws {
        let readme = try TemplateFile.shipped("Templates/README.md")
        let told = readme.split(separator: "\n").filter { $0.hasPrefix("| `{{") }
            .compactMap { $0.split(separator: "`").dropFirst().first }
            .map { $0.filter { !"{}".contains($0) } }
        #expect(Set(told) == TemplateTags.names)
        #expect(told.count == TemplateTags.names.count)
    }

    @Test func `every name has a value somewhere in a brief`() throws {
        let view = BriefView(escape: { $0 }, marks: ["hang": "", "bold": "", "plain": ""])
        var found: Set<String> = []
        func visit(_ value: Any) {
            if let values = value as? [String: Any] {
                found.formUnion(values.keys)
                values.values.forEach(visit)
            } else if let list = value as? [Any] {
                list.forEach(visit)
            }
        }
        visit(view.values(try Fixture.edition()))
        var quiet = Fixture.history
        quiet.changes = []
        visit(view.values(try Fixture.edition(quiet)))
        #expect(found == TemplateTags.names)
    }
}

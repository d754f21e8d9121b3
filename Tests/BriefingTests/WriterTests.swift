import Foundation
import Records
import Testing

@testable import Briefing

struct WriterTests {
    enum Format: String, CaseIterable {
        case txt, md, json

        func text(of brief: Brief) throws -> String {
            switch self {
            case .txt: TextWriter(template: try Fixture.textTemplate.get()).text(of: brief)
            case .md: MarkdownWriter(template: try Fixture.markdownTemplate.get()).text(of: brief)
            case .json: JSONWriter().text(of: brief)
            }
        }
    }

    @Test(arguments: Format.allCases)
    func `a week's brief reads as it is kept`(format: Format) throws {
        try Snapshot.expect(format.text(of: Fixture.brief()), matches: "brief.\(format.rawValue)")
    }

    @Test(arguments: Format.allCases)
    func `a brief of nothing says so in every section`(format: Format) throws {
        let brief = try Fixture.brief(
            [],
            articles: [],
            origins: [],
            coverage: Coverage(files: 0),
            options: BriefOptions()
        )
        try Snapshot.expect(format.text(of: brief), matches: "empty.\(format.rawValue)")
    }

    @Test(arguments: Format.allCases)
    func `the order of the input does not change a byte`(format: Format) throws {
        let turned = try Fixture.brief(
            Fixture.findings.reversed(),
            articles: Fixture.articles.reversed()
        )
        #expect(try format.text(of: turned) == format.text(of: Fixture.brief()))
    }

    @Test(arguments: [40, 60, 80, 132])
    func `no line is wider than asked, but for addresses`(width: Int) throws {
        let writer = TextWriter(template: try Fixture.textTemplate.get(), width: width)
        let lines = writer.text(of: try Fixture.brief()).split(separator: "\n")
        let wide = lines.filter { $0.columns > width && !$0.contains("https://") }
        #expect(wide == [])
    }

    @Test func `headings are bold only when asked`() throws {
        let template = try Fixture.textTemplate.get()
        let brief = try Fixture.brief()
        #expect(!TextWriter(template: template).text(of: brief).contains("\u{1B}"))
        let bold = TextWriter(template: template, isBold: true).text(of: brief)
        #expect(bold.hasPrefix("\u{1B}[1mSOUTHERN OCEAN WEEKLY\u{1B}[0m\n"))
    }
}

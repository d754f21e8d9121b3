import Foundation
import Records
import Testing

@testable import Briefing

struct WorkbookWriterTests {
    private let layout = WorkbookLayout(Brief.harbour)

    private func table(_ name: String) throws -> WorkbookLayout.Table {
        let sheet = try #require(layout.sheets.first { $0.name == name })
        guard case .table(let table) = sheet.content else { throw Missing() }
        return table
    }

    private func cell(_ sheet: String, _ row: Int, _ title: String) throws -> WorkbookLayout.Cell {
        let table = try table(sheet)
        let column = try #require(table.columns.firstIndex { $0.title == title })
        return table.rows[row][column]
    }

    private struct Missing: Error {}

    @Test func `has a sheet for each section`() {
        #expect(
            layout.sheets.map(\.name) == [
                "Read me", "Summary", "Decisions", "Officials", "Deals", "Questions", "Statements",
                "Figures", "Conflicts", "Dates ahead", "Evidence", "Parties", "Articles",
                "Origins", "Coverage", "Data dictionary",
            ]
        )
        #expect(SheetNames.mended(layout.sheets.map(\.name)) == layout.sheets.map(\.name))
    }

    @Test(
        arguments: [
            ("Deals", "Quantity", .decimal(12)), ("Deals", "Amount", .decimal(1_700_000_000)),
            ("Deals", "Currency", "USD"), ("Deals", "Date", .date(Day(number: 19_930))),
            ("Deals", "Date as told", "2024-07-26"), ("Deals", "Parties", "Norport; Alder Marine"),
            ("Deals", "Confidence", .number(0.85)), ("Deals", "Reports", .integer(2)),
            ("Deals", "Listed", "in the brief"), ("Decisions", "Date", .empty),
            ("Decisions", "Date as told", "2025-03"), ("Officials", "Title", "harbour master"),
            ("Officials", "Further titles", "mayor"), ("Questions", "Raised by", "Mara Lind"),
            ("Articles", "Published", .date(Day(number: 19_932))),
            ("Articles", "Published as told", "2024-07-28T09:30+00:00"),
            ("Dates ahead", "Date as told", "2025-03"), ("Coverage", "Try", "remove it"),
            ("Evidence", "Start", .integer(10)), ("Conflicts", "Value", "12"),
            ("Evidence", "Origin", .integer(1)), ("Articles", "Origin", .integer(1)),
            ("Parties", "Party", "Norport Authority"), ("Parties", "Part", "actor"),
            ("Origins", "Articles", .integer(2)), ("Origins", "Outlets", .integer(2)),
            ("Origins", "First date", .date(Day(number: 19_932))),
            ("Origins", "Reason", "the same words as [1]"),
        ] as [(String, String, WorkbookLayout.Cell)]
    )
    func `gives every value its type`(
        sheet: String,
        title: String,
        value: WorkbookLayout.Cell
    ) throws {
        #expect(try cell(sheet, 0, title) == value)
    }

    @Test func `keeps what the printed brief withholds, and says so`() throws {
        #expect(try table("Deals").rows.count == 2)
        #expect(try cell("Deals", 1, "Listed") == "below its confidence")
    }

    @Test func `leads from a finding to its quote`() throws {
        guard case .link(let quote) = try cell("Deals", 1, "Evidence") else {
            Issue.record("a cell is no link")
            return
        }
        #expect(quote.target == .row(5, sheet: "Evidence"))
        #expect(try cell("Evidence", 3, "ID").words == quote.text)
    }

    @Test func `leads to their quotes from figures that only the tables hold`() throws {
        guard case .link(let quote) = try cell("Figures", 0, "Evidence") else {
            Issue.record("a cell is no link")
            return
        }
        #expect(try cell("Evidence", 5, "ID").words == quote.text)
        #expect(try cell("Evidence", 5, "Finding").words == "figure-0000000001")
    }

    @Test func `leads from a quote to its finding, its article and its address`() throws {
        guard case .link(let finding) = try cell("Evidence", 3, "Finding"),
            case .link(let article) = try cell("Evidence", 3, "Article"),
            case .link(let address) = try cell("Evidence", 3, "Address")
        else {
            Issue.record("a cell is no link")
            return
        }
        #expect(finding.text == "deal-0000000002")
        #expect(finding.target == .row(3, sheet: "Deals"))
        #expect(article.target == .row(2, sheet: "Articles"))
        #expect(address.target == .address("https://tide.example/cranes?id=1"))
    }

    @Test func `leaves an address that is not safe as text`() throws {
        #expect(try cell("Articles", 1, "Address") == "javascript:alert(1)")
    }

    @Test func `has unique headers and as many cells as columns`() throws {
        for sheet in layout.sheets {
            guard case .table(let table) = sheet.content else { continue }
            let headers = table.columns.map(\.header)
            #expect(SheetNames.headers(headers) == headers)
            #expect(table.rows.allSatisfy { $0.count == headers.count })
            #expect(SheetNames.tables([table.name]) == [table.name])
        }
    }

    @Test func `gives rows ids that no two share`() throws {
        for name in [
            "Decisions", "Officials", "Deals", "Conflicts", "Parties", "Evidence", "Origins",
            "Articles",
        ] {
            let table = try table(name)
            #expect(Set(table.rows.map { $0[0] }).count == table.rows.count, "\(name)")
        }
    }

    @Test func `has a row for each actor and each party`() throws {
        let rows = try table("Parties").rows.map { row in row[2...4].map(\.words) }
        #expect(
            rows == [
                ["decision", "Norport Authority", "actor"],
                ["decision", "City of Norport", "actor"],
                ["deal", "Norport", "first party"], ["deal", "Alder Marine", "other party"],
                ["deal", "Norport", "first party"], ["deal", "Reed & Sons", "other party"],
            ]
        )
        guard case .link(let finding) = try cell("Parties", 5, "Finding") else {
            Issue.record("a cell is no link")
            return
        }
        #expect(finding.target == .row(3, sheet: "Deals"))
    }

    @Test func `begins an origin with its earliest article`() throws {
        var brief = Brief.harbour
        brief.sources[1].published = ArticleDate(
            .day(Day(number: 19_931)),
            secondOfDay: nil,
            precision: .day,
            zoneOffset: nil,
            source: .metadata
        )
        let sheet = RowIndex(brief).origins(of: brief)
        guard case .table(let table) = sheet.content else { throw Missing() }
        #expect(table.rows.count == 1)
        #expect(table.rows[0][3] == .date(Day(number: 19_931)))
        #expect(table.rows[0][5].words == "corpus/quay.html#2")
    }

    @Test func `is created when the newest article was`() {
        #expect(layout.properties.created == 19_932 * 86_400 + 34_200)
        var undated = Brief.harbour
        undated.header.cutOff = nil
        undated.header.last = nil
        #expect(WorkbookLayout(undated).properties.created == 315_532_800)
    }

    @Test func `writes a file that holds it all`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("harbour.xlsx")
        #expect(try WorkbookWriter().write(.harbour, to: path).isEmpty)
        let parts = try WrittenWorkbook.parts(of: Data(contentsOf: URL(filePath: path)))
        let texts = try #require(parts["xl/sharedStrings.xml"])
        #expect(texts.contains("=HYPERLINK(&quot;") || texts.contains("=HYPERLINK(\""))
        #expect(!parts.values.contains { $0.contains("<f>") })
        #expect(parts.keys.count { $0.hasPrefix("xl/tables/") } == 14)
        let links = try #require(parts["xl/worksheets/sheet3.xml"])
        #expect(links.contains("location=\"'Articles'!A2\""))
    }

    @Test func `writes the same bytes for the same brief`() throws {
        let folder = try TemporaryFolder()
        let bytes = try ["one.xlsx", "two.xlsx"].map { name in
            _ = try WorkbookWriter().write(.harbour, to: folder.path(name))
            return try Data(contentsOf: URL(filePath: folder.path(name)))
        }
        #expect(bytes[0] == bytes[1])
    }
}

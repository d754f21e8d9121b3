import Foundation
import Records
import Testing

@testable import Briefing

struct WorkbookPagesTests {
    private let layout = WorkbookLayout(Brief.harbour)

    /// The lines below a heading, each as the words of its cells.
    private func part(_ heading: String, of page: String) throws -> [[String]] {
        let lines = try layout.page(page).drop { $0.cells.first?.words != heading }
        return lines.dropFirst().prefix { !$0.cells.isEmpty }.map { line in
            line.cells.map { cell in
                if case .integer(let number) = cell { return "\(number)" }
                return cell.words ?? ""
            }
        }
    }

    @Test func `opens with the title and how much was read`() throws {
        let lines = try layout.page("Read me")
        #expect(lines[0] == .init(.title, ["Harbour weekly"]))
        #expect(lines.contains(.init(.plain, ["Period", "22–28 July 2024 (week 30)"])))
        #expect(lines.contains(.init(.plain, ["Information cut-off", "28 July 2024, 09:30 UTC"])))
        #expect(lines.contains(.init(.plain, ["Articles", .integer(2)])))
    }

    @Test func `leads to every sheet and tells its rows`() throws {
        let contents = try part("Sheets", of: "Read me").dropFirst()
        #expect(contents.map(\.[0]) == layout.sheets.dropFirst().map(\.name))
        #expect(contents.contains(["Deals", "a row for each deal", "2"]))
        #expect(contents.contains(["Summary", "key points, counts and charts", ""]))
    }

    @Test func `warns only of what there is`() throws {
        #expect(
            try part("Worth knowing", of: "Read me").dropFirst() == [
                ["Coverage", "files that could not be read", "1"],
                ["Articles", "articles without a date", "1"],
                ["Origins", "articles that repeat a story", "1"],
                ["Deals", "below the confidence that the brief asks for", "1"],
            ]
        )
    }

    @Test func `tells how confidence is made`() throws {
        #expect(
            try part("How confidence is made", of: "Read me").map(\.[1])
                == Brief.harbour.confidenceRule
        )
    }

    @Test(arguments: [(65_530, nil), (65_531, 1), (70_000, 4470)] as [(Int, Int?)])
    func `counts the links that a sheet cannot take`(links: Int, lost: Int?) {
        let link = WorkbookLayout.Cell.link(.init(text: "x", target: .row(1, sheet: "Deals")))
        let unsafe = WorkbookLayout.Cell.link(.init(text: "x", target: .address("ftp://x.example")))
        let cells = [.empty, unsafe] + Array(repeating: link, count: links)
        let found = WorkbookLayout.Sheet.column(cells).lostLinks
        #expect(found?.count == lost)
        #expect(found?.row ?? 65_534 == 65_534)
    }

    @Test func `sums up key points and counts`() throws {
        #expect(
            try part("Key points", of: "Summary") == [
                ["Key point", "Finding"],
                ["Norport bought 12 cranes from Alder Marine. [1, 2]", "deal-0000000001"],
            ]
        )
        #expect(
            try part("Findings by type", of: "Summary")[3] == ["Deals", "1", "0", "1", "0", "2"]
        )
        #expect(try part("Findings by type", of: "Summary")[0].last == "All")
        #expect(
            try part("Findings by week, without those below their confidence", of: "Summary") == [
                ["Week", "Decisions", "Officials", "Deals", "Questions", "Statements", "All"],
                ["2024-W30", "1", "1", "1", "1", "0", "4"],
            ]
        )
    }

    @Test func `draws each chart level with its numbers, and not over the next`() throws {
        let sheet = try #require(layout.sheets.first { $0.name == "Summary" })
        let lines = try layout.page("Summary")
        #expect(
            sheet.charts.map(\.words.title) == ["Findings a week", "Deals by value and currency"]
        )
        for chart in sheet.charts {
            #expect(lines[chart.header - 1].style == .header)
            #expect(lines[chart.header - 1].cells.count == chart.series + 2)
            #expect(lines[chart.header...].prefix(chart.rows).allSatisfy { $0.cells.count > 1 })
            #expect(lines.count > chart.header + 15)
        }
        #expect(sheet.charts[1].header - sheet.charts[0].header >= 17)
    }

    @Test func `tells weeks without a finding, and findings without a day`() throws {
        let layout = WorkbookLayout(try Fixture.brief())
        let names = try layout.page("Summary").map { $0.cells.first?.words ?? "" }
        let weeks = names.filter { $0.hasPrefix("2024-W") }
        #expect(weeks == weeks.sorted())
        #expect(weeks.last == "2024-W31")
        #expect(names.contains("no day"))
    }

    @Test func `draws nothing where there is nothing`() throws {
        let brief = try Fixture.brief([], articles: [], origins: [], coverage: Coverage(files: 0))
        let layout = WorkbookLayout(brief)
        #expect(layout.sheets.flatMap(\.charts) == [])
        #expect(try layout.page("Summary").contains(.init(.plain, ["None"])))
        #expect(try WrittenWorkbook(layout).codes == [])
    }

    @Test(arguments: [[], [.keyPoints], [.deals], [.decisions, .conflicts]] as [Set<Brief.Part>])
    func `leads nowhere that is not there, whatever parts are left out`(
        parts: Set<Brief.Part>
    ) throws {
        let book = try WrittenWorkbook(WorkbookLayout(Fixture.edition(parts: parts)))
        #expect(book.codes == [])
    }

    @Test func `writes charts with a text for those who do not see them`() throws {
        let book = try WrittenWorkbook(layout)
        #expect(book.names.count { $0.hasPrefix("xl/charts/") } == 2)
        let chart = book["xl/charts/chart1.xml"]
        #expect(chart.contains("<c:grouping val=\"stacked\"/>"))
        #expect(chart.contains("<c:f>Summary!$B$"))
        #expect(chart.contains("Findings a week"))
        #expect(chart.components(separatedBy: "<c:ser>").count == 6)
        #expect(book["xl/drawings/drawing1.xml"].contains("descr=\"Columns: how many findings"))
    }
}

struct CountsTests {
    @Test(arguments: [(0, 1), (8, 1), (9, 2), (16, 2), (17, 5), (40, 5), (41, 10), (900, 200)])
    func `has a scale of some eight lines`(largest: Int, step: Int) {
        #expect(Counts.step(upTo: largest) == step)
    }

    private func deal(_ amount: Decimal?, _ currency: String) -> Fact {
        .deal(
            Deal(
                parties: [],
                kind: .other,
                value: amount.map { Money(amount: $0, currency: currency) },
                status: .signed
            )
        )
    }

    @Test func `counts deals by size and currency, and adds no amounts`() {
        let counts = DealValues([
            deal(999_999, "EUR"), deal(1_000_000, "EUR"), deal(9_999_999, "USD"),
            deal(10_000_000_000, "EUR"), deal(nil, "EUR"),
            .question(Question(about: "who pays", kind: .unknown)),
        ]).counts
        #expect(counts.columns == ["EUR", "USD"])
        #expect(
            counts.rows.map(\.counts) == [[1, 0], [1, 1], [0, 0], [0, 0], [0, 0], [1, 0]]
        )
        #expect(counts.rows[1].sum == 2)
    }

    @Test func `puts rare currencies together`() {
        let codes = ["AUD", "CAD", "EUR", "GBP", "JPY", "NOK", "SEK", "EUR"]
        let counts = DealValues(codes.map { deal(1, $0) }).counts
        #expect(counts.columns == ["EUR", "AUD", "CAD", "GBP", "JPY", "Others"])
        #expect(counts.rows[0].counts == [2, 1, 1, 1, 1, 2])
    }

    @Test func `has no rows where no deal tells its value`() {
        #expect(DealValues([deal(nil, "EUR")]).counts.rows.isEmpty)
    }
}

import Foundation
import Records
import Testing

@testable import Briefing

struct TableWriterTests {
    private typealias Cell = WorkbookLayout.Cell
    private typealias Column = WorkbookLayout.Column

    private static func text(_ name: String) throws -> String {
        let file = try #require(TableWriter().files(of: .harbour).first { $0.name == name })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    /// The rows of a file with one column and one cell.
    private static func written(_ cell: Cell, _ kind: Column.Kind = .text) -> String {
        let table = WorkbookLayout.Table(name: "t", columns: [Column("C", kind)], rows: [[cell]])
        return String(decoding: file(table).bytes, as: UTF8.self)
    }

    private static func file(_ table: WorkbookLayout.Table) -> TableFile {
        TableFile(table, title: "T", name: "t", webTitles: [])
    }

    @Test func `writes a file for each table of the workbook, and one that describes them`() throws
    {
        let tables = WorkbookLayout(Brief.harbour).sheets.filter { sheet in
            if case .table = sheet.content { true } else { false }
        }
        let names = TableWriter().files(of: .harbour).map(\.name)
        #expect(names.first == "datapackage.json")
        #expect(names.count == tables.count + 1)
        #expect(Set(names).isSuperset(of: ["deals.csv", "dates-ahead.csv", "articles.csv"]))
    }

    @Test func `writes the same bytes for the same brief`() {
        let (first, second) = (
            TableWriter().files(of: .harbour), TableWriter().files(of: .harbour)
        )
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }

    @Test func `writes what the brief prints and what it withholds`() throws {
        let text = try Self.text("deals.csv")
        #expect(text.contains("deal-0000000001,A sentence"))
        #expect(text.contains("in the brief"))
        #expect(text.contains("deal-0000000002,A sentence"))
        #expect(text.contains("below its confidence"))
    }

    @Test func `ends each row with CR LF and begins with quoted titles`() throws {
        #expect(
            try Self.text("dates-ahead.csv")
                == "\"Finding\",\"Date\",\"Date as told\",\"Headline\"\r\n"
                + "decision-0000000001,,2025-03,The port authority closes the old dock.\r\n"
        )
    }

    @Test func `writes the address of a link to the web beside its words`() throws {
        let text = try Self.text("articles.csv")
        #expect(text.contains("\"Address\",\"Address link\",\"File\"\r\n"))
        #expect(
            text.contains(
                "https://tide.example/cranes?id=1,https://tide.example/cranes?id=1,corpus/tide.txt"
            )
        )
        #expect(text.contains("javascript:alert(1),,corpus/quay.html"))
    }

    @Test(
        arguments: [
            (.empty, ""), (.text("plain"), "plain"), (.text("a,b"), "\"a,b\""),
            (.text("said \"so\""), "\"said \"\"so\"\"\""),
            (.text("a\"\u{301},b"), "\"a\"\"\u{301},b\""), (.text("a\r\nb\rc"), "\"a\nb\nc\""),
            (.text("bell\u{7}"), "bell\u{FFFD}"), (.text("tab\tstop"), "tab\tstop"),
            (.text("=1+1"), "'=1+1"), (.text("@cmd"), "'@cmd"), (.text("-1"), "'-1"),
            (.text("\n=1"), "\"'\n=1\""), (.text("é 東京"), "é 東京"), (.number(-0.5), "-0.5"),
            (.number(3), "3"), (.number(0.000_000_1), "0.0000001"), (.number(1e20), "1" + zeros),
            (.number(.nan), ""), (.number(.infinity), ""), (.integer(-12), "-12"),
            (.integer(.max), "9223372036854775807"), (.decimal(Decimal(150) / 100), "1.5"),
            (.decimal(.nan), ""), (.date(Day(number: 19_932)), "2024-07-28"),
            (.moment(Day(number: 19_932), second: 34_209), "2024-07-28T09:30:09"),
            (.link(.init(text: "=a", target: .row(2, sheet: "S"))), "'=a"),
        ] as [(WorkbookLayout.Cell, String)]
    )
    func `writes a cell for programs`(cell: WorkbookLayout.Cell, text: String) {
        #expect(Self.written(cell) == "\"C\"\r\n\(text)\r\n")
    }

    private static let zeros = String(repeating: "0", count: 20)

    @Test func `never cuts a text`() {
        let long = String(repeating: "x", count: 40_000)
        #expect(Self.written(.text(long)).utf8.count == 40_007)
    }

    @Test func `fills up rows that are too short`() {
        let table = WorkbookLayout.Table(
            name: "t",
            columns: [Column("A"), Column("A"), Column("")],
            rows: [[], ["x"]]
        )
        #expect(
            String(decoding: Self.file(table).bytes, as: UTF8.self)
                == "\"A\",\"A (2)\",\"Column 3\"\r\n,,\r\nx,,\r\n"
        )
    }
}

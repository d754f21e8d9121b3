import Foundation
import Records
import Testing

@testable import Briefing

struct WorkbookColumnsTests {
    /// Briefs that together fill every sheet.
    enum Example: CaseIterable {
        case harbour, week, edition

        var layout: WorkbookLayout {
            get throws {
                switch self {
                case .harbour: WorkbookLayout(.harbour)
                case .week: WorkbookLayout(try Fixture.brief())
                case .edition: WorkbookLayout(try Fixture.edition())
                }
            }
        }
    }

    /// A column and its cells.
    private func columns(
        of layout: WorkbookLayout
    ) -> [(place: String, column: WorkbookLayout.Column, cells: [WorkbookLayout.Cell])] {
        layout.sheets.flatMap { sheet in
            (sheet.table?.columns ?? []).enumerated().map { index, column in
                let cells = sheet.table?.rows.map { $0[index] } ?? []
                return ("\(sheet.name), \(column.title)", column, cells)
            }
        }
    }

    @Test(arguments: Example.allCases)
    func `says of every column what it means`(example: Example) throws {
        let silent = try columns(of: example.layout).filter {
            $0.column.meaning.isEmpty || $0.column.meaning.hasSuffix(".")
                || $0.column.empty?.isEmpty == true
        }
        #expect(silent.map(\.place) == [])
    }

    @Test(arguments: Example.allCases)
    func `has empty cells only where a column says when`(example: Example) throws {
        let broken = try columns(of: example.layout).filter {
            $0.column.empty == nil && $0.cells.contains(.empty)
        }
        #expect(broken.map(\.place) == [])
    }

    @Test(arguments: Example.allCases)
    func `has no word that its column does not allow`(example: Example) throws {
        let broken = try columns(of: example.layout).filter { _, column, cells in
            !column.allowed.isEmpty
                && cells.contains { $0 != .empty && !column.allowed.contains($0.words ?? "") }
        }
        #expect(broken.map(\.place) == [])
    }

    @Test(arguments: Example.allCases)
    func `prompts within what the library takes`(example: Example) throws {
        let long = try columns(of: example.layout).filter { _, column, _ in
            column.prompt.map { $0.count > 255 || column.header.count > 32 } ?? false
                || column.prompt != nil && column.allowed.joined(separator: ",").count > 255
        }
        #expect(long.map(\.place) == [])
    }

    @Test(arguments: Example.allCases)
    func `tells each column once`(example: Example) throws {
        let layout = try example.layout
        let told = try zip(
            layout.cells("Data dictionary", "Sheet"),
            layout.cells("Data dictionary", "Column")
        )
        .map { "\($0.words ?? ""), \($1.words ?? "")" }
        let all = layout.sheets.flatMap { sheet in
            (sheet.table?.columns ?? []).map { "\(sheet.name), \($0.header)" }
        }
        #expect(told == all)
    }

    @Test(arguments: ["Decisions", "Officials", "Deals", "Questions", "Statements"])
    func `ends a sheet of findings with room to rule`(sheet: String) throws {
        let columns = try WorkbookLayout(.harbour).table(sheet).columns.suffix(2)
        #expect(columns.map(\.title) == ["Verdict", "Note"])
        #expect(columns.first?.allowed == ["confirm", "reject", "pin"])
        #expect(columns.allSatisfy { $0.prompt != nil })
    }

    @Test func `shows what was ruled, a pin before a confirmation`() throws {
        var brief = Brief.harbour
        let confirmation = Verdict(id: "x", kind: .confirm, note: "seen the contract")
        brief.deals.items[0].finding.ruling.confirmation = confirmation
        brief.deals.withheld[0].finding.ruling.confirmation = confirmation
        brief.deals.withheld[0].finding.ruling.pin = Verdict(id: "x", kind: .pin)
        let layout = WorkbookLayout(brief)
        #expect(try layout.cells("Deals", "Verdict") == ["confirm", "pin"])
        #expect(try layout.cells("Deals", "Note") == ["seen the contract", .empty])
        #expect(try layout.cells("Decisions", "Verdict") == [.empty])
    }

    @Test func `offers the words to whoever types`() throws {
        let book = try WrittenWorkbook(
            WorkbookLayout.Sheet(
                name: "Deals",
                content: .table(
                    .init(
                        name: "tbl_deals",
                        columns: [
                            .init("ID"),
                            .init("Verdict", allowed: ["confirm", "pin"], prompt: "Rule here."),
                            .init("Note", prompt: "Say why."),
                        ],
                        rows: [["a"], ["b"]]
                    )
                )
            )
        )
        #expect(book.sheet.contains("<col min=\"3\" max=\"3\" width=\"40.7109375\""))
        #expect(book.sheet.contains("<dataValidations count=\"2\">"))
        #expect(book.sheet.contains("<formula1>\"confirm,pin\"</formula1>"))
        #expect(book.sheet.contains("sqref=\"B2:B3\""))
        #expect(book.sheet.contains("promptTitle=\"Verdict\" prompt=\"Rule here.\""))
        #expect(book.sheet.contains("error=\"one of: confirm, pin\""))
        #expect(book.sheet.contains("prompt=\"Say why.\" sqref=\"C2:C3\""))
    }
}

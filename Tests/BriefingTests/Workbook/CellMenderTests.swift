import Diagnostics
import Foundation
import Records
import Testing

@testable import Briefing

struct CellMenderTests {
    private let place = CellPlace(row: 17, column: 28)

    private static let values: [(WorkbookLayout.Cell, FittedCell, Repairs.Kind?)] = [
        (.number(1.5), .number(1.5, .fraction), nil),
        (.number(1_700_000_000), .number(1_700_000_000, .whole), nil),
        (.number(.nan), .empty, .notANumber),
        (.number(.infinity), .empty, .notANumber),
        (.number(-.infinity), .empty, .notANumber),
        (.integer(999_999_999_999_999), .number(999_999_999_999_999, .whole), nil),
        (.integer(9_007_199_254_740_993), .text("9007199254740993"), .numberAsText),
        (.integer(.min), .text("-9223372036854775808"), .numberAsText),
        (.decimal(Decimal(3) / 10), .number(0.3, .fraction), nil),
        (.decimal(.nan), .empty, .notANumber),
        (.text(""), .empty, nil),
        (.empty, .empty, nil),
        (.text("=1+1"), .text("=1+1"), nil),
    ]

    @Test(arguments: values)
    func `makes values fit`(
        cell: WorkbookLayout.Cell,
        fitted: FittedCell,
        repair: Repairs.Kind?
    ) {
        var mender = CellMender()
        #expect(mender.fitted(cell, as: .amount, at: place) == fitted)
        let noted = Repairs.Kind.allCases.filter { mender.repairs.count($0) > 0 }
        #expect(noted == (repair.map { [$0] } ?? []))
    }

    @Test func `writes a great round amount as a number`() {
        var mender = CellMender()
        let amount = Decimal(sign: .plus, exponent: 20, significand: 17)
        #expect(
            mender.fitted(.decimal(amount), as: .amount, at: place) == .number(1.7e21, .whole)
        )
    }

    @Test func `keeps every digit of a long decimal`() throws {
        let number = try #require(Decimal(string: "12345678901234567890.12"))
        var mender = CellMender()
        #expect(
            mender.fitted(.decimal(number), as: .amount, at: place)
                == .text("12345678901234567890.12")
        )
    }

    @Test(arguments: [
        ("2024-07-28", 45501.0), ("1900-03-01", 61), ("9999-12-31", 2_958_465),
        ("2000-01-01", 36526),
    ])
    func `counts days as the spreadsheet program does`(text: String, serial: Double) throws {
        let day = try #require(CalendarDate(text)?.day)
        var mender = CellMender()
        #expect(mender.fitted(.date(day), as: .date, at: place) == .number(serial, .date))
        #expect(
            mender.fitted(.moment(day, second: 43_200), as: .moment, at: place)
                == .number(serial + 0.5, .moment)
        )
    }

    @Test(arguments: ["1850-06-01", "1900-02-28", "0001-01-01"])
    func `writes dates before March 1900 as text`(text: String) throws {
        let day = try #require(CalendarDate(text)?.day)
        var mender = CellMender()
        #expect(mender.fitted(.date(day), as: .date, at: place) == .text(text))
        #expect(mender.repairs.count(.dateAsText) == 1)
    }

    @Test func `writes a time that no day has as its day`() {
        var mender = CellMender()
        let cell = WorkbookLayout.Cell.moment(Day(number: 19_932), second: 86_400)
        #expect(mender.fitted(cell, as: .moment, at: place) == .text("2024-07-28"))
    }

    @Test func `leads to rows of sheets that are there`() {
        var mender = CellMender(names: ["Deals?": "Deals"])
        func fitted(_ row: Int, _ sheet: String) -> FittedCell {
            let link = WorkbookLayout.Link(text: "there", target: .row(row, sheet: sheet))
            return mender.fitted(.link(link), as: .link, at: place)
        }
        #expect(fitted(3, "Deals?") == .jump(sheet: "Deals", row: 3, text: "there", tip: nil))
        #expect(fitted(0, "Deals?") == .text("there"))
        #expect(fitted(3, "Nowhere") == .text("there"))
        #expect(mender.repairs.count(.deadLink) == 2)
    }

    @Test func `stops at 65530 links on a sheet`() {
        var mender = CellMender(names: ["Deals": "Deals"])
        let link = WorkbookLayout.Link(text: "x", target: .row(2, sheet: "Deals"))
        for sheet in 0..<2 {
            mender.begin("Deals")
            for _ in 0..<65_530 {
                guard case .jump = mender.fitted(.link(link), as: .link, at: place) else {
                    Issue.record("a link of sheet \(sheet) became text")
                    return
                }
            }
        }
        #expect(mender.fitted(.link(link), as: .link, at: place) == .text("x"))
        #expect(mender.repairs.count(.linksFull) == 1)
    }

    @Test func `shortens what appears over a link`() throws {
        let link = WorkbookLayout.Link(
            text: "x",
            target: .address("https://n.example/"),
            tip: String(repeating: "t", count: 300)
        )
        var mender = CellMender()
        guard case .link(_, _, let tip) = mender.fitted(.link(link), as: .link, at: place) else {
            Issue.record("the link became text")
            return
        }
        #expect(try #require(tip).utf16.count == 255)
    }

    @Test func `tells what it changed and where first`() {
        var mender = CellMender()
        mender.begin("Deals")
        _ = mender.fitted(.number(.nan), as: .amount, at: place)
        #expect(
            mender.repairs.diagnostics(path: "b.xlsx").map(\.description) == [
                "b.xlsx: warning: a value is no finite number and was left out in one cell, "
                    + "‘Deals’ AB17 [not-a-number]"
            ]
        )
        _ = mender.fitted(.number(.nan), as: .amount, at: place)
        #expect(
            mender.repairs.diagnostics(path: "b.xlsx").first?.summary
                == "a value is no finite number and was left out in 2 cells, the first ‘Deals’ AB17"
        )
    }
}

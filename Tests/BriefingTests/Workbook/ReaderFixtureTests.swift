import Foundation
import Records
import Testing

@testable import Briefing

/// Workbooks full of traps, with the same cells as CSV, for `Scripts/check-workbooks` to read.
struct ReaderFixtureTests {
    private static let folder = ProcessInfo.processInfo.environment["WORKBOOK_FIXTURES"]
    private static let smallDisk = ProcessInfo.processInfo.environment["SMALL_DISK"]

    @Test(.enabled(if: folder != nil, "WORKBOOK_FIXTURES names no folder"))
    func `writes fixtures for other readers`() throws {
        let folder = try #require(Self.folder)
        let layouts = [
            ("hostile", Self.hostile), ("large", Self.large),
            ("harbour", WorkbookLayout(.harbour)),
        ]
        for (name, layout) in layouts {
            let place = URL(filePath: folder).appending(path: name)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            _ = try WorkbookFile.write(layout, to: place.path() + ".xlsx")
            for file in TablePackage(layout).contents {
                try Data(file.bytes).write(to: place.appending(path: file.name))
            }
        }
    }

    /// The library says that it has finished; what it wrote is not whole.
    @Test(.enabled(if: smallDisk != nil, "SMALL_DISK names no folder of 14 megabytes"))
    func `finds that the disk of the temporary files was full`() throws {
        let path = URL(filePath: try #require(Self.smallDisk)).appending(path: "large.xlsx").path()
        try Data("old".utf8).write(to: URL(filePath: path))
        let error = #expect(throws: WriterError.self) {
            try WorkbookFile.write(Self.large, to: path)
        }
        guard case .damaged(_, let part, _) = error else {
            Issue.record("not found on reading back: \(String(describing: error))")
            return
        }
        #expect(part == "xl/worksheets/sheet1.xml")
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("old".utf8))
    }

    private static var hostile: WorkbookLayout {
        WorkbookLayout(
            properties: .example,
            sheets: [
                sheet("Texts", texts), sheet("History", numbers, .amount),
                sheet("a/b[c]", dates, .date), sheet("It's here", links, .link),
                .init(
                    name: "history",
                    content: .table(
                        .init(
                            name: "tbl_cells",
                            columns: [.init("Same"), .init("same"), .init(""), .init("a\nb")],
                            rows: [["1", "2", "3", "4"], ["a"]]
                        )
                    )
                ),
                sheet("No rows", []), sheet("Random", randomTexts),
            ]
        )
    }

    private static func sheet(
        _ name: String,
        _ cells: [WorkbookLayout.Cell],
        _ kind: WorkbookLayout.Column.Kind = .text
    ) -> WorkbookLayout.Sheet {
        let rows = zip(1..., cells).map { [WorkbookLayout.Cell.text("row-\($0)"), $1] }
        let columns = [WorkbookLayout.Column("ID", .identifier), .init("Value", kind)]
        return .init(
            name: name,
            content: .table(.init(name: name, columns: columns, rows: rows))
        )
    }

    private static let texts: [WorkbookLayout.Cell] = [
        "=1+1", "=HYPERLINK(\"https://x.example\")", "+1", "-1", "@SUM(A1)", "007",
        "123456789012345678", "1e5", "TRUE", "#N/A", "two\nlines", "<b>&amp;</b> \"quoted\"",
        "a, b; c", " spaces ", "é e\u{301} 日本 🚢 👨‍👩‍👧‍👦", "\u{202E}turned", "bell\u{7}",
        "_x_, _x00_ and _x0041_",
        .text(String(repeating: "🚢", count: 20_000)), .text(String(repeating: "a", count: 32_767)),
    ]

    private static let numbers: [WorkbookLayout.Cell] = [
        .number(1.5), .number(.nan), .number(.infinity), .number(0.1 + 0.2), .number(-0.000_1),
        .integer(999_999_999_999_999), .decimal(1_700_000_000), .decimal(Decimal(1) / 8), .empty,
    ]

    private static var dates: [WorkbookLayout.Cell] {
        ["1850-06-01", "1900-02-28", "1900-03-01", "2024-02-29", "9999-12-31"].map { text in
            CalendarDate(text)?.day.map { .date($0) } ?? .empty
        }
    }

    private static var links: [WorkbookLayout.Cell] {
        let addresses = [
            "https://n.example/?q=internal:abc", "https://n.example/mailto:a",
            "javascript:alert(1)",
            "ftp://n.example/", "n.example/page", "mailto:desk@n.example",
            "https://zürich.example/é?a=b&c=d#e",
            "https://n.example/" + String(repeating: "a", count: 2100),
        ]
        return addresses.map { .link(.init(text: "words", target: .address($0))) } + [
            .link(.init(text: "row-1", target: .row(2, sheet: "History"))),
            .link(.init(text: "gone", target: .row(2, sheet: "Nowhere"))),
        ]
    }

    /// Texts of any characters, controls, marks and the format's own escapes among them.
    private static var randomTexts: [WorkbookLayout.Cell] {
        var state: UInt64 = 20_250_310
        func next(below limit: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % limit
        }
        let pieces = [
            "_x", "_", "005F", "=", "'", "\"", ",", ";", "\n", "\r\n", "\t", " ", "&lt;", "<",
            "]]>",
        ]
        return (0..<500).map { _ in
            var text = "t"
            for _ in 0..<next(below: 30) {
                let ceiling: UInt64 = [0x80, 0x800, 0x1_0000, 0x11_0000][Int(next(below: 4))]
                if next(below: 3) == 0 {
                    text += pieces[Int(next(below: UInt64(pieces.count)))]
                } else if let scalar = Unicode.Scalar(UInt32(next(below: ceiling))) {
                    text.unicodeScalars.append(scalar)
                }
            }
            return .text(text)
        }
    }

    /// More cells than a table may hold.
    private static var large: WorkbookLayout {
        let columns = (1...10).map { WorkbookLayout.Column("Column \($0)") }
        let rows = (1...20_001).map { row in
            (1...10).map { WorkbookLayout.Cell.text("cell \(row * $0 % 977)") }
        }
        let table = WorkbookLayout.Table(name: "tbl_large", columns: columns, rows: rows)
        return .init(
            properties: .example,
            sheets: [.init(name: "Large", content: .table(table)), sheet("Small", texts)]
        )
    }
}

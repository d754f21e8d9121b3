import Briefing
import Foundation
import MadeCells
import Records

/// Prints what a workbook of many rows costs, beside the same cells written by a plain C program.
@main
struct BenchmarkWorkbook {
    static func main() throws {
        let arguments = CommandLine.arguments
        if arguments.count == 4, arguments[1] == "--write", let rows = Int32(arguments[3]) {
            return try write(rows: rows, to: arguments[2])
        }
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "benchmark-workbook-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let own = URL(filePath: arguments[0])
        let plain = own.deletingLastPathComponent().appending(path: "plain-workbook").path
        let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 5
        // With as many cells as briefctl holds in a table, and with more.
        for rows in ["16000", "100000"] {
            print("\(rows) rows × \(MADE_COLUMNS) columns, the least of \(rounds) rounds")
            let plainly = [plain, folder.path + "/plain.xlsx", rows]
            try compare(
                [
                    ("plain C", plainly),
                    ("plain C, constant memory", plainly + ["--constant-memory"]),
                    ("WorkbookLayout", [own.path, "--write", folder.path + "/layout.xlsx", rows]),
                ],
                rounds: rounds
            )
        }
    }

    /// Writes the made table as briefctl writes a brief: mended, with widths, read back, put in place.
    private static func write(rows: Int32, to path: String) throws {
        let layout = WorkbookLayout(
            properties: .init(title: "Made", author: "benchmark", keywords: [], created: 1 << 30),
            sheets: [.init(name: "Made", content: .table(madeTable(rows: rows)))]
        )
        for diagnostic in try WorkbookWriter().write(layout, to: path) { print(diagnostic) }
    }

    private static func madeTable(rows count: Int32) -> WorkbookLayout.Table {
        let columns = (0..<MADE_COLUMNS).map { index in
            WorkbookLayout.Column(String(cString: made_header(index)), kind(of: index))
        }
        let rows = (0..<count).map { row in
            (0..<MADE_COLUMNS).map { cell(row: row, column: $0) }
        }
        return .init(name: "tbl_made", columns: columns, rows: rows)
    }

    private static func kind(of column: Int32) -> WorkbookLayout.Column.Kind {
        switch made_column_kind(column) {
        case MADE_DATE: .date
        case MADE_MOMENT: .moment
        case MADE_NUMBER: .amount
        case MADE_ADDRESS: .link
        default: column == 0 ? .identifier : .text
        }
    }

    private static func cell(row: Int32, column: Int32) -> WorkbookLayout.Cell {
        switch made_column_kind(column) {
        case MADE_DATE: .date(Day(number: Int(made_number(row, column))))
        case MADE_MOMENT:
            .moment(
                Day(number: Int(made_number(row, column)) / 86_400),
                second: Int(made_number(row, column)) % 86_400
            )
        case MADE_NUMBER: .number(made_number(row, column))
        case MADE_ADDRESS where row < MADE_LINKS:
            .link(.init(text: text(row, column), target: .address(text(row, column))))
        default: .text(text(row, column))
        }
    }

    private static func text(_ row: Int32, _ column: Int32) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(MADE_TEXT_SIZE)) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            made_text(row, column, start)
            return String(cString: start)
        }
    }
}

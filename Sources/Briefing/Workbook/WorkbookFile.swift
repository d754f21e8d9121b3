import Diagnostics
import Foundation

/// Makes the file of a layout.
enum WorkbookFile {
    /// Writes a workbook, reads it back, and puts it in place only when it is whole.
    ///
    /// The same layout gives the same bytes, whatever the time, the time zone and the locale.
    ///
    /// - Parameters:
    ///   - layout: What the workbook holds.
    ///   - path: The path of the file; one that is there is replaced whole or not at all.
    /// - Returns: What had to be changed to make it fit.
    /// - Throws: A ``WriterError``; a file that was there is there still.
    static func write(_ layout: WorkbookLayout, to path: String) throws(WriterError) -> [Diagnostic]
    {
        let names = SheetNames.mended(layout.sheets.map(\.name))
        let stage = try StagedFile(for: path)
        let numerals = PlainNumerals()
        guard numerals.areInForce else { throw .refused(path: path, what: "numerals", code: 0) }
        let workbook = try Workbook(
            writing: stage.path,
            temporaryFolder: stage.folder,
            path: path
        )
        try workbook.set(layout.properties.fitted)
        let known = Dictionary(zip(layout.sheets.map(\.name), names)) { first, _ in first }
        var filler = SheetFiller(mender: CellMender(names: known), path: path)
        try filler.fill(workbook, with: layout, names: names)
        try workbook.close()
        try WorkbookCheck(path: path, tallies: filler.tallies).check(stage.path)
        try stage.publish()
        return filler.mender.repairs.diagnostics(path: path)
    }
}

/// What was written on a sheet.
struct SheetTally: Hashable, Sendable {
    /// The number of rows, cells and links that the file must hold.
    var rows = 0, cells = 0, links = 0
    /// The number of tables, 0 or 1, and of charts.
    var tables = 0, charts = 0
}

/// Fills the sheets of a workbook from a layout, and counts.
private struct SheetFiller {
    var mender: CellMender
    var tallies: [SheetTally] = []
    let path: String

    init(mender: CellMender, path: String) {
        self.mender = mender
        self.path = path
    }

    mutating func fill(
        _ workbook: borrowing Workbook,
        with layout: WorkbookLayout,
        names: [String]
    ) throws(WriterError) {
        let tables = SheetNames.tables(layout.sheets.map { $0.table?.name ?? $0.name })
        for (index, sheet) in layout.sheets.enumerated() {
            mender.beginSheet()
            tallies.append(SheetTally())
            let target = try workbook.addSheet(names[index])
            switch sheet.content {
            case .page(let lines):
                try fill(workbook, target, lines: lines, name: names[index])
                for chart in sheet.charts {
                    try workbook.addChart(chart, sheetName: names[index], on: target)
                    tallies[tallies.count - 1].charts += 1
                }
            case .table(let table):
                guard table.rows.count < ExcelLimits.rows, !table.columns.isEmpty,
                    table.columns.count <= ExcelLimits.columns
                else { throw .tooLarge(path: path, sheet: names[index]) }
                try fill(workbook, target, table, name: names[index], tableName: tables[index])
            }
        }
    }

    private mutating func fill(
        _ workbook: borrowing Workbook,
        _ target: Workbook.Sheet,
        _ table: WorkbookLayout.Table,
        name: String,
        tableName: String
    ) throws(WriterError) {
        let headers = SheetNames.headers(table.columns.map(\.header))
        var widths = ColumnWidths(headers: headers)
        // A table needs a row; readers take one without cells for none.
        let rows = max(1, table.rows.count)
        try workbook.addTable(tableName, headers: headers, rows: rows, on: target)
        tallies[tallies.count - 1].tables = 1
        count(Array(repeating: .text(""), count: headers.count))
        for (index, row) in table.rows.enumerated() {
            var cells: [FittedCell] = []
            for (column, cell) in row.prefix(headers.count).enumerated() {
                let place = CellPlace(sheet: name, row: index + 2, column: column + 1)
                let kind = table.columns[column].kind
                let fitted = mender.fitted(cell, as: kind, at: place)
                try workbook.write(
                    fitted,
                    row: index + 1,
                    column: column,
                    on: target,
                    as: kind.look
                )
                widths.fit(fitted, column: column)
                cells.append(fitted)
            }
            count(cells)
            try set(.plain, row: index + 1, of: cells, workbook, target)
        }
        try set(table.columns, headers: headers, widths, rows: rows, workbook, target)
    }

    /// Sets what holds for whole columns of a table, and which of them are printed.
    private func set(
        _ columns: [WorkbookLayout.Column],
        headers: [String],
        _ widths: ColumnWidths,
        rows: Int,
        _ workbook: borrowing Workbook,
        _ target: Workbook.Sheet
    ) throws(WriterError) {
        var widths = widths
        for (index, column) in columns.enumerated() {
            if column.prompt != nil, column.allowed.isEmpty { widths.makeRoom(column: index) }
            try workbook.set(
                width: widths.widths[index],
                look: column.kind.look,
                column: index,
                on: target
            )
            try workbook.addPrompt(
                of: column,
                at: index,
                rows: rows,
                header: headers[index],
                on: target
            )
        }
        try workbook.setPrinted(columns: widths.legibleColumns, lastRow: rows, on: target)
    }

    private mutating func fill(
        _ workbook: borrowing Workbook,
        _ target: Workbook.Sheet,
        lines: [WorkbookLayout.Line],
        name: String
    ) throws(WriterError) {
        let columns = lines.map(\.cells.count).max() ?? 0
        var widths = ColumnWidths(headers: Array(repeating: "", count: columns))
        for (row, line) in lines.enumerated() {
            var cells: [FittedCell] = []
            for (column, cell) in line.cells.enumerated() {
                let place = CellPlace(sheet: name, row: row + 1, column: column + 1)
                let fitted = mender.fitted(cell, as: .text, at: place).amongWords
                try workbook.write(
                    fitted,
                    row: row,
                    column: column,
                    on: target,
                    as: line.style.look
                )
                if line.style.setsWidth { widths.fit(fitted, column: column) }
                cells.append(fitted)
            }
            count(cells)
            try set(line.style, row: row, of: cells, workbook, target)
        }
        for (column, width) in widths.widths.enumerated() {
            try workbook.set(width: width, look: .text, column: column, on: target)
        }
    }

    /// Makes a row, counted from 0, high enough for its cells: not every program does so by itself.
    private func set(
        _ style: WorkbookLayout.Line.Style,
        row: Int,
        of cells: [FittedCell],
        _ workbook: borrowing Workbook,
        _ target: Workbook.Sheet
    ) throws(WriterError) {
        let lines = style == .plain ? cells.map(\.lines).max() ?? 1 : 1
        guard lines > 1 || style != .plain else { return }
        try workbook.set(height: style.height * Double(lines), row: row, on: target)
    }

    private mutating func count(_ cells: [FittedCell]) {
        let last = tallies.count - 1
        let filled = cells.count { $0 != .empty }
        tallies[last].cells += filled
        tallies[last].rows += filled > 0 ? 1 : 0
        tallies[last].links += cells.count(where: \.isLink)
    }
}

extension FittedCell {
    /// The cell as it looks on a page.
    fileprivate var amongWords: Self {
        switch self {
        case .number(let number, .whole): .number(number, .wholeInText)
        case .number(let number, .date): .number(number, .dateInText)
        default: self
        }
    }

    fileprivate var isLink: Bool {
        switch self {
        case .link, .jump: true
        case .empty, .text, .number: false
        }
    }
}

extension WorkbookLayout.Line.Style {
    /// The height of a line in points.
    fileprivate var height: Double {
        switch self {
        case .title: 24
        case .heading: 18
        case .header, .plain: 15
        }
    }

    /// Whether columns are made wide enough for the line; others run on over empty cells.
    fileprivate var setsWidth: Bool { self == .header || self == .plain }

    fileprivate var look: CellLook {
        switch self {
        case .title: .title
        case .heading: .heading
        case .header: .header
        case .plain: .text
        }
    }
}

extension WorkbookLayout.Column.Kind {
    /// How the column's cells look.
    fileprivate var look: CellLook {
        switch self {
        case .identifier: .identifier
        case .text: .text
        case .link: .link
        case .count, .amount: .whole
        case .share: .share
        case .date: .date
        case .moment: .moment
        }
    }
}

extension WorkbookLayout.Properties {
    /// The properties with texts that fit.
    fileprivate var fitted: Self {
        func fit(_ text: String) -> String { CellText(text, limit: ExcelLimits.property).text }
        var copy = self
        copy.title = fit(title)
        copy.author = fit(author)
        copy.keywords = [fit(keywords.joined(separator: ", "))]
        return copy
    }
}

/// Numerals with a dot, on this thread and as long as the value lives.
///
/// The library writes numbers by the locale of the thread; with a comma they would be no numbers.
private struct PlainNumerals: ~Copyable {
    private let plain: locale_t?
    private let former: locale_t?

    init() {
        plain = newlocale(1 << LC_NUMERIC, "C", nil)
        former = plain.flatMap { uselocale($0) }
    }

    deinit {
        if let former { uselocale(former) }
        if let plain { freelocale(plain) }
    }

    /// Whether a number is written with a dot now.
    var areInForce: Bool {
        withVaList([0.5]) { arguments in
            var text = [CChar](repeating: 0, count: 8)
            vsnprintf(&text, text.count, "%.1f", arguments)
            return text.prefix(4) == [48, 46, 53, 0]
        }
    }
}

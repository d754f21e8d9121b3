/// Fills the sheets of a workbook from a layout, and counts.
struct SheetFiller {
    /// What makes cells fit.
    private(set) var mender: CellMender
    /// What was written on each sheet so far.
    private(set) var tallies: [SheetTally] = []
    private let profile: WorkbookProfile
    private let path: String

    /// Makes a filler.
    ///
    /// - Parameters:
    ///   - mender: What makes cells fit.
    ///   - profile: Whom the tables are made for.
    ///   - path: What the file is called in errors.
    init(mender: CellMender, profile: WorkbookProfile, path: String) {
        self.mender = mender
        self.profile = profile
        self.path = path
    }

    /// Fills all sheets.
    ///
    /// - Parameters:
    ///   - workbook: The workbook.
    ///   - layout: What the workbook holds.
    ///   - names: The names of the sheets in the file.
    /// - Throws: A ``WriterError`` when a sheet is too large or the library refuses something.
    mutating func fill(
        _ workbook: borrowing Workbook,
        with layout: WorkbookLayout,
        names: [String]
    ) throws(WriterError) {
        let tables = SheetNames.tables(layout.sheets.map { $0.table?.name ?? $0.name })
        for (index, sheet) in layout.sheets.enumerated() {
            mender.begin(names[index])
            tallies.append(SheetTally())
            switch sheet.content {
            case .page(let lines):
                let target = try workbook.addSheet(names[index], isLarge: false)
                try fill(workbook, target, lines: lines)
                for chart in sheet.charts {
                    try workbook.addChart(chart, sheetName: names[index], on: target)
                    tallies[tallies.count - 1].charts += 1
                }
                if !sheet.charts.isEmpty, lines.count <= 80 { workbook.printOnOnePage(target) }
            case .table(let table):
                guard table.rows.count + sheet.above.count < ExcelLimits.rows,
                    !table.columns.isEmpty, table.columns.count <= ExcelLimits.columns
                else { throw .tooLarge(path: path, sheet: names[index]) }
                let frame = TableFrame(
                    name: tables[index],
                    headers: SheetNames.headers(table.columns.map(\.header)),
                    top: sheet.above.count,
                    // A table needs a row; readers take one without cells for none.
                    rows: max(1, table.rows.count),
                    profile: profile
                )
                let target = try workbook.addSheet(names[index], isLarge: table.isLarge)
                try write(sheet.above, workbook, target)
                try write(frame, isLarge: table.isLarge, workbook, target)
                let widths = try fill(workbook, target, table, frame)
                let over = sheet.above.dropFirst().map { widths.columns(holding: $0) }.max() ?? 0
                try workbook.setPrinted(
                    columns: max(widths.legibleColumns, over),
                    lastRow: frame.top + frame.rows,
                    on: target
                )
            }
        }
    }

    /// Writes the lines above a table, the first as its title.
    private mutating func write(
        _ above: [String],
        _ workbook: borrowing Workbook,
        _ target: Workbook.Sheet
    ) throws(WriterError) {
        for (row, text) in above.enumerated() {
            let place = CellPlace(row: row + 1, column: 1)
            let fitted = mender.fitted(.text(text), as: .text, at: place)
            let look = row == 0 ? CellLook.title : .identifier
            try workbook.write(fitted, row: row, column: 0, on: target, as: look)
            if row == 0 { try workbook.set(height: 24, row: 0, on: target) }
            count(row: [fitted])
        }
    }

    /// Writes the header, as a table or, where there are too many cells for one, with a filter.
    private mutating func write(
        _ frame: TableFrame,
        isLarge: Bool,
        _ workbook: borrowing Workbook,
        _ target: Workbook.Sheet
    ) throws(WriterError) {
        if isLarge {
            for (column, header) in frame.headers.enumerated() {
                try workbook.write(
                    .text(header),
                    row: frame.top,
                    column: column,
                    on: target,
                    as: frame.headerLook
                )
            }
            try workbook.addFilter(frame, on: target)
        } else {
            try workbook.addTable(frame, on: target)
            tallies[tallies.count - 1].tables = 1
        }
        count(row: Array(repeating: .text(""), count: frame.headers.count))
    }

    private mutating func fill(
        _ workbook: borrowing Workbook,
        _ target: Workbook.Sheet,
        _ table: WorkbookLayout.Table,
        _ frame: TableFrame
    ) throws(WriterError) -> ColumnWidths {
        var widths = ColumnWidths(headers: frame.headers)
        let kinds = table.columns.map(\.kind)
        for (index, row) in table.rows.enumerated() {
            let line = frame.top + 1 + index
            var tally = RowTally()
            for (column, cell) in row.prefix(kinds.count).enumerated() {
                let place = CellPlace(row: line + 1, column: column + 1)
                let fitted = mender.fitted(cell, as: kinds[column], at: place)
                try workbook.write(
                    fitted,
                    row: line,
                    column: column,
                    on: target,
                    as: kinds[column].look
                )
                tally.count(fitted, lines: widths.fit(fitted, column: column))
            }
            tallies[tallies.count - 1].add(tally)
            try setHeight(.plain, row: line, lines: tally.lines, workbook, target)
        }
        try set(table.columns, frame, widths, workbook, target)
        return widths
    }

    /// Sets what holds for whole columns of a table.
    private func set(
        _ columns: [WorkbookLayout.Column],
        _ frame: TableFrame,
        _ widths: ColumnWidths,
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
            try workbook.addPrompt(of: column, at: index, in: frame, on: target)
        }
    }

    private mutating func fill(
        _ workbook: borrowing Workbook,
        _ target: Workbook.Sheet,
        lines: [WorkbookLayout.Line]
    ) throws(WriterError) {
        let columns = lines.map(\.cells.count).max() ?? 0
        var widths = ColumnWidths(headers: Array(repeating: "", count: columns))
        for (row, line) in lines.enumerated() {
            var tally = RowTally()
            for (column, cell) in line.cells.enumerated() {
                let place = CellPlace(row: row + 1, column: column + 1)
                let fitted = mender.fitted(cell, as: .text, at: place).amongWords
                try workbook.write(
                    fitted,
                    row: row,
                    column: column,
                    on: target,
                    as: line.style.look
                )
                let setsWidth = line.style.setsWidth
                tally.count(
                    fitted,
                    lines: setsWidth ? widths.fit(fitted, column: column) : 1
                )
            }
            tallies[tallies.count - 1].add(tally)
            try setHeight(line.style, row: row, lines: tally.lines, workbook, target)
        }
        for (column, width) in widths.widths.enumerated() {
            try workbook.set(width: width, look: .text, column: column, on: target)
        }
    }

    /// Makes a row, counted from 0, high enough for its cells: not every program does so by itself.
    private func setHeight(
        _ style: WorkbookLayout.Line.Style,
        row: Int,
        lines: Int,
        _ workbook: borrowing Workbook,
        _ target: Workbook.Sheet
    ) throws(WriterError) {
        guard lines > 1 || style != .plain else { return }
        try workbook.set(height: style.height * Double(lines), row: row, on: target)
    }

    private mutating func count(row cells: [FittedCell]) {
        var tally = RowTally()
        for cell in cells { tally.count(cell, lines: 1) }
        tallies[tallies.count - 1].add(tally)
    }
}

/// Where a table stands on its sheet, and what it is called.
struct TableFrame: Hashable, Sendable {
    /// The table's name.
    let name: String
    /// The headers, unique and not empty.
    let headers: [String]
    /// The row of the header, counted from 0.
    let top: Int
    /// The number of rows below the header, at least one.
    let rows: Int
    /// Whom the table is made for.
    let profile: WorkbookProfile

    /// How the header looks.
    var headerLook: CellLook { profile == .accessible ? .plainHeader : .header }
}

/// What was written in a row.
private struct RowTally {
    /// The number of cells and links.
    var cells = 0, links = 0
    /// The number of lines that the highest cell needs.
    var lines = 1

    mutating func count(_ cell: FittedCell, lines needed: Int) {
        guard cell != .empty else { return }
        cells += 1
        if cell.isLink { links += 1 }
        lines = max(lines, needed)
    }
}

extension SheetTally {
    fileprivate mutating func add(_ row: RowTally) {
        rows += row.cells > 0 ? 1 : 0
        cells += row.cells
        links += row.links
    }
}

extension WorkbookLayout.Table {
    /// The number of cells beyond which a sheet is written row by row, so that memory does not grow
    /// with it; the library has no tables there.
    static let largestInMemory = 200_000

    /// Whether the table is written row by row.
    var isLarge: Bool { rows.count * columns.count > Self.largestInMemory }
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

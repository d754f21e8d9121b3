import CXLSXWriter
import Foundation
import Records
import Synchronization

/// A workbook in the making: the one owner of the library's handle.
///
/// Nothing of the library leaves this file. The library checks little of what it is given, so what
/// comes in here must fit already: see ``CellMender``, ``SheetNames`` and ``LinkAddress``.
struct Workbook: ~Copyable {
    /// A sheet of the workbook; valid as long as the workbook is.
    struct Sheet {
        fileprivate let pointer: UnsafeMutablePointer<lxw_worksheet>
    }

    private var handle: UnsafeMutablePointer<lxw_workbook>?
    private let formats: [UnsafeMutablePointer<lxw_format>]
    private let path: String

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - file: The file to write to.
    ///   - temporaryFolder: A folder that exists, for the parts in the making.
    ///   - path: What the file is called in errors.
    /// - Throws: A ``WriterError`` when there is no memory.
    init(writing file: String, temporaryFolder: String, path: String) throws(WriterError) {
        let handle = file.withCString { file in
            temporaryFolder.withCString { folder in
                var options = lxw_workbook_options(
                    constant_memory: 0,
                    tmpdir: UnsafeMutablePointer(mutating: folder),
                    use_zip64: 0
                )
                return workbook_new_opt(file, &options)
            }
        }
        guard let handle else { throw .refused(path: path, what: "to begin", code: 0) }
        var formats: [UnsafeMutablePointer<lxw_format>] = []
        for look in CellLook.allCases {
            guard let format = workbook_add_format(handle) else { break }
            look.apply(to: format)
            formats.append(format)
        }
        self.formats = formats
        self.handle = handle
        self.path = path
    }

    deinit {
        if let handle { lxw_workbook_free(handle) }
    }

    /// Writes the file; the workbook is gone then, whether or not it worked.
    consuming func close() throws(WriterError) {
        guard let handle else { return }
        self.handle = nil
        let (code, reason) = quiet.withLock { _ in (workbook_close_quietly(handle), errno) }
        guard code == LXW_NO_ERROR else { throw .interrupted(path: path, code: reason) }
    }

    /// Sets what a file manager shows.
    func set(_ properties: WorkbookLayout.Properties) throws(WriterError) {
        let keywords = properties.keywords.joined(separator: ", ")
        let code = withCopies([properties.title, properties.author, keywords]) { texts in
            var values = lxw_doc_properties()
            (values.title, values.author, values.keywords) = (texts[0], texts[1], texts[2])
            values.created = properties.created
            return workbook_set_properties(handle, &values)
        }
        try check(code, "the properties")
    }

    /// Adds a sheet behind the others, set up to print on landscape A4, one page wide.
    ///
    /// - Parameters:
    ///   - name: The name on the tab.
    ///   - isLarge: Whether the sheet is written row by row, from the first to the last, and has no
    ///     table; memory does not grow with it then.
    /// - Returns: The sheet.
    /// - Throws: A ``WriterError`` when the library refuses it.
    func addSheet(_ name: String, isLarge: Bool) throws(WriterError) -> Sheet {
        // The library takes the option when a sheet begins.
        handle?.pointee.options.constant_memory = isLarge ? 1 : 0
        guard let sheet = workbook_add_worksheet(handle, name) else {
            throw .refused(path: path, what: "the sheet ‘\(name)’", code: 0)
        }
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)  // A4
        worksheet_fit_to_pages(sheet, 1, 0)
        let all = "A1:XFD1048576"
        try check(
            worksheet_ignore_errors(
                sheet,
                UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue),
                all
            ),
            "a range"
        )
        return Sheet(pointer: sheet)
    }

    /// Writes a cell.
    ///
    /// - Parameters:
    ///   - cell: The cell.
    ///   - row: The row, counted from 0.
    ///   - column: The column, counted from 0.
    ///   - sheet: The sheet.
    ///   - look: How words look; numbers and links bring their own look.
    /// - Throws: A ``WriterError`` when the library refuses the cell.
    func write(
        _ cell: FittedCell,
        row: Int,
        column: Int,
        on sheet: Sheet,
        as look: CellLook = .text
    ) throws(WriterError) {
        let (row, column) = (lxw_row_t(row), lxw_col_t(column))
        switch cell {
        case .empty: break
        case .text(let text):
            try check(
                worksheet_write_string(sheet.pointer, row, column, text, format(look)),
                "a text"
            )
        case .number(let number, let look):
            try check(
                worksheet_write_number(sheet.pointer, row, column, number, format(look)),
                "a number"
            )
        case .link(let address, let text, let tip):
            try check(
                worksheet_write_url_opt(
                    sheet.pointer,
                    row,
                    column,
                    address.text,
                    format(.link),
                    text,
                    tip
                ),
                "a link"
            )
        case .jump(let name, let line, let text, let tip):
            let quoted = name.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "''")
            try check(
                worksheet_write_url_opt(
                    sheet.pointer,
                    row,
                    column,
                    "internal:'\(quoted)'!A\(line)",
                    format(.link),
                    text,
                    tip
                ),
                "a link"
            )
        }
    }

    /// Makes rows a table, with its header.
    func addTable(_ frame: TableFrame, on sheet: Sheet) throws(WriterError) {
        let header = format(frame.headerLook)
        let isPlain = frame.profile == .accessible
        let code = withCopies([frame.name] + frame.headers) { texts in
            var columns = texts.dropFirst().map { text in
                var column = lxw_table_column()
                column.header = text
                column.header_format = header
                return column
            }
            return columns.withUnsafeMutableBufferPointer { columns in
                var pointers = columns.indices.map { columns.baseAddress?.advanced(by: $0) } + [nil]
                return pointers.withUnsafeMutableBufferPointer { pointers in
                    var options = lxw_table_options()
                    options.name = texts[0]
                    options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                    options.style_type_number = isPlain ? 0 : 1  // 0 is no style
                    options.no_autofilter = isPlain ? 1 : 0
                    options.columns = pointers.baseAddress
                    return worksheet_add_table(
                        sheet.pointer,
                        lxw_row_t(frame.top),
                        0,
                        lxw_row_t(frame.top + frame.rows),
                        lxw_col_t(frame.headers.count - 1),
                        &options
                    )
                }
            }
        }
        try check(code, "the table ‘\(frame.name)’")
        try keepHeader(of: frame, on: sheet)
    }

    /// Gives rows without a table the filter that a table has.
    func addFilter(_ frame: TableFrame, on sheet: Sheet) throws(WriterError) {
        if frame.profile == .analyst {
            let code = worksheet_autofilter(
                sheet.pointer,
                lxw_row_t(frame.top),
                0,
                lxw_row_t(frame.top + frame.rows),
                lxw_col_t(frame.headers.count - 1)
            )
            try check(code, "the filter of ‘\(frame.name)’")
        }
        try keepHeader(of: frame, on: sheet)
    }

    /// Prints the header on every page, and keeps it in sight for those who scroll.
    private func keepHeader(of frame: TableFrame, on sheet: Sheet) throws(WriterError) {
        let top = lxw_row_t(frame.top)
        if frame.profile == .analyst { worksheet_freeze_panes(sheet.pointer, top + 1, 1) }
        try check(worksheet_repeat_rows(sheet.pointer, top, top), "the header to repeat")
    }

    /// Sets the width of a column, counted from 0, and the look of what is typed into it later.
    func set(width: Double, look: CellLook, column: Int, on sheet: Sheet) throws(WriterError) {
        let column = lxw_col_t(column)
        try check(
            worksheet_set_column(sheet.pointer, column, column, width, format(look)),
            "a width"
        )
    }

    /// Sets the height of a row, counted from 0, in points.
    func set(height: Double, row: Int, on sheet: Sheet) throws(WriterError) {
        try check(worksheet_set_row(sheet.pointer, lxw_row_t(row), height, nil), "a height")
    }

    /// Tells a person what may be typed into a column, and offers the words where there are some.
    ///
    /// What would float over the cells is left out where the table is made for everybody.
    ///
    /// - Parameters:
    ///   - column: The column; its prompt and its words must be within the limits of the library.
    ///   - index: The number of the column, counted from 0.
    ///   - frame: The table; its header heads the prompt.
    ///   - sheet: The sheet.
    /// - Throws: A ``WriterError`` when the library refuses it.
    func addPrompt(
        of column: WorkbookLayout.Column,
        at index: Int,
        in frame: TableFrame,
        on sheet: Sheet
    ) throws(WriterError) {
        let isList = !column.allowed.isEmpty
        guard let prompt = column.prompt, isList || frame.profile == .analyst else { return }
        let header = frame.headers[index]
        let mistake = "one of: \(column.allowed.joined(separator: ", "))"
        let code = withCopies([header, prompt, mistake] + column.allowed) { texts in
            var words = Array(texts.dropFirst(3)) + [nil]
            return words.withUnsafeMutableBufferPointer { words in
                var rule = lxw_data_validation()
                let kind = isList ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_ANY
                rule.validate = UInt8(kind.rawValue)
                rule.value_list = isList ? words.baseAddress : nil
                if frame.profile == .analyst {
                    (rule.input_title, rule.input_message) = (texts[0], texts[1])
                }
                if isList { (rule.error_title, rule.error_message) = (texts[0], texts[2]) }
                let (place, first) = (lxw_col_t(index), lxw_row_t(frame.top + 1))
                let last = lxw_row_t(frame.top + frame.rows)
                return worksheet_data_validation_range(
                    sheet.pointer,
                    first,
                    place,
                    last,
                    place,
                    &rule
                )
            }
        }
        try check(code, "the prompt of ‘\(header)’")
    }

    /// Draws a chart of cells that stand on its own sheet.
    ///
    /// - Parameters:
    ///   - chart: The chart.
    ///   - name: The name of the sheet in the file.
    ///   - sheet: The sheet.
    /// - Throws: A ``WriterError`` when the library refuses the chart.
    func addChart(
        _ chart: WorkbookLayout.Chart,
        sheetName name: String,
        on sheet: Sheet
    ) throws(WriterError) {
        let stack = UInt8(LXW_CHART_COLUMN_STACKED.rawValue)
        guard let drawing = workbook_add_chart(handle, stack) else {
            throw .refused(path: path, what: "a chart", code: 0)
        }
        let (first, last) = (lxw_row_t(chart.header), lxw_row_t(chart.header + chart.rows - 1))
        for index in 1...max(1, chart.series) {
            guard let series = chart_add_series(drawing, nil, nil) else {
                throw .refused(path: path, what: "a chart", code: 0)
            }
            let column = lxw_col_t(index)
            chart_series_set_name_range(series, name, first - 1, column)
            chart_series_set_categories(series, name, first, 0, last, 0)
            chart_series_set_values(series, name, first, column, last, column)
            var fill = lxw_chart_fill()
            fill.color = chartColours[(index - 1) % chartColours.count]
            chart_series_set_fill(series, &fill)
        }
        label(drawing, chart)
        let code = withCopies([chart.words.description]) { texts in
            var options = lxw_chart_options()
            options.description = texts[0]
            (options.x_scale, options.y_scale) = (1.25, 1.1)
            let (row, column) = (lxw_row_t(chart.header - 1), lxw_col_t(chart.column - 1))
            return worksheet_insert_chart_opt(sheet.pointer, row, column, drawing, &options)
        }
        try check(code, "a chart")
    }

    /// Prints only the first columns of the rows down to the last one, counted from 0.
    func setPrinted(columns: Int, lastRow: Int, on sheet: Sheet) throws(WriterError) {
        try check(
            worksheet_print_area(
                sheet.pointer,
                0,
                0,
                lxw_row_t(lastRow),
                lxw_col_t(columns - 1)
            ),
            "a print area"
        )
    }

    /// Prints a sheet on one page, so that no page ends within a chart.
    func printOnOnePage(_ sheet: Sheet) { worksheet_fit_to_pages(sheet.pointer, 1, 1) }

    /// Sets the words and the scale of a chart.
    private func label(
        _ drawing: UnsafeMutablePointer<lxw_chart>,
        _ chart: WorkbookLayout.Chart
    ) {
        chart_title_set_name(drawing, chart.words.title)
        var font = lxw_chart_font()
        (font.size, font.bold) = (12, 1)
        chart_title_set_name_font(drawing, &font)
        chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        chart_axis_set_name(drawing.pointee.x_axis, chart.words.across)
        chart_axis_set_name(drawing.pointee.y_axis, chart.words.up)
        chart_axis_set_num_format(drawing.pointee.y_axis, "#,##0")
        chart_axis_set_min(drawing.pointee.y_axis, 0)
        chart_axis_set_major_unit(drawing.pointee.y_axis, Double(chart.step))
    }

    private func format(_ look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
        formats.indices.contains(look.rawValue) ? formats[look.rawValue] : nil
    }

    private func check(_ code: lxw_error, _ what: String) throws(WriterError) {
        guard code != LXW_NO_ERROR else { return }
        throw .refused(path: path, what: what, code: Int(code.rawValue))
    }
}

/// Held while the library is kept from printing, which concerns the whole process.
private let quiet = Mutex(())

/// The colours of stacked columns, which those tell apart too who see few colours.
///
/// Source: Okabe and Ito, “Color Universal Design”, <https://jfly.uni-koeln.de/color/>.
private let chartColours: [lxw_color_t] = [
    0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00,
]

/// Lends texts to the library, which copies what it keeps.
private func withCopies<Result>(
    _ texts: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies)
}

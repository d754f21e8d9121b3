/// A page in the making: parts to read from top to bottom, with charts beside them.
///
/// The parts stand below each other on one sheet, or each that has columns on a sheet of its own.
struct Page {
    /// The number of lines that a chart is high, with some room below.
    static let chartHeight = 17

    /// One part of a page.
    struct Part {
        /// The heading.
        var heading: String
        /// The name of the part as a sheet of its own, and what each of its rows is about.
        var name: String
        var purpose = ""
        /// The columns; none for sentences.
        var columns: [WorkbookLayout.Column]
        /// The cells of the lines.
        var rows: [[WorkbookLayout.Cell]]
        /// What a chart of the numbers is to say.
        var chart: WorkbookLayout.Chart.Words?
    }

    /// The title.
    let title: String
    /// What is told in a word or two each, below the title: a name and a value.
    let facts: [(name: String, value: WorkbookLayout.Cell)]
    /// The parts so far.
    private(set) var parts: [Part] = []

    /// Begins a page.
    init(title: String, facts: [(name: String, value: WorkbookLayout.Cell)] = []) {
        self.title = title
        self.facts = facts.filter { $0.value != .empty }
    }

    /// Adds sentences.
    mutating func add(_ heading: String, _ sentences: [String]) {
        let rows = sentences.map { [WorkbookLayout.Cell.text($0)] }
        parts.append(Part(heading: heading, name: heading, columns: [], rows: rows))
    }

    /// Adds lines with columns.
    ///
    /// - Parameters:
    ///   - heading: The heading.
    ///   - name: The name of the lines as a sheet of their own; nil where the heading will do.
    ///   - purpose: What each line is about, such as a key point.
    ///   - columns: The columns.
    ///   - rows: The cells of the lines; without any, a line says that there are none.
    mutating func add(
        _ heading: String,
        name: String? = nil,
        of purpose: String,
        _ columns: [WorkbookLayout.Column],
        _ rows: [[WorkbookLayout.Cell]]
    ) {
        parts.append(
            Part(
                heading: heading,
                name: name ?? heading,
                purpose: purpose,
                columns: columns,
                rows: rows
            )
        )
    }

    /// Adds numbers with a chart beside them.
    ///
    /// - Parameters:
    ///   - heading: The heading.
    ///   - name: The name of the numbers as a sheet of their own.
    ///   - counts: The numbers; without rows, a line says that there are none.
    ///   - words: What the chart is to say.
    mutating func add(
        _ heading: String,
        name: String,
        _ counts: Counts,
        chart words: WorkbookLayout.Chart.Words
    ) {
        parts.append(
            Part(
                heading: heading,
                name: name,
                purpose: counts.title.lowercased(),
                columns: counts.layoutColumns,
                rows: counts.rows.map { row in
                    [.text(row.name)] + (row.counts + [row.sum]).map { .integer($0) }
                },
                chart: counts.rows.isEmpty ? nil : words
            )
        )
    }
}

extension Page {
    /// The page as one sheet.
    ///
    /// - Parameters:
    ///   - name: The name on the tab.
    ///   - purpose: What the page holds.
    /// - Returns: The sheet, with all parts and their charts.
    func sheet(_ name: String, purpose: String = "") -> WorkbookLayout.Sheet {
        var lines = [WorkbookLayout.Line(.title, [.text(title)])]
        var charts: [WorkbookLayout.Chart] = []
        lines += facts.map { .init(.plain, [.text($0.name), $0.value]) }
        for part in parts {
            lines += part.opening + (part.rows.isEmpty ? [.init(.plain, ["None"])] : part.lines)
            guard let chart = part.chart(endingAt: lines.count) else { continue }
            charts.append(chart)
            let missing = Self.chartHeight - part.rows.count
            if missing > 0 { lines += Array(repeating: .init(), count: missing) }
        }
        return .init(name: name, content: .page(lines), purpose: purpose, charts: charts)
    }

    /// The title, the facts and the sentences, all in the first column: what no table can hold.
    ///
    /// - Parameters:
    ///   - name: The name on the tab.
    ///   - purpose: What the page holds.
    /// - Returns: The sheet.
    func cover(_ name: String, purpose: String) -> WorkbookLayout.Sheet {
        var lines = [WorkbookLayout.Line(.title, [.text(title)])]
        lines += facts.map { .init(.plain, [.text("\($0.name): \($0.value.words)")]) }
        for part in parts where part.columns.isEmpty && !part.rows.isEmpty {
            lines.append(.init(.heading, [.text(part.heading)]))
            lines += part.rows.map { .init(.plain, $0) }
        }
        return .init(name: name, content: .page(lines), purpose: purpose)
    }

    /// A sheet with a table for each part that has columns and rows.
    var tables: [WorkbookLayout.Sheet] {
        parts.filter { !$0.columns.isEmpty && !$0.rows.isEmpty }.map { part in
            .init(
                name: part.name,
                content: .table(
                    .init(name: part.name.lowercased(), columns: part.columns, rows: part.rows)
                ),
                purpose: part.purpose,
                above: [part.heading]
            )
        }
    }
}

extension Page.Part {
    /// An empty line, the heading, and the names of the columns where there are rows.
    fileprivate var opening: [WorkbookLayout.Line] {
        let header = WorkbookLayout.Line(.header, columns.map { .text($0.header) })
        let heads = columns.isEmpty || rows.isEmpty ? [] : [header]
        return [.init(), .init(.heading, [.text(heading)])] + heads
    }

    /// The rows as lines of a page; sentences are numbered.
    fileprivate var lines: [WorkbookLayout.Line] {
        guard columns.isEmpty else { return rows.map { .init(.plain, $0) } }
        return zip(1..., rows).map { .init(.plain, [.integer($0)] + $1) }
    }

    /// The chart of rows of which the last stands on a line, counted from 1.
    fileprivate func chart(endingAt line: Int) -> WorkbookLayout.Chart? {
        guard let words = chart else { return nil }
        let series = columns.count - 2
        let largest = rows.compactMap { row in
            if case .integer(let sum) = row.last { sum } else { nil }
        }.max()
        return .init(
            words: words,
            header: line - rows.count,
            rows: rows.count,
            series: series,
            step: Counts.step(upTo: largest ?? 0),
            column: series + 4
        )
    }
}

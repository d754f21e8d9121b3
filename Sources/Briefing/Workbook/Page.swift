/// A page in the making: lines to read from top to bottom, with charts beside them.
struct Page {
    /// The number of lines that a chart is high, with some room below.
    static let chartHeight = 17

    /// The lines so far.
    private(set) var lines: [WorkbookLayout.Line]
    /// The charts so far.
    private(set) var charts: [WorkbookLayout.Chart] = []

    /// Begins a page with its title.
    init(title: String) { lines = [.init(.title, [.text(title)])] }

    /// Adds lines without a heading.
    mutating func add(_ rows: [[WorkbookLayout.Cell]]) {
        lines += rows.map { .init(.plain, $0) }
    }

    /// Adds a heading and its lines, or a line that says that there are none.
    ///
    /// - Parameters:
    ///   - heading: The heading.
    ///   - columns: What the columns are called; none for lines that need no header.
    ///   - rows: The cells of the lines.
    mutating func add(
        _ heading: String,
        columns: [String] = [],
        _ rows: [[WorkbookLayout.Cell]]
    ) {
        lines += [.init(), .init(.heading, [.text(heading)])]
        guard !rows.isEmpty else { return add([["None"]]) }
        if !columns.isEmpty { lines.append(.init(.header, columns.map { .text($0) })) }
        add(rows)
    }

    /// Adds a heading and numbers with a chart beside them.
    ///
    /// - Parameters:
    ///   - heading: The heading.
    ///   - counts: The numbers; without rows, a line says that there are none.
    ///   - words: What the chart is to say.
    mutating func add(_ heading: String, _ counts: Counts, chart words: WorkbookLayout.Chart.Words)
    {
        let rows = counts.rows.map { row -> [WorkbookLayout.Cell] in
            [.text(row.name)] + (row.counts + [row.sum]).map { .integer($0) }
        }
        add(heading, columns: [counts.title] + counts.columns + ["All"], rows)
        guard !rows.isEmpty else { return }
        let header = lines.count - rows.count
        charts.append(
            .init(
                words: words,
                header: header,
                rows: rows.count,
                series: counts.columns.count,
                step: counts.step,
                column: counts.columns.count + 4
            )
        )
        let missing = Self.chartHeight - rows.count
        if missing > 0 { lines += Array(repeating: .init(), count: missing) }
    }
}

/// Numbers of things, by two of their properties.
struct Counts: Hashable, Sendable {
    /// One row.
    struct Row: Hashable, Sendable {
        /// What the row is called.
        var name: String
        /// A number for each column.
        var counts: [Int]
        /// The numbers together.
        var sum: Int { counts.reduce(0, +) }
    }

    /// What the rows are, such as weeks.
    var title: String
    /// What the columns are called.
    var columns: [String]
    /// The rows.
    var rows: [Row]

    /// The distance of two lines of a scale that has some eight of them: 1, 2 or 5 with zeros.
    var step: Int {
        let largest = rows.map(\.sum).max() ?? 0
        var unit = 1
        while true {
            for step in [unit, 2 * unit, 5 * unit] where step * 8 >= largest { return step }
            unit *= 10
        }
    }
}

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

    /// The columns: the name of the row, the numbers, and their sum.
    var layoutColumns: [WorkbookLayout.Column] {
        [.init(title, meaning: "what is counted in the row")]
            + columns.map { .init($0, .count, meaning: "the number of them") }
            + [.init("All", .count, meaning: "the numbers of the row together")]
    }

    /// The distance of two lines of a scale that has some eight of them: 1, 2 or 5 with zeros.
    ///
    /// - Parameter largest: The largest number on the scale.
    /// - Returns: The distance.
    static func step(upTo largest: Int) -> Int {
        var unit = 1
        while true {
            for step in [unit, 2 * unit, 5 * unit] where step * 8 >= largest { return step }
            unit *= 10
        }
    }
}

/// A date as a text writes it, with what it leaves out.
struct WrittenDate: Hashable, Sendable {
    /// The parts of a date that a text gives.
    struct Parts: Hashable, Sendable {
        /// The year, 1 to 9999.
        var year: Int?
        /// The month, 1 to 12.
        var month: Int?
        /// The day of the month, 1 to 31.
        var day: Int?
        /// The weekday, 1 for Monday.
        var weekday: Int?

        /// Whether the month and day lie behind those of another date.
        func isLaterInYear(than other: Parts) -> Bool {
            (month ?? 0, day ?? 0) > (other.month ?? 0, other.day ?? 0)
        }
    }

    /// The atoms, half-open.
    var atoms: Range<Int>
    /// The date, or the first of a range.
    var start: Parts
    /// The last date of a range.
    var end: Parts?
    /// The last day of a range as its distance from the article's: “from July 2019 to today”.
    var endDays: Int?
    /// The year as its distance from the article's: “in April last year”.
    var yearStep: Int?

    /// The date with the years and months filled in that one end of a range has from the other.
    ///
    /// - Parameter year: The year of the first date, where neither end has one.
    /// - Returns: The completed date.
    func completed(year: Int?) -> WrittenDate {
        var date = self
        guard var end else {
            date.start.year = start.year ?? year
            return date
        }
        end.month = end.month ?? start.month
        let wraps = start.isLaterInYear(than: end) ? 1 : 0
        date.start.year = start.year ?? end.year.map { $0 - wraps } ?? year
        end.year = end.year ?? date.start.year.map { $0 + wraps }
        date.end = end
        return date
    }
}

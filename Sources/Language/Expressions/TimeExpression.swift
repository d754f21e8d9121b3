public import Records

/// A moment or period that a text names, resolved to the calendar.
public struct TimeExpression: Hashable, Sendable {
    /// The tokens that name it, half-open.
    public var tokens: Range<Int>
    /// The date; of a range of dates, its first.
    public var date: CalendarDate
    /// The last date of a range.
    public var end: CalendarDate?
    /// Whether the reading needed a guess, such as which year is meant.
    public var isGuess: Bool

    /// Makes a time expression.
    public init(tokens: Range<Int>, date: CalendarDate, end: CalendarDate?, isGuess: Bool) {
        self.tokens = tokens
        self.date = date
        self.end = end
        self.isGuess = isGuess
    }
}

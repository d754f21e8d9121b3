public import Records

/// A moment or period that a text names, resolved to the calendar.
public struct TimeExpression: Hashable, Sendable {
    /// The tokens that name it, half-open.
    public var tokens: Range<Int>
    /// The date; of a range of dates, its first.
    public var date: CalendarDate
    /// The last date of a range.
    public var end: CalendarDate?
    /// The part of the day, of a single day.
    public var part: PartOfDay?
    /// Whether the reading needed a guess, such as which year is meant.
    public var isGuess: Bool

    /// Makes a time expression.
    public init(
        tokens: Range<Int>,
        date: CalendarDate,
        end: CalendarDate?,
        part: PartOfDay? = nil,
        isGuess: Bool
    ) {
        self.tokens = tokens
        self.date = date
        self.end = end
        self.part = part
        self.isGuess = isGuess
    }
}

/// A part of the day by its letters in TIMEX3.
public enum PartOfDay: String, Hashable, Sendable, CaseIterable {
    case morning = "MO"
    case afternoon = "AF"
    case evening = "EV"
    case night = "NI"
}

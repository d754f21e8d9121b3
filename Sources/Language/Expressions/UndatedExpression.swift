/// A time that names no date of the calendar: a length of time, a recurrence, or a date that stays open.
public struct UndatedExpression: Hashable, Sendable {
    /// What is told.
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// A length of time: “two years”.
        case duration
        /// A time that comes again: “every week”.
        case recurrence
        /// A date that no day, week, month or year tells: “recently”, “the 1990s”, “last fall”.
        case date
    }

    /// The tokens that tell it, half-open.
    public var tokens: Range<Int>
    /// What is told.
    public var kind: Kind
    /// The time as TIMEX3 writes it: P2Y, PXD, P1W, XXXX-WXX-1, PAST_REF, 199, 1998-FA.
    ///
    /// Source: <http://timeml.org/publications/timeMLdocs/timeml_1.2.1.html>.
    public var value: String

    /// Makes an expression.
    public init(tokens: Range<Int>, kind: Kind, value: String) {
        self.tokens = tokens
        self.kind = kind
        self.value = value
    }
}

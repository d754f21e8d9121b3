public import Foundation
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

/// An amount of money that a text names.
public struct MoneyExpression: Hashable, Sendable {
    /// The tokens that name it, half-open, with the currency sign and the scale word.
    public var tokens: Range<Int>
    /// The amount in whole units of the currency; of a range, its lower end.
    public var amount: Decimal
    /// The upper end of a range.
    public var upper: Decimal?
    /// The ISO 4217 code.
    public var currency: String
    /// A word that makes the amount a bound or a guess: up to, about, more than.
    public var qualifier: Qualifier?

    /// How an amount is meant when it is not meant exactly.
    public enum Qualifier: String, Hashable, Sendable, CaseIterable {
        /// “about”, “nearly”, “up to”, “more than”.
        case about, atMost, atLeast
    }

    /// Makes an amount.
    public init(
        tokens: Range<Int>, amount: Decimal, upper: Decimal?, currency: String,
        qualifier: Qualifier?
    ) {
        self.tokens = tokens
        self.amount = amount
        self.upper = upper
        self.currency = currency
        self.qualifier = qualifier
    }
}

/// A number that counts things: the 400 of “400 Tomahawk cruise missiles”.
public struct CountExpression: Hashable, Sendable {
    /// The tokens of the number, half-open, with its scale word.
    public var tokens: Range<Int>
    /// The number.
    public var value: Decimal

    /// Makes a count.
    public init(tokens: Range<Int>, value: Decimal) {
        self.tokens = tokens
        self.value = value
    }
}

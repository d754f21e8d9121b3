public import Foundation

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
        tokens: Range<Int>,
        amount: Decimal,
        upper: Decimal?,
        currency: String,
        qualifier: Qualifier?
    ) {
        self.tokens = tokens
        self.amount = amount
        self.upper = upper
        self.currency = currency
        self.qualifier = qualifier
    }
}

public import Foundation

/// An amount of money in one currency.
public struct Money: Hashable, Sendable, Codable {
    /// The amount in whole units of the currency.
    public var amount: Decimal
    /// The ISO 4217 code.
    public var currency: String

    /// Makes an amount of money.
    public init(amount: Decimal, currency: String) {
        self.amount = amount
        self.currency = currency
    }
}

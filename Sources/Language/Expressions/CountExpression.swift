public import Foundation

/// A number that counts things: the 400 of “400 Tomahawk cruise missiles”.
public struct CountExpression: Hashable, Sendable {
    /// The tokens of the number, half-open, with its scale word.
    public var tokens: Range<Int>
    /// The number; of a range, its lower end.
    public var value: Decimal
    /// The upper end of a range.
    public var upper: Decimal?

    /// Makes a count.
    public init(tokens: Range<Int>, value: Decimal, upper: Decimal? = nil) {
        self.tokens = tokens
        self.value = value
        self.upper = upper
    }
}

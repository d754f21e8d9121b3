public import Foundation

/// A number that a text gives for something: how many, which share, how much money.
public struct Figure: Hashable, Sendable, Codable {
    /// What sort of number it is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// How many of something; how many per cent of it; how much money for it.
        case count, share, amount
    }

    /// How a number is meant when it is not meant exactly.
    public enum Qualifier: String, Hashable, Sendable, Codable, CaseIterable {
        /// “About” and “some”; “up to” and “fewer than”; “at least” and “more than”.
        case about
        /// At most so many.
        case atMost = "at-most"
        /// At least so many.
        case atLeast = "at-least"
    }

    /// What sort of number it is.
    public var kind: Kind
    /// The number; of a range, its lower end; of a share, per cent; of an amount, whole units.
    public var number: Decimal
    /// The upper end of a range.
    public var upper: Decimal?
    /// The ISO 4217 code of an amount.
    public var currency: String?
    /// How the number is meant; nil when it is meant exactly.
    public var qualifier: Qualifier?
    /// What the number is of, as printed: “route miles” of “more than 50,000 route miles”.
    public var of: String
    /// Number, qualifier and what is counted, as printed.
    public var words: String
    /// The clause that the number stands in, as printed.
    public var clause: String
    /// Who gives the number, where the sentence says so.
    public var saidBy: String?
    /// The only date that the clause names.
    public var date: CalendarDate?

    /// Makes a figure.
    public init(
        kind: Kind,
        number: Decimal,
        upper: Decimal? = nil,
        currency: String? = nil,
        qualifier: Qualifier? = nil,
        of: String,
        words: String,
        clause: String,
        saidBy: String? = nil,
        date: CalendarDate? = nil
    ) {
        self.kind = kind
        self.number = number
        self.upper = upper
        self.currency = currency
        self.qualifier = qualifier
        self.of = of
        self.words = words
        self.clause = clause
        self.saidBy = saidBy
        self.date = date
    }
}

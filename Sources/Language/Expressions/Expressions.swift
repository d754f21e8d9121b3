/// The times, dated or not, amounts of money and counts of a document, each in the order of the text.
///
/// No token belongs to two of them: the 28 of “July 28” is no count, nor is the 3 of “$3 million”.
public struct Expressions: Hashable, Sendable {
    /// The moments and periods.
    public var times: [TimeExpression] = []
    /// The times without a date.
    public var undated: [UndatedExpression] = []
    /// The amounts of money.
    public var amounts: [MoneyExpression] = []
    /// The counts.
    public var counts: [CountExpression] = []

    /// Makes an empty set of expressions.
    public init() {}
}

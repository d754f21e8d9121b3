/// Why a field of a fact cannot take a value.
public enum FieldTrouble: Error, Hashable, Sendable {
    /// The type has no such field, or one that nobody may change.
    case unknownField
    /// The value is none of the words that the field may have.
    case notOneOf([String])
    /// The value is not a year, month, week or day.
    case notADate
    /// The value is not a number of at least 0 in plain digits.
    case notANumber
    /// The value is not a number and an ISO 4217 code.
    case notMoney
    /// The person has no office that the field belongs to.
    case noOffice
    /// The field must say something.
    case cannotBeEmpty
}

internal import Foundation
internal import Records

extension Sequence<Report> {
    /// A conflict where reports give values that exclude each other; nil where they do not.
    ///
    /// Each report joins the first claim whose value it agrees with.
    ///
    /// - Parameters:
    ///   - field: What the values are about.
    ///   - value: The value of a report.
    ///   - agrees: Whether two values can both be true.
    ///   - words: A value in words.
    /// - Returns: At least two claims, in the order of the reports.
    func conflict<Value>(
        in field: String,
        value: (Report) -> Value?,
        agrees: (Value, Value) -> Bool,
        words: (Value) -> String
    ) -> Conflict? {
        var claims: [(value: Value, claim: Conflict.Claim)] = []
        for report in self {
            guard let value = value(report) else { continue }
            let evidence = Array(report.record.evidence.prefix(1))
            if let known = claims.firstIndex(where: { agrees($0.value, value) }) {
                claims[known].claim.evidence += evidence
            } else {
                claims.append((value, Conflict.Claim(value: words(value), evidence: evidence)))
            }
        }
        return claims.count < 2 ? nil : Conflict(field: field, claims: claims.map(\.claim))
    }
}

extension CalendarDate {
    /// Whether one of two dates covers the other.
    func agrees(with other: CalendarDate) -> Bool {
        (first >= other.first && last <= other.last) || (other.first >= first && other.last <= last)
    }
}

extension Money {
    /// Whether two amounts can be the same: other currencies cannot be compared, and the rougher of
    /// the two amounts may be the other one rounded.
    func agrees(with other: Money) -> Bool {
        currency != other.currency || amount.agrees(with: other.amount)
    }
}

extension Decimal {
    /// Whether two numbers are equal at the number of digits of the rougher one.
    func agrees(with other: Decimal) -> Bool {
        if self == other { return true }
        let digits = Swift.min(significantDigits, other.significantDigits)
        // One digit is too rough: 1 million and 1.4 million are two claims.
        return digits > 1 && rounded(toDigits: digits) == other.rounded(toDigits: digits)
    }

    private var significantDigits: Int {
        var digits = "\(self)".filter(\.isNumber).drop { $0 == "0" }
        while digits.last == "0" { digits.removeLast() }
        return Swift.max(1, digits.count)
    }

    private func rounded(toDigits digits: Int) -> Decimal {
        var magnitude = 0
        var rest = self.magnitude
        while rest >= 10 {
            rest /= 10
            magnitude += 1
        }
        var value = self
        var result = Decimal()
        NSDecimalRound(&result, &value, digits - 1 - magnitude, .plain)
        return result
    }
}

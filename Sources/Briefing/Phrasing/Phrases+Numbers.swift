internal import Foundation
internal import Records

extension Phrases {
    /// An amount of money in words: 1.7 billion US dollars.
    func words(_ money: Money) -> String {
        text(
            "money",
            [
                "number": words(money.amount),
                "currency": currencies[money.currency] ?? money.currency.withoutMarkup,
            ]
        )
    }

    /// A figure as printed, with who gives it.
    func words(_ figure: Figure) -> String {
        text(
            "figure",
            [
                "words": figure.words.withoutMarkup.shortened(to: FieldWords.value),
                "who": figure.saidBy.map { $0.withoutMarkup.shortened(to: 80) },
            ]
        )
    }

    /// A number in words where that loses nothing: 1.7 billion, but 1,700,250,000.
    func words(_ number: Decimal) -> String {
        let steps: [(Int, String)] = [(12, "trillion"), (9, "billion"), (6, "million")]
        for (exponent, name) in steps where number.magnitude >= Decimal.power(of: exponent) {
            let parts = "\(number / Decimal.power(of: exponent))".split(separator: ".")
            // Three decimals are exact to the thousandth: 1.725 billion.
            guard parts.count == 1 || parts[1].count <= 3 else { break }
            return text(
                "number.\(name)",
                ["number": number.divided(byPowerOfTen: exponent).grouped]
            )
        }
        return number.grouped
    }
}

extension Decimal {
    fileprivate static func power(of exponent: Int) -> Decimal {
        Decimal(sign: .plus, exponent: exponent, significand: 1)
    }

    fileprivate func divided(byPowerOfTen exponent: Int) -> Decimal { self / .power(of: exponent) }

    /// The number with a comma between each three digits before the point.
    var grouped: String {
        let parts = "\(self)".split(separator: ".", maxSplits: 1).map(String.init)
        return parts[0].groupedDigits + (parts.count > 1 ? ".\(parts[1])" : "")
    }
}

extension Int {
    /// The number with a comma between each three digits.
    var grouped: String { String(self).groupedDigits }
}

extension String {
    /// The digits with a comma between each three, counted from the end; a sign stays in front.
    fileprivate var groupedDigits: String {
        let sign = prefix { $0 == "-" }
        let digits = Array(dropFirst(sign.count))
        var result = String(sign)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return result
    }
}

internal import Foundation

/// A number as news print it: its telling digits and its magnitude.
///
/// Deals and decisions are compared by the million, and a decimal divides slowly; here rounding is one
/// division of integers.
struct PrintedNumber: Hashable {
    /// The telling digits as one number, without zeros at its end; at most eighteen digits.
    private let digits: Int
    /// How many digits these are, at least 1.
    let length: Int
    /// The place of the first digit: 0 for ones, 3 for thousands.
    private let magnitude: Int
    private let isNegative: Bool
    /// The number, as near as it can be had in binary.
    let value: Double

    init(_ number: Decimal) {
        self.init(printed: "\(number)", value: NSDecimalNumber(decimal: number).doubleValue)
    }

    init(_ number: Double) {
        self.init(printed: "\(Decimal(number))", value: number)
    }

    /// Takes a number apart.
    ///
    /// - Parameters:
    ///   - printed: Digits with at most one full stop and a sign.
    ///   - value: The number.
    private init(printed: String, value: Double) {
        var digits: [Int] = []
        var point: Int?
        for byte in printed.utf8 {
            if byte == UInt8(ascii: ".") { point = digits.count }
            if (0x30...0x39).contains(byte) { digits.append(Int(byte) - 0x30) }
        }
        let whole = point ?? digits.count
        let leading = digits.prefix { $0 == 0 }.count
        var telling = Array(digits.dropFirst(leading).prefix(18))
        while telling.last == 0 { telling.removeLast() }
        self.digits = telling.reduce(0) { $0 * 10 + $1 }
        length = max(1, telling.count)
        magnitude = telling.isEmpty ? 0 : whole - leading - 1
        isNegative = value < 0
        self.value = value
    }

    /// Whether two numbers are equal at the number of digits of the rougher one.
    func agrees(with other: PrintedNumber) -> Bool {
        guard isNegative == other.isNegative else { return false }
        if digits == other.digits, magnitude == other.magnitude { return true }
        let length = min(self.length, other.length)
        // One digit is too rough: 1 million and 1.4 million are two claims.
        return length > 1 && rounded(to: length) == other.rounded(to: length)
    }

    /// Whether the number is the first digits of another one, so that “more than 270” may be 276.
    ///
    /// One digit is enough below a thousand: “more than 70” may be 77. Of larger numbers more is known.
    func begins(_ other: PrintedNumber) -> Bool {
        guard length > 1 || magnitude < 3, length <= other.length, magnitude == other.magnitude,
            isNegative == other.isNegative
        else { return false }
        return digits == other.digits / Self.power(other.length - length)
    }

    /// The first digits, rounded, and the place of the first one.
    private func rounded(to length: Int) -> [Int] {
        let unit = Self.power(self.length - length)
        let rounded = (digits + unit / 2) / unit
        // 9.96 becomes 10.0.
        return rounded == Self.power(length)
            ? [rounded / 10, magnitude + 1] : [rounded, magnitude]
    }

    private static func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}

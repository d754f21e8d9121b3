/// How well what was found agrees with what is right.
struct Score: CustomStringConvertible {
    var right: Int
    var found: Int
    var expected: Int

    init<Item: Hashable>(found: [Item], expected: [Item]) {
        let known = Set(expected)
        right = found.count(where: known.contains)
        self.found = found.count
        self.expected = expected.count
    }

    /// The harmonic mean of precision and recall, in percent.
    var f1: Double { found + expected == 0 ? 100 : 200 * Double(right) / Double(found + expected) }

    var description: String {
        let precision = found == 0 ? 100 : 100 * Double(right) / Double(found)
        let recall = expected == 0 ? 100 : 100 * Double(right) / Double(expected)
        return "F1 \(rounded(f1))  P \(rounded(precision))  R \(rounded(recall))"
            + "  (\(right) right of \(found) found, \(expected) expected)"
    }

    /// A percentage with two decimals.
    private func rounded(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let decimals = hundredths % 100
        return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }
}

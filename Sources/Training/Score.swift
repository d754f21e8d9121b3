/// How well what was found agrees with what is right.
package struct Score: CustomStringConvertible {
    /// How many were found that are right.
    package var right = 0
    /// How many were found.
    package var found = 0
    /// How many there are.
    package var expected = 0

    /// Begins at nothing.
    init() {}

    /// Compares what was found with what is right.
    init<Item: Hashable>(found: [Item], expected: [Item]) {
        let known = Set(expected)
        right = found.count(where: known.contains)
        self.found = found.count
        self.expected = expected.count
    }

    /// The harmonic mean of precision and recall, in percent.
    package var f1: Double {
        found + expected == 0 ? 100 : 200 * Double(right) / Double(found + expected)
    }

    package var description: String {
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

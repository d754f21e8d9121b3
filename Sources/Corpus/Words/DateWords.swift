internal import Diagnostics

/// The words of lines that carry a date.
struct DateWords: Hashable, Sendable {
    /// What a word does in such a line.
    enum Meaning: Hashable, Sendable {
        /// A month, 1 to 12.
        case month(Int)
        /// A weekday, 1 is Monday.
        case weekday(Int)
        /// A zone, in seconds east of UTC.
        case zone(Int)
        /// The date that follows is that of publication.
        case published
        /// The date that follows is that of a change.
        case modified
        /// The publication that is named next is the first one.
        case first
        /// The number that follows is that of an issue: “No. 412”.
        case issue
        /// The word means nothing.
        case filler
    }

    private var meanings: [String: Meaning] = [:]
    /// The words that say what a date is the date of, by their first bytes.
    private var labels = [[[UInt8]]](repeating: [], count: 256)

    /// Takes the words of a table.
    init(_ table: DataTable) throws(Diagnostic) {
        let kinds = [
            "month", "weekday", "zone", "published", "modified", "first", "issue", "filler",
        ]
        for row in table.rows {
            try NewsWords.check(row, "kind", in: kinds)
            let value = Int(row["value"])
            let meaning: Meaning? =
                switch row["kind"] {
                case "month": value.flatMap { (1...12).contains($0) ? .month($0) : nil }
                case "weekday": value.flatMap { (1...7).contains($0) ? .weekday($0) : nil }
                case "zone": value.flatMap { abs($0) <= 50_400 ? .zone($0) : nil }
                case "published": .published
                case "modified": .modified
                case "first": .first
                case "issue": .issue
                default: .filler
                }
            guard let meaning else {
                throw row.diagnostic(code: "bad-value", "‘\(row["value"])’ is no \(row["kind"])")
            }
            if meaning == .published || meaning == .modified {
                guard Self.labelled.contains(row["word"].utf8.count) else {
                    throw row.diagnostic(
                        code: "bad-value",
                        "‘\(row["word"])’ is no label of \(Self.labelled.lowerBound) to "
                            + "\(Self.labelled.upperBound) letters"
                    )
                }
                let label = Array(row["word"].utf8)
                labels[Int(label[0])].append(label)
            }
            guard meanings.updateValue(meaning, forKey: row["word"]) == nil else {
                throw row.diagnostic(code: "twice", "‘\(row["word"])’ stands twice")
            }
        }
    }

    /// Whether one of the words of a line says what a date is the date of; for a look before the line is read.
    func isLabelled(_ line: String) -> Bool {
        line.withBytes { bytes in
            var start = 0
            while start < bytes.count {
                guard bytes[start].isLetterOrDigit else {
                    start += 1
                    continue
                }
                var end = start + 1
                while end < bytes.count, bytes[end].isLetterOrDigit { end += 1 }
                if isLabel(bytes[start..<end]) { return true }
                start = end
            }
            return false
        }
    }

    private func isLabel(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = word.first, Self.labelled.contains(word.count) else { return false }
        return labels[Int(first | 0x20)].contains { label in
            label.count == word.count && label.elementsEqual(word) { $0 == $1 | 0x20 }
        }
    }

    /// How many letters such words have.
    private static let labelled = 4...12

    /// What a word means; it must be in lower case.
    subscript(word: String) -> Meaning? { meanings[word] }
}

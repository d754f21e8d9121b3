/// Finds the pairs that are worth comparing by the words they share, without looking at all pairs.
///
/// Everything is looked up under its rarest words first, among those that came shortly before it, until
/// it has met enough others. So a word that every report uses never makes all pairs, and what is told
/// at the same time meets first.
struct Candidates {
    /// How many things under one word are looked at, at most: those added last.
    static let reach = 24
    /// How many others a thing meets, at most.
    static let meetings = 96

    /// Calls a closure with each pair that may be one, the earlier first.
    ///
    /// - Parameters:
    ///   - entries: What each thing is known by, each word once, in the order of time.
    ///   - body: Takes the two indices.
    static func visit(_ entries: [[String]], _ body: (Int, Int) -> Void) {
        var numbers: [String: Int] = [:]
        var frequency: [Int] = []
        let coded = entries.map { words in
            words.map { word in
                let number = numbers[word] ?? frequency.count
                if number == frequency.count {
                    numbers[word] = number
                    frequency.append(0)
                }
                frequency[number] += 1
                return number
            }
        }
        var index = [[Int]](repeating: [], count: frequency.count)
        var met = [Int](repeating: -1, count: entries.count)
        for (current, words) in coded.enumerated() {
            var meetings = 0
            for word in words.sorted(by: { (frequency[$0], $0) < (frequency[$1], $1) }) {
                for other in index[word].suffix(reach) where met[other] != current {
                    met[other] = current
                    meetings += 1
                    body(other, current)
                }
                if meetings >= Self.meetings { break }
            }
            for word in words { index[word].append(current) }
        }
    }
}

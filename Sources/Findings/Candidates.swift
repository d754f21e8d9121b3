/// Finds the pairs that are worth comparing by the words they share, without looking at all pairs.
///
/// Everything looks back, under each of its words, at those that came shortly before it, and meets those
/// with which it shares most words. So a word that every report uses never makes all pairs, and what is
/// told at the same time meets.
enum Candidates {
    /// How many things under one word are looked at, at most: those added last.
    static let reach = 24
    /// How many others a thing meets, at most.
    static let meetings = 48

    /// Calls a closure with each pair that may be one, the earlier first.
    ///
    /// - Parameters:
    ///   - entries: What each thing is known by, each word once, in the order of time.
    ///   - body: Takes the two indices.
    /// - Complexity: O(*n*) in the number of words of all entries.
    static func visit<Word: Hashable>(_ entries: [[Word]], _ body: (Int, Int) -> Void) {
        var numbers: [Word: Int] = [:]
        var index: [[Int]] = []
        var shared = [Int](repeating: 0, count: entries.count)
        for (current, words) in entries.enumerated() {
            var met: [Int] = []
            for word in words {
                let number = numbers[word] ?? index.count
                if number == index.count {
                    numbers[word] = number
                    index.append([])
                }
                for other in index[number].suffix(reach) {
                    if shared[other] == 0 { met.append(other) }
                    shared[other] += 1
                }
                index[number].append(current)
            }
            if met.count > meetings {
                met.sort { (-shared[$0], -$0) < (-shared[$1], -$1) }
            }
            for other in met.prefix(meetings) { body(other, current) }
            for other in met { shared[other] = 0 }
        }
    }
}

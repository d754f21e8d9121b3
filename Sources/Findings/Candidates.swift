/// Finds the pairs that share enough words to be worth comparing, without looking at all pairs.
///
/// Of two that share a part *t* of their weight, the lighter has fewer than 1 − *t* of its own weight
/// outside the other. So its rarest words are looked up in an index of those before it, until more
/// than that weight has been looked up: one of them must hit.
/// Source: prefix filtering, Chaudhuri, Ganti and Kaushik, “A Primitive Operator for Similarity Joins
/// in Data Cleaning”, 2006.
struct Candidates {
    /// One thing to compare.
    struct Entry {
        /// Only entries that share a block are compared.
        var blocks: [String]
        /// What is compared, each word once.
        var words: [String]
    }

    /// How many entries under one word are looked at, at most: those added last.
    ///
    /// It keeps a word that every report uses from making all pairs.
    static let reach = 64

    let vocabulary: Vocabulary
    /// The share of the lighter entry's weight that a pair must have in common, 0 to 1.
    let overlap: Double

    /// Calls a closure with each pair that may share enough, by index.
    func visit(_ entries: [Entry], _ body: (Int, Int) -> Void) {
        var frequency: [String: Int] = [:]
        for entry in entries { for word in entry.words { frequency[word, default: 0] += 1 } }
        let weights = entries.map { vocabulary.weight($0.words) }
        let order = entries.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
        var index: [String: [Int]] = [:]
        for current in order {
            let entry = entries[current]
            let rarest = entry.words.sorted {
                (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1)
            }
            var seen: Set<Int> = []
            var outside = weights[current] * (1 - overlap)
            for word in rarest {
                for block in entry.blocks {
                    for other in index["\(block)\t\(word)", default: []].suffix(Self.reach)
                    where seen.insert(other).inserted {
                        body(other, current)
                    }
                }
                outside -= vocabulary.weight(word)
                if outside < 0 { break }
            }
            for word in entry.words {
                for block in entry.blocks {
                    index["\(block)\t\(word)", default: []].append(current)
                }
            }
        }
    }
}

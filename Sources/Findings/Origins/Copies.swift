internal import Records

/// Finds texts that are copies of each other, whole or shortened.
///
/// MinHash and banding find the pairs that may be, exact coefficients decide. A pair that shares the part
/// *s* of its runs meets with the chance 1 − (1 − *s*²)⁶⁴: 98 % at *s* = 0.25, 1 % at *s* = 0.01.
/// Source: Broder, “On the resemblance and containment of documents”, 1997; Leskovec, Rajaraman and
/// Ullman, “Mining of Massive Datasets”, section 3.4, for bands and rows.
struct Copies {
    /// The number of bands, and of hash functions in each.
    static let bands = 64
    static let rows = 2
    /// Jaccard's coefficient from which two texts are nearly the same, 0 to 1.
    ///
    /// Measured on articles about the same events written apart: none above 0.1.
    static let resemblance = 0.5
    /// The share of a shorter text from which it is the longer, shortened, 0 to 1; as above.
    static let containment = 0.6
    /// The fewest runs of a text that can be another shortened.
    static let fewest = 25

    /// Two copies, by index.
    struct Pair: Hashable {
        var one: Int
        var two: Int
        var isShortened: Bool
    }

    /// Pairs of copies, enough of them to connect all that are.
    let pairs: [Pair]

    /// Compares texts.
    ///
    /// In each bucket every text is compared with the first and with the one before it, so that a story
    /// which thousands print costs thousands of looks and not their square.
    init(_ texts: [Shingles]) {
        let signatures = texts.mappedOnAllCores(Self.signature)
        var looked: Set<Int> = []
        var pairs: [Pair] = []
        for band in 0..<Self.bands {
            var buckets: [UInt64: (first: Int, last: Int)] = [:]
            for (current, signature) in signatures.enumerated() where !signature.isEmpty {
                let rows = signature[(band * Self.rows)..<((band + 1) * Self.rows)]
                let key = rows.reduce(0) { mixed($0 ^ $1) }
                guard let known = buckets[key] else {
                    buckets[key] = (current, current)
                    continue
                }
                for other in Set([known.first, known.last]).sorted()
                where looked.insert(other * texts.count + current).inserted {
                    if let pair = Self.pair(other, current, texts) { pairs.append(pair) }
                }
                buckets[key] = (known.first, current)
            }
        }
        self.pairs = pairs.sorted { ($0.one, $0.two) < ($1.one, $1.two) }
    }

    private static func pair(_ one: Int, _ two: Int, _ texts: [Shingles]) -> Pair? {
        if texts[one].resemblance(to: texts[two]) >= resemblance {
            return Pair(one: one, two: two, isShortened: false)
        }
        let shorter = min(texts[one].hashes.count, texts[two].hashes.count)
        guard shorter >= fewest, texts[one].containment(in: texts[two]) >= containment else {
            return nil
        }
        return Pair(one: one, two: two, isShortened: true)
    }

    /// The smallest number that each of the hash functions gives for a run of the text.
    @Sendable private static func signature(_ text: Shingles) -> [UInt64] {
        guard !text.hashes.isEmpty else { return [] }
        var smallest = [UInt64](repeating: .max, count: bands * rows)
        for hash in text.hashes {
            for function in smallest.indices {
                let value = mixed(hash ^ (UInt64(function) &* 0x9E37_79B9_7F4A_7C15))
                if value < smallest[function] { smallest[function] = value }
            }
        }
        return smallest
    }
}

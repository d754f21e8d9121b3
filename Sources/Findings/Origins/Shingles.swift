/// The runs of five words of a text, as numbers.
///
/// Source: Broder, “On the resemblance and containment of documents”, 1997.
struct Shingles {
    /// The number of words of a run.
    static let width = 5
    /// Jaccard's coefficient from which two texts are nearly the same, 0 to 1.
    static let threshold = 0.7
    /// One run in so many stands for the text in the index, and so do the smallest few.
    static let sampling: UInt64 = 16
    /// How many of the smallest numbers stand for the text whatever the sampling.
    static let smallest = 4

    /// The runs, each once, ascending.
    let hashes: [UInt64]

    /// Reads a text.
    init(_ text: String) {
        let words = Self.words(text)
        guard words.count >= Self.width else {
            hashes = []
            return
        }
        var runs: Set<UInt64> = []
        for start in 0...(words.count - Self.width) {
            runs.insert(words[start..<(start + Self.width)].reduce(0) { mixed($0 &* 31 &+ $1) })
        }
        hashes = runs.sorted()
    }

    /// The words of a text as numbers; marks do not count, not even typographic ones.
    private static func words(_ text: String) -> [UInt64] {
        var words: [UInt64] = []
        var word: UInt64 = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A, 0xC0..<0x2000, 0x2070...:
                word = mixed(word &* 31 &+ UInt64(scalar.value))
            case 0x41...0x5A:
                word = mixed(word &* 31 &+ UInt64(scalar.value | 0x20))
            case 0x27, 0x2019: continue  // apostrophes
            default:
                if word != 0 { words.append(word) }
                word = 0
            }
        }
        if word != 0 { words.append(word) }
        return words
    }

    /// How much two texts share, 0 to 1.
    func resemblance(to other: Shingles) -> Double {
        var (i, j, shared) = (0, 0, 0)
        while i < hashes.count, j < other.hashes.count {
            if hashes[i] == other.hashes[j] {
                (i, j, shared) = (i + 1, j + 1, shared + 1)
            } else if hashes[i] < other.hashes[j] {
                i += 1
            } else {
                j += 1
            }
        }
        let union = hashes.count + other.hashes.count - shared
        return union == 0 ? 0 : Double(shared) / Double(union)
    }

    private var sample: [UInt64] {
        hashes.enumerated().filter { $0.offset < Self.smallest || $0.element % Self.sampling == 0 }
            .map(\.element)
    }

    /// Pairs of nearly the same texts, enough of them to connect all that are.
    ///
    /// Under each sampled run, every text is compared with the first and with the one before it, so
    /// that a run which thousands share costs thousands of looks and not their square.
    static func nearPairs(_ texts: [Shingles]) -> [(Int, Int)] {
        var index: [UInt64: (first: Int, last: Int)] = [:]
        var looked: Set<[Int]> = []
        var pairs: [(Int, Int)] = []
        for (current, text) in texts.enumerated() {
            for run in text.sample {
                guard let known = index[run] else {
                    index[run] = (current, current)
                    continue
                }
                for other in Set([known.first, known.last]).sorted()
                where looked.insert([other, current]).inserted {
                    if texts[other].resemblance(to: text) >= threshold {
                        pairs.append((other, current))
                    }
                }
                index[run] = (known.first, current)
            }
        }
        return pairs
    }
}

/// A number that differs in all bits when one bit differs.
///
/// Source: the finaliser of SplitMix64.
private func mixed(_ number: UInt64) -> UInt64 {
    var hash = number
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
}

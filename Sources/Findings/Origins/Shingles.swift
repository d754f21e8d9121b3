/// The runs of some words of a text, as numbers.
///
/// Source: Broder, “On the resemblance and containment of documents”, 1997.
struct Shingles: Sendable {
    /// The runs, each once, ascending.
    let hashes: [UInt64]

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - width: The number of words of a run: five tell copies, three tell retellings.
    init(_ text: String, width: Int = 5) {
        let words = Self.words(text)
        guard words.count >= width else {
            hashes = []
            return
        }
        var runs: Set<UInt64> = []
        for start in 0...(words.count - width) {
            runs.insert(words[start..<(start + width)].reduce(0) { mixed($0 &* 31 &+ $1) })
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

    /// How many runs both texts have.
    func shared(with other: Shingles) -> Int { hashes.shared(with: other.hashes) }

    /// How much two texts share of both, 0 to 1: Jaccard's coefficient.
    func resemblance(to other: Shingles) -> Double {
        let shared = shared(with: other)
        let union = hashes.count + other.hashes.count - shared
        return union == 0 ? 0 : Double(shared) / Double(union)
    }

    /// The share of the shorter text that the longer holds, 0 to 1.
    func containment(in other: Shingles) -> Double {
        let shorter = min(hashes.count, other.hashes.count)
        return shorter == 0 ? 0 : Double(shared(with: other)) / Double(shorter)
    }
}

/// A number that differs in all bits when one bit differs.
///
/// Source: the finaliser of SplitMix64.
func mixed(_ number: UInt64) -> UInt64 {
    var hash = number
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
}

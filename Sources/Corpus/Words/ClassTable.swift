internal import Diagnostics

/// What the names in class and id attributes say about an element.
struct ClassTable: Hashable, Sendable {
    /// What a name says about an element.
    enum Effect: String, Hashable, Sendable, CaseIterable {
        /// The element is page furniture, unless it holds most of the page's text.
        case drop
        /// The element holds what readers wrote: it goes however much it holds.
        case comments
        /// The element carries author or date.
        case meta
        /// The element may hold the article.
        case content
        /// The text stands under a picture, or is a quotation.
        case caption, quotation
        /// The rest of the name tells what the element has or lacks, not what it is.
        case state
    }

    /// Effects by the hash of a word within a name.
    private var words: [UInt64: Effect] = [:]
    /// Effects by the hash of a whole name.
    private var names: [UInt64: Effect] = [:]

    /// Takes the rows of a table.
    init(_ table: DataTable) throws(Diagnostic) {
        for row in table.rows {
            try NewsWords.check(row, "effect", in: Effect.allCases.map(\.rawValue))
            try NewsWords.check(row, "match", in: ["word", "name"])
            guard let effect = Effect(rawValue: row["effect"]) else { continue }
            var hash = NameHash()
            for byte in row["word"].utf8 { hash.take(byte) }
            let old =
                row["match"] == "word"
                ? words.updateValue(effect, forKey: hash.value)
                : names.updateValue(effect, forKey: hash.value)
            guard old == nil else {
                throw row.diagnostic(code: "twice", "‘\(row["word"])’ stands twice")
            }
        }
    }

    /// What the names in an attribute say: dropping counts most, holding content least.
    ///
    /// Names are parted by white space; within them words are cut at marks and before capitals.
    func effect(of attribute: UnsafePointer<UInt8>) -> Effect? {
        var strongest: Effect?
        var (word, name) = (NameHash(), NameHash())
        var (wasSmall, isState) = (false, false)
        func take(_ found: Effect?) {
            guard let found, !isState else { return }
            if found == .state {
                isState = true
            } else if strongest == nil || found == .comments || strongest == .content
                || found == .drop && strongest != .comments
            {
                strongest = found
            }
        }
        var next = attribute
        while true {
            let byte = next.pointee
            next += 1
            let isCapital = (0x41...0x5A).contains(byte)
            if !byte.isLetterOrDigit || isCapital && wasSmall {
                if !word.isEmpty { take(words[word.value]) }
                word = NameHash()
            }
            if byte == 0 || byte.isSpace {
                if !name.isEmpty { take(names[name.value]) }
                name = NameHash()
                isState = false
                if byte == 0 { return strongest }
            } else {
                let small = isCapital ? byte + 32 : byte
                name.take(small)
                if byte.isLetterOrDigit { word.take(small) }
            }
            wasSmall = (0x61...0x7A).contains(byte)
        }
    }
}

/// A hash of a name that needs no string.
///
/// Source: FNV-1a, <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
private struct NameHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var isEmpty = true

    mutating func take(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
        isEmpty = false
    }
}

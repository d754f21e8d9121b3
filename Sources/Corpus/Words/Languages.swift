internal import Diagnostics

/// Tells texts in other languages than English, by their script and by the words that every text of a
/// language uses.
///
/// What is too short, or mixed, counts as English: an article that is left out by mistake is lost to the
/// brief, one that stays in yields no records.
struct Languages: Hashable, Sendable {
    /// The language that is read.
    static let read = "English"
    /// How many words, or letters of another script, a text needs before it is judged; set by hand.
    static let fewest = 40
    /// How many words are looked at, from the first on.
    static let most = 2_000
    /// The share of a language's words that a text in it has at least; set by hand, see docs/accuracy.md for what
    /// it comes to on public sets.
    static let share = 0.12
    /// How many times as many words of another language as English ones there must be; set by hand.
    static let lead = 3
    /// The longest word that is looked up, in bytes.
    private static let longest = 12

    /// The languages by each of their words, as places in the names.
    private let languages: [String: [Int]]
    private let names: [String]

    /// Takes the words of a table.
    init(_ table: DataTable) throws(Diagnostic) {
        var languages: [String: [Int]] = [:]
        names = table.rows.map { $0["language"] }
        for (place, row) in table.rows.enumerated() {
            for word in row["words"].split(separator: " ") {
                guard word.utf8.count <= Self.longest, word.lowercased() == word else {
                    throw row.diagnostic(
                        code: "bad-value",
                        "‘\(word)’ is longer than \(Self.longest) bytes or not in lower case"
                    )
                }
                languages[String(word), default: []].append(place)
            }
        }
        self.languages = languages
    }

    /// The language or the script of a text that is surely not in English; nil for all others.
    func other(_ text: String) -> String? {
        Script.of(text) ?? byWords(text)
    }

    private func byWords(_ text: String) -> String? {
        var counts = [Int](repeating: 0, count: names.count)
        var words = 0
        text.utf8.visitWords(ofAtMost: Self.longest, letter: Self.letter) { word in
            words += 1
            if word.count <= Self.longest {
                for place in languages[String(decoding: word, as: UTF8.self)] ?? [] {
                    counts[place] += 1
                }
            }
            return words < Self.most
        }
        guard words >= Self.fewest, let best = counts.indices.max(by: { counts[$0] < counts[$1] }),
            Double(counts[best]) >= Self.share * Double(words)
        else { return nil }
        let english = names.firstIndex(of: Self.read).map { counts[$0] } ?? 0
        return counts[best] >= Self.lead * max(english, 1) ? names[best] : nil
    }

    /// A byte of a word, ASCII letters in lower case; nil for what stands between words.
    private static func letter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte
        // Quotation marks, dashes and the space that does not break begin with these two.
        case 0xC2, 0xE2: nil
        case 0x80...: byte
        default: nil
        }
    }
}

/// A script other than the Latin one.
///
/// Source: the blocks of Unicode 16 in which the letters of living languages lie.
private enum Script: String, CaseIterable {
    case greek = "Greek"
    case cyrillic = "Cyrillic script"
    case hebrew = "Hebrew"
    case arabic = "Arabic script"
    case indic = "an Indian script"
    case thai = "Thai"
    case georgian = "Georgian"
    case japanese = "Japanese"
    case chinese = "Chinese"
    case korean = "Korean"

    private var block: ClosedRange<UInt32> {
        switch self {
        case .greek: 0x370...0x3FF
        case .cyrillic: 0x400...0x52F
        case .hebrew: 0x590...0x5FF
        case .arabic: 0x600...0x77F
        case .indic: 0x900...0xDFF
        case .thai: 0xE00...0xE7F
        case .georgian: 0x10A0...0x10FF
        case .japanese: 0x3040...0x30FF
        case .chinese: 0x4E00...0x9FFF
        case .korean: 0xAC00...0xD7AF
        }
    }

    /// The script of most letters, where it is not the Latin one; Chinese characters with kana are Japanese.
    static func of(_ text: String) -> String? {
        var counts: [Script: Int] = [:]
        var latin = 0
        for scalar in text.unicodeScalars {
            if scalar.value < 0x370 {
                if scalar.properties.isAlphabetic { latin += 1 }
            } else if let script = allCases.first(where: { $0.block.contains(scalar.value) }) {
                counts[script, default: 0] += 1
            }
        }
        let all = counts.values.reduce(0, +)
        guard all >= Languages.fewest, all > latin else { return nil }
        if counts[.japanese] != nil { return japanese.rawValue }
        let most = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
        return most?.key.rawValue
    }
}

extension Sequence<UInt8> {
    /// Calls a closure with the bytes of one word after the other, until it returns false.
    ///
    /// - Parameters:
    ///   - longest: Of a longer word there is one byte more than this, by which it is told.
    ///   - letter: What a byte is in a word; nil for what stands between words.
    ///   - body: Takes a word; returns whether to go on.
    fileprivate func visitWords(
        ofAtMost longest: Int,
        letter: (UInt8) -> UInt8?,
        _ body: ([UInt8]) -> Bool
    ) {
        var word: [UInt8] = []
        word.reserveCapacity(longest + 1)
        for byte in self {
            if let letter = letter(byte) {
                if word.count <= longest { word.append(letter) }
            } else if !word.isEmpty {
                guard body(word) else { return }
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { _ = body(word) }
    }
}

internal import Diagnostics

/// Lines that belong to the page and not to the article.
struct Furniture: Hashable, Sendable {
    /// What a line of furniture does to the text around it.
    enum Effect: String, Hashable, Sendable, CaseIterable {
        /// The line goes.
        case drop
        /// The line and all behind it go, unless much prose follows.
        case end
        /// The line and all behind it go.
        case stop
        /// The line stands under a picture.
        case caption
    }

    private struct Phrase: Hashable, Sendable {
        var words: String
        var effect: Effect
    }

    private var whole: [String: Effect] = [:]
    /// The length of the longest of the whole lines, in bytes.
    private var longestWhole = 0
    private var openings: [String: [Phrase]] = [:]
    private var parts = PhraseFinder()
    /// What the parts do, by their numbers.
    private var effects: [Effect] = []
    private var endings: [Phrase] = []

    /// The longest line that can be furniture, in bytes; what is longer is prose.
    static let longest = 240

    /// Takes the phrases of a table.
    init(_ table: DataTable) throws(Diagnostic) {
        for row in table.rows {
            try NewsWords.check(row, "effect", in: Effect.allCases.map(\.rawValue))
            try NewsWords.check(row, "match", in: ["equals", "begins", "contains", "ends"])
            let effect = Effect(rawValue: row["effect"]) ?? .drop
            let phrase = Phrase(words: row["phrase"], effect: effect)
            switch row["match"] {
            case "equals":
                guard whole.updateValue(effect, forKey: String(Self.key(phrase.words))) == nil
                else {
                    throw row.diagnostic(code: "twice", "‘\(phrase.words)’ stands twice")
                }
                longestWhole = max(longestWhole, phrase.words.utf8.count)
            case "begins": openings[Self.firstWord(phrase.words), default: []].append(phrase)
            case "contains":
                try parts.add(phrase.words, of: row)
                effects.append(effect)
            default: endings.append(phrase)
            }
        }
    }

    /// What a line is, if it is furniture.
    func effect(of line: String) -> Effect? {
        guard line.utf8.count <= Self.longest else { return nil }
        let folded = line.folded
        if let effect = effect(ofWhole: folded) { return effect }
        if let rest = folded.withoutNumber, let effect = effect(ofWhole: rest) { return effect }
        if folded.utf8.allSatisfy({ !$0.isLetterOrDigit }) {
            return folded.utf8.contains(UInt8(ascii: "#")) ? .stop : .drop
        }
        for phrase in openings[Self.firstWord(folded)] ?? [] where folded.opens(with: phrase.words)
        {
            // What ends an article is a heading, not a sentence that opens with the same words.
            if phrase.effect == .end, folded.utf8.count > 80 || folded.last == "." { continue }
            return phrase.effect
        }
        if let part = parts.first(in: folded) { return effects[part] }
        if let phrase = endings.first(where: { folded.hasSuffix($0.words) }) {
            return phrase.effect
        }
        return nil
    }

    private func effect(ofWhole line: String) -> Effect? {
        let key = Self.key(line)
        return key.utf8.count <= longestWhole ? whole[String(key)] : nil
    }

    /// A line without the marks at its end.
    private static func key(_ line: String) -> Substring {
        var key = Substring(line)
        while let last = key.utf8.last, marks.contains(last), !key.utf8.dropFirst().isEmpty {
            key.unicodeScalars.removeLast()
        }
        return key
    }

    private static let marks = Array(":.!?… >»›→+-".utf8)

    private static func firstWord(_ line: String) -> String {
        String(line.utf8.prefix { $0 != UInt8(ascii: " ") }) ?? ""
    }
}

extension String {
    /// The string in lower case with straight apostrophes and plain spaces.
    var folded: String {
        withBytes { bytes in
            guard bytes.contains(where: { $0 >= 0x80 }) else { return lowercased() }
            var folded: [UInt8] = []
            folded.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                if bytes[index] == 0xE2, bytes[index + 1] == 0x80 {
                    // ‘ and ’; no mark of this block has two cases.
                    let isApostrophe = bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99
                    if isApostrophe {
                        folded.append(UInt8(ascii: "'"))
                    } else {
                        folded.append(contentsOf: bytes[index..<index + 3])
                    }
                    index += 3
                } else {
                    let isPlain = bytes[index] < 0x80
                    let end = bytes[(index + 1)...].firstIndex {
                        $0 == 0xE2 || ($0 < 0x80) != isPlain
                    }
                    let run = index..<(end ?? bytes.count)
                    folded.append(
                        contentsOf: String(decoding: bytes[run], as: UTF8.self).lowercased().utf8
                    )
                    index = run.upperBound
                }
            }
            return String(decoding: folded, as: UTF8.self)
        }
    }

    /// Calls a closure with the bytes of the string in a row, over which it is much quicker to go.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var string = self
        return string.withUTF8(body)
    }

    /// The string without a count at its end: “Comments 214”, “Comments (3)”; nil where there is none.
    fileprivate var withoutNumber: String? {
        guard let last = utf8.last, last.isDigit || last == UInt8(ascii: ")") else { return nil }
        var part = Substring(self)
        while let last = part.utf8.last, last.isDigit || " ()".utf8.contains(last) {
            part.removeLast()
        }
        return String(part)
    }

    /// Whether the string begins with a phrase that ends where a word does.
    fileprivate func opens(with phrase: String) -> Bool {
        guard hasPrefix(phrase) else { return false }
        guard let last = phrase.utf8.last, last.isLetterOrDigit,
            let next = utf8.dropFirst(phrase.utf8.count).first
        else { return true }
        return !next.isLetterOrDigit
    }

    /// Whether another string stands in this one, byte for byte.
    func containsBytes(_ other: String) -> Bool {
        guard let first = other.utf8.first else { return true }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            if rest[start...].starts(with: other.utf8) { return true }
            rest = rest[rest.index(after: start)...]
        }
        return false
    }
}

extension UInt8 {
    /// Whether the byte is a letter or digit of ASCII, or part of a character beyond it.
    var isLetterOrDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self)
            || (0x61...0x7A).contains(self) || self >= 0x80
    }

    /// Whether the byte is a digit of ASCII.
    var isDigit: Bool { (0x30...0x39).contains(self) }
}

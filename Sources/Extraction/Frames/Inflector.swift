internal import Diagnostics

/// In which form a verb stands; one word may be several at once.
package struct Inflection: OptionSet, Hashable, Sendable {
    /// The bits.
    package let rawValue: UInt8

    /// Makes an inflection from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// “approve”.
    package static let base = Inflection(rawValue: 1)
    /// “approves”.
    package static let third = Inflection(rawValue: 2)
    /// “approved” in “they approved it”.
    package static let past = Inflection(rawValue: 4)
    /// “approved” in “it was approved”.
    package static let participle = Inflection(rawValue: 8)
    /// “approving”.
    package static let gerund = Inflection(rawValue: 16)
}

/// Makes the forms of English verbs: by the rules of spelling, and from a table where they fail.
struct Inflector: Sendable {
    private var exceptions: [String: (past: [String], participle: [String], gerund: [String])] = [:]

    /// Reads the table of exceptions.
    init() throws(Diagnostic) {
        let table = try Lexicon.table(
            "frames/verbs",
            columns: ["verb", "past", "participle", "gerund", "source"]
        )
        for row in table.rows {
            exceptions[row["verb"]] = (row.list("past"), row.list("participle"), row.list("gerund"))
        }
    }

    /// The forms of a verb; what follows its first word is kept.
    func forms(of lemma: String) -> [String: Inflection] {
        let words = lemma.split(separator: " ", maxSplits: 1).map(String.init)
        guard let verb = words.first else { return [:] }
        let tail = words.count > 1 ? " " + words[1] : ""
        let exception = exceptions[verb]
        let regular = Self.joined(verb, "ed")
        var forms: [String: Inflection] = [:]
        func add(_ words: [String], _ inflection: Inflection) {
            for word in words { forms[word + tail, default: []].formUnion(inflection) }
        }
        add([verb], .base)
        add([Self.third(verb)], .third)
        add(exception?.past ?? [regular], .past)
        add(exception?.participle ?? [regular], .participle)
        let gerund = exception?.gerund ?? []
        add(gerund.isEmpty ? [Self.joined(verb, "ing")] : gerund, .gerund)
        return forms
    }

    private static func third(_ verb: String) -> String {
        if verb.hasSuffix("y"), !verb.dropLast().endsInVowel { return verb.dropLast() + "ies" }
        let sibilants = ["s", "x", "z", "ch", "sh", "o"]
        return verb + (sibilants.contains { verb.hasSuffix($0) } ? "es" : "s")
    }

    private static func joined(_ verb: String, _ ending: String) -> String {
        if verb.hasSuffix("e"), ending == "ed" { return verb + "d" }
        if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
        if verb.hasSuffix("e"), !verb.hasSuffix("ee") { return verb.dropLast() + ending }
        if verb.hasSuffix("y"), ending == "ed", !verb.dropLast().endsInVowel {
            return verb.dropLast() + "ied"
        }
        return doublesConsonant(verb) ? verb + verb.suffix(1) + ending : verb + ending
    }

    /// Whether a verb of one syllable doubles its last letter: ban, scrap, but not load or fix.
    private static func doublesConsonant(_ verb: String) -> Bool {
        let letters = Array(verb)
        guard letters.count >= 3, letters.count(where: \.isVowel) == 1 else { return false }
        return letters[letters.count - 2].isVowel
            && !"aeiouwxy".contains(letters[letters.count - 1])
    }
}

extension Character {
    fileprivate var isVowel: Bool { "aeiou".contains(self) }
}

extension StringProtocol {
    fileprivate var endsInVowel: Bool { last?.isVowel == true }
}

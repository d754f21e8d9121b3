package import Diagnostics
package import Language
internal import Records

/// All frames of the program, with their triggers ready for look-up.
package struct FrameSet: Sendable {
    /// A frame that a word or phrase can trigger, and the form of the verb.
    struct Trigger: Sendable {
        /// The frame, as an index into the frames.
        var frame: Int
        /// The form of the verb; empty for a noun or a phrase.
        var inflection: Inflection
    }

    /// The frames in the order in which they are tried: deals, decisions, questions.
    package private(set) var frames: [Frame] = []
    /// The words and phrases that trigger them.
    private(set) var triggers = PhraseTable<Trigger>()
    /// Nouns that name an agreement, with the kind of deal; nil for phrases that only look like it.
    private(set) var agreements = PhraseTable<Deal.Kind?>()
    /// The plain form of every form of a verb.
    private(set) var lemmas: [String: String] = [:]
    /// Verbs and nouns that govern an infinitive, and how far a deal is that they govern.
    private(set) var governors: [Form: Governor] = [:]
    /// Prepositions and verbs that lead to the other party of a deal.
    private(set) var links: Set<Form> = []
    /// Words that leave a question open when its answer holds one of them.
    private(set) var doubts: Set<Form> = []
    /// The share of right records among questions asked outright, 0 to 1; a guess, as the development
    /// set holds three.
    let confidenceOfAsked = 0.6
    /// What words can do.
    let grammar: Grammar

    /// A word that governs an infinitive.
    struct Governor: Sendable {
        /// The form of the verb, and how far the deal is that it governs; nil where it is only a noun.
        var verb: (inflection: Inflection, status: Status)?
        /// How far the deal is that the noun governs; nil where it is only a verb.
        var noun: Status?
    }

    /// Reads the frames that the program carries.
    ///
    /// - Throws: A ``Diagnostic`` with file and line when a file is damaged.
    package init(analyzer: Analyzer) throws(Diagnostic) {
        grammar = try Grammar()
        let inflector = try Inflector()
        for (family, file) in Self.files {
            let path = "frames/\(file).frames"
            let text = try Lexicon.resource(path)
            frames += try FrameFile(text, path: path, family: family).frames
        }
        var words = WordForms(analyzer: analyzer, inflector: inflector)
        for index in frames.indices { addTriggers(of: index, &words) }
        try addGovernors(inflector)
        for row in try Lexicon.table("frames/deal-nouns", columns: ["noun", "kind", "source"]).rows
        {
            let kind = Deal.Kind(rawValue: row["kind"])
            guard kind != nil || row["kind"] == "none" else {
                let known = Deal.Kind.allCases.map(\.rawValue)
                throw row.diagnostic(
                    code: "unknown-kind",
                    "‘\(row["kind"])’ is not a kind of deal",
                    mend: known.nearest(to: row["kind"]).map { "write ‘\($0)’" }
                )
            }
            agreements.add(kind, under: words.forms(of: row["noun"]))
        }
    }

    private mutating func addTriggers(of index: Int, _ words: inout WordForms) {
        for lemma in frames[index].verbs.flatMap(Self.expansions) {
            for verb in words.inflections(of: lemma) {
                lemmas[verb.text] = lemma
                let trigger = Trigger(frame: index, inflection: verb.inflection)
                triggers.add(trigger, under: verb.forms)
            }
        }
        for phrase in frames[index].phrases {
            for forms in words.expansions(of: phrase) {
                triggers.add(Trigger(frame: index, inflection: []), under: forms)
            }
        }
    }

    private mutating func addGovernors(_ inflector: Inflector) throws(Diagnostic) {
        let table = try Lexicon.table(
            "frames/governors",
            columns: ["word", "class", "status", "source"]
        )
        for row in table.rows {
            guard let status = Status(rawValue: row["status"]) else {
                throw row.diagnostic(
                    code: "unknown-status",
                    "‘\(row["status"])’ is not a status",
                    mend: Status.allCases.map(\.rawValue).nearest(to: row["status"]).map {
                        "write ‘\($0)’"
                    }
                )
            }
            guard row["class"] == "verb" else {
                governors[Form(row["word"]), default: Governor()].noun = status
                continue
            }
            for (form, inflection) in inflector.forms(of: row["word"]) {
                governors[Form(form), default: Governor()].verb = (inflection, status)
            }
        }
        for row in try Lexicon.table("frames/links", columns: ["word", "class", "source"]).rows {
            if row["class"] == "link" {
                links.insert(Form(row["word"]))
            } else {
                doubts.insert(Form(row["word"]))
            }
        }
    }

    private static let files: [(Fact.Kind, String)] = [
        (.deal, "deals"), (.decision, "decisions"), (.question, "questions"),
    ]

    /// Writes out the choices of a phrase: “(is|was) (not |)clear” are four.
    static func expansions(of phrase: String) -> [String] {
        choices(of: phrase).reduce([""]) { heads, tails in
            heads.flatMap { head in tails.map { head + $0 } }
        }
    }

    /// The parts of a phrase, each with what may stand there.
    fileprivate static func choices(of phrase: String) -> [[Substring]] {
        var parts: [[Substring]] = []
        var rest = phrase[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "(")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: ")"))
        {
            parts.append([rest[..<open]])
            parts.append(
                rest[rest.index(after: open)..<close]
                    .split(separator: "|", omittingEmptySubsequences: false)
            )
            rest = rest[rest.index(after: close)...]
        }
        return parts + [[rest]]
    }
}

/// The forms of phrases, each word and each verb read once: most verbs stand in several frames.
private struct WordForms {
    /// One form of a verb.
    struct Verb {
        var text: String
        var forms: [Form]
        var inflection: Inflection
    }

    private let analyzer: Analyzer
    private let inflector: Inflector
    private var words: [String: [Form]] = ["n't": [Form("n't")]]
    private var verbs: [String: [Verb]] = [:]

    init(analyzer: Analyzer, inflector: Inflector) {
        (self.analyzer, self.inflector) = (analyzer, inflector)
    }

    /// The forms of the tokens of a phrase whose words are separated by spaces.
    mutating func forms(of phrase: String) -> [Form] {
        var forms: [Form] = []
        for part in phrase.utf8.split(separator: UInt8(ascii: " ")) {
            let word = String(Substring(part))
            let found = words[word] ?? analyzer.forms(of: word)
            words[word] = found
            forms += found
        }
        return forms
    }

    /// All forms of a verb.
    mutating func inflections(of lemma: String) -> [Verb] {
        if let known = verbs[lemma] { return known }
        let found = inflector.forms(of: lemma).map { text, inflection in
            Verb(text: text, forms: forms(of: text), inflection: inflection)
        }
        verbs[lemma] = found
        return found
    }

    /// The forms of all that a phrase with choices stands for.
    mutating func expansions(of phrase: String) -> [[Form]] {
        var result: [[Form]] = [[]]
        for part in FrameSet.choices(of: phrase) {
            let tails = part.map { forms(of: String($0)) }
            result = result.flatMap { head in tails.map { head + $0 } }
        }
        return result
    }
}

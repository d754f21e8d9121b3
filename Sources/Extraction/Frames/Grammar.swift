internal import Diagnostics
internal import Language

/// What a word can do in a clause.
package struct GrammarClass: OptionSet, Hashable, Sendable {
    /// The bits.
    package let rawValue: UInt64

    /// Makes a class from its bits.
    package init(rawValue: UInt64) { self.rawValue = rawValue }

    static let determiner = GrammarClass(rawValue: 1 << 0)
    static let possessive = GrammarClass(rawValue: 1 << 1)
    static let preposition = GrammarClass(rawValue: 1 << 2)
    static let coordinator = GrammarClass(rawValue: 1 << 3)
    static let subordinator = GrammarClass(rawValue: 1 << 4)
    static let conditional = GrammarClass(rawValue: 1 << 5)
    static let relative = GrammarClass(rawValue: 1 << 6)
    static let wh = GrammarClass(rawValue: 1 << 7)
    static let future = GrammarClass(rawValue: 1 << 8)
    static let would = GrammarClass(rawValue: 1 << 9)
    static let possible = GrammarClass(rawValue: 1 << 10)
    static let be = GrammarClass(rawValue: 1 << 11)
    static let have = GrammarClass(rawValue: 1 << 12)
    static let `do` = GrammarClass(rawValue: 1 << 13)
    static let negation = GrammarClass(rawValue: 1 << 14)
    static let adverb = GrammarClass(rawValue: 1 << 15)
    static let pronoun = GrammarClass(rawValue: 1 << 16)
    static let subjectPronoun = GrammarClass(rawValue: 1 << 17)
    static let first = GrammarClass(rawValue: 1 << 18)
    static let report = GrammarClass(rawValue: 1 << 19)
    static let announcing = GrammarClass(rawValue: 1 << 20)
    static let hope = GrammarClass(rawValue: 1 << 21)
    static let noun = GrammarClass(rawValue: 1 << 22)
    static let quantity = GrammarClass(rawValue: 1 << 23)
    static let linking = GrammarClass(rawValue: 1 << 24)
    /// A mark of punctuation that ends a clause or a part of one.
    static let mark = GrammarClass(rawValue: 1 << 25)
    static let comma = GrammarClass(rawValue: 1 << 26)
    /// A noun for somebody who can decide.
    static let role = GrammarClass(rawValue: 1 << 27)
    static let agreement = GrammarClass(rawValue: 1 << 28)
    static let goods = GrammarClass(rawValue: 1 << 29)
    static let measure = GrammarClass(rawValue: 1 << 30)
    static let approval = GrammarClass(rawValue: 1 << 31)
    /// A role that acts for itself, never for the state before it.
    static let independent = GrammarClass(rawValue: 1 << 32)
    /// Speaks to the reader or of the writer: you, my.
    static let personal = GrammarClass(rawValue: 1 << 33)
    /// A noun for what somebody thinks or claims, before “that”.
    static let idea = GrammarClass(rawValue: 1 << 34)
    /// A verb or noun with which nothing is decided: declined to comment, raised concerns, released photos.
    static let idle = GrammarClass(rawValue: 1 << 35)
    /// Says that something is done again and again: usually, often.
    static let habitual = GrammarClass(rawValue: 1 << 36)
    /// A day of the week, which is a time also where the text has no date to tell which day it was.
    static let weekday = GrammarClass(rawValue: 1 << 37)

    /// A noun for what a central bank sets.
    static let rate = GrammarClass(rawValue: 1 << 38)
    /// Says that what its clause tells is not so, or not sure: denied, doubts.
    static let denial = GrammarClass(rawValue: 1 << 39)
    /// A noun for what is offered and may be turned down: bid, offer.
    static let bid = GrammarClass(rawValue: 1 << 41)
    /// Closes a question: settled, answered.
    static let settling = GrammarClass(rawValue: 1 << 40)

    /// An auxiliary verb of any sort.
    static let auxiliary: GrammarClass = [.future, .would, .possible, .be, .have, .do]

    fileprivate static let named: [String: GrammarClass] = [
        "determiner": .determiner, "possessive": .possessive, "preposition": .preposition,
        "coordinator": .coordinator, "subordinator": .subordinator, "conditional": .conditional,
        "relative": .relative, "wh": .wh, "future": .future, "would": .would,
        "possible": .possible, "be": .be, "have": .have, "do": .do, "negation": .negation,
        "adverb": .adverb, "pronoun": .pronoun, "subjectpronoun": .subjectPronoun,
        "first": .first, "report": .report, "announcing": .announcing, "hope": .hope,
        "noun": .noun, "quantity": .quantity, "linking": .linking, "personal": .personal,
        "idea": .idea, "idle": .idle, "habitual": .habitual, "weekday": .weekday,
        "rate": .rate, "denial": .denial, "settling": .settling,
        "bid": .bid,
    ]
}

/// The words that a clause reader knows.
struct Grammar: Sendable {
    private var classes: [Form: GrammarClass] = [:]

    /// Reads the words that the program carries.
    init() throws(Diagnostic) {
        let table = try Lexicon.table("frames/grammar", columns: ["word", "classes", "source"])
        for row in table.rows {
            for name in row.list("classes") {
                guard let known = GrammarClass.named[name] else {
                    let nearest = GrammarClass.named.keys.sorted().nearest(to: name)
                    throw row.diagnostic(
                        code: "unknown-class",
                        "‘\(name)’ is not a class of words",
                        mend: nearest.map { "write ‘\($0)’" }
                    )
                }
                classes[Form(row["word"]), default: []].formUnion(known)
            }
        }
        try addRoles()
        try add("frames/measures", .measure, columns: ["noun"])
        try add("frames/approvals", .approval, columns: ["noun"])
        try addGoods()
        for mark in [
            ".", "!", "?", ";", ":", "—", "–", "--", "(", ")", "[", "]", "•", "|", "…", "...", "-",
        ] {
            classes[Form(mark), default: []].formUnion(.mark)
        }
        for mark in ["\"", "“", "”", "''", "``", "«", "»"] {
            classes[Form(mark), default: []].formUnion(.mark)
        }
        classes[Form(","), default: []].formUnion([.mark, .comma])
    }

    private mutating func add(
        _ table: String,
        _ kind: GrammarClass,
        columns: [String]
    ) throws(Diagnostic) {
        for row in try Lexicon.table(table, columns: columns + ["source"]).rows {
            for column in columns where !row[column].contains(" ") {
                classes[Form(row[column]), default: []].formUnion(kind)
            }
        }
    }

    private mutating func addRoles() throws(Diagnostic) {
        let table = try Lexicon.table("frames/roles", columns: ["noun", "acts", "source"])
        for row in table.rows where !row["noun"].contains(" ") {
            guard ["", "itself"].contains(row["acts"]) else {
                throw row.diagnostic(
                    code: "unknown-class",
                    "‘\(row["acts"])’ is not how a role acts",
                    mend: "write ‘itself’ or nothing"
                )
            }
            let own: GrammarClass = row["acts"] == "itself" ? .independent : []
            classes[Form(row["noun"]), default: []].formUnion(own.union(.role))
        }
    }

    /// The things that can be counted; money and firms are looked for by other means.
    private mutating func addGoods() throws(Diagnostic) {
        let table = try Lexicon.table("goods", columns: ["word", "plural", "class", "source"])
        for row in table.rows where row["class"] != "finance" && row["class"] != "company" {
            for word in [row["word"], row["plural"]] where !word.isEmpty && !word.contains(" ") {
                classes[Form(word), default: []].formUnion(.goods)
            }
        }
    }

    /// What each token of a document can do.
    func classes(of document: Document) -> [GrammarClass] {
        document.tokens.map { classes(of: $0, in: document) }
    }

    /// What a token of a document can do.
    func classes(of token: Token, in document: Document) -> GrammarClass {
        if let known = classes[token.form] {
            return document.isHyphen(token) ? known.subtracting(.mark) : known
        }
        return token.kind == .word && document.endsInAdverb(token) ? .adverb : []
    }
}

extension Document {
    /// Whether a dash joins two words or numbers, as in “air-to-air” and “2023–24”.
    fileprivate func isHyphen(_ token: Token) -> Bool {
        guard token.kind == .punctuation, !token.style.contains(.spaced) else { return false }
        let isEmDash = token.range.count == 3 && bytes[token.range.upperBound - 1] == 0x94
        return token.form == "-" && !isEmDash
    }

    /// Whether a word ends in “-ly” behind three letters or more.
    fileprivate func endsInAdverb(_ token: Token) -> Bool {
        token.range.count > 4 && !token.style.contains(.capitalised)
            && bytes[token.range.upperBound - 1] | 0x20 == UInt8(ascii: "y")
            && bytes[token.range.upperBound - 2] | 0x20 == UInt8(ascii: "l")
    }
}

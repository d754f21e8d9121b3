public import Diagnostics

/// Finds the lemma of a word by its tag: the form under which a dictionary lists it.
///
/// A list of exceptions comes first, then the rules of English spelling.
///
/// Source of the method: WordNet's morphy, <https://wordnet.princeton.edu/documentation/morphy7wn>.
public struct Lemmatizer: Sendable {
    /// What the tag of a word says that its ending is.
    enum Ending: String, Hashable, Sendable, CaseIterable {
        case noun, third, past, ing, comparative, superlative, verb, small
    }

    private let exceptions: FormTable<[Ending: String]>

    /// Reads the data file of the package.
    public init() throws(Diagnostic) {
        let table = try Analyzer.table("lemmas", columns: ["form", "class", "lemma", "source"])
        var lemmas: [Form: [Ending: String]] = [:]
        for row in table.rows {
            let ending: Ending = try row.choice("class")
            lemmas[Form(row["form"]), default: [:]][ending] = row["lemma"]
        }
        exceptions = FormTable(lemmas.map { ($0, $1) })
    }

    /// The lemma of a word.
    ///
    /// - Parameters:
    ///   - word: The word as it is written.
    ///   - tag: Its tag.
    /// - Returns: The lemma, in lower case but for names.
    public func lemma(of word: some StringProtocol, tag: Tag) -> String {
        let isName = tag.part == .properNoun
        if isName, tag.penn != .nnps { return String(word) }
        let spelling = (isName ? String(word) : word.lowercased()).replacing("’", with: "'")
        let known = exceptions[Form(spelling)]
        let ending = Ending(tag.penn)
        if let ending, let lemma = known?[ending] { return lemma }
        if tag.part == .verb || tag.part == .auxiliary {
            if let lemma = known?[.verb] { return lemma }
        } else if let lemma = known?[.small], tag.penn != .prpPossessive {
            return lemma
        }
        guard let ending else { return spelling }
        return String(decoding: stem(of: Array(spelling.utf8), ending), as: UTF8.self)
    }

    /// The word without its ending.
    private func stem(of word: [UInt8], _ ending: Ending) -> ArraySlice<UInt8> {
        switch ending {
        case .noun, .third: withoutPlural(word[...])
        case .ing: without("ing", word[...], keepingY: true)
        case .past: without("ed", word[...], keepingY: false)
        case .comparative: without("er", word[...], keepingY: false)
        case .superlative: without("est", word[...], keepingY: false)
        case .verb, .small: word[...]
        }
    }

    private func withoutPlural(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if word.count > 4, word.ends(with: "ies") { return word.dropLast(3) + "y".utf8 }
        let takesES = ["ches", "shes", "sses", "xes", "zzes", "oes"].contains {
            word.ends(with: $0)
        }
        if takesES { return word.dropLast(2) }
        let isBare = ["ss", "us", "is"].contains { word.ends(with: $0) }
        return isBare || word.count < 3 || !word.ends(with: "s") ? word : word.dropLast()
    }

    private func without(
        _ ending: String,
        _ word: ArraySlice<UInt8>,
        keepingY: Bool
    ) -> ArraySlice<UInt8> {
        guard word.count > ending.utf8.count + 1, word.ends(with: ending) else { return word }
        let stem = word.dropLast(ending.utf8.count)
        if !keepingY, stem.count > 2, stem.last == UInt8(ascii: "i") {
            return stem.dropLast() + "y".utf8
        }
        return completed(stem)
    }

    /// A stem with the e that its ending took the place of, or without the consonant that it doubled.
    private func completed(_ stem: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let s = Array(stem)
        guard s.count > 2 else { return stem }
        let (a, b, c) = (s[s.count - 1], s[s.count - 2], s[s.count - 3])
        if a == b { return a.isOne(of: "bdgmnprt") ? stem.dropLast() : stem }
        let takesE =
            a.isOne(of: "vuc")
            || (a.isOne(of: "z") && b.isVowel)
            || (a.isOne(of: "s") && (b.isVowel || b.isOne(of: "lnr")))
            || (a.isOne(of: "g")
                && (b.isOne(of: "dlraei") || (b.isOne(of: "n") && c.isOne(of: "aeu"))))
            || (a.isOne(of: "l") && !b.isVowel && !b.isOne(of: "rwl"))
            || (a.isOne(of: "t") && b.isOne(of: "a") && s.count > 3
                && (!c.isVowel || c.isOne(of: "iu")))
            || (a.isOne(of: "r") && b.isOne(of: "iu") && !c.isVowel)
            || (a.isOne(of: "d") && b.isOne(of: "iu") && !c.isVowel)
            || (a.isOne(of: "n") && b.isOne(of: "i") && !c.isVowel)
            || (a.isOne(of: "bdkmnpt") && b.isVowel && !c.isVowel && s.count(where: \.isVowel) == 1)
        return takesE ? stem + "e".utf8 : stem
    }
}

extension Lemmatizer.Ending {
    /// The ending that a tag tells of; nil for a word without one.
    fileprivate init?(_ tag: PennTag) {
        switch tag {
        case .nns, .nnps: self = .noun
        case .vbz: self = .third
        case .vbd, .vbn: self = .past
        case .vbg: self = .ing
        case .jjr, .rbr: self = .comparative
        case .jjs, .rbs: self = .superlative
        default: return nil
        }
    }
}

extension UInt8 {
    fileprivate var isVowel: Bool { isOne(of: "aeiou") }

    fileprivate func isOne(of letters: StaticString) -> Bool {
        letters.withUTF8Buffer { $0.contains(self) }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(with ending: String) -> Bool {
        suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
}

internal import Language

/// Words in capitals that stand together and may be a name.
struct NameRun: Hashable {
    /// The tokens, half-open.
    var tokens: Range<Int>
    /// What the gazetteer says of the whole run.
    var known: Lexicon.Name?
    /// What the run is taken for; nil while nothing speaks for anything.
    var kind: Entity.Kind?
    /// Whether a title, a form of address or an apposition makes it a person.
    var isTitled = false
    /// Whether it begins a sentence, where a capital says nothing.
    var isInitial: Bool
}

/// The tokens of a document with what the lexicons know about each.
struct TaggedText {
    let document: Document
    let lexicon: Lexicon
    /// What each token does.
    let classes: [WordClass]
    /// The names of the gazetteer that start at a token.
    let known: [Int: (length: Int, names: [Lexicon.Name])]
    /// The heads of offices, in order and without overlap.
    let titles: [TitleHead]

    init(_ document: Document, lexicon: Lexicon) {
        self.document = document
        self.lexicon = lexicon
        let tokens = document.tokens
        classes = tokens.map { $0.kind == .word ? lexicon.wordClass(of: $0.form) : [] }
        var known: [Int: (length: Int, names: [Lexicon.Name])] = [:]
        var titles: [TitleHead] = []
        for sentence in document.sentences {
            var free = sentence.tokens.lowerBound
            var named = free
            for index in sentence.tokens where index >= free && tokens[index].kind == .word {
                let end = sentence.tokens.upperBound
                if let match = lexicon.names.longest(at: index, before: end, in: tokens) {
                    let fit = match.values.filter { $0.fits(index, match.length, in: document) }
                    if !fit.isEmpty, index >= named {
                        known[index] = (match.length, fit)
                        named = index + match.length
                    }
                }
                if let match = lexicon.titles.longest(at: index, before: end, in: tokens),
                    index >= named || match.length >= known[index]?.length ?? .max
                {
                    titles.append(
                        TitleHead(tokens: index..<index + match.length, titles: match.values)
                    )
                    free = index + match.length
                }
            }
        }
        self.known = known
        self.titles = titles
    }

    /// The head of an office that starts at a token.
    func title(startingAt token: Int) -> TitleHead? {
        let index = titles.partitioningIndex { $0.tokens.lowerBound >= token }
        guard index < titles.count, titles[index].tokens.lowerBound == token else { return nil }
        return titles[index]
    }

    /// The head of an office that ends before a token.
    func title(endingAt token: Int) -> TitleHead? {
        let index = titles.partitioningIndex { $0.tokens.upperBound >= token }
        guard index < titles.count, titles[index].tokens.upperBound == token else { return nil }
        return titles[index]
    }

    /// Whether a token is a word that begins with a capital.
    func isCapitalised(_ index: Int) -> Bool {
        document.tokens[index].kind == .word
            && document.tokens[index].style.contains(.capitalised)
    }

    /// Whether a token is written without white space before it.
    func isAttached(_ index: Int) -> Bool {
        !document.tokens[index].style.contains(.spaced)
    }

    /// Whether a token is one ASCII character.
    func isMark(_ mark: Character, at index: Int) -> Bool {
        guard index >= 0, index < document.tokens.count, let byte = mark.asciiValue else {
            return false
        }
        let range = document.tokens[index].range
        return range.count == 1 && document.bytes[range.lowerBound] == byte
    }

    /// Whether a token is one of a set of words.
    func isWord(_ index: Int, in words: Set<Form>) -> Bool {
        index >= 0 && index < document.tokens.count
            && words.contains(document.tokens[index].form)
    }

    /// Whether a token is a possessive ’s or a lone apostrophe behind a word.
    func isPossessive(_ index: Int) -> Bool { isWord(index, in: Words.possessive) }
}

/// The head of an office in a text.
struct TitleHead: Hashable {
    /// The tokens of the head, half-open.
    var tokens: Range<Int>
    /// What the head may be.
    var titles: [Lexicon.Title]

    /// Whether the head stands for several holders.
    var isPlural: Bool { titles.allSatisfy(\.isPlural) }
}

/// Small sets of words that the finders ask for.
enum Words {
    static let possessive: Set<Form> = [Form("'s"), Form("'")]
    static let links: Set<Form> = [Form("of"), Form("for"), Form("on")]
    /// What ends the name of a firm even behind a comma.
    static let firmEnds: Set<Form> = [
        Form("inc"), Form("inc."), Form("llc"), Form("ltd"), Form("ltd."), Form("l.p."), Form("lp"),
    ]
    static let and: Set<Form> = [Form("and"), Form("&")]
    static let the: Set<Form> = [Form("the")]
    static let articles: Set<Form> = [
        Form("the"), Form("a"), Form("an"), Form("then"), Form("now"),
    ]
    static let owners: Set<Form> = [
        Form("the"), Form("its"), Form("his"), Form("her"), Form("their"), Form("our"),
    ]
    static let dashes: Set<Form> = [Form("-")]
}

extension Lexicon.Name {
    /// Whether a phrase in a text is written as this name must be.
    fileprivate func fits(_ start: Int, _ length: Int, in document: Document) -> Bool {
        let first = document.tokens[start]
        if isAcronym {
            return length > 1 || first.style.contains(.allCapitals)
                || document.bytes[first.range].contains(UInt8(ascii: "."))
                    && first.style.contains(.capitalised)
        }
        // “the Bahamas” begins with a small word; then the next one must have the capital.
        return first.style.contains(.capitalised)
            || length > 1 && document.tokens[start + 1].style.contains(.capitalised)
    }
}

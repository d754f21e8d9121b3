internal import Language

/// A person with the offices that a sentence gives them.
struct TitledName: Hashable {
    /// The tokens of the name.
    var name: Range<Int>
    /// The office.
    var phrase: TitlePhrase
    /// How the office stands to the name.
    var pattern: Pattern

    /// How an office stands to a name, from the surest to the least sure.
    enum Pattern: Hashable {
        /// “Prime Minister Fumio Kishida”.
        case before
        /// “Presidents A, B and C”.
        case list
        /// “Fumio Kishida, the Japanese prime minister,”.
        case apposition
        /// “the French president, Emmanuel Macron,”.
        case introduction
        /// “Anna Berg, who is the chair of …”, “Anna Berg became chair”.
        case predicate
    }
}

/// Finds which names of a sentence carry an office.
struct TitleMatcher {
    let text: TaggedText
    let runs: [NameRun]
    let phrases: [TitlePhrase]
    let sentence: Range<Int>

    /// The names with their offices, in text order of the offices.
    func titledNames() -> [TitledName] {
        var result: [TitledName] = []
        for phrase in phrases {
            let introduced = introduction(phrase)
            let behind = apposition(phrase).flatMap { found in
                // “the chair, Anna Berg, the treasurer, Paul Hale”: Anna Berg has her office already.
                introduced != nil && result.contains { $0.name == found[0].name } ? nil : found
            }
            result += before(phrase) ?? behind ?? predicate(phrase) ?? introduced ?? []
        }
        return result
    }

    private func canBePerson(_ run: NameRun) -> Bool {
        (run.kind == nil || run.kind == .person || run.known?.isAmbiguous == true
            || run.kind == .country && run.tokens.count > 1 && run.known == nil)
            && text.hasPersonShape(run.tokens)
    }

    private func before(_ phrase: TitlePhrase) -> [TitledName]? {
        var start = phrase.tokens.upperBound
        if text.isMark("(", at: start), text.isMark(")", at: start + 2) { start += 3 }
        guard phrase.title.position != .after || !phrase.isDefinite,
            let first = runs.firstIndex(where: { $0.tokens.lowerBound == start }),
            canFollowTitle(runs[first])
        else { return nil }
        guard phrase.isPlural else {
            return [TitledName(name: runs[first].tokens, phrase: phrase, pattern: .before)]
        }
        var names = [TitledName(name: runs[first].tokens, phrase: phrase, pattern: .list)]
        var end = runs[first].tokens.upperBound
        for run in runs[(first + 1)...] {
            let between = end..<run.tokens.lowerBound
            guard (1...2).contains(between.count), canBePerson(run),
                between.allSatisfy({
                    text.isMark(",", at: $0) || text.isWord($0, in: Words.and)
                })
            else { break }
            names.append(TitledName(name: run.tokens, phrase: phrase, pattern: .list))
            end = run.tokens.upperBound
        }
        return names
    }

    /// After a title a country’s or an ordinary name may be a person’s: “Minister Israel Katz”.
    private func canFollowTitle(_ run: NameRun) -> Bool {
        if run.kind == .organisation || run.kind == .event { return false }
        if run.kind == .country { return run.known?.isAmbiguous ?? false }
        return text.hasPersonShape(run.tokens)
    }

    private func apposition(_ found: TitlePhrase) -> [TitledName]? {
        guard !leadsToName(found) else { return nil }
        var phrase = found
        var comma = phrase.tokens.lowerBound - 1
        if isPlainWord(comma), text.isWord(comma - 1, in: Words.articles) {
            phrase.tokens = comma..<phrase.tokens.upperBound  // “the embattled mayor”
            comma -= 1
        }
        while text.isWord(comma, in: Words.articles) || text.isWord(comma, in: Words.owners) {
            comma -= 1
        }
        let isBracket = text.isMark("(", at: comma)
        guard text.isMark(",", at: comma) || isBracket,
            let run = runs.first(where: { $0.tokens.upperBound == comma }), canBePerson(run),
            run.tokens.count > 1 || run.kind == .person
        else { return nil }
        return [TitledName(name: run.tokens, phrase: phrase, pattern: .apposition)]
    }

    /// Whether a title with a capital stands before a name of its own: “from Osmund Yard, Transport Minister Per
    /// Dahl said”.
    private func leadsToName(_ phrase: TitlePhrase) -> Bool {
        let next = phrase.tokens.upperBound
        return next < sentence.upperBound && text.isCapitalised(phrase.head.lowerBound)
            && text.isCapitalised(next)
            && text.classes[next].isDisjoint(with: [.month, .weekday, .honorific])
    }

    private func isPlainWord(_ index: Int) -> Bool {
        index > sentence.lowerBound && text.document.tokens[index].kind == .word
            && !text.isCapitalised(index) && text.classes[index].isDisjoint(with: .function)
    }

    private func introduction(_ phrase: TitlePhrase) -> [TitledName]? {
        let comma = phrase.tokens.upperBound
        guard !phrase.isPlural,
            phrase.isDefinite || phrase.country != nil || phrase.organisation != nil,
            text.isMark(",", at: comma),
            let run = runs.first(where: { $0.tokens.lowerBound == comma + 1 }), canBePerson(run),
            run.tokens.count > 1, closes(run.tokens.upperBound)
        else { return nil }
        return [TitledName(name: run.tokens, phrase: phrase, pattern: .introduction)]
    }

    /// Whether an apposition may end before a token: a comma, a bracket, the sentence’s end.
    private func closes(_ index: Int) -> Bool {
        index >= sentence.upperBound || text.document.tokens[index].kind == .punctuation
            || text.isPossessive(index)
    }

    private func predicate(_ phrase: TitlePhrase) -> [TitledName]? {
        var verb = phrase.tokens.lowerBound - 1
        if text.isWord(verb, in: Words.articles) || text.isWord(verb, in: Words.owners) {
            verb -= 1
        }
        var end = verb
        if text.isWord(verb, in: Self.asWord) {
            // “Anna Berg, who as chief executive leads …”, “Anna Berg as chief executive”
            if text.isWord(verb - 1, in: Self.relatives) { end = verb - 1 }
        } else if text.isWord(verb, in: Self.copulas) {
            end = verb
            if text.isWord(end - 1, in: Self.relatives) { end -= 1 }
        } else {
            return nil
        }
        if text.isMark(",", at: end - 1) { end -= 1 }
        guard let run = runs.first(where: { $0.tokens.upperBound == end }), canBePerson(run),
            run.kind == .person || run.tokens.count > 1
        else { return nil }
        return [TitledName(name: run.tokens, phrase: phrase, pattern: .predicate)]
    }

    private static let asWord: Set<Form> = [Form("as")]
    private static let relatives: Set<Form> = [Form("who")]
    private static let copulas: Set<Form> = [
        Form("is"), Form("was"), Form("became"), Form("becomes"), Form("remains"), Form("chairs"),
    ]
}

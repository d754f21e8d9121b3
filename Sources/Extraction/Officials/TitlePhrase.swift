internal import Language
internal import Records

/// An office as a text words it: head, what modifies it, and what it is the office of.
struct TitlePhrase: Hashable {
    /// All its tokens but for the article, half-open.
    var tokens: Range<Int>
    /// The tokens of its last head.
    var head: Range<Int>
    /// What the head is.
    var title: Lexicon.Title
    /// Whether the office is held, was held or is sought.
    var status: Official.Status
    /// Whether the head stands for several holders.
    var isPlural: Bool
    /// The tokens that name the country it belongs to, with the country’s name.
    var country: String?
    /// The tokens that name the body it belongs to.
    var organisation: Range<Int>?
    /// Whether “the”, “its” or a possessor stands before it.
    var isDefinite: Bool
}

/// Reads the offices of a sentence: the heads of the lexicon with what stands around them.
struct TitleReader {
    let text: TaggedText
    /// The runs of the sentence, in order.
    let runs: [NameRun]
    let sentence: Range<Int>

    /// The offices, in order; heads joined by “and” are one.
    func phrases() -> [TitlePhrase] {
        var phrases: [TitlePhrase] = []
        for head in text.titles where sentence.contains(head.tokens.lowerBound) {
            let isSurname = runs.contains { $0.tokens.contains(head.tokens.lowerBound) }
            guard !isSurname, var phrase = phrase(of: head) else { continue }
            if let last = phrases.last, continues(last, with: phrase) {
                phrase.country = phrase.country ?? last.country
                phrase.organisation = phrase.organisation ?? last.organisation
                phrase.isDefinite = last.isDefinite
                phrase.tokens = last.tokens.lowerBound..<phrase.tokens.upperBound
                phrases[phrases.count - 1] = phrase
            } else {
                phrases.append(phrase)
            }
        }
        return phrases
    }

    private func continues(_ last: TitlePhrase, with phrase: TitlePhrase) -> Bool {
        let end = last.tokens.upperBound
        if end >= phrase.tokens.lowerBound { return true }
        return end + 1 == phrase.tokens.lowerBound && text.isWord(end, in: Words.and)
            && !last.isPlural && !phrase.isDefinite
    }

    private func phrase(of head: TitleHead) -> TitlePhrase? {
        guard let title = head.titles.first else { return nil }
        var phrase = TitlePhrase(
            tokens: head.tokens,
            head: head.tokens,
            title: title,
            status: title.kind == .candidate ? .candidate : .current,
            isPlural: head.isPlural,
            country: text.known[head.tokens.lowerBound]?.names.first?.country,
            isDefinite: false
        )
        // “general” and “major” in small letters are mostly adjectives.
        if title.kind == .military, head.tokens.count == 1,
            !text.isCapitalised(head.tokens.lowerBound),
            head.tokens.upperBound < sentence.upperBound,
            text.document.tokens[head.tokens.upperBound].kind != .punctuation,
            !text.isWord(head.tokens.upperBound, in: Self.rightLinks)
        {
            return nil
        }
        while let wider = widenedLeft(phrase) { phrase = wider }
        let start = phrase.tokens.lowerBound
        phrase.isDefinite = phrase.isDefinite || text.isWord(start - 1, in: Words.owners)
        phrase = widenedRight(phrase)
        if isOfState(phrase) { phrase.title.kind = .government }
        return phrase
    }

    /// Whether an office that any body may have is a state’s: that of a country, of a body of government or for a
    /// field of office, as a “defence spokesman” or the “director general of Norway’s coast guard”.
    private func isOfState(_ phrase: TitlePhrase) -> Bool {
        let isCountry = phrase.country != nil && phrase.organisation == nil
        switch phrase.title.kind {
        case .international: return isCountry
        case .other where phrase.title.takesPortfolio:
            if let body = phrase.organisation {
                return body.contains { text.classes[$0].contains(.ofGovernment) }
            }
            let before = phrase.tokens.lowerBound..<phrase.head.lowerBound
            return isCountry || before.contains { text.classes[$0].contains(.portfolio) }
        default: return false
        }
    }

    private func widenedLeft(_ phrase: TitlePhrase) -> TitlePhrase? {
        let before = phrase.tokens.lowerBound - 1
        guard before >= sentence.lowerBound else { return nil }
        var wider = phrase
        if text.isPossessive(before) { return possessed(phrase, at: before) }
        if text.isMark(")", at: before) { return abbreviated(phrase, at: before) }
        let classes = text.classes[before]
        if let run = run(endingAt: before + 1) { return modified(phrase, by: run) }
        if classes.contains(.former) {
            wider.status = .former
        } else if classes.contains(.candidate) {
            wider.status = .candidate
        } else if text.isWord(before, in: Words.dashes) && text.isAttached(before) {
            guard before > sentence.lowerBound, text.document.tokens[before - 1].kind == .word
            else { return nil }
            wider.tokens = before - 1..<phrase.tokens.upperBound
            if text.classes[before - 1].contains(.former) { wider.status = .former }
            return wider
        } else if classes.isDisjoint(with: [.beforeTitle, .portfolio]), !isOrdinal(before) {
            return nil
        }
        wider.tokens = before..<phrase.tokens.upperBound
        return wider
    }

    private func isOrdinal(_ index: Int) -> Bool {
        let token = text.document.tokens[index]
        return token.style.contains(.digit)
            && text.document.bytes[token.range.upperBound - 1] >= UInt8(ascii: "a")
    }

    /// “Thailand’s acting prime minister”, “the builder’s chief”.
    private func possessed(_ phrase: TitlePhrase, at mark: Int) -> TitlePhrase? {
        guard !phrase.isDefinite else { return nil }
        var wider = phrase
        wider.isDefinite = true
        if let run = run(endingAt: mark) {
            wider = owned(wider, by: run)
            wider.tokens = run.tokens.lowerBound..<phrase.tokens.upperBound
        }
        return wider == phrase ? nil : wider
    }

    /// “Department of National Defense (DND) Secretary”.
    private func abbreviated(_ phrase: TitlePhrase, at mark: Int) -> TitlePhrase? {
        let open = mark - 2
        guard open > sentence.lowerBound, text.isMark("(", at: open), let run = run(endingAt: open),
            phrase.organisation == nil
        else { return nil }
        var wider = owned(phrase, by: run)
        wider.tokens = run.tokens.lowerBound..<phrase.tokens.upperBound
        return wider
    }

    /// “Japanese Foreign Minister”, “DND Secretary”, “Norfolk Southern CEO”.
    private func modified(_ phrase: TitlePhrase, by run: NameRun) -> TitlePhrase? {
        guard run.kind != .person || run.tokens.count == 1 else { return nil }
        let isField =
            run.kind == nil
            && run.tokens.allSatisfy { text.classes[$0].contains(.portfolio) }
        var wider = isField ? phrase : owned(phrase, by: run)
        wider.tokens = run.tokens.lowerBound..<phrase.tokens.upperBound
        return wider
    }

    private func owned(_ phrase: TitlePhrase, by run: NameRun) -> TitlePhrase {
        var phrase = phrase
        // “Norwegian Fisheries Minister”: a country and a field, and no body of that name.
        if run.known == nil, let known = text.known[run.tokens.lowerBound],
            let country = known.names.first(where: \.isDemonym),
            run.tokens.dropFirst(known.length).allSatisfy({ text.classes[$0].contains(.portfolio) })
        {
            phrase.country = phrase.country ?? country.name
            return phrase
        }
        if run.kind == .country {
            phrase.country = phrase.country ?? run.known?.name
        } else {
            phrase.organisation = phrase.organisation ?? run.tokens
            phrase.country = phrase.country ?? run.known?.country
        }
        return phrase
    }

    /// “of the European Council”, “for foreign affairs”, “of Health of Latvia”, “to the Philippines”.
    private func widenedRight(_ phrase: TitlePhrase) -> TitlePhrase {
        var wider = phrase
        var next = phrase.tokens.upperBound
        if text.isMark("(", at: next), next + 2 < sentence.upperBound,
            text.isMark(")", at: next + 2)
        {
            next += 3  // “officer-in-charge (OIC)”
        }
        guard text.isWord(next, in: Self.rightLinks) else { return wider }
        if let end = field(after: next + 1) {
            wider.tokens = phrase.tokens.lowerBound..<end
            guard text.isWord(end, in: Self.of) else { return wider }
            next = end
        }
        var after = next + 1
        if text.known[after] == nil, text.isWord(after, in: Words.owners) { after += 1 }
        let run = runs.first { $0.tokens.lowerBound == after }
        if let known = text.known[after], let country = known.names.first(where: \.isCountryName),
            run?.kind != .organisation
        {
            // “ambassador to Manila” is not Manila’s, and “director of Estonia’s agency” not Estonia’s.
            if !text.isWord(next, in: Self.toward) { wider.country = wider.country ?? country.name }
            if text.isPossessive(after + known.length) {
                return possession(wider, behind: after + known.length)
            }
            wider.tokens = phrase.tokens.lowerBound..<after + known.length
        } else if let run, run.known?.isDemonym == true {
            // “commander of the Estonian navy”
            let end = endOfNouns(behind: run.tokens.upperBound)
            guard end > run.tokens.upperBound else { return wider }
            wider.country = wider.country ?? run.known?.name
            wider.tokens = phrase.tokens.lowerBound..<end
        } else if let run, run.kind != .person {
            if !text.isWord(next, in: Self.toward) { wider = owned(wider, by: run) }
            wider.tokens = phrase.tokens.lowerBound..<run.tokens.upperBound
        }
        return wider
    }

    /// “director general of Norway’s coast guard”: the office is that of what the country has.
    private func possession(_ phrase: TitlePhrase, behind mark: Int) -> TitlePhrase {
        let end = endOfNouns(behind: mark + 1)
        guard end > mark + 1 else { return phrase }
        var wider = phrase
        wider.tokens = phrase.tokens.lowerBound..<end
        return wider
    }

    /// Where the plain words end that a country has, three at the most.
    private func endOfNouns(behind start: Int) -> Int {
        var end = start
        while end < sentence.upperBound, end < start + 3, isPlainNoun(end) { end += 1 }
        return end
    }

    private func isPlainNoun(_ index: Int) -> Bool {
        text.document.tokens[index].kind == .word && !text.isCapitalised(index)
            && text.classes[index].isDisjoint(with: [.function, .say, .cue, .label])
            && !text.isPossessive(index)
    }

    /// Where the words for a field of office end that begin at a token: “foreign affairs”, “the staff”.
    private func field(after start: Int) -> Int? {
        let first = text.isWord(start, in: Words.owners) ? start + 1 : start
        var end = first
        while end < sentence.upperBound, end < first + 5, isFieldWord(end) { end += 1 }
        while end > first, text.isWord(end - 1, in: Words.and) { end -= 1 }
        return end > first ? end : nil
    }

    private func isFieldWord(_ index: Int) -> Bool {
        let token = text.document.tokens[index]
        guard token.kind == .word else { return false }
        if text.classes[index].contains(.portfolio) {
            // A capital may begin the name of a body: “of Health Canada”.
            let next = index + 1
            return !text.isCapitalised(index) || next >= sentence.upperBound
                || !text.isCapitalised(next) || text.classes[next].contains(.portfolio)
                || text.classes[next].contains(.givenName)
        }
        if text.isWord(index, in: Words.and) {
            return index + 1 < sentence.upperBound
                && text.classes[index + 1].contains(.portfolio)
        }
        return text.isWord(index, in: Self.fieldNouns)
    }

    private func run(endingAt end: Int) -> NameRun? {
        runs.first { $0.tokens.upperBound == end }
    }

    private static let rightLinks: Set<Form> = [
        Form("of"), Form("for"), Form("to"), Form("at"), Form("in"), Form("on"),
    ]
    private static let of: Set<Form> = [Form("of")]
    private static let toward: Set<Form> = [Form("to"), Form("in")]
    private static let fieldNouns: Set<Form> = [
        Form("affairs"), Form("staff"), Form("government"), Form("parliament"), Form("council"),
        Form("committee"), Form("board"), Form("department"), Form("ministry"), Form("agency"),
        Form("commission"), Form("company"), Form("group"), Form("relations"), Form("policy"),
        Form("operations"), Form("services"), Form("state"), Form("party"), Form("university"),
    ]
}

extension Lexicon.Name {
    /// Whether the phrase is a country’s own name or seat.
    fileprivate var isCountryName: Bool { kind == .country && !isDemonym }
}

internal import Language

/// Finds the runs of capitalised words in a sentence and says what the words alone tell of each.
struct RunFinder {
    let text: TaggedText

    /// The runs of a sentence, in order and without overlap.
    func runs(in sentence: Range<Int>) -> [NameRun] {
        var runs: [NameRun] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard let run = run(at: index, in: sentence) else {
                index += max(1, text.title(startingAt: index)?.tokens.count ?? 1)
                continue
            }
            runs += classified(run)
            index = run.tokens.upperBound
        }
        return runs
    }

    private func run(at start: Int, in sentence: Range<Int>) -> NameRun? {
        let known = text.known[start]
        guard starts(start, isKnown: known != nil) else { return nil }
        var end = start + (known?.length ?? 1)
        while let next = extended(from: start..<end, before: sentence.upperBound) { end = next }
        return NameRun(
            tokens: start..<end,
            isInitial: opens(start, in: sentence)
        )
    }

    private func starts(_ index: Int, isKnown: Bool) -> Bool {
        guard text.title(startingAt: index) == nil, !isField(index), !isUnit(index) else {
            return false
        }
        let classes = text.classes[index]
        if isKnown {
            return text.isCapitalised(index) || text.known[index]?.length ?? 0 > 1
        }
        return text.isCapitalised(index) && !text.isMonth(index)
            && classes.isDisjoint(with: [.weekday, .honorific])
            && (classes.isDisjoint(with: .function) || isHyphenated(index) || isGivenName(index))
            && (classes.isDisjoint(with: [.beforeTitle, .former, .candidate])
                || !text.leadsToTitle(index))
    }

    private func opens(_ start: Int, in sentence: Range<Int>) -> Bool {
        guard start > sentence.lowerBound else { return true }
        let before = text.document.tokens[start - 1]
        return before.kind != .word && before.kind != .number && !text.isMark(",", at: start - 1)
    }

    /// One step further to the right, or nil where the run ends.
    private func extended(from run: Range<Int>, before bound: Int) -> Int? {
        let next = run.upperBound
        guard next < bound else { return nil }
        if let known = text.known[next], text.isCapitalised(next),
            text.title(startingAt: next) == nil
        {
            return next + known.length
        }
        if text.isCapitalised(next) {
            let classes = text.classes[next]
            guard classes.isDisjoint(with: [.weekday, .honorific]), !text.isMonth(next),
                classes.isDisjoint(with: .function) || classes.contains(.organisationLast)
                    || isHyphenated(next),
                text.title(startingAt: next).map({ isSurname($0.tokens) }) ?? true
            else { return nil }
            return next + 1
        }
        if text.isMark(".", at: next), text.isAttached(next), next + 1 < bound,
            text.classes[next - 1].contains(.suffix) || text.isInitial(next - 1)
        {
            return next + 1
        }
        guard next + 1 < bound else { return nil }
        if text.isPossessive(next), text.isCapitalised(next + 1),
            text.classes[next + 1].contains(.organisationLast), text.known[next + 1] == nil
        {
            return next + 2  // “the Fishermen’s Federation”
        }
        if text.isWord(next, in: Words.dashes), text.isAttached(next), text.isAttached(next + 1),
            text.document.tokens[next + 1].kind == .word
        {
            return next + 2
        }
        if text.isMark(",", at: next), text.isCapitalised(next + 1),
            text.classes[next + 1].contains(.suffix) || text.isWord(next + 1, in: Words.firmEnds)
        {
            return next + 2
        }
        return linked(run, over: next, before: bound)
    }

    /// A field of office behind its title is no name: the Health of “Minister of Health of Latvia”.
    private func isField(_ index: Int) -> Bool {
        text.classes[index].contains(.portfolio) && text.isWord(index - 1, in: Words.links)
            && text.title(endingAt: index - 1) != nil
    }

    /// A small word may be a syllable of a name: In-chul.
    private func isHyphenated(_ index: Int) -> Bool {
        index + 2 < text.document.tokens.count && text.isWord(index + 1, in: Words.dashes)
            && text.isAttached(index + 1) && text.isAttached(index + 2)
    }

    /// A small word may be a given name within a sentence, before another name: Minister Per Dahl.
    private func isGivenName(_ index: Int) -> Bool {
        let next = index + 1
        return text.classes[index].contains(.givenName) && index > 0
            && text.document.tokens[index - 1].kind == .word
            && next < text.document.tokens.count && text.isCapitalised(next)
            && text.classes[next].isDisjoint(with: [.function, .month, .weekday])
    }

    /// An office may be a surname behind a given name: Rachel Reeves, Stephen King.
    private func isSurname(_ title: Range<Int>) -> Bool {
        title.count == 1 && text.classes[title.lowerBound - 1].contains(.givenName)
            && !text.document.tokens[title.lowerBound].style.contains(.allCapitals)
    }

    /// Over a small word: a particle of a surname, or “of” and “and” in the name of a body.
    private func linked(_ run: Range<Int>, over next: Int, before bound: Int) -> Int? {
        var after = next
        if text.classes[next].contains(.particle) {
            while after < bound, after < next + 3, text.classes[after].contains(.particle),
                !text.isCapitalised(after)
            { after += 1 }
            return canFollow(after, before: bound) && !hasHead(run) ? after + 1 : nil
        }
        if text.isMark("&", at: next) {
            return canFollow(next + 1, before: bound) ? next + 2 : nil
        }
        let isLink = text.isWord(next, in: Words.links)
        guard hasHead(run), isLink || text.isWord(next, in: Words.and) && hasLink(run) else {
            return nil
        }
        after = next + 1
        if isLink, text.isWord(after, in: Words.the) { after += 1 }
        guard canFollow(after, before: bound) else { return nil }
        if let known = text.known[after] {
            let isCountry = known.names.contains { $0.kind == .country && !$0.isDemonym }
            return isLink || !isCountry ? after + known.length : nil
        }
        return after + 1
    }

    private func canFollow(_ index: Int, before bound: Int) -> Bool {
        index < bound && text.isCapitalised(index) && text.title(startingAt: index) == nil
            && text.classes[index].isDisjoint(with: [.function, .weekday, .month])
    }

    private func hasHead(_ run: Range<Int>) -> Bool {
        has([.organisationFirst, .organisationLast, .eventFirst, .eventLast], in: run)
    }

    private func has(_ heads: WordClass, in run: Range<Int>) -> Bool {
        run.contains { !text.classes[$0].isDisjoint(with: heads) }
    }

    private func hasLink(_ run: Range<Int>) -> Bool {
        run.contains { text.isWord($0, in: Words.links) }
    }
}

extension RunFinder {
    /// A run with what it is by its words; a country before a name of its own becomes two runs.
    private func classified(_ run: NameRun) -> [NameRun] {
        var run = run
        let length = run.tokens.count
        if let known = text.known[run.tokens.lowerBound], known.length == length,
            let name = known.names.first
        {
            run.known = name
            run.kind = name.kind
            return [run]
        }
        if isOrganisation(run.tokens) {
            run.kind = .organisation
            return [run]
        }
        if isEvent(run.tokens) {
            run.kind = .event
            return [run]
        }
        if let known = text.known[run.tokens.lowerBound], known.length < length,
            let name = known.names.first(where: { $0.kind == .country && !$0.isAmbiguous })
        {
            let border = run.tokens.lowerBound + known.length
            let rest = border..<run.tokens.upperBound
            guard !text.isWord(border, in: Words.dashes) else { return [run] }
            let head = NameRun(
                tokens: run.tokens.lowerBound..<border,
                known: name,
                kind: .country,
                isInitial: run.isInitial
            )
            return [head] + classified(NameRun(tokens: rest, isInitial: false))
        }
        if isPerson(run.tokens) { run.kind = .person }
        return [run]
    }

    private func isOrganisation(_ run: Range<Int>) -> Bool {
        if run.count == 1 {
            let token = text.document.tokens[run.lowerBound]
            return token.style.contains(.allCapitals) && (2...6).contains(token.range.count)
                && !token.style.contains(.digit)
        }
        return text.classes[run.upperBound - 1].contains(.organisationLast)
            || text.classes[run.lowerBound].contains(.organisationFirst)
            || has([.organisationFirst, .organisationLast], in: run) && hasLink(run)
    }

    /// Whether a run of several words begins or ends as the names of events do, up to its first link.
    private func isEvent(_ run: Range<Int>) -> Bool {
        guard run.count > 1 else { return false }
        let end = run.first { text.isWord($0, in: Words.links) } ?? run.upperBound
        return text.classes[run.lowerBound].contains(.eventFirst)
            || text.classes[end - 1].contains(.eventLast)
    }

    /// Capitals beside a figure are a currency or a measure: EUR 6.84 million.
    private func isUnit(_ index: Int) -> Bool {
        let tokens = text.document.tokens
        guard tokens[index].style.contains(.allCapitals), tokens[index].range.count == 3 else {
            return false
        }
        return index + 1 < tokens.count && tokens[index + 1].kind == .number
            || index > 0 && tokens[index - 1].kind == .number
    }

    /// Whether a run is shaped like a full name and has a sign of it: a given name, an initial
    /// between two names, or a suffix.
    private func isPerson(_ run: Range<Int>) -> Bool {
        guard text.hasPersonShape(run), run.count > 1 else { return false }
        return text.classes[run.lowerBound].contains(.givenName)
            || run.dropFirst().dropLast().contains(where: text.isInitial)
            || text.isInitial(run.lowerBound)
            || text.classes[run.upperBound - 1].contains(.suffix)
    }
}

extension TaggedText {
    /// Whether a token is a single letter, alone or with a full stop, as in John F Kennedy.
    func isInitial(_ index: Int) -> Bool {
        let range = document.tokens[index].range
        return isCapitalised(index)
            && (range.count == 1
                || range.count == 2 && document.bytes[range.upperBound - 1] == UInt8(ascii: "."))
    }

    /// Whether a token names a month, and not somebody called Jan or April: a name goes on.
    func isMonth(_ index: Int) -> Bool {
        guard classes[index].contains(.month) else { return false }
        let next = index + 1
        return
            !(next < classes.count && isCapitalised(next) && known[next] == nil
            && classes[next].isDisjoint(with: [.month, .function, .weekday])
            && title(startingAt: next) == nil && document.tokens[index].style.contains(.spaced))
    }

    /// Whether a run could be a person’s name: one to five names, no digit, no body’s head word.
    func hasPersonShape(_ run: Range<Int>) -> Bool {
        let names = run.filter {
            isCapitalised($0) && !isInitial($0) && classes[$0].isDisjoint(with: .suffix)
        }
        return (1...5).contains(names.count)
            && run.allSatisfy {
                classes[$0].isDisjoint(with: [.organisationLast, .portfolio, .weekday])
                    && !isMonth($0) && !document.tokens[$0].style.contains(.digit)
            }
    }

    /// Whether the words from a token on modify a title that follows at once.
    func leadsToTitle(_ index: Int) -> Bool {
        var next = index
        while next < document.tokens.count, next < index + 4 {
            if title(startingAt: next) != nil { return true }
            let modifies: WordClass = [.beforeTitle, .former, .candidate, .portfolio]
            guard
                !classes[next].isDisjoint(with: modifies) || isWord(next, in: Words.dashes)
                    || known[next] != nil
            else { return false }
            next += max(1, known[next]?.length ?? 1)
        }
        return false
    }
}

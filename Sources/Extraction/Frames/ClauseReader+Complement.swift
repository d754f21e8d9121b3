internal import Language

extension ClauseReader {
    /// What follows a trigger, of the kinds that a frame takes; of any kind when it names none.
    func complement(
        after start: Int,
        of kinds: Set<Complement.Kind>,
        in sentence: Range<Int>
    ) -> Complement {
        var index = start
        let limit = min(sentence.upperBound, start + 18)
        var isNear = true
        while index < limit {
            if isNear, let found = near(index, kinds, in: sentence) { return found }
            if let found = clausal(index, kinds, isNear: isNear, in: sentence) { return found }
            if let next = passed(index, in: sentence) {
                index = next
                continue
            }
            if has(index, .mark), !has(index, .comma) { break }
            if kinds == [.question], has(index, [.comma, .coordinator]) { break }
            if has(index, [.relative, .subordinator, .report, .wh]), !has(index, .preposition) {
                break
            }
            isNear = isNear && (has(index, .adverb) || tokens[index].kind == .number)
            index += 1
        }
        return Complement(kind: .none, tokens: start..<start)
    }

    /// Infinitives and clauses, which may stand some words behind.
    private func clausal(
        _ index: Int,
        _ kinds: Set<Complement.Kind>,
        isNear: Bool,
        in sentence: Range<Int>
    ) -> Complement? {
        func takes(_ kind: Complement.Kind) -> Bool { kinds.isEmpty || kinds.contains(kind) }
        if isWord(index, Word.to), takes(.infinitive) {
            var verb = index + 1
            while has(verb, .adverb) { verb += 1 }
            if sentence.contains(verb), looksLikeVerb(verb) {
                return Complement(
                    kind: .infinitive,
                    tokens: (index + 1)..<end(from: index + 1, in: sentence),
                    isDenied: isDenied(to: index)
                )
            }
        }
        if isWord(index, Word.that), takes(.clause), index + 1 < sentence.upperBound {
            return Complement(
                kind: .clause,
                tokens: (index + 1)..<end(from: index + 1, in: sentence)
            )
        }
        if has(index, .wh), takes(.question), isNear || !has(index, .relative),
            !has(index - 1, .comma)
        {
            return Complement(kind: .question, tokens: index..<end(from: index + 1, in: sentence))
        }
        if isNear, takes(.clause), let found = zeroClause(index, in: sentence) { return found }
        return nil
    }

    /// Whether an infinitive is denied before its “to”: “not to sell”, “never again to sell”, but “not only to
    /// sell”.
    func isDenied(to: Int) -> Bool {
        var index = to - 1
        while has(index, .adverb), !has(index, .negation) { index -= 1 }
        return has(index, .negation) && (index == to - 1 || isWord(index, "never"))
    }

    /// A clause without “that”: a subject, then “will” or the like.
    private func zeroClause(_ index: Int, in sentence: Range<Int>) -> Complement? {
        guard has(index, [.determiner, .subjectPronoun]) || mentionStarts.contains(index) else {
            return nil
        }
        for place in (index + 1)..<max(index + 1, min(index + 9, sentence.upperBound)) {
            if has(place, [.mark, .relative, .subordinator]) { return nil }
            if has(place, [.future, .would]) || has(place, .be) && isWord(place + 1, Word.to) {
                return Complement(kind: .clause, tokens: index..<end(from: index, in: sentence))
            }
        }
        return nil
    }

    /// Objects, gerunds and phrases, which stand right behind.
    private func near(
        _ index: Int,
        _ kinds: Set<Complement.Kind>,
        in sentence: Range<Int>
    ) -> Complement? {
        func takes(_ kind: Complement.Kind) -> Bool { kinds.isEmpty || kinds.contains(kind) }
        guard index < sentence.upperBound else { return nil }
        if !kinds.isEmpty, has(index, .preposition), passed(index, in: sentence) == nil {
            let word = Complement.Kind.phrase(analysis.document[tokens[index].range].lowercased())
            if kinds.contains(word), index + 1 < sentence.upperBound,
                !(isWord(index, Word.to) && takes(.infinitive) && looksLikeVerb(index + 1))
            {
                return Complement(
                    kind: word,
                    tokens: (index + 1)..<end(from: index + 1, in: sentence)
                )
            }
        }
        let isTime =
            analysis.times(in: index..<sentence.upperBound).first?.tokens.lowerBound == index
        if isTime || has(index, [.mark, .preposition, .coordinator, .adverb, .auxiliary]) {
            return nil
        }
        if has(index, [.wh, .subordinator, .report]), !has(index, .determiner) { return nil }
        // A clause, and not “that plan”, which is rare.
        if isWord(index, Word.that) { return nil }
        if takes(.clause), let found = zeroClause(index, in: sentence) { return found }
        if takes(.gerund), isGerund(index) {
            return Complement(kind: .gerund, tokens: index..<end(from: index, in: sentence))
        }
        guard takes(.object) else { return nil }
        return Complement(kind: .object, tokens: index..<end(from: index, in: sentence))
    }

    /// Where reading goes on behind a time, a bracket, or the count of a vote, as in “52-48”.
    private func passed(_ index: Int, in sentence: Range<Int>) -> Int? {
        if tokens[index].style.contains(.digit), isWord(index + 1, "-"),
            index + 2 < sentence.upperBound,
            tokens[index + 2].style.contains(.digit)
        {
            return index + 3
        }
        if isWord(index, Word.open) {
            return (index..<sentence.upperBound).first { isWord($0, Word.close) }.map { $0 + 1 }
        }
        var begin = has(index, .preposition) ? index + 1 : index
        if begin > index, has(begin, .determiner) { begin += 1 }
        // A sentence may end in a preposition, and the next one begin with a determiner.
        guard begin < sentence.upperBound else { return nil }
        if let time = analysis.times(in: begin..<sentence.upperBound).first,
            time.tokens.lowerBound == begin
        {
            let next = time.tokens.upperBound
            let isPart = ["morning", "afternoon", "evening", "night"].contains {
                isWord(next, Form($0))
            }
            return isPart ? next + 1 : next
        }
        return has(begin, .weekday) ? begin + 1 : nil
    }

    /// Whether “to” before a word makes an infinitive: no article, number or name follows.
    func looksLikeVerb(_ index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].kind == .word
            && classes[index].isDisjoint(
                with: [.determiner, .pronoun, .preposition, .coordinator, .wh, .quantity, .mark])
            && !tokens[index].style.contains(.capitalised) && !isGerund(index)
    }

    private func isGerund(_ index: Int) -> Bool {
        let range = tokens[index].range
        return tokens[index].kind == .word && range.count > 5
            && analysis.document.bytes[(range.upperBound - 3)..<range.upperBound]
                .elementsEqual("ing".utf8)
    }

    /// Who acts in a passive: what stands behind “by”.
    func agent(after start: Int, in sentence: Range<Int>) -> Range<Int>? {
        var index = start
        while index < min(sentence.upperBound, start + 14) {
            if isWord(index, Word.by), index + 1 < sentence.upperBound, !isGerund(index + 1) {
                let time = analysis.times(in: index..<sentence.upperBound).first?.tokens.lowerBound
                if time == index || time == index + 1 { index += 1; continue }
                return nounPhrase(from: index + 1, before: phraseEnd(from: index + 1, in: sentence))
            }
            if has(index, .mark), !has(index, .comma) { return nil }
            if has(index, [.relative, .future, .would]) { return nil }
            index += 1
        }
        return nil
    }

    /// The end of the noun phrase that begins at an index.
    func phraseEnd(from start: Int, in sentence: Range<Int>) -> Int {
        var index = start
        while index < sentence.upperBound {
            if has(index, .comma), index > start, !isNameList(index, in: sentence) { break }
            if has(index, .mark), !has(index, .comma) { break }
            if isWord(index, Word.apostropheS) { index += 1; continue }
            if has(index, GrammarClass.auxiliary.union([.report, .relative])) { break }
            if has(index, .subordinator), !has(index, .preposition) { break }
            index += 1
        }
        return index
    }

    private func isNameList(_ comma: Int, in sentence: Range<Int>) -> Bool {
        guard comma + 1 < sentence.upperBound, tokens[comma - 1].style.contains(.capitalised) else {
            return false
        }
        return tokens[comma + 1].style.contains(.capitalised)
    }

    /// Where a complement ends: before a relative clause, a comment, or the end of the sentence.
    func end(from start: Int, in sentence: Range<Int>) -> Int {
        var index = start
        while index < sentence.upperBound {
            if has(index, .mark), !has(index, .comma) {
                let isBracket = isWord(index, Word.open)
                if isBracket,
                    let close = (index..<sentence.upperBound).first(where: {
                        isWord($0, Word.close)
                    })
                {
                    index = close + 1
                    continue
                }
                if isStop(index) { break }
            }
            if has(index, .comma), endsAtComma(index, in: sentence) { break }
            if index > start, has(index, .subordinator), !has(index, [.conditional, .preposition]),
                !isWord(index, Word.that), !has(index, .relative), !isJoinedQuestion(index)
            {
                break
            }
            if index > start + 3, isWord(index, "but") || isWord(index, "yet") { break }
            index += 1
        }
        while index > start + 1, has(index - 1, [.comma, .coordinator]) { index -= 1 }
        return index
    }

    /// Whether a word goes on asking, as the “when” of “whether or when”.
    private func isJoinedQuestion(_ index: Int) -> Bool {
        has(index, .wh) && has(index - 1, .coordinator) && has(index - 2, .wh)
    }

    private func isStop(_ index: Int) -> Bool {
        let text = analysis.document[tokens[index].range]
        return !(text == "\"" || text == "“" || text == "”")
    }

    /// Whether a clause begins at a token, as in “traders in the port said”: a verb stands before the next mark.
    private func isClause(_ start: Int, in sentence: Range<Int>) -> Bool {
        for index in start..<max(start, min(sentence.upperBound, start + 12)) {
            if has(index, [.mark, .relative, .subordinator]), !has(index, .preposition) {
                return false
            }
            if has(index, GrammarClass.auxiliary.union(.report)) { return true }
        }
        return false
    }

    private func endsAtComma(_ comma: Int, in sentence: Range<Int>) -> Bool {
        let next = comma + 1
        guard next < sentence.upperBound else { return true }
        if has(next, [.relative, .subordinator, .wh]), !has(next, [.determiner, .conditional]) {
            return true
        }
        if has(next, .coordinator) {
            return has(next + 1, [.subjectPronoun, .determiner]) || mentionStarts.contains(next + 1)
                || !isWord(next, Word.and) || isClause(next + 1, in: sentence)
        }
        if has(next, .subjectPronoun) { return true }
        let tail = next..<min(sentence.upperBound, next + 14)
        return tail.contains { has($0, .report) } || isGerund(next)
    }
}

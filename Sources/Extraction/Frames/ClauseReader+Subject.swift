internal import Language

extension ClauseReader {
    /// The subject of a verb group, as far as word order tells; nil when there is none to see.
    func subject(of group: VerbGroup, in sentence: Range<Int>) -> Range<Int>? {
        var end = group.tokens.lowerBound
        while end > sentence.lowerBound, has(end - 1, .adverb), !has(end - 1, .mark) { end -= 1 }
        guard end > sentence.lowerBound else { return nil }
        if isClosing(end - 1), let open = opening(before: end - 1, in: sentence) { end = open }
        if end - 2 > sentence.lowerBound, isQuote(end - 1), has(end - 2, .comma) { end -= 1 }
        guard end > sentence.lowerBound else { return nil }
        if has(end - 1, .comma) {
            guard let left = interpolation(before: end - 1, in: sentence) else {
                return first(before: end - 1, in: sentence)
            }
            end = left
        }
        guard end > sentence.lowerBound else { return nil }
        if has(end - 1, .relative),
            !has(end - 1, .determiner) || has(end - 2, .comma) || isNounLike(end - 2)
        {
            return antecedent(of: end - 1, in: sentence)
        }
        // “Chile joined Peru in buying ships”
        if group.isParticiple, isWord(end - 1, "in") { return first(before: end - 1, in: sentence) }
        if has(end - 1, .coordinator) { return first(before: end - 1, in: sentence) }
        if has(end - 1, .subjectPronoun) { return (end - 1)..<end }
        let start = segmentStart(before: end, in: sentence)
        guard start < end else { return nil }
        if start > sentence.lowerBound + 1, has(start - 1, .relative), !beginsNoun(start) {
            return antecedent(of: start - 1, in: sentence)
        }
        return head(in: start..<end, sentence: sentence)
    }

    /// Whether a word can begin a noun phrase; else “that” before it is its subject.
    private func beginsNoun(_ index: Int) -> Bool {
        has(index, [.determiner, .subjectPronoun, .quantity, .role, .preposition, .adverb])
            || mentionStarts.contains(index)
            || !tokens[index].style.isDisjoint(with: [.capitalised, .digit])
    }

    /// Whether a word can begin the object of a passive: “was awarded a contract”.
    func beginsObject(_ index: Int) -> Bool {
        has(index, [.determiner, .quantity]) || mentionStarts.contains(index)
            || !tokens[index].style.isDisjoint(with: [.capitalised, .digit])
            || tokens[index].kind == .symbol
    }

    /// What “which” stands for before a subject, as in “the pact, which he signed”.
    func relativeObject(of subject: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
        let relative = subject.lowerBound - 1
        guard relative > sentence.lowerBound, has(relative, .relative), !isWord(relative, "who")
        else {
            return nil
        }
        return antecedent(of: relative, in: sentence)
    }

    /// The place of the comma that opens the insertion which the comma at an index closes.
    private func interpolation(before comma: Int, in sentence: Range<Int>) -> Int? {
        var index = comma - 1
        let limit = max(sentence.lowerBound, comma - 32)
        while index > limit {
            if has(index, .comma), index + 1 < comma, index > sentence.lowerBound {
                // “Chile, Peru and Cuba are to buy it, ordering …” inserts nothing.
                let inserted = (index + 1)..<comma
                // “, who …,” and “, under whom …,”
                let start = has(index + 1, .preposition) ? index + 2 : index + 1
                let isClause =
                    inserted.contains { has($0, .auxiliary) }
                    && !has(start, .relative) && !has(index + 1, .subordinator)
                return isClause ? nil : index
            }
            if has(index, .mark), !has(index, .comma), !isQuote(index) { return nil }
            index -= 1
        }
        return nil
    }

    private func isQuote(_ index: Int) -> Bool {
        tokens[index].kind == .punctuation
            && ["\"", "“", "”"].contains(analysis.document[tokens[index].range])
    }

    private func opening(before close: Int, in sentence: Range<Int>) -> Int? {
        var index = close - 1
        while index > max(sentence.lowerBound, close - 30) {
            if isWord(index, Word.open) || isWord(index, "[") { return index }
            index -= 1
        }
        return nil
    }

    private func isClosing(_ index: Int) -> Bool {
        isWord(index, Word.close) || isWord(index, "]")
    }

    /// The noun phrase to which “who”, “which” or “that” refers.
    private func antecedent(of relative: Int, in sentence: Range<Int>) -> Range<Int>? {
        var end = relative
        if end > sentence.lowerBound, has(end - 1, .comma) { end -= 1 }
        guard end > sentence.lowerBound, !has(end - 1, .coordinator) else { return nil }
        if isClosing(end - 1), let open = opening(before: end - 1, in: sentence) { end = open }
        var start = segmentStart(before: end, in: sentence)
        guard start < end else { return nil }
        // The nearest noun phrase: from the last preposition or determiner on.
        for index in stride(from: end - 1, through: start, by: -1) {
            if has(index, .preposition), !isWord(index, Word.of), !isWord(relative, Word.that) {
                start = index + 1; break
            }
            if has(index, .determiner), index > start, !isWord(index - 1, Word.of) {
                start = index; break
            }
        }
        return start < end ? start..<end : nil
    }

    /// The first noun phrase of the clause in which a token stands: the subject that “and” shares.
    private func first(before end: Int, in sentence: Range<Int>) -> Range<Int>? {
        var start = end
        while start > sentence.lowerBound, !breaksClause(start - 1) { start -= 1 }
        // Pass over “On Monday,” and “Pushed by its allies,”.
        while start < end,
            has(start, [.preposition, .adverb, .subordinator, .coordinator]) || isEdOrIng(start)
        {
            guard let comma = (start..<end).first(where: { has($0, .comma) }) else { break }
            start = comma + 1
        }
        guard start < end else { return nil }
        if has(start, .subjectPronoun) { return start..<(start + 1) }
        return head(in: nounPhrase(from: start, before: end), sentence: sentence)
    }

    /// The noun phrase about somebody that begins at a token, up to what is no part of it.
    func nounPhrase(from start: Int, before end: Int) -> Range<Int> {
        var index = start
        var stop: Int?
        while index < end {
            if let mention = analysis.mentions(in: index..<end).first,
                mention.tokens.lowerBound == index
            {
                index = mention.tokens.upperBound
                stop = index
                continue
            }
            if has(index, .role) {
                stop = index + 1
            } else if has(index, GrammarClass.auxiliary.union(.relative)), !has(index, .determiner),
                !isWord(index, Word.apostropheS)
            {
                break
            } else if stop != nil, !joinsNouns(index) {
                break
            }
            index += 1
        }
        return start..<(stop ?? index)
    }

    private func joinsNouns(_ index: Int) -> Bool {
        has(index, [.determiner, .comma]) || isWord(index, Word.and) || isWord(index, Word.of)
            || isWord(index, "for") || isWord(index, Word.apostropheS) || isWord(index, "-")
            || isWord(index, Word.open) || isWord(index, Word.close)
            || tokens[index].style.contains(.capitalised)
    }

    private func breaksClause(_ index: Int) -> Bool {
        has(index, .mark) && !has(index, .comma)
            || has(index, [.subordinator, .relative]) && !has(index, [.preposition, .determiner])
    }

    private func isEdOrIng(_ index: Int) -> Bool {
        let text = analysis.document[tokens[index].range]
        return text.count > 4 && (text.hasSuffix("ed") || text.hasSuffix("ing"))
    }

    /// Whether a word may be a noun or an adjective before a noun: it has no part in the grammar of a clause.
    func looksLikeNoun(_ index: Int) -> Bool {
        isNounLike(index)
            && classes[index].isDisjoint(
                with: GrammarClass.auxiliary.union([.relative, .subordinator, .wh, .pronoun])
            )
    }

    private func isNounLike(_ index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].kind == .word
            && classes[index].isDisjoint(with: [
                .preposition, .coordinator, .mark, .report, .announcing, .adverb,
            ])
    }

    /// Where the run of words before an index begins that can hold its subject.
    private func segmentStart(before end: Int, in sentence: Range<Int>) -> Int {
        var start = end
        while start > sentence.lowerBound {
            let index = start - 1
            if has(index, .comma), isList(around: index, end: end, in: sentence) {
                start -= 1; continue
            }
            // “Acme Corporation (NYSE: ACM) and …”
            if isClosing(index), let open = opening(before: index, in: sentence), index - open < 7 {
                start = open; continue
            }
            if has(index, .mark) { break }
            if isWord(index, Word.apostropheS) || isWord(index, Word.apostrophe) {
                start -= 1; continue
            }
            if has(index, GrammarClass.auxiliary.union([.report, .announcing])) { break }
            if has(index, [.relative, .subordinator]), !has(index, [.determiner, .preposition]) {
                break
            }
            if isWord(index, Word.that), !startsNoun(index, end: end) { break }
            start -= 1
        }
        return start
    }

    /// Whether “that” points, as in “that court”, and does not begin a clause.
    private func startsNoun(_ that: Int, end: Int) -> Bool {
        that + 1 < end && has(that + 1, .role)
    }

    /// Whether a comma separates names or role nouns of one list, as in “A, B and C agreed”.
    private func isList(around comma: Int, end: Int, in sentence: Range<Int>) -> Bool {
        guard comma > sentence.lowerBound, comma + 1 < end else { return false }
        var next = has(comma + 1, .coordinator) ? comma + 2 : comma + 1
        if next < end, has(next, .determiner) { next += 1 }
        guard next < end, tokens[next].style.contains(.capitalised),
            tokens[comma - 1].style.contains(.capitalised)
        else { return false }
        return (comma..<end).contains { isWord($0, Word.and) }
    }

    /// The subject within a segment: its first noun phrase that hangs on no preposition.
    private func head(in segment: Range<Int>, sentence: Range<Int>) -> Range<Int>? {
        var start = segment.lowerBound
        while start < segment.upperBound, has(start, [.coordinator, .adverb]),
            !has(start, .determiner)
        {
            start += 1
        }
        guard start < segment.upperBound else { return nil }
        guard start + 1 < segment.upperBound,
            has(start, [.preposition, .subordinator]) || isEdOrIng(start),
            !has(start, [.determiner, .role])
        else { return start..<segment.upperBound }
        // “After talks in Geneva the ministers”: the next phrase that begins anew.
        for index in stride(from: segment.upperBound - 1, to: start + 1, by: -1)
        where beginsPhrase(index) { return index..<segment.upperBound }
        return has(start, .preposition) && !tokens[start + 1].style.contains(.digit)
            ? nil : start..<segment.upperBound
    }

    private func beginsPhrase(_ index: Int) -> Bool {
        guard has(index, [.determiner, .subjectPronoun]) || mentionStarts.contains(index) else {
            return false
        }
        return classes[index - 1].isDisjoint(
            with: [.preposition, .determiner, .coordinator, .role, .mark])
            && !isWord(index - 1, Word.apostropheS)
    }
}

internal import Language

/// Reads the clause around a trigger from the order of words.
struct ClauseReader {
    let analysis: Analysis
    let tokens: [Token]
    /// What each token can do.
    let classes: [GrammarClass]
    /// Whether a mention begins at the token.
    let mentionStarts: Set<Int>

    /// Prepares an article for reading.
    init(_ analysis: Analysis, grammar: Grammar) {
        self.analysis = analysis
        tokens = analysis.document.tokens
        var classes = grammar.classes(of: analysis.document)
        // The comma of “Halden Energy, Inc.” parts nothing.
        for mention in analysis.mentions {
            for index in mention.tokens where classes[index].contains(.comma) {
                classes[index] = []
            }
        }
        self.classes = classes
        mentionStarts = Set(analysis.mentions.lazy.map(\.tokens.lowerBound))
    }

    /// Whether a token has one of some classes.
    func has(_ index: Int, _ kind: GrammarClass) -> Bool {
        classes.indices.contains(index) && !classes[index].isDisjoint(with: kind)
    }

    /// Whether a token is a word of this form.
    func isWord(_ index: Int, _ form: Form) -> Bool {
        tokens.indices.contains(index) && tokens[index].form == form
    }

    // MARK: Verbs

    /// The verb group that ends with a trigger; nil where the word is no verb there.
    func verbGroup(
        _ trigger: Range<Int>,
        _ inflection: Inflection,
        in sentence: Range<Int>
    ) -> VerbGroup? {
        var index = trigger.lowerBound - 1
        var denied = skipAdverbs(&index, from: sentence.lowerBound)
        guard index >= sentence.lowerBound else { return bare(trigger, inflection, in: sentence) }
        if isWord(index, Word.apostropheS), !has(index - 1, .pronoun) { return nil }
        let kind = classes[index]
        var group = VerbGroup(tokens: index..<trigger.upperBound, mood: .done)
        if isWord(index, Word.to), inflection.contains(.base) {
            group = infinitive(group, to: index, in: sentence)
        } else if !kind.isDisjoint(with: [.future, .would]), inflection.contains(.base) {
            group.mood = kind.contains(.would) ? conditional(index, in: sentence) : .ahead
        } else if kind.contains(.possible), inflection.contains(.base) {
            group.mood = .possible
        } else if kind.contains(.do), inflection.contains(.base) {
            group.mood = .done
        } else if kind.contains(.be), !inflection.isDisjoint(with: [.participle, .gerund]) {
            group.isPassive = inflection.contains(.participle)
            group.mood = group.isPassive ? .done : .ongoing
            denied = before(&group, index, in: sentence) || denied
        } else if kind.contains(.have), inflection.contains(.participle) {
            denied = before(&group, index, in: sentence) || denied
        } else {
            return bare(trigger, inflection, in: sentence).map { found in
                var found = found
                if denied { found.mood = .denied }
                return found
            }
        }
        let isReal = [Mood.done, .ahead, .ongoing].contains(group.mood)
        if denied, isReal { group.mood = .denied }
        return group
    }

    /// Moves left over adverbs and “not”; says whether there was a negation.
    private func skipAdverbs(_ index: inout Int, from start: Int) -> Bool {
        var denied = false
        var steps = 0
        while index >= start, steps < 4, has(index, [.adverb, .negation]),
            !has(index, .coordinator)
                || has(index, .negation)
        {
            denied = denied || has(index, .negation)
            index -= 1
            steps += 1
        }
        return denied
    }

    /// What governs “to approve”: “is to”, “is going to”, or another verb or noun.
    private func infinitive(_ group: VerbGroup, to: Int, in sentence: Range<Int>) -> VerbGroup {
        var group = group
        var index = to - 1
        var denied = skipAdverbs(&index, from: sentence.lowerBound)
        guard index >= sentence.lowerBound else { return with(.governed, group) }
        var auxiliary = index
        if isWord(index, Word.going) {
            auxiliary -= 1
            denied = skipAdverbs(&auxiliary, from: sentence.lowerBound) || denied
        }
        if has(auxiliary, .be), !has(auxiliary, .have) {
            group.tokens = auxiliary..<group.tokens.upperBound
            return with(denied ? .denied : .ahead, group)
        }
        // “Decided not to approve”: what governs it tells that.
        return with(has(index, .have) || isDenied(to: to) ? .possible : .governed, group)
    }

    /// Reads on to the left of “be” or “have”; says whether there was a negation.
    private func before(
        _ group: inout VerbGroup,
        _ auxiliary: Int,
        in sentence: Range<Int>
    ) -> Bool {
        group.tokens = auxiliary..<group.tokens.upperBound
        var index = auxiliary - 1
        let denied = skipAdverbs(&index, from: sentence.lowerBound)
        guard index >= sentence.lowerBound else { return denied }
        let kind = classes[index]
        if kind.contains(.would) {
            group.mood = conditional(index, in: sentence)
        } else if kind.contains(.future) {
            group.mood = .ahead
        } else if kind.contains(.possible) {
            group.mood = .possible
        } else if isWord(index, Word.to) {
            let governed = infinitive(group, to: index, in: sentence)
            // “Was to have built”: it was not.
            group.mood = isWord(auxiliary, Word.have) ? .possible : governed.mood
            index = min(index, governed.tokens.lowerBound)
        } else if !kind.isDisjoint(with: [.have, .be]), !isWord(auxiliary, Word.have) {
            group.tokens = index..<group.tokens.upperBound
            return before(&group, index, in: sentence) || denied
        } else {
            return denied && has(auxiliary - 1, .negation)
        }
        group.tokens = index..<group.tokens.upperBound
        return denied
    }

    /// “would” announces behind a verb of saying, and supposes elsewhere.
    private func conditional(_ index: Int, in sentence: Range<Int>) -> Mood {
        guard
            let said = (sentence.lowerBound..<sentence.upperBound).last(where: {
                $0 < index && has($0, .announcing)
            })
        else {
            return (index..<sentence.upperBound).contains { has($0, .announcing) }
                ? .ahead : .possible
        }
        return (said..<index).contains { has($0, .conditional) } ? .possible : .ahead
    }

    private func with(_ mood: Mood, _ group: VerbGroup) -> VerbGroup {
        var group = group
        group.mood = mood
        return group
    }

    /// A verb without auxiliary.
    private func bare(
        _ trigger: Range<Int>,
        _ inflection: Inflection,
        in sentence: Range<Int>
    ) -> VerbGroup? {
        var group = VerbGroup(tokens: trigger, mood: .done)
        let previous = trigger.lowerBound - 1
        let isFirst = previous < sentence.lowerBound
        if !isFirst, has(previous, [.determiner, .possessive, .be]), !has(previous, .pronoun) {
            return nil
        }
        if inflection.contains(.gerund) {
            group.isParticiple = true
            group.mood = moodAround(previous, in: sentence)
            return isFirst || has(previous, [.comma, .coordinator, .subordinator, .preposition])
                ? group : nil
        }
        if isFirst || isWord(previous, Word.apostropheS) { return nil }
        if !inflection.isDisjoint(with: [.past, .participle]) {
            return past(group, inflection, behind: previous, in: sentence)
        }
        guard !has(previous, .preposition) else { return nil }
        return isPresent(trigger, inflection, behind: previous, in: sentence) ? group : nil
    }

    /// How the clause is meant on which a gerund hangs: what Chile will join in buying, it has not bought.
    ///
    /// But those who “are to buy a vaccine, ordering a million doses” have ordered them.
    private func moodAround(_ previous: Int, in sentence: Range<Int>) -> Mood {
        var index = previous
        while index >= sentence.lowerBound, !has(index, .mark) || has(index, .comma),
            !has(index, [.relative, .report, .announcing]) || has(index, .determiner)
        {
            if has(index, [.have, .be, .do]) {
                return isWord(index + 1, Word.to) && !has(previous, .comma) ? .ahead : .done
            }
            if has(index, .future) { return has(index + 1, .negation) ? .denied : .ahead }
            if has(index, [.would, .possible]) { return .possible }
            index -= 1
        }
        return .done
    }

    /// “approved”: what happened, or what is short for “which was approved by”.
    private func past(
        _ group: VerbGroup,
        _ inflection: Inflection,
        behind previous: Int,
        in sentence: Range<Int>
    ) -> VerbGroup? {
        var group = group
        if has(previous, .preposition), !has(previous, [.subordinator, .relative]) { return nil }
        if inflection.contains(.participle), isReduced(group.tokens, in: sentence) {
            group.isPassive = true
            group.isParticiple = true
            return group
        }
        return inflection.contains(.past) ? group : nil
    }

    /// Whether “approves” or “approve” is a verb and no noun, by what stands beside it.
    private func isPresent(
        _ trigger: Range<Int>,
        _ inflection: Inflection,
        behind previous: Int,
        in sentence: Range<Int>
    ) -> Bool {
        let next = trigger.upperBound
        let opens =
            has(next, [.determiner, .preposition, .wh, .pronoun, .negation])
            || (next < sentence.upperBound
                && !tokens[next].style.isDisjoint(with: [.capitalised, .digit]))
        guard inflection.contains(.third) else {
            return opens && (isPlural(previous) || isJoined(previous, in: sentence))
        }
        return has(previous, .adverb) && has(previous - 1, .relative)
            || has(previous, [.relative, .subjectPronoun]) || opens && !has(previous, .mark)
    }

    /// Whether “signed” is short for “which was signed”: who signed stands behind “by”.
    private func isReduced(_ trigger: Range<Int>, in sentence: Range<Int>) -> Bool {
        var next = trigger.upperBound
        while next < sentence.upperBound, has(next, .adverb) { next += 1 }
        return isWord(next, Word.by)
    }

    /// Whether a name is the last of several, as in “Toyota and Panasonic”.
    private func isJoined(_ last: Int, in sentence: Range<Int>) -> Bool {
        guard tokens[last].style.contains(.capitalised) else { return false }
        return (max(sentence.lowerBound, last - 5)..<last).contains { isWord($0, Word.and) }
    }

    private func isPlural(_ index: Int) -> Bool {
        if has(index, .subjectPronoun) || has(index, .relative) { return true }
        let range = tokens[index].range
        guard tokens[index].kind == .word, range.count > 2 else { return false }
        let last = analysis.document.bytes[range.upperBound - 1] | 0x20
        let other = analysis.document.bytes[range.upperBound - 2] | 0x20
        return last == UInt8(ascii: "s") && other != UInt8(ascii: "s") || has(index, .quantity)
    }
}

/// Words that the reader knows by name, as their grammar is their own.
enum Word {
    static let to: Form = "to"
    static let by: Form = "by"
    static let that: Form = "that"
    static let not: Form = "not"
    static let of: Form = "of"
    static let and: Form = "and"
    static let have: Form = "have"
    static let going: Form = "going"
    static let apostropheS: Form = "'s"
    static let apostrophe: Form = "'"
    static let comma: Form = ","
    static let open: Form = "("
    static let close: Form = ")"
    static let it: Form = "it"
    static let question: Form = "?"
}

internal import Language

extension FrameReading {
    /// Whether a clause says that something was decided, and not how a thing works or what somebody imagines.
    func isAsserted(_ clause: Clause, by actors: [String]) -> Bool {
        guard !isReport(clause), !isIdle(clause), !isHabit(clause), !runsOn(clause)
        else { return false }
        return clause.verb?.isPassive != true || !actors.isEmpty || isWeighty(clause)
    }

    /// Whether somebody denies or doubts what a clause tells: “Peru denied that it had signed the contract”.
    func isDenied(_ clause: Clause) -> Bool {
        var index = clause.verb?.tokens.lowerBound ?? clause.trigger.lowerBound
        while index > clause.sentence.lowerBound, !reader.has(index - 1, .mark) {
            index -= 1
            if reader.has(index, .denial) { return !isNegated(index) && governs(index, clause) }
            if isUnsaid(index, before: clause) { return true }
        }
        return false
    }

    /// Whether a denial is denied itself, as in “no doubt that” and “did not deny that”, but not in “neither
    /// confirmed nor denied that”.
    private func isNegated(_ index: Int) -> Bool {
        ["no", "without", "beyond"].contains { reader.isWord(index - 1, Form($0)) }
            || reader.has(index - 1, .negation) && !reader.isWord(index - 1, "nor")
    }

    /// Whether somebody did not say what a clause tells: “has not confirmed that it signed the contract”.
    private func isUnsaid(_ index: Int, before clause: Clause) -> Bool {
        (reader.has(index, [.report, .announcing]) || reader.isWord(index, "confirm"))
            && reader.has(index - 1, .negation) && reader.isWord(index + 1, Word.that)
            && index + 1 < clause.trigger.lowerBound
    }

    /// Whether a clause hangs on a denial: by “that”, or right behind it.
    private func governs(_ denial: Int, _ clause: Clause) -> Bool {
        let between = denial + 1..<max(denial + 1, clause.trigger.lowerBound)
        if between.contains(where: { reader.isWord($0, Word.that) || reader.has($0, .wh) }) {
            return true
        }
        guard !between.contains(where: { reader.has($0, .coordinator) }) else { return false }
        // “Denied the contract with Chile”
        return clause.verb == nil || clause.subject?.lowerBound == denial + 1
            || between.contains { reader.has($0, .auxiliary) || reader.isWord($0, "having") }
    }

    /// Whether a sentence tells its reader what to do, or what its writer did, as in “it allows you to focus”.
    func isPersonal(_ sentence: Range<Int>) -> Bool {
        sentence.contains { reader.has($0, .personal) && analysis.quotation(holding: $0) == nil }
    }

    /// Whether a clause says what somebody does again and again: “has usually approved”.
    private func isHabit(_ clause: Clause) -> Bool {
        guard let verb = clause.verb else { return false }
        return (verb.tokens.lowerBound - 1..<clause.trigger.upperBound).contains {
            reader.has($0, .habitual)
        }
    }

    /// Whether what is done runs on into the clause around it, as in “mayors who backed the plan have left”.
    private func runsOn(_ clause: Clause) -> Bool {
        guard clause.verb != nil,
            clause.complement.kind == .object || clause.complement.kind == .infinitive
        else { return false }
        return mainVerb(in: clause.complement.tokens) != nil
    }

    /// Auxiliaries that only a main verb has.
    private static let finite: Set<Form> = [
        "is", "are", "was", "were", "has", "have", "had", "will", "would",
    ]

    /// Where a verb with an auxiliary begins in a range that nothing in it governs; nil where there is none.
    func mainVerb(in range: Range<Int>) -> Int? {
        let governing: GrammarClass = [
            .relative, .wh, .subordinator, .conditional, .comma, .coordinator, .report,
            .subjectPronoun,
        ]
        for index in range.dropFirst() {
            if reader.has(index, governing) || reader.isWord(index, Word.to) { return nil }
            if Self.finite.contains(reader.tokens[index].form) { return index }
        }
        return nil
    }

    /// Whether a clause only says what an idea is: “the claim that the state arms them”.
    func isImagined(_ clause: Clause) -> Bool {
        var that = clause.extent.lowerBound - 1
        // “The claim that the state signed a contract with them”
        while clause.verb == nil, that > clause.sentence.lowerBound, !reader.has(that, .mark),
            !reader.isWord(that, Word.that)
        { that -= 1 }
        guard that > clause.sentence.lowerBound else { return false }
        return reader.isWord(that, Word.that) && reader.has(that - 1, .idea)
    }

    /// Whether somebody only declined to comment, raised concerns or released photos.
    private func isIdle(_ clause: Clause) -> Bool {
        let kind = clause.complement.kind
        let isPassive = clause.verb?.isPassive == true
        guard isPassive || kind == .object || kind == .infinitive,
            let object = isPassive ? clause.subject : clause.complement.tokens
        else { return false }
        for index in object.prefix(6) {
            if reader.has(index, .idle) { return true }
            if kind == .infinitive, !reader.has(index, .adverb) { return false }
            if index > object.lowerBound, reader.has(index, [.preposition, .relative, .mark]) {
                return false
            }
        }
        return false
    }

    /// Whether what is “confirmed” or “dismissed” is only that something was: “confirmed that it had rained”.
    private func isReport(_ clause: Clause) -> Bool {
        // “It is striking that …”
        if let subject = clause.subject, subject.count == 1,
            reader.isWord(subject.lowerBound, Word.it),
            reader.isWord(clause.trigger.upperBound, Word.that)
        {
            return true
        }
        guard clause.complement.kind == .object, let first = clause.complement.tokens.first,
            reader.isWord(first, Word.that)
        else { return false }
        let next = first + 1
        return reader.has(next, [.determiner, .subjectPronoun])
            || clause.complement.tokens.prefix(8).contains { reader.has($0, .auxiliary) }
    }

    /// Whether what is done to something is a decision although nobody is named who took it: a main clause
    /// about a measure, an agreement, a sum, or something with a name, and not about “him”.
    private func isWeighty(_ clause: Clause) -> Bool {
        guard let subject = clause.subject, let verb = clause.verb else { return true }
        let first = verb.tokens.lowerBound
        let isMeasure = subject.contains { reader.has($0, .measure) }
        // “After being deported”, but “the restriction being lifted”; “to stay and be allowed”, “talks that
        // were cancelled”.
        if reader.isWord(first, "being") && !isMeasure || reader.isWord(first, "be")
            || reader.isWord(first - 1, Word.that)
            || verb.tokens.contains(where: { reader.isWord($0, "never") })
        {
            return false
        }
        if subject.count == 1, reader.has(subject.lowerBound, .pronoun) {
            return reader.isWord(subject.lowerBound, Word.it)
                || reader.isWord(subject.lowerBound, "this")
        }
        // “Steel will be cut”: any steel.
        if subject.count == 1, verb.mood == .ahead, reader.has(subject.lowerBound, .goods),
            !reader.mentionStarts.contains(subject.lowerBound)
        {
            return false
        }
        var index = verb.tokens.lowerBound - 1
        while index >= clause.sentence.lowerBound, !reader.has(index, .mark) {
            // “At the meeting, where the plan was adopted” tells it; “when it is adopted” does not.
            let isPlace =
                verb.mood == .done && reader.isWord(index, "where")
                && reader.has(index - 1, .comma)
            if reader.has(index, [.conditional, .wh]), !isPlace, !reader.isWord(index, Word.that) {
                return false
            }
            index -= 1
        }
        return isMeasure || agreement(in: subject) != nil
            || subject.contains { reader.has($0, [.approval, .role, .goods]) }
            || !analysis.amounts(in: subject).isEmpty || !analysis.mentions(in: subject).isEmpty
    }
}

internal import Language
internal import Records

extension FrameReading {
    /// The decision that a clause tells; nil where nobody who can decide stands in it.
    func decision(_ clause: Clause, _ frame: Frame) -> Decision? {
        guard let status = status(clause, frame), meets(frame, clause),
            let actors = actors(clause, frame), isAsserted(clause, by: actors)
        else { return nil }
        if clause.verb?.isPassive == true, clause.subject == nil, clause.complement.kind != .object
        {
            return nil
        }
        let action = action(of: clause, frame)
        guard action.utf8.count >= 6 else { return nil }
        return Decision(actors: actors, action: action, status: status, date: date(of: clause))
    }

    /// The record's status by the mood of the verb; for a noun, that of what is done.
    func status(_ clause: Clause, _ frame: Frame) -> Status? {
        frame.statuses[clause.verb?.mood ?? .done]
    }

    /// Who decided; nil where the frame asks for somebody and nobody fits.
    func actors(_ clause: Clause, _ frame: Frame) -> [String]? {
        let holder: PartyFinder.Party?
        if frame.subject == .receiver {
            holder = parties.party(in: clause.complement.tokens, of: clause.sentence)
        } else if let verb = clause.verb {
            let place = verb.isPassive ? clause.agent : clause.subject
            holder = place.flatMap { parties.party(in: $0, of: clause.sentence) }
            if verb.isPassive, clause.agent == nil, frame.subject != .any {
                return []
            }
        } else {
            holder = owner(of: clause)
        }
        switch frame.subject {
        case .any where clause.verb == nil && frame.family == .decision:
            // “Chile and Peru agreed on steps. Those steps include …”
            return holder?.labels ?? parties.subjects(before: clause.trigger.lowerBound) ?? []
        case .any, .receiver: return holder?.labels ?? []
        case .party: return holder.flatMap { $0.labels.isEmpty ? nil : $0.labels }
        case .authority:
            guard let holder, holder.isAuthority else { return nil }
            return holder.labels
        }
    }

    /// Whose plan, decision or pledge a noun names: who stands before it as owner or subject.
    private func owner(of clause: Clause) -> PartyFinder.Party? {
        let behind = clause.trigger.upperBound
        if reader.isWord(behind, Word.of), clause.complement.tokens.lowerBound > behind + 1 {
            let to = clause.complement.tokens.lowerBound - (clause.complement.isDenied ? 2 : 1)
            let range = (behind + 1)..<max(behind + 1, to)
            if let party = parties.party(in: range, of: clause.sentence), party.isAuthority {
                return party
            }
        }
        let trigger = clause.trigger.lowerBound
        var start = trigger
        while start > clause.sentence.lowerBound, trigger - start < 20,
            !reader.has(start - 1, .mark)
        { start -= 1 }
        var index = trigger
        while index > start {
            index -= 1
            let mention = analysis.mentions(in: index..<trigger).first
            if mention?.tokens.lowerBound == index, isPlace(index) { continue }
            if reader.has(index, .role) || mention?.tokens.lowerBound == index
                || reader.has(index, .subjectPronoun)
            {
                let stop =
                    mention.map { $0.tokens.lowerBound == index ? $0.tokens.upperBound : index + 1 }
                    ?? index + 1
                if let party = parties.party(in: index..<stop, of: clause.sentence),
                    party.isAuthority
                {
                    return party
                }
            }
        }
        return nil
    }

    /// Whether a name only says where: “the pact signed in the Oval Office”.
    private func isPlace(_ index: Int) -> Bool {
        let before = reader.has(index - 1, .determiner) ? index - 2 : index - 1
        return ["in", "at", "near"].contains { reader.isWord(before, Form($0)) }
    }

    /// The time that dates the clause's own verb: it stands right beside it.
    func date(of clause: Clause) -> CalendarDate? {
        guard let verb = clause.verb, verb.mood == .done || verb.mood == .denied else { return nil }
        var start = verb.tokens.lowerBound
        while start > max(clause.sentence.lowerBound, verb.tokens.lowerBound - 4),
            !reader.has(start - 1, .mark)
        { start -= 1 }
        let near = start..<min(clause.sentence.upperBound, verb.tokens.upperBound + 5)
        if let time = analysis.times(in: near).first(where: { !isTerm($0) }) { return time.date }
        if clause.complement.kind == .object,
            let time = closingTime(of: clause.complement.tokens, verb)
        {
            return time.date
        }
        // “On Monday, the council approved …”
        let opening = analysis.times(in: clause.sentence).first
        guard let opening, opening.tokens.lowerBound <= clause.sentence.lowerBound + 1 else {
            return nil
        }
        return opening.date
    }

    /// Whether a time says from when or until when something holds, not when it was decided.
    private func isTerm(_ time: TimeExpression) -> Bool {
        [
            "for", "until", "till", "by", "from", "since", "before", "after", "starting", "through",
            "of",
        ].contains {
            reader.isWord(time.tokens.lowerBound - 1, Form($0))
        }
    }

    // MARK: Action

    /// What is done, as a clause that begins with a bare infinitive where the words allow it.
    func action(of clause: Clause, _ frame: Frame) -> String {
        let complement = clause.complement
        let text = ActionText(reader)
        guard let verb = clause.verb else {
            let isWhole = complement.kind != .infinitive && complement.kind != .gerund
            if isWhole { return text.clause(whole(clause)) }
            let words = text.clause(complement.tokens, isDenied: complement.isDenied)
            return complement.kind == .gerund ? plain(words) : words
        }
        // “Talivimab won approval from the agency” tells that the agency approved it.
        if frame.subject == .receiver, let subject = clause.subject, isApproval(clause.trigger),
            !complement.tokens.contains(where: { reader.isWord($0, "for") }),
            subject.count > 1 || !reader.has(subject.lowerBound, .pronoun)
        {
            return text.joined("approve", object: subject)
        }
        if verb.isPassive, complement.kind != .object, let subject = clause.subject {
            return text.joined(lemma(of: clause), object: subject, rest: passiveRest(of: clause))
        }
        if frame.isCarrier, let range = against(complement),
            let words = plainGerund(text.clause(withoutTime(range, verb)))
        {
            return "not " + words
        }
        if case .phrase = complement.kind {
            let object = (complement.tokens.lowerBound - 1)..<complement.tokens.upperBound
            return text.joined(lemma(of: clause), object: withoutTime(object, verb))
        }
        if frame.isCarrier, complement.kind != .object, complement.kind != .none {
            let words = text.clause(
                withoutTime(withoutFuture(complement.tokens), verb),
                isDenied: complement.isDenied
            )
            return complement.kind == .gerund ? plain(words) : words
        }
        if complement.kind == .object, complement.tokens.upperBound <= clause.trigger.lowerBound {
            return text.joined(lemma(of: clause), object: complement.tokens)
        }
        let end = max(
            complement.tokens.upperBound,
            reader.end(from: clause.trigger.upperBound, in: clause.sentence)
        )
        return text.joined(
            lemma(of: clause),
            object: withoutTime(clause.trigger.upperBound..<end, verb)
        )
    }

    /// Whether a phrase is about approval of the thing itself, and not about permission to do something.
    private func isApproval(_ trigger: Range<Int>) -> Bool {
        trigger.contains { reader.has($0, .approval) && !reader.isWord($0, "permission") }
            || trigger.contains { reader.isWord($0, "light") || reader.isWord($0, "ahead") }
    }

    /// What somebody decided against: “against closing the port”, “on not closing the port”.
    private func against(_ complement: Complement) -> Range<Int>? {
        guard case .phrase(let word) = complement.kind else { return nil }
        if word == "against" { return complement.tokens }
        return reader.has(complement.tokens.lowerBound, .negation)
            ? complement.tokens.dropFirst() : nil
    }

    /// What belongs to a passive behind its verb: “to pay”, “from exclusive contracts”.
    private func passiveRest(of clause: Clause) -> Range<Int>? {
        let kinds = [Complement.Kind.none, .object, .clause, .question, .gerund]
        guard !kinds.contains(clause.complement.kind) else { return nil }
        let start = clause.trigger.upperBound
        guard let agent = clause.agent else {
            return start..<max(start, clause.complement.tokens.upperBound)
        }
        let end = min(clause.complement.tokens.upperBound, agent.lowerBound - 1)
        return clause.complement.tokens.lowerBound < end ? start..<end : nil
    }

    /// A clause that begins with a gerund, with the plain verb in its place where that is known.
    private func plain(_ clause: String) -> String { plainGerund(clause) ?? clause }

    private func plainGerund(_ clause: String) -> String? {
        guard let space = clause.firstIndex(of: " "), clause[..<space].hasSuffix("ing"),
            let lemma = frames.lemmas[clause[..<space].lowercased()]
        else { return nil }
        return lemma + clause[space...]
    }

    /// The verb of the frame that stands in the clause, in its plain form.
    private func lemma(of clause: Clause) -> String {
        let word = analysis.document.text(of: clause.trigger).lowercased()
        return frames.lemmas[word] ?? word
    }

    /// Drops the opening of “they will build a port”.
    private func withoutFuture(_ range: Range<Int>) -> Range<Int> {
        guard reader.has(range.lowerBound, .subjectPronoun) else { return range }
        var index = range.lowerBound + 1
        while index < range.upperBound, reader.has(index, .adverb) { index += 1 }
        if reader.has(index, .be) {
            // “They are going to build a port”, “it was best to build a port”.
            let near = (index + 1)..<min(index + 4, range.upperBound)
            let isGoing = reader.isWord(index + 1, Word.going)
            guard isGoing || reader.isWord(range.lowerBound, Word.it),
                let to = near.first(where: { reader.isWord($0, Word.to) }),
                to + 1 < range.upperBound, reader.looksLikeVerb(to + 1)
            else { return range }
            return (to + 1)..<range.upperBound
        }
        guard reader.has(index, [.future, .would]) else { return range }
        index += 1
        while index < range.upperBound - 1, reader.has(index, .adverb) { index += 1 }
        return index..<range.upperBound
    }

    /// Drops the day of what is done from the end: it stands in the record's date.
    private func withoutTime(_ range: Range<Int>, _ verb: VerbGroup) -> Range<Int> {
        guard let time = closingTime(of: range, verb) else { return range }
        let start = time.tokens.lowerBound - 1
        let end = reader.isWord(start, "on") ? start : time.tokens.lowerBound
        return end > range.lowerBound + 1 ? range.lowerBound..<end : range
    }

    /// The day with which a range ends, where the verb tells what happened.
    private func closingTime(of range: Range<Int>, _ verb: VerbGroup) -> TimeExpression? {
        guard verb.mood == .done, let time = analysis.times(in: range).last,
            time.tokens.upperBound == range.upperBound, time.date.day != nil, !isTerm(time)
        else { return nil }
        return time
    }

    // MARK: Needs

    /// Whether the clause holds what its frame needs.
    func meets(_ frame: Frame, _ clause: Clause) -> Bool {
        guard !frame.needs.isEmpty else { return true }
        let region = region(of: clause)
        return frame.needs.allSatisfy { $0.contains { meets($0, in: region, clause) } }
    }

    /// Where the frame's needs are looked for: the complement, the subject of a passive, or what
    /// stands around a noun.
    func region(of clause: Clause) -> Range<Int> {
        guard let verb = clause.verb else {
            var start = clause.trigger.lowerBound
            while start > max(clause.sentence.lowerBound, clause.trigger.lowerBound - 8),
                !reader.has(start - 1, .mark) || reader.has(start - 1, .comma)
            { start -= 1 }
            return start..<max(clause.complement.tokens.upperBound, clause.trigger.upperBound)
        }
        let isWithin = clause.complement.kind == .object || clause.complement.kind == .infinitive
        if verb.isPassive, !isWithin, let subject = clause.subject { return subject }
        return clause.complement.tokens
    }

    /// A noun phrase without what hangs on it by a preposition other than “of”.
    private func nominalHead(of region: Range<Int>) -> Range<Int> {
        let stops: GrammarClass = [.relative, .subordinator, .report]
        let end = region.dropFirst().first { index in
            index - region.lowerBound >= 14 || reader.has(index, .mark)
                || reader.has(index, .preposition) && !reader.isWord(index, Word.of)
                || reader.has(index, stops) && !reader.has(index, [.determiner, .preposition])
        }
        return region.lowerBound..<(end ?? region.upperBound)
    }

    /// Whether “is to” or “is going to” begins at a token.
    private func isAhead(_ index: Int) -> Bool {
        reader.has(index, .be)
            && (reader.isWord(index + 1, Word.to) || reader.isWord(index + 1, Word.going))
    }

    /// Whether a pronoun stands for an agreement that the sentence before names, in “it was signed
    /// on Monday”.
    private func refersToAgreement(_ region: Range<Int>, _ clause: Clause) -> Bool {
        guard region.count == 1, reader.has(region.lowerBound, .pronoun), date(of: clause) != nil
        else { return false }
        let index = analysis.sentenceIndex(of: region.lowerBound)
        let own = analysis.document.sentences[index].tokens
        if agreement(in: own.lowerBound..<region.lowerBound) != nil { return true }
        return index > 0 && agreement(in: analysis.document.sentences[index - 1].tokens) != nil
    }

    private func meets(_ need: Need, in region: Range<Int>, _ clause: Clause) -> Bool {
        let head = nominalHead(of: region)
        switch need {
        case .agreement where clause.verb == nil: return agreement(in: region) != nil
        case .agreement: return agreement(in: head) != nil || refersToAgreement(region, clause)
        case .goods: return region.prefix(12).contains { reader.has($0, .goods) }
        case .approval where clause.verb != nil:
            return head.contains { reader.has($0, .approval) }
        case .approval: return region.contains { reader.has($0, .approval) }
        case .role: return region.contains { reader.has($0, .role) }
        case .future:
            return region.contains { reader.has($0, [.future, .would]) || isAhead($0) }
        case .bid: return head.contains { reader.has($0, .bid) }
        case .measure: return head.contains { reader.has($0, .measure) }
        case .rate: return head.contains { reader.has($0, .rate) }
        case .money:
            return analysis.amounts(in: region)
                .contains { $0.amount >= Self.leastAmount || isPrice($0) }
        case .count: return count(in: region) != nil
        case .organisation:
            let region = clause.verb == nil ? clause.complement.tokens : region
            guard let mention = analysis.mentions(in: region).first else { return false }
            let entity = analysis.entities[mention.entity]
            return (entity.kind == .organisation || entity.kind == .other)
                && mention.tokens.lowerBound <= region.lowerBound + 2 && !mention.isDemonym
        case .share:
            // Of a verb: “raised its stake to 20 percent”, not “raised the rate to 5 percent”.
            return (clause.verb == nil ? region : head).contains {
                reader.isWord($0, "%") || reader.isWord($0, "percent") || reader.isWord($0, "stake")
            }
        case .name: return !analysis.mentions(in: region).isEmpty
        case .counterpart: return !counterparts(of: clause).isEmpty
        }
    }
}

internal import Language
internal import Records

/// Tries the frames on the sentences of one article.
struct FrameReading {
    let analysis: Analysis
    let frames: FrameSet
    let reader: ClauseReader
    let parties: PartyFinder

    init(_ analysis: Analysis, frames: FrameSet) {
        self.analysis = analysis
        self.frames = frames
        reader = ClauseReader(analysis, grammar: frames.grammar)
        parties = PartyFinder(reader, agreements: frames.agreements)
    }

    /// What a sentence tells, one draft a clause, in text order.
    func drafts(in index: Int) -> [Draft] {
        let sentence = analysis.document.sentences[index].tokens
        var found: [Draft] = []
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            guard
                let hit = frames.triggers.longest(
                    at: token,
                    before: sentence.upperBound,
                    in: reader.tokens
                )
            else {
                token += 1
                continue
            }
            let trigger = token..<(token + hit.length)
            for value in hit.values {
                if let draft = draft(of: value, at: trigger, in: index) { found.append(draft) }
            }
            token += 1
        }
        found += questions(in: index)
        return chosen(found)
    }

    /// Leaves one draft a clause: a deal before a decision, the telling before the bare.
    private func chosen(_ drafts: [Draft]) -> [Draft] {
        guard drafts.count > 1 else { return drafts }
        var kept: [Draft] = []
        for draft in drafts.sorted(by: { $0.rank > $1.rank }) {
            let isTold = kept.contains { other in
                if (draft.fact.kind == .question) != (other.fact.kind == .question) { return false }
                if draft.fact.kind == .question { return other.extent.overlaps(draft.extent) }
                return other.extent.overlaps(draft.trigger) || draft.extent.overlaps(other.trigger)
            }
            if !isTold { kept.append(draft) }
        }
        return kept.sorted { $0.trigger.lowerBound < $1.trigger.lowerBound }
    }

    private func draft(of value: FrameSet.Trigger, at trigger: Range<Int>, in index: Int) -> Draft?
    {
        let frame = frames.frames[value.frame]
        let sentence = analysis.document.sentences[index].tokens
        guard frame.family == .question || isTelling(index),
            let clause = clause(frame, value.inflection, at: trigger, in: sentence)
        else { return nil }
        let fact: Fact? =
            switch frame.family {
            case .decision: decision(clause, frame).map(Fact.decision)
            case .deal: deal(clause, frame).map(Fact.deal)
            case .question: question(clause, frame).map(Fact.question)
            default: nil
            }
        guard let fact else { return nil }
        return Draft(
            frame: frame.name,
            fact: fact,
            confidence: confidence(of: fact, frame),
            sentence: index,
            extent: clause.extent,
            trigger: trigger,
            isNominal: clause.verb == nil
        )
    }

    /// The frame's confidence, less where nobody is named who decided.
    private func confidence(of fact: Fact, _ frame: Frame) -> Double {
        guard case .decision(let decision) = fact, decision.actors.isEmpty else {
            return frame.confidence
        }
        return (frame.confidence * 75).rounded() / 100
    }

    /// Whether a sentence can tell what happened: it is no heading and no question.
    private func isTelling(_ index: Int) -> Bool {
        let kind = analysis.blockKinds[index]
        guard kind != .headline, kind != .heading else { return false }
        let last = analysis.document.sentences[index].tokens.upperBound - 1
        return !reader.isWord(last, Word.question)
    }

    /// The clause around a trigger, where it has what the frame asks for.
    private func clause(
        _ frame: Frame,
        _ inflection: Inflection,
        at trigger: Range<Int>,
        in sentence: Range<Int>
    ) -> Clause? {
        var group: VerbGroup?
        if !inflection.isEmpty {
            guard let found = reader.verbGroup(trigger, inflection, in: sentence),
                fits(found, frame, in: sentence)
            else { return nil }
            group = found
        }
        let isPassive = group?.isPassive == true
        var complement = reader.complement(
            after: trigger.upperBound,
            of: frame.complements,
            in: sentence
        )
        if isPassive, complement.kind == .object, !reader.beginsObject(complement.tokens.lowerBound)
        {
            complement = Complement(kind: .none, tokens: trigger.upperBound..<trigger.upperBound)
        }
        let objectIsSubject = isPassive && frame.complements.contains(.object)
        let subject = group.flatMap { reader.subject(of: $0, in: sentence) }
        if frame.family == .question {
            if let subject, !isPassive, isNegative(subject) { group?.mood = .denied }
        } else if let subject, isNegative(subject) {
            return nil
        }
        if complement.kind == .none, frame.complements.contains(.object), !isPassive,
            let object = subject.flatMap({ reader.relativeObject(of: $0, in: sentence) })
        {
            complement = Complement(kind: .object, tokens: object)
        }
        if complement.kind == .none, !frame.complements.isEmpty, !frame.complements.contains(.none),
            !objectIsSubject
        {
            return nil
        }
        let agent = isPassive ? reader.agent(after: trigger.upperBound, in: sentence) : nil
        if isPassive, agent == nil, frame.passive == .by || group?.isParticiple == true {
            return nil
        }
        if group == nil, complement.kind == .infinitive,
            !isNoun(trigger, before: complement.tokens)
        {
            return nil
        }
        let start = min(subject?.lowerBound ?? trigger.lowerBound, trigger.lowerBound)
        let end = max(complement.tokens.upperBound, agent?.upperBound ?? 0, trigger.upperBound)
        return Clause(
            trigger: trigger,
            verb: group,
            subject: subject,
            agent: agent,
            complement: complement,
            extent: start..<end,
            sentence: sentence
        )
    }

    /// Whether a subject is “nobody”, “neither side” or the like.
    private func isNegative(_ subject: Range<Int>) -> Bool {
        ["nobody", "no", "none", "neither", "few", "nothing"].contains {
            reader.isWord(subject.lowerBound, Form($0))
        }
    }

    /// Whether “plan” or “promise” before “to” is a noun there, and the infinitive its own.
    private func isNoun(_ trigger: Range<Int>, before complement: Range<Int>) -> Bool {
        let previous = trigger.lowerBound - 1
        if reader.isWord(previous, Word.apostropheS) { return true }
        if reader.has(previous, [.auxiliary, .subjectPronoun, .role])
            || reader.isWord(previous, Word.to)
        {
            return false
        }
        if analysis.mentions(in: max(0, previous - 6)..<trigger.lowerBound).last?.tokens.upperBound
            == trigger.lowerBound
        {
            return false
        }
        let gap = complement.lowerBound - trigger.upperBound
        return gap <= 1 || gap <= 8 && reader.isWord(trigger.upperBound, Word.of)
    }

    private func fits(_ group: VerbGroup, _ frame: Frame, in sentence: Range<Int>) -> Bool {
        if frame.family != .question, frame.statuses[group.mood] == nil { return false }
        switch frame.passive {
        case .no where group.isPassive, .only where !group.isPassive: return false
        default: break
        }
        return !isSupposed(group, in: sentence)
    }

    /// Whether “if” or the like opens the clause of a verb.
    private func isSupposed(_ group: VerbGroup, in sentence: Range<Int>) -> Bool {
        var index = group.tokens.lowerBound - 1
        while index >= sentence.lowerBound, group.tokens.lowerBound - index < 14 {
            if reader.has(index, .mark) { return false }
            if reader.has(index, .conditional), !reader.has(index, .possible) { return true }
            index -= 1
        }
        return false
    }
}

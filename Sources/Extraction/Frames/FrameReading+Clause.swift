internal import Language
internal import Records

extension FrameReading {
    /// The clause around a trigger, where it has what the frame asks for.
    func clause(
        _ frame: Frame,
        _ inflection: Inflection,
        at trigger: Range<Int>,
        in sentence: Range<Int>
    ) -> Clause? {
        guard !inflection.isEmpty else { return nominalClause(frame, at: trigger, in: sentence) }
        guard var verb = reader.verbGroup(trigger, inflection, in: sentence),
            fits(verb, frame, in: sentence)
        else { return nil }
        let subject = reader.subject(of: verb, in: sentence)
        if let subject, isNegative(subject) {
            guard frame.family == .question else { return nil }
            if !verb.isPassive { verb.mood = .denied }
        }
        let complement = complement(frame, of: verb, subject: subject, at: trigger, in: sentence)
        let agent = verb.isPassive ? reader.agent(after: trigger.upperBound, in: sentence) : nil
        guard let complement,
            !verb.isPassive || agent != nil || !(frame.passive == .by || verb.isParticiple)
        else { return nil }
        let start = min(subject?.lowerBound ?? trigger.lowerBound, trigger.lowerBound)
        let end = max(complement.tokens.upperBound, agent?.upperBound ?? 0, trigger.upperBound)
        return Clause(
            trigger: trigger,
            verb: verb,
            subject: subject,
            agent: agent,
            complement: complement,
            extent: start..<end,
            sentence: sentence
        )
    }

    /// The clause around a noun or phrase.
    private func nominalClause(
        _ frame: Frame,
        at trigger: Range<Int>,
        in sentence: Range<Int>
    ) -> Clause? {
        var complement = reader.complement(
            after: trigger.upperBound,
            of: frame.complements,
            in: sentence
        )
        // “The decision to drop the case had been taken”
        if complement.kind == .infinitive, let verb = mainVerb(in: complement.tokens) {
            complement.tokens = complement.tokens.lowerBound..<verb
        }
        guard complement.kind != .none || takesNothing(frame),
            complement.kind != .infinitive || isNoun(trigger, before: complement.tokens)
        else { return nil }
        let end = max(complement.tokens.upperBound, trigger.upperBound)
        return Clause(
            trigger: trigger,
            verb: nil,
            subject: nil,
            agent: nil,
            complement: complement,
            extent: trigger.lowerBound..<end,
            sentence: sentence
        )
    }

    private func takesNothing(_ frame: Frame) -> Bool {
        frame.complements.isEmpty || frame.complements.contains(.none)
    }

    /// What completes a verb; nil where that is not what the frame asks for.
    private func complement(
        _ frame: Frame,
        of verb: VerbGroup,
        subject: Range<Int>?,
        at trigger: Range<Int>,
        in sentence: Range<Int>
    ) -> Complement? {
        let found = reader.complement(
            after: trigger.upperBound,
            of: frame.complements,
            in: sentence
        )
        let takesObject = frame.complements.contains(.object)
        if verb.isPassive {
            let isObject = found.kind == .object && reader.beginsObject(found.tokens.lowerBound)
            if found.kind != .none, found.kind != .object || isObject { return found }
            let end = trigger.upperBound
            return takesObject || takesNothing(frame)
                ? Complement(kind: .none, tokens: end..<end) : nil
        }
        if found.kind != .none { return found }
        if takesObject,
            let object = subject.flatMap({ reader.relativeObject(of: $0, in: sentence) })
        {
            return Complement(kind: .object, tokens: object)
        }
        return takesNothing(frame) ? found : nil
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
        // “The plan of the council to …”, but not “the plan of 2018, began to …”.
        var between = trigger.upperBound..<complement.lowerBound
        // “The decision not to …”
        if reader.has(complement.lowerBound - 2, .negation), !between.isEmpty {
            between = between.dropLast()
        }
        guard !between.contains(where: { reader.has($0, .mark) }) else { return false }
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
        return between.count <= 1
            || between.count <= 8 && reader.isWord(trigger.upperBound, Word.of)
    }

    private func fits(_ group: VerbGroup, _ frame: Frame, in sentence: Range<Int>) -> Bool {
        if frame.family != .question, frame.statuses[group.mood] == nil { return false }
        // “Will change it all, including ships”: a gerund is no plan of its own.
        if group.isParticiple, group.mood == .ahead, frame.statuses[.done] == nil { return false }
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

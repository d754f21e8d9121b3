internal import Language
internal import Records

/// How far a deal is that another word governs, as in “agreed to buy” and “signed a contract to buy”, and
/// who makes it.
extension FrameReading {
    /// Who makes a deal, and how far it is.
    typealias Doers = (actors: [String], status: Status)

    /// What the nearest verb or noun before “to buy” tells; nil where it tells of no deal.
    func governing(_ verb: VerbGroup, in sentence: Range<Int>) -> Doers? {
        guard let index = governor(before: verb.tokens.lowerBound, in: sentence),
            let governor = frames.governors[reader.tokens[index].form]
        else { return nil }
        if let known = governor.verb,
            let group = reader.verbGroup(index..<(index + 1), known.inflection, in: sentence)
        {
            guard group.mood == .done || group.mood == .ahead || group.mood == .ongoing,
                let subject = reader.subject(of: group, in: sentence),
                let party = parties.party(in: subject, of: sentence)
            else { return nil }
            return (party.labels, known.status)
        }
        guard let status = governor.noun else { return nil }
        if let found = objectVerb(of: index, in: sentence) {
            return doers(found, of: index, status, in: sentence)
        }
        let names = owners(of: index, in: sentence)
        return names.isEmpty ? nil : (names, status)
    }

    /// How far the agreement is that only a noun names: by the verb of which it is the object, where the frames
    /// know that verb, else as its frame says; nil where it could be or was to be, as in “could sign a
    /// contract with Chile”.
    func nominalStatus(_ clause: Clause, _ frame: Frame) -> Status? {
        guard let status = status(clause, frame) else { return nil }
        let noun = clause.trigger.lowerBound
        guard agreement(in: noun..<(noun + 1)) != nil,
            let verb = objectVerb(of: noun, in: clause.sentence)
        else { return status }
        return doers(verb, of: noun, status, in: clause.sentence)?.status
    }

    /// The word that governs the verb of a clause.
    func governor(of clause: Clause) -> Int? {
        clause.verb.flatMap { governor(before: $0.tokens.lowerBound, in: clause.sentence) }
    }

    /// The nearest word before “to buy” that governs it; nil behind a hope or a request.
    private func governor(before verb: Int, in sentence: Range<Int>) -> Int? {
        let start = max(sentence.lowerBound, verb - 14)
        for index in stride(from: verb - 1, through: start, by: -1) {
            if reader.has(index, .hope) { return nil }
            if frames.governors[reader.tokens[index].form] != nil { return index }
        }
        return nil
    }

    /// A verb with the frames that know it.
    private typealias ObjectVerb = (frames: [Frame], group: VerbGroup)

    /// The verb whose object a noun is, as far as the frames know it: “signed” of “signed a contract”.
    private func objectVerb(of noun: Int, in sentence: Range<Int>) -> ObjectVerb? {
        var index = noun - 1
        let start = max(sentence.lowerBound, noun - 10)
        while index >= start, !reader.has(index, [.mark, .relative, .preposition]) {
            let hit = frames.triggers.longest(at: index, before: noun, in: reader.tokens)
            let values = (hit?.values ?? []).filter { value in
                !value.inflection.isEmpty
                    && frames.frames[value.frame].complements.contains(.object)
            }
            if let hit, let first = values.first,
                let group = reader.verbGroup(
                    index..<(index + hit.length),
                    first.inflection,
                    in: sentence
                )
            {
                return (values.map { frames.frames[$0.frame] }, group)
            }
            index -= 1
        }
        return nil
    }

    /// What a verb tells of the deal that its object names: a verb for agreements tells how far an agreement
    /// is, and what is rejected or cancelled is no longer what its noun says.
    private func doers(
        _ verb: ObjectVerb,
        of noun: Int,
        _ status: Status,
        in sentence: Range<Int>
    ) -> Doers? {
        let isAgreement = agreement(in: noun..<(noun + 1)) != nil
        let told = verb.frames.filter { frame in
            frame.family == .deal && isAgreement
                && frame.needs.contains([.agreement])
        }
        let ended = verb.frames.filter { $0.family == .decision }
            .compactMap { $0.statuses[verb.group.mood] }
            .first(where: \.isRefusal)
        let asserted: Set<Mood> = [.done, .ongoing, .ahead, .governed]
        guard asserted.contains(verb.group.mood) || ended != nil else { return nil }
        let own = told.lazy.compactMap { $0.statuses[verb.group.mood] }.first
        let between = verb.group.tokens.upperBound..<noun
        let named = parties.names(of: analysis.mentions(in: between).filter { !$0.isDemonym })
        if verb.group.mood == .governed {
            guard let outer = governing(verb.group, in: sentence) else { return nil }
            return (parties.unique(outer.actors + named), own ?? outer.status)
        }
        let subject = reader.subject(of: verb.group, in: sentence)
        let party = subject.flatMap { parties.party(in: $0, of: sentence) }
        // “Brazil’s air force”
        let actors = party?.labels ?? subject.map { parties.names(of: owners(in: $0)) } ?? []
        return (parties.unique(actors + named), ended ?? own ?? status)
    }

    /// Whose contract or plan it is, where no verb tells: the last two named before it in its clause, but for
    /// those who stand behind “in” or “after”.
    private func owners(of noun: Int, in sentence: Range<Int>) -> [String] {
        let before = sentence.lowerBound..<noun
        let start = before.last { reader.has($0, .mark) }.map { $0 + 1 } ?? before.lowerBound
        return parties.names(of: owners(in: start..<noun)).suffix(2)
    }

    /// The names of a range that hang on no preposition but “of” or “between”.
    private func owners(in range: Range<Int>) -> [Mention] {
        analysis.mentions(in: range).filter { mention in
            let first = mention.tokens.lowerBound
            let link = reader.has(first - 1, .determiner) ? first - 2 : first - 1
            return link < range.lowerBound || !reader.has(link, .preposition)
                || reader.isWord(link, Word.of) || reader.isWord(link, "between")
        }
    }
}

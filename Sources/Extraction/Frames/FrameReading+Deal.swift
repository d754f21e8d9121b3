internal import Foundation
internal import Language
internal import Records

extension FrameReading {
    /// The deal that a clause tells; nil where it lacks what the frame needs.
    func deal(_ clause: Clause, _ frame: Frame) -> Deal? {
        guard meets(frame, clause), let (actors, status) = doers(clause, frame) else { return nil }
        let region = region(of: clause)
        var names = parties.partyNames(of: actors)
        if clause.verb?.isPassive == true, let subject = clause.subject,
            let party = parties.party(in: subject, of: clause.sentence), !party.names.isEmpty
        {
            names += parties.partyNames(of: party.names).filter { !names.contains($0) }
        }
        for other in parties.partyNames(of: counterparts(of: clause)) where !names.contains(other) {
            names.append(other)
        }
        let noun = agreement(in: region) ?? agreement(in: clause.trigger)
        let amount = amount(of: clause)
        // Somebody must be in sight; who it is, is not guessed. That vehicles will be sold is no deal.
        let isBare = noun == nil && amount == nil && clause.verb?.isPassive == true
        let sight = isBare ? clause.extent : clause.sentence
        guard
            !names.isEmpty || !parties.bodies(in: sight).isEmpty
                || parties.group(before: clause.trigger.lowerBound, in: clause.sentence) != nil,
            amount.map({ ($0.upper ?? $0.amount) >= Self.leastAmount }) != false
        else { return nil }
        let kind = kind(frame, noun: noun?.kind, of: clause)
        // Who takes part is exchanged only where a firm is bought.
        let isBuying = kind == .acquisition || kind == .purchase
        let item = item(of: clause, in: region)
            .flatMap { isBuying || !names.contains($0) ? $0 : nil }
        // A bare noun says nothing of what is exchanged, by whom and for how much.
        let quantity = count(in: region)?.value
        if clause.verb == nil, names.isEmpty, item == nil, quantity == nil, amount == nil {
            return nil
        }
        let value = amount.map { Money(amount: $0.upper ?? $0.amount, currency: $0.currency) }
        return Deal(
            parties: names,
            kind: kind,
            item: item,
            quantity: quantity,
            value: value,
            status: status,
            date: date(of: clause)
        )
    }

    /// Who makes the deal, and how far it is: by the verb itself, or by what governs it.
    private func doers(
        _ clause: Clause,
        _ frame: Frame
    ) -> (actors: [String], status: Status)? {
        if clause.verb?.mood == .governed {
            return clause.verb.flatMap { governing($0, in: clause.sentence) }
        }
        let status = clause.verb == nil ? nominalStatus(clause, frame) : status(clause, frame)
        guard let actors = actors(clause, frame), let status else { return nil }
        return (actors, status)
    }

    /// The kind that the frame names, or its noun, or another noun of the clause; “gave a loan” is
    /// a loan all the same.
    private func kind(_ frame: Frame, noun: Deal.Kind?, of clause: Clause) -> Deal.Kind {
        let special = noun.flatMap { $0 == .other ? nil : $0 }
        if let kind = frame.dealKind { return kind == .grant ? special ?? kind : kind }
        return special ?? specialKind(in: clause.extent) ?? .other
    }

    /// The kind of the first noun of a range that tells more than “agreement” does.
    private func specialKind(in range: Range<Int>) -> Deal.Kind? {
        var range = range
        while let found = agreement(in: range) {
            if found.kind != .other { return found.kind }
            range = found.tokens.upperBound..<range.upperBound
        }
        return nil
    }

    /// The least amount that news tells deals and decisions of, in any currency; set by hand: below it are
    /// prices in shops.
    static let leastAmount: Decimal = 10_000

    private func amount(of clause: Clause) -> MoneyExpression? {
        analysis.amounts(in: clause.extent).first { !isPrice($0) }
            ?? onlyAmount(in: clause.sentence)
    }

    private func onlyAmount(in sentence: Range<Int>) -> MoneyExpression? {
        let amounts = analysis.amounts(in: sentence).filter { !isPrice($0) }
        return amounts.count == 1 ? amounts.first : nil
    }

    /// Whether an amount is that of one of many: “13 dollars a share”, but not “70 million a year”.
    func isPrice(_ amount: MoneyExpression) -> Bool {
        amount.amount < Self.leastAmount
            && ["per", "a", "an", "each", "apiece"].contains {
                reader.isWord(amount.tokens.upperBound, Form($0))
            }
    }

    /// The first noun in a range that names an agreement.
    func agreement(in range: Range<Int>) -> (tokens: Range<Int>, kind: Deal.Kind)? {
        var index = range.lowerBound
        while index < range.upperBound {
            guard
                let hit = frames.agreements.longest(
                    at: index,
                    before: range.upperBound,
                    in: reader.tokens
                )
            else {
                index += 1
                continue
            }
            if let kind = hit.values.compactMap(\.self).first {
                return (index..<(index + hit.length), kind)
            }
            index += hit.length
        }
        return nil
    }

    /// The first number in a range that counts goods.
    func count(in range: Range<Int>) -> CountExpression? {
        analysis.counts(in: range).first { count in
            let behind =
                count.tokens.upperBound..<min(range.upperBound, count.tokens.upperBound + 6)
            return behind.contains { reader.has($0, .goods) }
        }
    }

    /// Who else takes part: names behind “with”, “from”, “to”, “between”, “by” and “for”.
    func counterparts(of clause: Clause) -> [String] {
        var from = clause.trigger.lowerBound
        if clause.verb?.isPassive == true { from = clause.extent.lowerBound }
        if clause.verb?.mood == .governed { from = governor(of: clause) ?? from }
        let range = from..<max(from, clause.extent.upperBound, endOfRelative(clause))
        let names = analysis.mentions(in: range).filter { mention in
            let entity = analysis.entities[mention.entity]
            guard clause.agent?.contains(mention.tokens.lowerBound) != true else { return false }
            guard entity.kind != .person, !mention.isDemonym || leadsRole(mention) else {
                return false
            }
            guard !namesAgreement(mention) else { return false }
            // “between Oslo and Bergen” is a route as often as a pair of parties.
            guard entity.kind != .other || !isRoute(mention) && !isGoal(mention, behind: from)
            else {
                return false
            }
            return isLinked(mention, from: range.lowerBound)
                || mention.tokens.lowerBound == clause.complement.tokens.lowerBound
        }
        return parties.names(of: names + partners(behind: clause))
    }

    /// Where a clause ends whose object stands before it: “the contract that Chile signed with Peru is worth …”.
    private func endOfRelative(_ clause: Clause) -> Int {
        let start = clause.trigger.upperBound
        guard clause.complement.kind == .object, clause.complement.tokens.upperBound <= start else {
            return start
        }
        let rest = start..<max(start, reader.end(from: start, in: clause.sentence))
        return mainVerb(in: rest) ?? rest.upperBound
    }

    /// Whom a passive without an object names behind it: “ten ships were ordered for Chile from Norvind”.
    private func partners(behind clause: Clause) -> [Mention] {
        guard clause.verb?.isPassive == true, clause.complement.kind == .none else { return [] }
        let end = reader.end(from: clause.trigger.upperBound, in: clause.sentence)
        let behind = clause.trigger.upperBound..<max(clause.trigger.upperBound, end)
        return analysis.mentions(in: behind).filter { mention in
            let first = mention.tokens.lowerBound
            let link = reader.has(first - 1, .determiner) ? first - 2 : first - 1
            let kind = analysis.entities[mention.entity].kind
            return ["for", "from", "with"].contains { reader.isWord(link, Form($0)) }
                && (kind == .organisation || kind == .country)
                && (!mention.isDemonym || leadsRole(mention))
        }
    }

    /// Whether a link stands before a name, with at most articles, nouns of office and names between.
    private func isLinked(_ mention: Mention, from start: Int) -> Bool {
        for index in stride(
            from: mention.tokens.lowerBound - 1,
            through: max(start, mention.tokens.lowerBound - 8),
            by: -1
        ) {
            let isOrganisation = analysis.entities[mention.entity].kind == .organisation
            // “A stake in Alder Labs”; what is signed at Camp Arbo or leads into Chile is not theirs.
            if reader.isWord(index, "into") || reader.isWord(index, "at") && !isOrganisation {
                return false
            }
            let isOwner = reader.isWord(index, "in") && isOrganisation
            if isOwner || frames.links.contains(reader.tokens[index].form) {
                return !(reader.isWord(index, Word.to) && reader.looksLikeVerb(index + 1))
            }
            let joins =
                reader.has(index, [.determiner, .role, .comma]) || reader.isWord(index, Word.and)
                || reader.tokens[index].style.contains(.capitalised)
                || reader.isWord(index, Word.apostropheS)
                || reader.has(index + 1, .role) && reader.looksLikeNoun(index)
            if !joins { return false }
        }
        return false
    }

    /// Whether the seat of a state only says where an agreement was made: “the Paris accord”.
    private func namesAgreement(_ mention: Mention) -> Bool {
        let behind = mention.tokens.upperBound
        let entity = analysis.entities[mention.entity]
        return entity.kind == .country && !mention.isDemonym
            && !reader.tokens[mention.tokens.lowerBound].style.contains(.allCapitals)
            && analysis.document.text(of: mention.tokens) != entity.name
            && behind < reader.tokens.count && agreement(in: behind..<behind + 1) != nil
    }

    /// Whether a name says where something leads that an agreement is about: “a contract for a railway to Lago”.
    private func isGoal(_ mention: Mention, behind start: Int) -> Bool {
        let to = mention.tokens.lowerBound - 1
        return reader.isWord(to, Word.to) && reader.has(to - 1, .goods)
            && agreement(in: start..<max(start, to - 1)) != nil
    }

    private func isRoute(_ mention: Mention) -> Bool {
        let (before, behind) = (mention.tokens.lowerBound - 1, mention.tokens.upperBound)
        // “From Lago to Vik”, “between Lago and Vik”
        if reader.isWord(before, "from"), reader.isWord(behind, Word.to) { return true }
        if let start = analysis.mentions(in: max(0, before - 6)..<max(0, before)).last,
            start.tokens.upperBound == before
        {
            let first = start.tokens.lowerBound - 1
            let isWay = reader.isWord(before, Word.to) && reader.isWord(first, "from")
            let isPair = analysis.entities[start.entity].kind == .other
            if isWay
                || isPair && reader.isWord(before, Word.and) && reader.isWord(first, "between")
            {
                return true
            }
        }
        return reader.isWord(before, "between")
            || reader.isWord(before, Word.and)
                && reader.isWord(behind, "in")
            || reader.isWord(behind, "in")
    }

    /// Whether a nation’s adjective stands for the state: “the Danish ministry”, but not “a Danish maker” or
    /// “the Danish yard Norvind”.
    private func leadsRole(_ mention: Mention) -> Bool {
        let behind = mention.tokens.upperBound
        guard
            let role = (behind..<min(reader.tokens.count, behind + 3))
                .first(where: { reader.has($0, .role) })
        else { return false }
        let name = analysis.mentions(in: role + 1..<min(reader.tokens.count, role + 6)).first
        let isNamed =
            name.map {
                $0.tokens.lowerBound == role + 1 && analysis.entities[$0.entity].kind != .person
            } ?? false
        return !reader.has(role, .independent) && !isNamed
    }

    /// What is exchanged: what an agreement is about, or the noun phrase without its number or
    /// amount, up to a link.
    private func item(of clause: Clause, in region: Range<Int>) -> String? {
        let region = clause.verb == nil ? clause.complement.tokens : region
        let text = ActionText(reader)
        var start = region.lowerBound
        while start < region.upperBound, reader.has(start, [.determiner, .adverb]) { start += 1 }
        if let count = count(in: region) {
            start = count.tokens.upperBound
        } else if let subject = subjectMatter(
            behind: agreement(in: region)?.tokens.upperBound,
            in: clause.sentence
        ) {
            return isItem(subject) ? text.clause(subject) : nil
        } else if let amount = analysis.amounts(in: region).first, leads(amount, from: start) {
            guard !isPrice(amount) else { return nil }
            start = amount.tokens.upperBound
        }
        while start < region.upperBound,
            reader.has(start, [.determiner, .adverb, .preposition, .mark])
        { start += 1 }
        let item = itemPhrase(from: start, before: region.upperBound)
        guard isItem(item), !reader.has(start, .pronoun) else { return nil }
        let words = text.clause(item)
        return words.isEmpty ? nil : words
    }

    /// Whether words can be what is exchanged: no amount, no bare “contract” or “bid”, no “the paper writes”, and
    /// nobody’s name before what is theirs.
    private func isItem(_ range: Range<Int>) -> Bool {
        guard let last = range.last, analysis.amounts(in: range).isEmpty,
            !reader.has(last, [.report, .bid]), !reader.isWord(last + 1, Word.apostropheS)
        else { return false }
        let noun = agreement(in: range)
        return noun.map { $0.tokens.upperBound < range.upperBound } ?? true
    }

    /// Whether nothing but “up to” or “about” stands before an amount.
    private func leads(_ amount: MoneyExpression, from start: Int) -> Bool {
        amount.tokens.lowerBound <= start + 2
            && (start..<max(start, amount.tokens.lowerBound)).allSatisfy {
                reader.has($0, [.preposition, .adverb]) || reader.isWord($0, "up")
            }
    }

    /// What an agreement is about: behind “to”, “on”, “for” or “covering”.
    private func subjectMatter(behind index: Int?, in sentence: Range<Int>) -> Range<Int>? {
        guard let index, index + 1 < sentence.upperBound else { return nil }
        if let to = (index..<min(sentence.upperBound, index + 10)).first(where: {
            reader.isWord($0, Word.to) && reader.looksLikeVerb($0 + 1)
        }), !(index..<to).contains(where: { reader.has($0, [.mark, .relative, .auxiliary]) }) {
            // “to make and lay the cable”: what is made is exchanged, not the making.
            var start = to + 2
            while start + 1 < sentence.upperBound, reader.isWord(start, Word.and) { start += 2 }
            while start < sentence.upperBound, reader.has(start, [.determiner, .adverb]) {
                start += 1
            }
            let item = itemPhrase(from: start, before: reader.end(from: to + 1, in: sentence))
            return item.isEmpty ? nil : item
        }
        let leads = ["on", "for", "covering", "of"].contains { reader.isWord(index, Form($0)) }
        let isAmount =
            analysis.amounts(in: (index + 1)..<sentence.upperBound).first?.tokens.lowerBound
            == index + 1
        let isTime = analysis.times(in: index..<sentence.upperBound).first.map {
            $0.tokens.lowerBound <= index + 1
        }
        guard leads, !isAmount, isTime != true else { return nil }
        let item = itemPhrase(from: index + 1, before: sentence.upperBound)
        return item.isEmpty ? nil : item
    }

    private func itemPhrase(from start: Int, before end: Int) -> Range<Int> {
        var index = start
        let time = analysis.times(in: start..<max(start, end)).first?.tokens.lowerBound
        while index < end, index - start < 14 {
            if index == time || index + 1 == time, index > start { break }
            if index > start,
                frames.links.contains(reader.tokens[index].form)
                    || reader.has(index, [.mark, .relative, .auxiliary])
            {
                break
            }
            index += 1
        }
        return start..<max(start, index)
    }
}

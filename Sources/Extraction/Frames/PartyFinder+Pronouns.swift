internal import Language
internal import Records

extension PartyFinder {
    func antecedent(of pronoun: Int, in sentence: Range<Int>) -> Party? {
        named(pronoun, in: sentence) ?? unnamed(before: pronoun, in: sentence)
    }

    /// The nearest noun of office before a pronoun in its sentence: “the ministry said it would”.
    private func unnamed(before pronoun: Int, in sentence: Range<Int>) -> Party? {
        guard !reader.has(pronoun, .first),
            let head = (sentence.lowerBound..<pronoun).last(where: { reader.has($0, .role) })
        else { return nil }
        var start = head
        while start > sentence.lowerBound, head - start < 3,
            reader.classes[start - 1].isDisjoint(with: [
                .mark, .preposition, .determiner, .auxiliary, .coordinator,
            ])
        { start -= 1 }
        return Party(names: [], noun: noun(start..<(head + 1)), isAuthority: true)
    }

    private func named(_ pronoun: Int, in sentence: Range<Int>) -> Party? {
        let word = reader.tokens[pronoun].form
        // “Those who refuse” are nobody in particular.
        if word == "those", reader.has(pronoun + 1, .relative) { return nil }
        if [Form("he"), "she", "who"].contains(word) {
            return last(before: pronoun, in: sentence) { $0.kind == .person }
                .map { Party(names: names(of: [$0]), isAuthority: holders[$0.entity] != nil) }
        }
        if [Form("they"), "both", "these", "those", "all", "neither"].contains(word) {
            let names = subjects(before: pronoun) ?? openingGroup(before: pronoun)
            guard !names.isEmpty || group(before: pronoun, in: sentence) != nil else { return nil }
            return Party(names: names, isAuthority: true)
        }
        if [Form("it"), "which", "that"].contains(word) {
            return last(before: pronoun, in: sentence) {
                $0.kind == .organisation || $0.kind == .country
            }
            .map { Party(names: names(of: [$0]), isAuthority: true) }
        }
        if reader.has(pronoun, .first), let quotation = analysis.quotation(holding: pronoun) {
            return speaker(outside: quotation.tokens, in: sentence)
        }
        return nil
    }

    /// Whom a sentence means that begins with “The two leaders …”, the one before a token or its own.
    private func openingGroup(before token: Int) -> [String] {
        for range in recent(before: token) {
            let opening = range.prefix(4)
            guard let head = opening.first(where: { reader.has($0, .role) }),
                isGroup(opening.lowerBound..<head + 1, head: head)
            else { continue }
            return sureGroup(opening.lowerBound..<head + 1)
        }
        return []
    }

    private func speaker(outside quotation: Range<Int>, in sentence: Range<Int>) -> Party? {
        let outside = analysis.mentions(in: sentence).filter { !quotation.overlaps($0.tokens) }
        let mention = outside.first {
            let kind = analysis.entities[$0.entity].kind
            return kind == .organisation || kind == .person && holders[$0.entity] != nil
        }
        if let mention { return Party(names: names(of: [mention]), isAuthority: true) }
        // “…,” he announced.
        let pronoun = (quotation.upperBound..<max(quotation.upperBound, sentence.upperBound))
            .first { reader.isWord($0, "he") || reader.isWord($0, "she") }
        return pronoun.flatMap { named($0, in: sentence) }.flatMap { $0.isAuthority ? $0 : nil }
    }

    /// The last fitting mention before a token, in its sentence or the one before.
    private func last(
        before token: Int,
        in sentence: Range<Int>,
        where fits: (Entity) -> Bool
    ) -> Mention? {
        let own = analysis.mentions(in: sentence.lowerBound..<max(sentence.lowerBound, token))
        if let mention = own.last(where: { fits(analysis.entities[$0.entity]) && !$0.isDemonym }) {
            return mention
        }
        let index = analysis.sentenceIndex(of: token)
        guard index > 0 else { return nil }
        let previous = analysis.mentions(in: analysis.document.sentences[index - 1].tokens)
        return previous.first { fits(analysis.entities[$0.entity]) && !$0.isDemonym }
    }

    /// The countries, bodies or people last named together before a token.
    func group(
        before token: Int,
        in sentence: Range<Int>,
        people: Bool = true
    ) -> [String]? {
        let index = analysis.sentenceIndex(of: token)
        var ranges = [sentence.lowerBound..<max(sentence.lowerBound, token)]
        for earlier in stride(from: index - 1, through: max(0, index - 4), by: -1) {
            ranges.append(analysis.document.sentences[earlier].tokens)
        }
        for range in ranges {
            if let names = chain(in: range, people: people) { return names }
        }
        for range in ranges {
            let countries = unique(
                analysis.mentions(in: range).map { analysis.entities[$0.entity] }
                    .filter { $0.kind == .country }.map(\.name)
            )
            if countries.count >= 2 { return Array(countries.prefix(3)) }
        }
        return nil
    }

    /// Whom “the two leaders” means where there is no doubt; empty where there is.
    ///
    /// A wrong actor makes the brief say what no article says, so that a guess is worth less than
    /// the words themselves.
    func sureGroup(_ range: Range<Int>) -> [String] {
        // “The government leaders” are others than those just named.
        guard let head = range.last(where: { reader.has($0, .role) }),
            (range.lowerBound..<head).allSatisfy({ reader.has($0, [.determiner, .quantity]) })
        else { return [] }
        let number = range.lazy.compactMap { Self.numbers[reader.tokens[$0].form] }.first
        if let names = subjects(before: range.lowerBound), number ?? names.count == names.count {
            return names
        }
        guard number == 2 || number == nil && head == range.lowerBound + 1 else { return [] }
        let noun = analysis.document[reader.tokens[head].range].lowercased()
        let isPeople = Self.leaders.contains(noun)
        return principals(isPeople ? .person : .country)
    }

    /// Those whom the sentence before, or the same one, begins with: “Chile and Peru agreed …”.
    func subjects(before token: Int) -> [String]? {
        for range in recent(before: token) {
            guard let first = analysis.mentions(in: range).first(where: { !$0.isDemonym }),
                (range.lowerBound..<first.tokens.lowerBound).allSatisfy(opens),
                let names = chain(in: first.tokens.lowerBound..<range.upperBound, people: true),
                names.first == analysis.entities[first.entity].name
            else { continue }
            return names
        }
        return nil
    }

    /// The sentence of a token as far as it, and the one before.
    private func recent(before token: Int) -> [Range<Int>] {
        let index = analysis.sentenceIndex(of: token)
        return [index, index - 1].filter { $0 >= 0 }.map { sentence in
            let tokens = analysis.document.sentences[sentence].tokens
            return tokens.lowerBound..<min(tokens.upperBound, token)
        }
    }

    /// Whether a word may stand before the subject without being a part of it.
    private func opens(_ index: Int) -> Bool {
        reader.tokens[index].style.contains(.capitalised) && !reader.has(index, .preposition)
            || reader.has(index, [.determiner, .adverb, .role])
    }

    /// The two of a kind that the article is about: named twice and more, and twice as often as any
    /// third; empty where there are no such two.
    private func principals(_ kind: Entity.Kind) -> [String] {
        var counts: [Int: Int] = [:]
        for mention in analysis.mentions where analysis.entities[mention.entity].kind == kind {
            counts[mention.entity, default: 0] += 1
        }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard ranked.count >= 2, ranked[1].value >= 2,
            ranked.count == 2 || ranked[2].value * 2 <= ranked[1].value
        else { return [] }
        return ranked.prefix(2).map(\.key).sorted().map { analysis.entities[$0].name }
    }

    private static let numbers: [Form: Int] = ["both": 2, "two": 2, "three": 3, "four": 4]

    private static let leaders: Set<String> = [
        "leaders", "presidents", "ministers", "premiers", "chancellors", "officials", "men",
        "women",
        "executives", "secretaries",
    ]

    /// The first two or more of a kind that a range names in one breath: “Kenya and its partner Chad”.
    private func chain(in range: Range<Int>, people: Bool) -> [String]? {
        let mentions = analysis.mentions(in: range)
        for kind in [Entity.Kind.country, .organisation, .person] where people || kind != .person {
            var names: [String] = []
            var end = range.lowerBound
            for mention in mentions where analysis.entities[mention.entity].kind == kind {
                let gap = end..<max(end, mention.tokens.lowerBound)
                let isJoined =
                    gap.count < 12
                    && gap.contains {
                        reader.isWord($0, Word.and) || reader.has($0, .comma)
                    } && !gap.contains { reader.has($0, GrammarClass.auxiliary.union(.report)) }
                if !names.isEmpty, !isJoined {
                    if names.count >= 2 { break }
                    names = []
                }
                let name = analysis.entities[mention.entity].name
                if !names.contains(name) { names.append(name) }
                end = mention.tokens.upperBound
            }
            if names.count >= 2 { return Array(names.prefix(4)) }
        }
        return nil
    }
}

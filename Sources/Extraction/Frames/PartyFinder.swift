internal import Language
internal import Records

/// Who is meant by a subject, a pronoun or a role noun.
struct PartyFinder {
    /// Somebody who may decide or deal.
    struct Party {
        /// The canonical names; empty where only a noun is known.
        var names: [String]
        /// The words themselves, where there is no name.
        var noun: String?
        /// Whether it is known as one who can decide.
        var isAuthority: Bool

        /// The names, or else the noun.
        var labels: [String] { names.isEmpty ? [noun].compactMap(\.self) : names }
    }

    let reader: ClauseReader
    let analysis: Analysis
    private let agreements: PhraseTable<Deal.Kind?>
    /// The people who have an office in the text, as indices into the entities, with its country.
    let holders: [Int: String?]

    init(_ reader: ClauseReader, agreements: PhraseTable<Deal.Kind?>) {
        self.agreements = agreements
        self.reader = reader
        analysis = reader.analysis
        let offices = Dictionary(
            analysis.titled.map { titled in
                let isGovernment = titled.phrase.title.kind == .government
                return (titled.name.lowerBound, isGovernment ? titled.phrase.country : nil)
            },
            uniquingKeysWith: { $0 ?? $1 }
        )
        var holders: [Int: String?] = [:]
        for mention in analysis.mentions {
            guard let country = offices[mention.tokens.lowerBound] else { continue }
            holders[mention.entity] = (holders[mention.entity] ?? nil) ?? country
        }
        self.holders = holders
    }

    /// Who a noun phrase means; nil where it means nobody.
    func party(in range: Range<Int>, of sentence: Range<Int>) -> Party? {
        var range = trimmed(range)
        guard !range.isEmpty else { return nil }
        if range.count == 1, reader.has(range.lowerBound, .pronoun) {
            return antecedent(of: range.lowerBound, in: sentence)
        }
        if reader.has(range.lowerBound, .quantity), reader.isWord(range.lowerBound + 1, Word.of) {
            range = (range.lowerBound + 2)..<range.upperBound
        }
        let head = headIndex(of: range)
        let mentions = analysis.mentions(in: range).filter { !isNounOfOffice($0) }
        if let mention = mentions.first(where: { $0.tokens.contains(head) }), !mention.isDemonym {
            let others = mentions.filter { $0 == mention || !isPlace($0, after: head) }
            return named(mention, among: others, in: range)
        }
        guard reader.has(head, .role) else { return nil }
        let isIndependent = reader.has(head, .independent)
        let names = names(
            of: mentions.filter {
                !isPlace($0, after: head) && !(isIndependent && isNation($0, before: head))
            }
        )
        if !names.isEmpty { return Party(names: names, isAuthority: true) }
        if isGroup(range, head: head), endOfNoun(head, in: range) == head + 1 {
            let names = sureGroup(owners(behind: head, in: sentence) ?? range)
            if !names.isEmpty || group(before: range.lowerBound, in: sentence) != nil {
                let noun = noun(range.lowerBound..<endOfNoun(head, in: range))
                return Party(names: names, noun: noun, isAuthority: true)
            }
        }
        let name = body(named: head) ?? holder(of: range, head: head)
        return Party(
            names: [name].compactMap(\.self),
            noun: noun(range.lowerBound..<endOfNoun(head, in: range)),
            isAuthority: true
        )
    }

    /// Where a noun of office ends: “head of state” and “boards of directors” are one, “boards of both firms”
    /// is not.
    private func endOfNoun(_ head: Int, in range: Range<Int>) -> Int {
        guard head + 2 < range.upperBound, reader.isWord(head + 1, Word.of),
            reader.classes[head + 2].isDisjoint(with: [.determiner, .pronoun, .quantity, .mark]),
            reader.has(head + 2, .role) || analysis.mentions(in: head + 2..<head + 3).isEmpty
        else { return head + 1 }
        return head + 3
    }

    /// Whether a mention is only the first word of “Boards of Directors”.
    private func isNounOfOffice(_ mention: Mention) -> Bool {
        let head = mention.tokens.lowerBound
        return mention.tokens.count == 1 && reader.has(head, .role) && isPlural(head)
            && reader.isWord(head + 1, Word.of)
    }

    private func isPlural(_ index: Int) -> Bool {
        analysis.document.bytes[reader.tokens[index].range.upperBound - 1] == UInt8(ascii: "s")
    }

    /// Whom a group belongs to: “the two countries” of “the leaders of the two countries”.
    private func owners(behind head: Int, in sentence: Range<Int>) -> Range<Int>? {
        guard reader.isWord(head + 1, Word.of) else { return nil }
        let behind = head + 2..<max(head + 2, min(head + 5, sentence.upperBound))
        guard let last = behind.first(where: { reader.has($0, .role) }),
            isGroup(behind.lowerBound..<last + 1, head: last)
        else { return nil }
        return behind.lowerBound..<last + 1
    }

    /// Whether a nation before the head only says where somebody is from, as in “a Danish judge”.
    private func isNation(_ mention: Mention, before head: Int) -> Bool {
        mention.tokens.upperBound <= head
            && analysis.entities[mention.entity].kind == .country
    }

    /// Whether a name behind the head only says where: “a judge in Texas”.
    private func isPlace(_ mention: Mention, after head: Int) -> Bool {
        var before = mention.tokens.lowerBound - 1
        // “At Camp Arbo, Lago City”
        if before > head, reader.has(before, .comma), let larger = self.mention(endingAt: before) {
            before = larger.tokens.lowerBound - 1
        }
        guard before > head else { return false }
        let article = reader.has(before, .determiner) ? before - 1 : before
        return ["in", "at", "on", "near"].contains { reader.isWord(article, Form($0)) }
    }

    private func mention(endingAt end: Int) -> Mention? {
        analysis.mentions(in: max(0, end - 8)..<end).last { $0.tokens.upperBound == end }
    }

    /// Everybody named in a range who is no single human being.
    func bodies(in range: Range<Int>) -> [String] {
        unique(
            analysis.mentions(in: range).filter { !isAgreement($0) }.compactMap { mention in
                let entity = analysis.entities[mention.entity]
                return entity.kind == .person ? nil : entity.name
            }
        )
    }

    /// Whether a mention names an agreement, not somebody who makes one.
    private func isAgreement(_ mention: Mention) -> Bool {
        let last = mention.tokens.upperBound - 1
        return !agreements.values(of: reader.tokens[last].form).isEmpty
    }

    /// The names of mentions.
    func names(of mentions: some Sequence<Mention>) -> [String] {
        unique(
            outsideBrackets(mentions.filter { !isAgreement($0) && !isOwner($0) })
                .map { analysis.entities[$0.entity].name }
        )
    }

    /// The mentions but for those in brackets, as a stock exchange; where there are only such, all.
    private func outsideBrackets(_ mentions: [Mention]) -> [Mention] {
        let outside = mentions.filter { !isInBrackets($0) }
        return outside.isEmpty ? mentions : outside
    }

    private func isInBrackets(_ mention: Mention) -> Bool {
        let before = max(0, mention.tokens.lowerBound - 6)..<mention.tokens.lowerBound
        let bracket = before.last { reader.isWord($0, Word.open) || reader.isWord($0, Word.close) }
        return bracket.map { reader.isWord($0, Word.open) } ?? false
    }

    /// Whether a mention only owns the name behind it: the Norway of “Norway’s Vestmar Shipyard”.
    private func isOwner(_ mention: Mention) -> Bool {
        let mark = mention.tokens.upperBound
        guard mark < reader.tokens.count, isPossessive(mark) else { return false }
        let next = analysis.mentions(in: mark..<min(mark + 8, reader.tokens.count)).first
        if next?.tokens.lowerBound == mark + 1 { return true }
        // “Ana Roth, Chad’s president,”: the country stands for the office, which she holds.
        return mention.tokens.lowerBound > 0
            && reader.has(mention.tokens.lowerBound - 1, .comma)
            && (mark + 1..<min(mark + 5, reader.tokens.count)).contains { reader.has($0, .role) }
    }

    private func isPossessive(_ index: Int) -> Bool {
        reader.isWord(index, Word.apostropheS) || reader.isWord(index, Word.apostrophe)
    }

    /// The names of mentions as parties of a deal: for an office holder, the country stands.
    func partyNames(of names: [String]) -> [String] {
        unique(
            names.map { name in
                guard
                    let index = analysis.entities.firstIndex(where: {
                        $0.name == name && $0.kind == .person
                    }),
                    let country = analysis.entities[index].country ?? (holders[index] ?? nil)
                else { return name }
                return country
            }
        )
    }

    private func named(
        _ mention: Mention,
        among mentions: [Mention],
        in range: Range<Int>
    ) -> Party {
        let entity = analysis.entities[mention.entity]
        let hasRole = range.contains { reader.has($0, .role) }
        let isAuthority =
            switch entity.kind {
            case .country, .organisation: true
            case .person: holders[mention.entity] != nil || hasRole
            case .event: hasRole
            case .other: hasRole || isAcronym(mention)
            }
        return Party(names: names(of: mentions), isAuthority: isAuthority)
    }

    /// Whether a name is written in capitals throughout, as those of bodies are.
    private func isAcronym(_ mention: Mention) -> Bool {
        mention.tokens.count == 1
            && reader.tokens[mention.tokens.lowerBound].style.contains(.allCapitals)
    }

    /// The last word of the phrase before anything that hangs on a preposition.
    private func headIndex(of range: Range<Int>) -> Int {
        var end = range.lowerBound
        while end < range.upperBound {
            if let mention = analysis.mentions(in: end..<range.upperBound).first,
                mention.tokens.lowerBound == end
            {
                end = mention.tokens.upperBound
                continue
            }
            if end > range.lowerBound, reader.has(end, [.preposition, .comma]),
                !reader.has(end, .comma) || !goesOn(after: end, in: range)
            {
                break
            }
            end += 1
        }
        var head = end - 1
        while head > range.lowerBound, reader.has(head, [.adverb, .mark]) { head -= 1 }
        return head
    }

    private func goesOn(after comma: Int, in range: Range<Int>) -> Bool {
        range.contains(comma + 1) && reader.tokens[comma + 1].style.contains(.capitalised)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while range.count > 1, reader.has(range.upperBound - 1, [.mark, .adverb]) {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        return range
    }

    func isGroup(_ range: Range<Int>, head: Int) -> Bool {
        range.count <= 4 && isPlural(head)
            && reader.has(range.lowerBound, [.determiner, .quantity])
    }

    /// The organisation of the text that “the council” is short for.
    private func body(named head: Int) -> String? {
        let word = analysis.document[reader.tokens[head].range].lowercased()
        let earlier = analysis.mentions.last { mention in
            let entity = analysis.entities[mention.entity]
            return mention.tokens.upperBound <= head && entity.kind == .organisation
                && entity.name.lowercased().hasSuffix(" " + word)
        }
        return earlier.map { analysis.entities[$0.entity].name }
    }

    /// The only one in the text who holds the office that “the president” is short for.
    private func holder(of range: Range<Int>, head: Int) -> String? {
        guard head == range.lowerBound + 1, reader.isWord(range.lowerBound, "the") else {
            return nil
        }
        let office = reader.tokens[head].form
        let names = analysis.titled.filter { titled in
            titled.phrase.status == .current && !titled.phrase.isPlural
                && analysis.document.tokens[titled.phrase.head].contains { $0.form == office }
        }.compactMap { analysis.mentions(in: $0.name).first }
        let holders = unique(names.map { analysis.entities[$0.entity].name })
        return holders.count == 1 ? holders[0] : nil
    }

    func noun(_ range: Range<Int>) -> String {
        var start = range.lowerBound
        while start < range.upperBound - 1, reader.has(start, [.determiner, .adverb, .coordinator])
        { start += 1 }
        return String(analysis.document.text(of: start..<range.upperBound))
    }

    func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

internal import Language

/// Finds who speaks a quotation from the words around it.
struct SpeakerFinder {
    let analysis: Analysis
    let text: TaggedText
    private var last: (quotation: Quotation, speaker: String)?

    /// Who speaks, if anybody can be named.
    struct Finding {
        var speaker: String?
        /// Whether the quotation only goes on with the one before.
        var isContinued = false
        /// The share of right records of the way it was found, measured and rounded.
        var confidence = 0.0
    }

    init(analysis: Analysis, text: TaggedText) {
        self.analysis = analysis
        self.text = text
    }

    /// Who speaks a quotation; quotations are asked for in text order.
    mutating func speaker(of quotation: Quotation) -> Finding {
        let finding = attributed(quotation) ?? continued(quotation) ?? Finding()
        if let speaker = finding.isContinued ? last?.speaker : finding.speaker {
            last = (quotation, speaker)
        }
        return finding
    }

    private func attributed(_ quotation: Quotation) -> Finding? {
        let words = quotation.tokens.count { analysis.document.tokens[$0].kind == .word }
        guard words > 1 else { return nil }
        let sentences = analysis.sentences(of: quotation)
        let first = analysis.document.sentences[sentences[0]].tokens
        let final = analysis.document.sentences[sentences[sentences.count - 1]].tokens
        let right = afterQuotation(quotation, in: final)
        let left = beforeQuotation(quotation, in: first)
        if let speaker = behind(right) { return Finding(speaker: speaker, confidence: 0.9) }
        guard words > 2 || isLabelled(left) else { return nil }
        if let speaker = before(left) { return Finding(speaker: speaker, confidence: 0.8) }
        if let speaker = according(right) ?? according(left) {
            return Finding(speaker: speaker, confidence: 0.8)
        }
        guard words > 3, let speaker = before(right) else { return nil }
        return Finding(speaker: speaker, confidence: 0.6)
    }

    /// The tokens behind the closing mark up to the next quotation or the sentence’s end.
    private func afterQuotation(_ quotation: Quotation, in sentence: Range<Int>) -> Range<Int> {
        let start = min(quotation.tokens.upperBound + 1, sentence.upperBound)
        let index = analysis.quotations.partitioningIndex { $0.tokens.lowerBound >= start }
        let next =
            index < analysis.quotations.count
            ? analysis.quotations[index].tokens.lowerBound - 1 : sentence.upperBound
        return start..<max(start, min(next, sentence.upperBound))
    }

    /// The tokens from the quotation before, or the sentence’s beginning, up to the opening mark.
    private func beforeQuotation(_ quotation: Quotation, in sentence: Range<Int>) -> Range<Int> {
        let index = analysis.quotations.partitioningIndex {
            $0.tokens.lowerBound >= quotation.tokens.lowerBound
        }
        let previous = index > 0 ? analysis.quotations[index - 1].tokens.upperBound + 1 : 0
        let start = max(previous, sentence.lowerBound)
        return start..<max(start, quotation.tokens.lowerBound - 1)
    }

    /// Who speaks by a verb behind: “…,” said Anna Berg; “…,” Anna Berg, the chair, told reporters.
    private func behind(_ region: Range<Int>) -> String? {
        var start = region.lowerBound
        while start < region.upperBound, analysis.document.tokens[start].kind == .punctuation {
            start += 1
        }
        guard start < region.upperBound else { return nil }
        if text.classes[start].contains(.say) || text.isWord(start, in: Self.had) {
            var end = start + 1
            while end < region.upperBound, end < start + 16, !isClauseMark(end) { end += 1 }
            return named(in: start + 1..<end, nearest: false)
        }
        guard let verb = (start..<min(start + 16, region.upperBound)).first(where: isSaying),
            verb > start
        else { return nil }
        return named(in: start..<verb, nearest: false)
    }

    /// Who speaks by a verb before: Anna Berg said “…”; she called it “…”.
    private func before(_ region: Range<Int>) -> String? {
        let verbs = region.filter(isSaying)
        guard let verb = verbs.last else { return colon(region) }
        var start = region.lowerBound
        for index in region.lowerBound..<verb where text.isMark(";", at: index) {
            start = index + 1
        }
        if let speaker = named(in: start..<verb, nearest: true) { return speaker }
        let opens = (start..<verb).allSatisfy { analysis.document.tokens[$0].kind == .punctuation }
        return opens ? named(in: verb + 1..<region.upperBound, nearest: false) : nil
    }

    /// Who speaks by a colon: Anna Berg, in a letter: “…”.
    private func colon(_ region: Range<Int>) -> String? {
        guard let end = region.last, text.isMark(":", at: end), region.count < 16 else {
            return nil
        }
        return analysis.mentions(in: region).first { isPerson($0) }.map(name(of:))
    }

    /// Who speaks by a preposition: according to Anna Berg, for Anna Berg.
    private func according(_ region: Range<Int>) -> String? {
        for index in region.dropLast(2)
        where text.isWord(index, in: Self.according) || text.isWord(index, in: Self.forWord) {
            let isFor = text.isWord(index, in: Self.forWord)
            guard !isFor || index == region.lowerBound else { continue }
            var end = index + 2
            while end < region.upperBound, !text.isMark(".", at: end),
                !isFor || !isClauseMark(end)
            { end += 1 }
            if let speaker = named(in: index + 1..<end, nearest: false) { return speaker }
        }
        return nil
    }

    private func continued(_ quotation: Quotation) -> Finding? {
        guard let last else { return nil }
        let sentences = analysis.sentences(of: quotation)
        let previous = analysis.sentences(of: last.quotation)
        guard let end = previous.last, sentences[0] - end <= 1 else { return nil }
        let sentence = analysis.document.sentences[sentences[0]].tokens
        let isWhole = quotation.tokens.lowerBound <= sentence.lowerBound + 1
        let isSame = sentences[0] == end
        let isNextBlock =
            analysis.blockIndices[sentences[0]] != analysis.blockIndices[end]
        guard isSame || isWhole && (!isNextBlock || last.quotation.isOpen) else { return nil }
        return Finding(isContinued: true, confidence: 0.7)
    }
}

extension SpeakerFinder {
    /// The person, else the body, else the resolved pronoun or office that a clause names.
    ///
    /// - Parameters:
    ///   - region: The tokens to look at.
    ///   - nearest: Whether of several the last counts, as before a verb.
    /// - Returns: The name; nil when nobody can be named.
    private func named(in region: Range<Int>, nearest: Bool) -> String? {
        let mentions = analysis.mentions(in: region).filter { !$0.isDemonym && !isOwner($0) }
        let people = mentions.filter(isPerson)
        if let person = nearest ? people.last : people.first { return name(of: person) }
        let titles = text.titles.filter { region.contains($0.tokens.lowerBound) }
        if titles.contains(where: { $0.isPlural }) || region.contains(where: isPair) {
            return region.contains(where: isPair) ? lastPair(before: region.upperBound) : nil
        }
        if let title = nearest ? titles.last : titles.first,
            let holder = holder(of: title, before: region.lowerBound)
        {
            return holder
        }
        if let pronoun = region.last(where: { text.isWord($0, in: Self.pronouns) }) {
            return lastPerson(before: region.lowerBound, for: pronoun)
        }
        let bodies = mentions.filter { analysis.entities[$0.entity].kind != .person }
        if let body = nearest ? bodies.last : bodies.first { return name(of: body) }
        return nil
    }

    private func isOwner(_ mention: Mention) -> Bool {
        text.isPossessive(mention.tokens.upperBound)
    }

    private func name(of mention: Mention) -> String { analysis.entities[mention.entity].name }

    private func isPerson(_ mention: Mention) -> Bool {
        analysis.entities[mention.entity].kind == .person
    }

    /// The last person who was given the office before a place.
    private func holder(of title: TitleHead, before token: Int) -> String? {
        let words = Set(analysis.document.tokens[title.tokens].map(\.form))
        let holders = analysis.titled.filter { titled in
            analysis.document.tokens[titled.phrase.tokens].contains { words.contains($0.form) }
        }
        let titled = holders.last { $0.name.lowerBound < token } ?? holders.first
        return titled.flatMap { analysis.mentions(in: $0.name).first }.map(name(of:))
    }

    private func isPair(_ index: Int) -> Bool {
        text.isWord(index, in: Self.pairs) && text.classes[index].contains(.function)
    }

    /// Whom “both leaders” means: the last two people named before.
    private func lastPair(before token: Int) -> String? {
        var names: [String] = []
        for mention in analysis.mentions(in: 0..<token).reversed()
        where isPerson(mention) && !names.contains(name(of: mention)) {
            names.insert(name(of: mention), at: 0)
            if names.count == 2 { return names.joined(separator: " and ") }
        }
        return nil
    }

    /// Whom “he” or “she” means: the last speaker nearby, else the first person of the sentences
    /// before, the nearest sentence first.
    private func lastPerson(before token: Int, for pronoun: Int) -> String? {
        let sentence = analysis.sentenceIndex(of: token)
        let spoken = last.flatMap { analysis.sentences(of: $0.quotation).last }
        for index in stride(from: sentence, through: max(0, sentence - 3), by: -1) {
            let tokens = analysis.document.sentences[index].tokens
            let region = tokens.lowerBound..<min(tokens.upperBound, max(tokens.lowerBound, token))
            let people = analysis.mentions(in: region).filter {
                isPerson($0) && analysis.quotation(holding: $0.tokens.lowerBound) == nil
            }
            if let person = people.first { return name(of: person) }
            if index == spoken { return last?.speaker }
        }
        return last?.speaker
    }

    private func isSaying(_ index: Int) -> Bool {
        !text.classes[index].isDisjoint(with: [.say, .cue, .label])
    }

    private func isLabelled(_ region: Range<Int>) -> Bool {
        region.contains { text.classes[$0].contains(.label) }
    }

    private func isClauseMark(_ index: Int) -> Bool {
        text.isMark(";", at: index) || text.isWord(index, in: Self.clauseWords)
    }

    private static let pairs: Set<Form> = [Form("two"), Form("both")]
    private static let had: Set<Form> = [Form("had"), Form("has"), Form("have")]
    private static let according: Set<Form> = [Form("according")]
    private static let forWord: Set<Form> = [Form("for")]
    private static let pronouns: Set<Form> = [Form("he"), Form("she")]
    private static let clauseWords: Set<Form> = [
        Form("who"), Form("which"), Form("adding"), Form("when"), Form("while"), Form("but"),
        Form("after"), Form("before"),
    ]
}

internal import Foundation
internal import Language
internal import Records

/// Reads the figures of sentences: the number, what it is of, and the clause around it.
struct FigureReader {
    /// How many words there may be between a number and the plural that it counts; set by hand.
    static let reach = 5
    /// How many words of a share's or an amount's noun phrase are kept; set by hand.
    static let phrase = 4
    /// How many words of a clause are kept on either side of the number; set by hand.
    static let clause = 14

    /// The numbers below which a number often points at what was named before; set by hand.
    static let small: Decimal = 10

    let analysis: Analysis
    let words: FigureWords
    let grammar: Grammar
    let lexicon: Lexicon

    private var tokens: [Token] { analysis.document.tokens }

    /// A number with its tokens, before it is known what it is of.
    private struct Numeral {
        var tokens: Range<Int>
        var kind: Figure.Kind
        var number: Decimal
        var upper: Decimal?
        var currency: String?
    }

    /// The figures of a sentence, in its order.
    func figures(in index: Int) -> [Figure] {
        let sentence = analysis.document.sentences[index].tokens
        let numerals = numerals(in: sentence)
        return numerals.enumerated().compactMap { place, numeral in
            guard analysis.mentions.isEmpty || !isName(numeral, in: sentence) else { return nil }
            let before = place > 0 ? numerals[place - 1].tokens.upperBound : sentence.lowerBound
            let behind =
                place + 1 < numerals.count
                ? numerals[place + 1].tokens.lowerBound : sentence.upperBound
            return figure(numeral, from: before, to: behind, in: sentence)
        }
    }

    private func isName(_ numeral: Numeral, in sentence: Range<Int>) -> Bool {
        analysis.mentions(in: sentence).contains { $0.tokens.overlaps(numeral.tokens) }
    }

    private func numerals(in sentence: Range<Int>) -> [Numeral] {
        let counts = analysis.counts(in: sentence).map {
            Numeral(tokens: $0.tokens, kind: .count, number: $0.value, upper: $0.upper)
        }
        let amounts = analysis.amounts(in: sentence).map {
            Numeral(
                tokens: $0.tokens,
                kind: .amount,
                number: $0.amount,
                upper: $0.upper,
                currency: $0.currency
            )
        }
        return (counts + amounts + shares(in: sentence) + measures(in: sentence))
            .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// The numbers before a per cent sign or word.
    private func shares(in sentence: Range<Int>) -> [Numeral] {
        sentence.dropLast().compactMap { index in
            guard let length = percent(at: index + 1, sentence), let number = number(at: index)
            else { return nil }
            return Numeral(tokens: index..<(index + 1 + length), kind: .share, number: number)
        }
    }

    /// The numbers before a measure, which the language calls no count.
    private func measures(in sentence: Range<Int>) -> [Numeral] {
        sentence.dropLast().compactMap { index in
            guard words.isUnit(tokens[index + 1]), let number = number(at: index),
                index == sentence.lowerBound || tokens[index].style.contains(.spaced)
            else { return nil }
            return Numeral(tokens: index..<(index + 1), kind: .count, number: number)
        }
    }

    /// The number that a token of digits is.
    private func number(at index: Int) -> Decimal? {
        let token = tokens[index]
        guard token.kind == .number else { return nil }
        let digits = String(analysis.document[token.range]).replacing(",", with: "")
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
        else { return nil }
        return Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX"))
    }

    /// How many tokens say “per cent”; nil when none does.
    private func percent(at index: Int, _ sentence: Range<Int>) -> Int? {
        guard sentence.contains(index) else { return nil }
        if tokens[index].form == "%" || tokens[index].form == "percent" { return 1 }
        let isLong = tokens[index].form == "per" && sentence.contains(index + 1)
        return isLong && tokens[index + 1].form == "cent" ? 2 : nil
    }

    private func figure(
        _ numeral: Numeral,
        from before: Int,
        to behind: Int,
        in sentence: Range<Int>
    ) -> Figure? {
        guard let noun = noun(of: numeral, to: behind), analysis.times(in: noun).isEmpty,
            !isReference(numeral)
        else { return nil }
        let qualifier = words.qualifier(
            before: numeral.tokens.lowerBound,
            in: tokens,
            from: sentence.lowerBound
        ).flatMap { found in
            // “Spread over four investors” is no “more than”.
            let isShort = found.start == numeral.tokens.lowerBound - 1
            return numeral.kind == .count && isShort && numeral.number < Self.small
                ? nil : found
        }
        let printed = (qualifier?.start ?? numeral.tokens.lowerBound)..<numeral.tokens.upperBound
        let clause = clause(around: printed, noun: noun, from: before, to: behind)
        let times = analysis.times(in: clause).filter { $0.end == nil && !$0.isGuess }
        return Figure(
            kind: numeral.kind,
            number: numeral.number,
            upper: numeral.upper,
            currency: numeral.currency,
            qualifier: qualifier?.qualifier ?? ownQualifier(of: numeral),
            of: text(noun),
            words: text(printed.lowerBound..<noun.upperBound),
            clause: text(clause),
            saidBy: speaker(in: sentence),
            date: times.count == 1 ? times.first?.date : nil
        )
    }

    /// Whether a number points at things named before, as in “the two countries”, or is part of a name,
    /// as in “Fortune 500 companies”.
    private func isReference(_ numeral: Numeral) -> Bool {
        let before = numeral.tokens.lowerBound - 1
        guard numeral.kind == .count, before >= 0 else { return false }
        if words.isOther(tokens[before]) { return true }
        if numeral.number < Self.small,
            !classes(before).isDisjoint(with: [.determiner, .possessive])
        {
            return true
        }
        let sentence = analysis.document.sentences[analysis.sentenceIndex(of: before)].tokens
        let isFirst = sentence.lowerBound == before
        return tokens[before].style.contains(.capitalised) && tokens[before].kind == .word
            && !isFirst && sentence.contains(numeral.tokens.lowerBound)
    }

    private func text(_ range: Range<Int>) -> String {
        String(analysis.document.text(of: range)).split(whereSeparator: \.isNewline)
            .joined(separator: " ")
    }

    /// How an amount is meant by words that stand within it.
    private func ownQualifier(of numeral: Numeral) -> Figure.Qualifier? {
        guard numeral.kind == .amount else { return nil }
        let amount = analysis.amounts(in: numeral.tokens).first
        return switch amount?.qualifier {
        case .about: .about
        case .atMost: .atMost
        case .atLeast: .atLeast
        case nil: nil
        }
    }
}

// MARK: What is counted

extension FigureReader {
    /// The words that say what a number is of; nil where none do.
    private func noun(of numeral: Numeral, to end: Int) -> Range<Int>? {
        let start = numeral.tokens.upperBound
        switch numeral.kind {
        case .count: return counted(from: start, to: end)
        case .share:
            guard start < end, tokens[start].form == "of" else { return nil }
            return phrase(from: start + 1, to: end)
        case .amount: return rate(from: start, to: end) ?? purpose(from: start, to: end)
        }
    }

    /// The words up to the first plural.
    private func counted(from start: Int, to end: Int) -> Range<Int>? {
        var index = start
        while index < min(end, start + Self.reach), isNominal(index, first: index == start) {
            if words.isUncounted(tokens[index]) { return nil }
            if words.isCounted(tokens[index], in: analysis.document) {
                // “Sales contracts”: the last of the plurals is what is counted.
                let next = index + 1
                let isFirst = next >= end || !words.isCounted(tokens[next], in: analysis.document)
                return start..<(isFirst ? next : next + 1)
            }
            index += 1
        }
        return nil
    }

    /// A noun phrase without its article, up to its first plural.
    private func phrase(from start: Int, to end: Int) -> Range<Int>? {
        var start = start
        while start < end,
            !classes(start).isDisjoint(with: [.determiner, .possessive])
                || analysis.document.isWord("all", at: start)
        { start += 1 }
        var index = start
        while index < min(end, start + Self.phrase), isNominal(index, first: true) {
            index += 1
            if words.isCounted(tokens[index - 1], in: analysis.document) { break }
        }
        return index > start ? start..<index : nil
    }

    /// “A year”, “per person per year”.
    private func rate(from start: Int, to end: Int) -> Range<Int>? {
        var index = start
        while index + 1 < end, Self.per.contains(tokens[index].form),
            isNominal(index + 1, first: false)
        { index += 2 }
        return index > start ? start..<index : nil
    }

    /// “Support package”, “for housing”.
    private func purpose(from start: Int, to end: Int) -> Range<Int>? {
        guard start < end else { return nil }
        if tokens[start].form == "for" || tokens[start].form == "in" || tokens[start].form == "of" {
            return phrase(from: start + 1, to: end).map { start..<$0.upperBound }
        }
        return isNominal(start, first: true) && !words.isOther(tokens[start])
            ? phrase(from: start, to: end) : nil
    }

    private static let per: Set<Form> = ["a", "an", "per", "each", "every"]

    /// Whether a token can stand in a noun phrase behind a number.
    private func isNominal(_ index: Int, first: Bool) -> Bool {
        let token = tokens[index]
        if token.kind == .number { return !first }
        guard token.kind == .word else {
            return token.form == "-" && !token.style.contains(.spaced)
        }
        return classes(index).isDisjoint(with: Self.closed)
    }

    private static let closed: GrammarClass = [
        .determiner, .possessive, .preposition, .coordinator, .subordinator, .conditional,
        .relative, .wh, .auxiliary, .negation, .pronoun, .subjectPronoun, .mark,
    ]

    private func classes(_ index: Int) -> GrammarClass {
        grammar.classes(of: tokens[index], in: analysis.document)
    }
}

// MARK: Clause and speaker

extension FigureReader {
    /// The words around a number up to the next mark or conjunction, and no other number.
    private func clause(
        around numeral: Range<Int>,
        noun: Range<Int>,
        from before: Int,
        to behind: Int
    ) -> Range<Int> {
        let edge: GrammarClass = [.mark, .subordinator, .relative, .conditional]
        var start = numeral.lowerBound
        while start > max(before, numeral.lowerBound - Self.clause),
            classes(start - 1).isDisjoint(with: edge)
        { start -= 1 }
        var end = max(noun.upperBound, numeral.upperBound)
        while end < min(behind, noun.upperBound + Self.clause), classes(end).isDisjoint(with: edge)
        { end += 1 }
        return start..<end
    }

    /// Who gives what a sentence says: who stands before a verb of saying, or behind “according to”.
    private func speaker(in sentence: Range<Int>) -> String? {
        for index in sentence where analysis.quotation(holding: index) == nil {
            if tokens[index].form == "according", index + 1 < sentence.upperBound,
                tokens[index + 1].form == "to"
            {
                return name(from: index + 2, to: sentence.upperBound)
            }
            guard lexicon.wordClass(of: tokens[index].form).contains(.say),
                index > sentence.lowerBound
            else { continue }
            let before = max(sentence.lowerBound, index - 8)..<index
            if let mention = analysis.mentions(in: before).last,
                mention.tokens.upperBound == index
            {
                return analysis.entities[mention.entity].name
            }
            // “Medics say”: a plural without a name.
            let word = tokens[index - 1]
            if words.isCounted(word, in: analysis.document) { return text((index - 1)..<index) }
        }
        return nil
    }

    /// A name or noun phrase at a token.
    private func name(from start: Int, to end: Int) -> String? {
        let near = analysis.mentions(in: start..<min(end, start + 8)).first
        if let near, near.tokens.lowerBound <= start + 1 {
            return analysis.entities[near.entity].name
        }
        return phrase(from: start, to: end).map { text($0) }
    }
}

import Foundation

extension Passage {
    /// The count whose number starts at an atom.
    func count(at start: Int) -> CountExpression? {
        guard let first = numeral(at: start), canCount(first), stands(first) else { return nil }
        if let range = countRange(first) { return range }
        guard isClear(behind: first), !isName(first), !isBareFigure(first), !isSpan(first) else {
            return nil
        }
        return CountExpression(tokens: tokens(of: first.atoms), value: first.value)
    }

    /// Whether a number is of a kind that counts: no year, no decimal fraction, no bare “one”.
    private func canCount(_ numeral: Numeral) -> Bool {
        guard let digits = numeral.digits else {
            let isOne = numeral.atoms.count == 1 && numeral.figure == 1
            let start = numeral.atoms.lowerBound
            let isTitle = style(start).contains(.capitalised) && !isFirstOfSentence(start)
            return !isOne && !isTitle
        }
        if numeral.power > 0 {
            let isVague =
                numeral.hasShortScale && !numeral.hasLooseScale
                && !isPlural(numeral.atoms.upperBound)
            return !numeral.hasLooseScale && !isVague
        }
        guard digits.decimals == 0 else { return false }
        if numeral.isGrouped { return true }
        if digits.length == 4, 1900...2099 ~= digits.mantissa { return false }
        if digits.length > 4 { return isPlural(numeral.atoms.upperBound) }
        return digits.mantissa > 0 && Int(digits.length) == String(digits.mantissa).utf8.count
    }

    /// Whether a number stands free of what is before it: not F-35, 2+2, +1, #5.
    private func stands(_ numeral: Numeral) -> Bool {
        let start = numeral.atoms.lowerBound
        if isTouched(start) { return false }
        return !isMark(start - 1, "#") && !isMark(start - 1, "/") && !isMark(start - 1, "$")
            && !isMark(start - 1, "+")
    }

    /// Whether what is behind a number leaves it a count: no per cent, hour, hyphen, unit of time.
    private func isClear(behind numeral: Numeral) -> Bool {
        let next = numeral.atoms.upperBound
        guard atoms.indices.contains(next) else { return true }
        if isGlued(next) {
            guard case .mark(let mark) = sense(next) else { return false }
            if ",.:".utf8.contains(mark), isGlued(next + 1), digits(next + 1) != nil {
                return false
            }
            if mark == UInt8(ascii: "'") { return false }
            guard ",.;:!?)]}\"_".utf8.contains(mark) else { return false }
        } else if isMark(next, "%") || isMark(next, "-") && digits(next + 1) != nil
            || isMark(next, "+") || isMark(next, "/") || isMark(next, "=")
        {
            return false
        }
        return measure(at: next) == nil
    }

    /// Whether a number is the name of something: Article 5, Boeing 737, 10 Downing Street, (3), 1.
    private func isName(_ numeral: Numeral) -> Bool {
        let start = numeral.atoms.lowerBound
        let next = numeral.atoms.upperBound
        if isMark(start - 1, "("), isMark(next, ")") { return true }
        if isAge(numeral) || isFraction(numeral) { return true }
        if isFirstOfSentence(start), isMark(next, ".") || isMark(next, ")") { return true }
        if isStreet(behind: next) || isInRow(numeral) { return true }
        guard numeral.power == 0, start > 0 else { return false }
        let isCapitalised = style(start - 1).contains(.capitalised)
        if cues(start - 1).contains(.label) {
            return isCapitalised || !isPlural(next)
        }
        guard numeral.digits != nil, !numeral.isGrouped, isCapitalised,
            !isFirstOfSentence(start - 1)
        else { return false }
        return !isPlural(next) && !style(next).contains(.capitalised)
    }

    /// Whether a bare figure has nothing behind it that it could count, or is an early year.
    private func isBareFigure(_ numeral: Numeral) -> Bool {
        let next = numeral.atoms.upperBound
        guard numeral.power == 0, !numeral.isGrouped, let digits = numeral.digits else {
            return false
        }
        guard case .mark = sense(next) else { return next >= atoms.count }
        let start = numeral.atoms.lowerBound
        let isYear = digits.length > 2 && (isWord(start - 1, "in") || isWord(start - 1, "by"))
        return isYear || isMark(next, ":")
    }

    /// Whether a number is one end of a span of time: “two to three years”.
    private func isSpan(_ numeral: Numeral) -> Bool {
        let next = numeral.atoms.upperBound
        guard isMark(next, "-") || isWord(next, "to") || isWord(next, "or") || isWord(next, "and"),
            let last = self.numeral(at: next + 1)
        else { return false }
        return measure(at: last.atoms.upperBound) != nil
    }

    /// Whether a number is an age: “Mary Mwangi, 45, said”.
    private func isAge(_ numeral: Numeral) -> Bool {
        let start = numeral.atoms.lowerBound
        return isMark(start - 1, ",") && isMark(numeral.atoms.upperBound, ",")
            && style(start - 2).contains(.capitalised)
    }

    /// Whether a number is only a part of one: “two and a half”, “one in five”.
    private func isFraction(_ numeral: Numeral) -> Bool {
        let start = numeral.atoms.lowerBound
        let next = numeral.atoms.upperBound
        if isWord(next, "and"), trigger(next + 1) == .article, trigger(next + 2) == .half {
            return true
        }
        if isWord(next, "in"), self.numeral(at: next + 1) != nil { return true }
        guard case .cardinal = trigger(start - 2) else { return false }
        return isWord(start - 1, "in")
    }

    /// Whether a number stands among others, as in a telephone number; years do not count.
    private func isInRow(_ numeral: Numeral) -> Bool {
        let start = numeral.atoms.lowerBound
        let next = numeral.atoms.upperBound
        if digits(next) != nil, isOneSpaceBehind(next) { return true }
        return digits(start - 1) != nil && isOneSpaceBehind(start) && year(at: start - 1) == nil
    }

    private func isStreet(behind next: Int) -> Bool {
        for index in next..<(next + 4) {
            guard style(index).contains(.capitalised) else { return false }
            if index > next, cues(index).contains(.street) { return true }
        }
        return false
    }

    /// “10 to 15 missiles”, “10–15 missiles”: what is counted must follow.
    private func countRange(_ low: Numeral) -> CountExpression? {
        let middle = low.atoms.upperBound
        let isBetween = isWord(low.atoms.lowerBound - 1, "between") && isWord(middle, "and")
        guard isBetween || isWord(middle, "to") || isInnerDash(middle),
            let high = numeral(at: middle + 1), canCount(high), isClear(behind: high),
            isPlural(high.atoms.upperBound)
        else { return nil }
        let carries = low.power == 0 && high.power > 0 && low.figure < high.figure
        let value = carries ? low.scaled(by: high.power) : low.value
        guard value < high.value else { return nil }
        return CountExpression(
            tokens: tokens(of: low.atoms.lowerBound..<high.atoms.upperBound),
            value: value,
            upper: high.value
        )
    }

    /// Whether an atom begins a sentence.
    func isFirstOfSentence(_ index: Int) -> Bool {
        guard atoms.indices.contains(index) else { return true }
        let token = atoms[index].token
        return document.sentences[sentence(of: token)].tokens.lowerBound == token
    }

    /// The index of the sentence that holds a token.
    func sentence(of token: Int) -> Int {
        var low = 0
        var high = document.sentences.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if document.sentences[middle].tokens.lowerBound <= token {
                low = middle
            } else {
                high = middle
            }
        }
        return low
    }
}

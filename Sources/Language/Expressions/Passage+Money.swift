import Foundation

/// An amount of money before its currency is decided.
struct Amount {
    /// The atoms, half-open.
    var atoms: Range<Int>
    /// The number that it is made of.
    var numeral: Numeral
    /// The amount in whole units.
    var value: Decimal
    /// The upper end of a range.
    var upper: Decimal?
    /// What the sign or word of its currency can mean.
    var name: CurrencyName
}

extension Passage {
    /// The amounts of money whose first number starts at an atom: none, one, or the two of
    /// “from $3 million to $5 million”.
    ///
    /// - Parameters:
    ///   - start: The atom.
    ///   - floor: The first atom that no other expression has taken.
    /// - Returns: The amounts in the order of the text.
    func money(at start: Int, floor: Int) -> [Amount] {
        guard let numeral = numeral(at: start) else { return [] }
        let low = amount(numeral, floor: floor)
        let end = low?.atoms.upperBound ?? numeral.atoms.upperBound
        let lower = low?.atoms.lowerBound ?? start
        guard let connector = connector(at: end, from: lower),
            let high = upperEnd(of: low, numeral, connector)
        else { return low.map { [$0] } ?? [] }
        var first =
            low
            ?? Amount(atoms: start..<end, numeral: numeral, value: numeral.value, name: high.name)
        let scale = high.numeral.power
        if first.numeral.power == 0, scale > 0, first.numeral.figure < high.numeral.figure {
            first.value = first.numeral.scaled(by: scale)  // “$3 to $5 million”
        }
        if connector.isChange { return [first, high] }
        guard first.value < high.value else { return low.map { [$0] } ?? [] }
        first.upper = high.value
        first.atoms = lower..<high.atoms.upperBound
        return [first]
    }

    /// What joins two ends of a range.
    private struct Connector {
        /// The atom behind it.
        var end: Int
        /// Whether it tells of a change: from … to.
        var isChange: Bool
        /// Whether it is a dash without spaces.
        var isDash: Bool
    }

    private func connector(at position: Int, from start: Int) -> Connector? {
        if isMark(position, "-") {
            let isInner = isGlued(position)
            return Connector(end: position + 1, isChange: false, isDash: isInner)
        }
        if isWord(position, "to") {
            let isChange = isWord(start - 1, "from") || isWord(start - 1, "by")
            return Connector(end: position + 1, isChange: isChange, isDash: false)
        }
        guard isWord(position, "and"), (1...3).contains(where: { isWord(start - $0, "between") })
        else { return nil }
        return Connector(end: position + 1, isChange: false, isDash: false)
    }

    /// The upper end of a range whose lower end is known, or only its number.
    private func upperEnd(of low: Amount?, _ first: Numeral, _ connector: Connector) -> Amount? {
        guard let number = (connector.end..<(connector.end + 4)).first(where: { isNumber($0) }),
            let numeral = numeral(at: number)
        else { return nil }
        if let high = amount(numeral, floor: connector.end, isSecond: true),
            high.atoms.lowerBound == connector.end
        {
            // Two currencies make no range, nor does “5 and $10”.
            guard let low else {
                return high.numeral.atoms.lowerBound == number
                    && number == connector.end ? high : nil
            }
            return low.name.currencies == high.name.currencies ? high : nil
        }
        guard let low, number == connector.end, low.atoms.lowerBound < first.atoms.lowerBound,
            numeral.power > 0 || connector.isDash && first.power == 0,
            !numeral.hasLooseScale, !isInnerDash(numeral.atoms.upperBound),
            measure(at: numeral.atoms.upperBound) != .percent
        else { return nil }
        return Amount(
            atoms: numeral.atoms,
            numeral: numeral,
            value: numeral.value,
            name: low.name
        )
    }

    private func isNumber(_ index: Int) -> Bool {
        switch sense(index) {
        case .digits, .word(.cardinal), .word(.half), .word(.article): true
        default: false
        }
    }

    /// The amount that a number makes with the sign before it or the name behind it.
    private func amount(_ numeral: Numeral, floor: Int, isSecond: Bool = false) -> Amount? {
        let start = numeral.atoms.lowerBound
        let sign =
            numeral.digits == nil
            ? nil
            : lexicon.currencies.signs.match(
                in: document.bytes,
                before: atoms[start].range.lowerBound
            )
        if let sign, let numeral = accepted(numeral, sign),
            sign.start >= atoms[floor].range.lowerBound,
            let first = (floor...start).first(where: { atoms[$0].range.upperBound > sign.start })
        {
            var amount = Amount(
                atoms: first..<numeral.atoms.upperBound,
                numeral: numeral,
                value: numeral.value,
                name: sign.name
            )
            if let behind = name(behind: numeral), !behind.name.isMinor, behind.isWritten {
                amount.atoms = first..<behind.end
                amount.name = behind.name
            }
            return amount
        }
        guard isSecond || !isTouched(start), !isMark(start - 1, "="),
            let behind = name(behind: numeral)
        else { return nil }
        var amount = Amount(
            atoms: start..<behind.end,
            numeral: numeral,
            value: numeral.value,
            name: behind.name
        )
        amount.numeral.power += behind.power
        amount.value = amount.numeral.value
        if behind.name.isMinor {
            amount.value /= 100
        } else {
            addMinor(to: &amount)
        }
        return amount
    }

    /// The number where a sign before it makes it money, with the scale of the sign.
    private func accepted(_ numeral: Numeral, _ sign: SignTable.Match) -> Numeral? {
        // “$1 = 0.74 pounds” tells a rate.
        if isMark(numeral.atoms.upperBound, "=") { return nil }
        let isScaled = numeral.power > 0 || numeral.isGrouped
        if sign.name.needsScale || sign.isLetter, !isScaled { return nil }
        var numeral = numeral
        numeral.power += sign.name.power
        return numeral
    }

    /// Whether a word or a mark that is no bracket or quotation mark touches a number from before.
    func isTouched(_ start: Int) -> Bool {
        guard isGlued(start) else { return false }
        guard case .mark(let mark) = sense(start - 1) else { return true }
        return !"([{\"'_".utf8.contains(mark)
    }

    /// The name of a currency behind a number.
    private struct NameBehind {
        var name: CurrencyName
        /// The atom behind the name.
        var end: Int
        /// The power of ten of a scale behind the name.
        var power = 0
        /// Whether it is written in letters, and not before another number.
        var isWritten: Bool
    }

    /// The name of a currency behind a number, with the scale that may follow it: “75 USD million”.
    private func name(behind numeral: Numeral) -> NameBehind? {
        var next = numeral.atoms.upperBound
        guard next < atoms.count else { return nil }
        let offset = atoms[next - 1].range.upperBound
        if let sign = lexicon.currencies.signs.match(in: document.bytes, behind: offset),
            !sign.name.needsScale || numeral.power > 0
        {
            while next < atoms.count, atoms[next].range.lowerBound < sign.end { next += 1 }
            if numeral.power == 0, sign.isWritten, case .scale(let power) = trigger(next) {
                return NameBehind(name: sign.name, end: next + 1, power: power, isWritten: true)
            }
            let isWritten = sign.isWritten && digits(next) == nil
            return NameBehind(
                name: sign.name,
                end: next,
                power: sign.name.power,
                isWritten: isWritten
            )
        }
        if isInnerDash(next) { next += 1 }
        let token = atoms.indices.contains(next) ? atoms[next].token : document.tokens.count
        guard let match = lexicon.currencies.words.match(in: document.tokens, at: token) else {
            return nil
        }
        let end = atom(atToken: match.end, from: next)
        if match.value.needsScale, numeral.power == 0 || isWord(end, "of") { return nil }
        return NameBehind(name: match.value, end: end, isWritten: true)
    }

    /// Adds the cents of “3 dollars and 50 cents” or “3 dollars 50”.
    private func addMinor(to amount: inout Amount) {
        let end = amount.atoms.upperBound
        let start = isWord(end, "and") ? end + 1 : end
        guard amount.numeral.power == 0, let cents = numeral(at: start), cents.power == 0,
            cents.figure < 100
        else { return }
        let behind = name(behind: cents)
        let isLast = endsClause(cents.atoms.upperBound) && amount.value < 1000
        guard behind?.name.isMinor ?? isLast else { return }
        amount.value += cents.value / 100
        amount.atoms = amount.atoms.lowerBound..<(behind?.end ?? cents.atoms.upperBound)
    }

    /// Whether a clause ends before an atom.
    func endsClause(_ index: Int) -> Bool {
        guard case .mark(let mark) = sense(index) else { return index >= atoms.count }
        return ".,;!?".utf8.contains(mark)
    }

    /// The word before or behind an amount that makes it a bound or a guess.
    func qualifier(of amount: Range<Int>) -> MoneyExpression.Qualifier? {
        let tokens = tokens(of: amount)
        let before = lexicon.qualifiers.match(
            in: document.tokens,
            endingBefore: tokens.lowerBound
        )
        if let before { return before.value }
        if isMark(amount.upperBound, "+") { return .atLeast }
        let next = isInnerDash(amount.upperBound) ? tokens.upperBound + 1 : tokens.upperBound
        return lexicon.qualifiersBehind.match(in: document.tokens, at: next)?.value
    }
}

import Foundation

/// A number in a passage, from digits, words or both.
struct Numeral {
    /// The atoms, half-open.
    var atoms: Range<Int>
    /// The number before its scale: 1.7 of “1.7 billion”.
    var figure: Decimal
    /// The power of ten of its scale; 0 without one.
    var power = 0
    /// The digits it is written with; nil for words.
    var digits: Digits?
    /// Whether separators or spaces group its digits.
    var isGrouped = false
    /// Whether its scale is a letter or two that stand apart, as in “5 m”.
    var hasLooseScale = false
    /// Whether its scale is a letter or two, as in “5m”.
    var hasShortScale = false

    /// The number.
    var value: Decimal { scaled(by: power) }

    /// The number with what stands before it from an atom on.
    func starting(at atom: Int) -> Numeral {
        var numeral = self
        numeral.atoms = atom..<atoms.upperBound
        return numeral
    }

    /// The number with another scale.
    func scaled(by power: Int) -> Decimal {
        Decimal(sign: .plus, exponent: power, significand: figure)
    }
}

extension Passage {
    /// The number that starts at an atom.
    func numeral(at start: Int) -> Numeral? {
        switch sense(start) {
        case .digits(let digits):
            return scaled(grouped(digits, at: start))
        case .word(.cardinal(let count)):
            let next = isInnerDash(start + 1) ? start + 2 : start + 1
            if count < 4, trigger(next) == .unit(.quarter),
                let quarters = fraction(Decimal(count) / Decimal(4), at: next)
            {
                return quarters.starting(at: start)
            }
            return spelt(at: start)
        case .word(.article):
            if trigger(start + 1) == .unit(.quarter) {
                return numeral(at: start + 1)?.starting(at: start)
            }
            guard
                atoms[start + 1..<Swift.min(start + 2, atoms.count)].contains(where: \.isMagnitude)
            else { return nil }
            return spelt(at: start)
        case .word(.half):
            return fraction(Decimal(5) / Decimal(10), at: start)
        case .word(.unit(.quarter)):
            return fraction(Decimal(25) / Decimal(100), at: start)
        default:
            return nil
        }
    }

    /// “half a million”, “quarter of a billion”.
    private func fraction(_ figure: Decimal, at start: Int) -> Numeral? {
        let of = isWord(start + 1, "of") ? start + 2 : start + 1
        let end = trigger(of) == .article ? of + 1 : of
        guard case .scale = trigger(end) else { return nil }
        return scaled(Numeral(atoms: start..<end, figure: figure))
    }

    /// Digits with the groups of three that follow behind spaces: 2 400.
    private func grouped(_ digits: Digits, at start: Int) -> Numeral {
        var digits = digits
        var end = start + 1
        let canGroup = !digits.isGrouped && digits.length <= 3 && digits.mantissa > 0
        while canGroup, digits.decimals == 0, let next = self.digits(end), next.length == 3,
            !next.isGrouped, isOneSpaceBehind(end), !isGlued(end + 1) || !isMark(end + 1, "-"),
            digits.length + next.length + next.decimals <= 18
        {
            for _ in 0..<(3 + next.decimals) { digits.mantissa *= 10 }
            digits.mantissa += next.mantissa
            digits.decimals = next.decimals
            digits.length += 3
            digits.isGrouped = true
            end += 1
        }
        let figure = Decimal(
            sign: .plus,
            exponent: -Int(digits.decimals),
            significand: Decimal(digits.mantissa)
        )
        return Numeral(
            atoms: start..<end,
            figure: figure,
            digits: digits,
            isGrouped: digits.isGrouped
        )
    }

    /// Whether one space, and no line break, stands between an atom and the one before it.
    func isOneSpaceBehind(_ index: Int) -> Bool {
        let space = atoms[index - 1].range.upperBound..<atoms[index].range.lowerBound
        let isBroken = document.bytes[space].contains { $0 == 0x0A || $0 == 0x0D }
        return 1...3 ~= space.count && !isBroken
    }

    /// A number with the scale words behind it.
    private func scaled(_ numeral: Numeral) -> Numeral {
        var numeral = numeral
        var end = numeral.atoms.upperBound
        if numeral.digits != nil || numeral.power == 0, isWord(end, "and"),
            trigger(end + 1) == .article, trigger(end + 2) == .half, case .scale = trigger(end + 3)
        {
            numeral.figure += Decimal(5) / Decimal(10)
            end += 3
        }
        while true {
            let next = isInnerDash(end) ? end + 1 : end
            guard numeral.power <= 15 else { break }
            if case .scale(let power) = trigger(next) {
                numeral.power += power
            } else if case .hundred = trigger(next), numeral.digits != nil {
                numeral.power += 2
            } else if case .short(let power) = trigger(next), numeral.digits != nil,
                !numeral.hasShortScale, next == end, numeral.power == 0
            {
                numeral.power = power
                numeral.hasShortScale = true
                numeral.hasLooseScale = !isGlued(next)
            } else {
                break
            }
            end = next + 1
        }
        numeral.atoms = numeral.atoms.lowerBound..<end
        return numeral
    }

    /// A number in words: “one hundred and twenty-five thousand”.
    private func spelt(at start: Int) -> Numeral? {
        guard var group = group(at: start) else { return nil }
        var numeral = Numeral(atoms: start..<group.end, figure: Decimal(group.value))
        var total: Decimal = 0
        var lowest: Int?
        while case .scale(let power) = trigger(group.scale), power < lowest ?? .max {
            total += Decimal(sign: .plus, exponent: power, significand: Decimal(group.value))
            numeral.power = lowest == nil ? power : 0
            numeral.figure = lowest == nil ? Decimal(group.value) : total
            numeral.atoms = start..<(group.scale + 1)
            lowest = power
            guard let next = remainder(at: group.scale + 1, below: power) else {
                return numeral.power > 0 ? scaled(numeral) : numeral
            }
            group = next
        }
        guard lowest != nil else { return scaled(numeral) }
        numeral.atoms = start..<group.end
        numeral.figure = total + Decimal(group.value)
        numeral.power = 0
        return numeral
    }

    /// What is counted by one scale word, or by none: “a”, “five”, “two hundred and fifty”.
    private struct Group {
        var value: Int
        /// The atom behind it.
        var end: Int
        /// The atom where its scale word would stand.
        var scale: Int
    }

    private func group(at start: Int) -> Group? {
        var value = trigger(start) == .article ? 1 : 0
        var end = value == 1 ? start + 1 : start
        while true {
            var next = end
            if next > start, isInnerDash(next), value % 10 == 0 { next += 1 }
            if isWord(next, "and"), value > 0, value % 100 == 0 { next += 1 }
            switch trigger(next) {
            case .cardinal(let number) where fits(number, behind: value): value += number
            case .hundred where value > 0 && value < 100 && next == end: value *= 100
            default:
                let scale = isInnerDash(end) ? end + 1 : end
                return end > start ? Group(value: value, end: end, scale: scale) : nil
            }
            end = next + 1
        }
    }

    /// Whether a cardinal word can follow what was read of a number: “twenty five”, “hundred five”.
    private func fits(_ value: Int, behind group: Int) -> Bool {
        group % 100 == 0 || value < 10 && group % 10 == 0 && group % 100 >= 20
    }

    /// What follows a scale word as part of the number: the 500 of “two thousand five hundred”.
    ///
    /// “and” joins only to thousands: “three million and five million” are two numbers.
    private func remainder(at start: Int, below power: Int) -> Group? {
        let isJoined = isWord(start, "and")
        guard !isJoined || power == 3, case .cardinal = trigger(isJoined ? start + 1 : start),
            let group = group(at: isJoined ? start + 1 : start)
        else { return nil }
        if case .scale(let next) = trigger(group.scale), next >= power { return nil }
        return group
    }
}

extension Atom {
    /// Whether the atom is a word for a hundred or a higher power of ten.
    fileprivate var isMagnitude: Bool {
        switch sense {
        case .word(.hundred), .word(.scale): true
        default: false
        }
    }
}

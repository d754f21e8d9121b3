/// Cuts the tokens of a document into atoms.
struct AtomReader {
    private let document: Document
    private let triggers: FormTable<Trigger>
    private var atoms: [Atom] = []
    /// The offset behind the last atom.
    private var covered = 0

    init(_ document: Document, triggers: FormTable<Trigger>) {
        self.document = document
        self.triggers = triggers
        atoms.reserveCapacity(document.tokens.count + document.tokens.count / 8)
    }

    /// The atoms of the whole document, in order.
    consuming func read() -> [Atom] {
        for (index, token) in document.tokens.enumerated() {
            if token.range.lowerBound < covered {
                extendLast()
                if token.range.upperBound <= covered { continue }
                split(token, index)
            } else if token.kind == .address {
                append(token.range, index, token.style.contains(.spaced), .other)
            } else if token.style.contains(.digit) || isCompound(token) {
                split(token, index)
            } else {
                let sense =
                    triggers[token.form].map(Atom.Sense.word) ?? mark(in: token.range) ?? .other
                append(token.range, index, token.style.contains(.spaced), sense)
            }
        }
        return atoms
    }

    private mutating func append(
        _ range: Range<Int>,
        _ token: Int,
        _ isSpaced: Bool,
        _ sense: Atom.Sense
    ) {
        atoms.append(
            Atom(range: range, token: token, isSpaced: isSpaced, sense: sense)
        )
    }

    /// Makes the last atom reach into a token: tokenisers cut “12,34,567” at its commas.
    private mutating func extendLast() {
        guard let last = atoms.indices.last else { return }
        atoms[last].extendByToken()
    }

    /// Whether a token is a word with a hyphen inside, such as “mid-November”.
    private func isCompound(_ token: Token) -> Bool {
        token.kind == .word && token.range.count > 3
            && document.bytes[token.range].contains(UInt8(ascii: "-"))
    }

    /// Cuts a token into runs of digits, runs of letters and marks.
    private mutating func split(_ token: Token, _ index: Int) {
        var position = Swift.max(covered, token.range.lowerBound)
        while position < token.range.upperBound {
            let isSpaced =
                position == token.range.lowerBound && token.style.contains(.spaced)
            let rest = position..<token.range.upperBound
            if document.bytes[position].isDigit {
                let (sense, end) = digits(from: position)
                append(position..<end, index, isSpaced, sense)
                covered = end
                position = end
            } else if let (mark, end) = firstMark(in: rest) {
                append(position..<end, index, isSpaced, .mark(mark))
                position = end
            } else {
                let end = endOfLetters(in: rest)
                let form = Form(document.bytes.span, position..<end)
                append(
                    position..<end,
                    index,
                    isSpaced,
                    triggers[form].map(Atom.Sense.word) ?? .other
                )
                position = end
            }
        }
    }

    private func endOfLetters(in range: Range<Int>) -> Int {
        var end = range.lowerBound
        repeat {
            end += 1
        } while end < range.upperBound && !document.bytes[end].isDigit
            && firstMark(in: end..<range.upperBound) == nil
        return end
    }

    /// The mark that a token is; nil for a word.
    private func mark(in range: Range<Int>) -> Atom.Sense? {
        guard let (mark, end) = firstMark(in: range), end == range.upperBound else { return nil }
        return .mark(mark)
    }

    /// The mark at the start of a range and the offset behind it.
    private func firstMark(in range: Range<Int>) -> (mark: UInt8, end: Int)? {
        let start = range.lowerBound
        let byte = document.bytes[start]
        if byte < 0x80 {
            return byte.isLetter || byte.isDigit ? nil : (byte, start + 1)
        }
        guard byte == 0xE2, range.count >= 3 else { return nil }
        let end = start + 3
        switch (document.bytes[start + 1], document.bytes[start + 2]) {
        case (0x80, 0x90...0x93), (0x88, 0x92): return (UInt8(ascii: "-"), end)
        case (0x80, 0x94...0x95): return (UInt8(ascii: "_"), end)
        case (0x80, 0x98...0x9B): return (UInt8(ascii: "'"), end)
        case (0x80, 0x9C...0x9F): return (UInt8(ascii: "\""), end)
        default: return nil
        }
    }

    /// The number at an offset and the offset behind it, also where it reaches into further tokens.
    ///
    /// Versions (1.2.3), badly grouped and endless numbers are no number.
    private func digits(from start: Int) -> (sense: Atom.Sense, end: Int) {
        var groups: [Range<Int>] = []
        var decimals: Range<Int>?
        var position = start
        var isBroken = false
        while true {
            let end = endOfDigits(from: position)
            if decimals == nil { groups.append(position..<end) } else { decimals = position..<end }
            position = end
            guard isDigit(position + 1) else { break }
            if document.bytes[position] == UInt8(ascii: ",") {
                isBroken = isBroken || decimals != nil
            } else if document.bytes[position] == UInt8(ascii: ".") {
                isBroken = isBroken || decimals != nil
                decimals = position..<position
            } else {
                break
            }
            position += 1
        }
        if decimals == nil, groups.count == 2, groups[1].count < 3 {
            decimals = groups.removeLast()
        }
        guard !isBroken, Self.areGroups(groups),
            let number = Digits(document.bytes, groups: groups, decimals: decimals ?? 0..<0)
        else { return (.other, position) }
        return (.digits(number), position)
    }

    private func endOfDigits(from start: Int) -> Int {
        var end = start
        while isDigit(end) { end += 1 }
        return end
    }

    private func isDigit(_ offset: Int) -> Bool {
        offset < document.bytes.count && document.bytes[offset].isDigit
    }

    /// Whether digits are grouped by thousands, or as in India by hundreds and last a thousand.
    private static func areGroups(_ groups: [Range<Int>]) -> Bool {
        guard groups.count > 1 else { return true }
        let inner = groups[1..<(groups.count - 1)]
        return groups[0].count <= 3 && groups[groups.count - 1].count == 3
            && (inner.allSatisfy { $0.count == 3 }
                || groups[0].count <= 2 && inner.allSatisfy { $0.count == 2 })
    }
}

extension Digits {
    /// Reads digits; nil for more than eighteen of them.
    fileprivate init?(_ bytes: [UInt8], groups: [Range<Int>], decimals: Range<Int>) {
        var mantissa: UInt64 = 0
        var count = 0
        for range in groups + [decimals] {
            for byte in bytes[range] { mantissa = mantissa &* 10 &+ UInt64(byte & 0x0F) }
            count += range.count
        }
        guard count <= 18 else { return nil }
        self.init(
            mantissa: mantissa,
            decimals: UInt8(decimals.count),
            length: UInt8(count - decimals.count),
            isGrouped: groups.count > 1
        )
    }
}

extension UInt8 {
    /// Whether it is an ASCII digit.
    var isDigit: Bool { self &- 0x30 < 10 }
    /// Whether it is an ASCII letter.
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}

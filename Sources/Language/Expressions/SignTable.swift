/// The signs and abbreviations of money, found byte by byte before or behind a number.
///
/// “US$4.7” reads the same whether it is one token, two or three, so signs are looked for in the text
/// and not among the tokens.
struct SignTable: Sendable {
    /// A sign that stands in a text.
    struct Match {
        /// The first byte of the sign.
        var start: Int
        /// The offset behind its last byte.
        var end: Int
        /// What it can mean.
        var name: CurrencyName
        /// Whether it is a single letter.
        var isLetter: Bool
        /// Whether it is written in letters only.
        var isWritten: Bool
    }

    fileprivate struct Sign {
        var bytes: [UInt8]
        /// Whether it is written in letters only, and so in their case only.
        var isLetters: Bool
        var name: CurrencyName
    }

    /// The signs by their last byte and by their first, the longest first.
    private let byLast: [[Sign]]
    private let byFirst: [[Sign]]

    init(_ names: [String: CurrencyName]) {
        var byLast = [[Sign]](repeating: [], count: 256)
        var byFirst = byLast
        for (text, name) in names {
            for variant in Self.variants(of: text) {
                let bytes = Array(variant.utf8)
                let isLetters = bytes.allSatisfy { $0.isLetter || $0 == UInt8(ascii: ".") }
                let sign = Sign(
                    bytes: isLetters ? bytes : bytes.map(\.folded),
                    isLetters: isLetters,
                    name: name
                )
                guard let first = sign.bytes.first, let last = sign.bytes.last else { continue }
                byLast[Int(last.folded)].append(sign)
                byFirst[Int(first.folded)].append(sign)
            }
        }
        self.byLast = byLast.map { $0.sorted { $0.bytes.count > $1.bytes.count } }
        self.byFirst = byFirst.map { $0.sorted { $0.bytes.count > $1.bytes.count } }
    }

    /// “US$” also as “US $”; not so “A$”, since “A $5 billion deal” means US dollars.
    private static func variants(of sign: String) -> [String] {
        guard sign.utf8.count > 2, sign.hasSuffix("$"), !sign.contains(" ") else { return [sign] }
        return [sign, sign.dropLast() + " $"]
    }

    /// The sign that stands before an offset, with at most one space between.
    func match(in bytes: [UInt8], before offset: Int) -> Match? {
        let end = offset - bytes.spaceLength(before: offset)
        guard end > 0 else { return nil }
        for sign in byLast[Int(bytes[end - 1].folded)] {
            let start = end - sign.bytes.count
            guard start >= 0, sign.stands(in: bytes, at: start) else { continue }
            // No part of a longer word: neither the SD of “USD 5” nor the $ of “X$5”.
            if start > 0, bytes[start - 1].isLetter || bytes[start - 1].isDigit,
                sign.bytes[0] < 0x80
            {
                continue
            }
            return Match(
                start: start,
                end: end,
                name: sign.name,
                isLetter: sign.isLetters && sign.bytes.count == 1,
                isWritten: sign.isLetters
            )
        }
        return nil
    }

    /// The sign that stands behind an offset, with at most one space between.
    func match(in bytes: [UInt8], behind offset: Int) -> Match? {
        let start = offset + bytes.spaceLength(at: offset)
        guard start < bytes.count else { return nil }
        for sign in byFirst[Int(bytes[start].folded)]
        where !(sign.isLetters && sign.bytes.count < 2) {
            let end = start + sign.bytes.count
            guard end <= bytes.count, sign.stands(in: bytes, at: start) else { continue }
            let next = end < bytes.count ? bytes[end] : 0x20
            // A sign that touches a digit belongs to that number: “100 $50 notes”.
            if next.isDigit || sign.isLetters && next.isLetter { continue }
            return Match(
                start: start,
                end: end,
                name: sign.name,
                isLetter: false,
                isWritten: sign.isLetters
            )
        }
        return nil
    }
}

extension SignTable.Sign {
    fileprivate func stands(in text: [UInt8], at start: Int) -> Bool {
        for (index, byte) in bytes.enumerated() {
            let other = text[start + index]
            guard byte == (isLetters ? other : other.folded) else { return false }
        }
        return true
    }
}

extension UInt8 {
    /// The byte with ASCII capitals made small.
    fileprivate var folded: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension [UInt8] {
    /// The length of the space that stands at an offset: 0 where there is none.
    ///
    /// Space is U+0020, U+00A0, U+2009 or U+202F.
    fileprivate func spaceLength(at offset: Int) -> Int {
        guard offset < count else { return 0 }
        if self[offset] == 0x20 { return 1 }
        if offset + 1 < count, self[offset] == 0xC2, self[offset + 1] == 0xA0 { return 2 }
        guard offset + 2 < count, self[offset] == 0xE2, self[offset + 1] == 0x80 else { return 0 }
        return self[offset + 2] == 0x89 || self[offset + 2] == 0xAF ? 3 : 0
    }

    /// The length of the space that stands before an offset.
    fileprivate func spaceLength(before offset: Int) -> Int {
        for length in 1...3 where offset >= length {
            if spaceLength(at: offset - length) == length { return length }
        }
        return 0
    }
}

/// A part of a token that the grammars look at: a word, a run of digits or a mark.
///
/// Most tokens are one atom. Tokens with digits fall apart, so that “A$50bn”, “2024-07-28” and “R500m”
/// read the same however they were split into tokens.
struct Atom: Sendable {
    /// What an atom means to the grammars.
    enum Sense: Sendable {
        /// A word that begins no expression.
        case other
        /// A mark, told by its ASCII byte; every hyphen and short dash is “-”, a long dash “_”.
        case mark(UInt8)
        /// Digits with their separators.
        case digits(Digits)
        /// A word that an expression can be made of.
        case word(Trigger)
    }

    private let start: UInt32
    private let length: UInt32
    private let firstToken: UInt32
    private var moreTokens: UInt16 = 0
    /// Whether white space stands before it.
    let isSpaced: Bool
    /// What it means.
    let sense: Sense

    /// Makes an atom.
    ///
    /// - Precondition: The text is shorter than 4 GiB.
    init(range: Range<Int>, token: Int, isSpaced: Bool, sense: Sense) {
        start = UInt32(range.lowerBound)
        length = UInt32(range.count)
        firstToken = UInt32(token)
        self.isSpaced = isSpaced
        self.sense = sense
    }

    /// Where the atom lies in the text, in UTF-8 bytes, half-open.
    var range: Range<Int> { Int(start)..<(Int(start) + Int(length)) }

    /// The first token that it lies in.
    var token: Int { Int(firstToken) }

    /// The tokens that it lies in: one, but for numbers that the tokeniser cut.
    var tokens: Range<Int> { token..<(token + 1 + Int(moreTokens)) }

    /// Makes the atom reach into the next token.
    mutating func extendByToken() { moreTokens = min(moreTokens, .max - 1) + 1 }
}

/// A word that an expression can be made of.
enum Trigger: Hashable, Sendable {
    /// One to nineteen, and the tens.
    case cardinal(Int)
    /// “a” and “an”.
    case article
    case half
    case hundred
    /// A power of ten, spelt out.
    case scale(Int)
    /// A power of ten in a few letters: bn, m.
    case short(Int)
    /// First to twelfth.
    case ordinal(Int)
    /// A month by its number.
    case month(Int, isShort: Bool)
    /// A weekday by its number, 1 for Monday.
    case weekday(Int, isShort: Bool)
    /// A day by its distance from the article's.
    case day(Int)
    case unit(TimeUnit)
    /// Last, this and next: -1, 0, 1; definite ones may stand behind “the”.
    case relation(Int, isDefinite: Bool)
}

/// A unit of the calendar.
enum TimeUnit: String, Hashable, Sendable, CaseIterable {
    case day, week, weekend, month, quarter, year, decade
}

/// A number as it is written with digits.
struct Digits: Hashable, Sendable {
    /// The digits as one number, without separators and decimal point.
    var mantissa: UInt64
    /// The number of digits behind the decimal point.
    var decimals: UInt8
    /// The number of digits before the decimal point.
    var length: UInt8
    /// Whether separators group the digits before the decimal point.
    var isGrouped: Bool

    /// The number where it is whole and ungrouped.
    var plain: Int? { decimals == 0 && !isGrouped ? Int(exactly: mantissa) : nil }
}

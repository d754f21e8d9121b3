import Foundation

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
    /// A day by its distance from the article's, or a part of that day.
    case day(Int, PartOfDay?)
    case partOfDay(PartOfDay)
    case unit(TimeUnit)
    /// Last, this and next: -1, 0, 1; definite ones may stand behind “the”.
    case relation(Int, isDefinite: Bool)
    /// A weekday that comes again, by its number.
    case weekdays(Int)
    case season(Season)
    /// The second half of a year's number: 80 of “the eighties”.
    case decade(Int)
    case each
    /// A number that is no numeral; nil where it is not told.
    case quantity(Int?)
    /// A time that comes again after as long.
    case frequency(TimeUnit)
    /// The first word of a phrase that tells a time vaguely.
    case vague

    /// Whether a date with a month, a year or a quarter can start with it.
    var startsDate: Bool {
        switch self {
        case .month, .weekday, .ordinal, .relation, .cardinal: true
        default: false
        }
    }
}

/// A unit of the calendar or of the clock.
enum TimeUnit: String, Hashable, Sendable, CaseIterable {
    case minute, hour, day, week, weekend, month, quarter, year, decade, century

    /// A number of the units as ISO 8601 writes it; P2Q and P2WE of quarters and weekends are TIMEX3.
    ///
    /// - Parameter count: The number; nil where it is not told.
    /// - Returns: The length of time.
    func length(_ count: Decimal?) -> String {
        let number = count.map { "\($0 * years)" } ?? "X"
        switch self {
        case .minute: return "PT\(number)M"
        case .hour: return "PT\(number)H"
        case .day: return "P\(number)D"
        case .week: return "P\(number)W"
        case .weekend: return "P\(number)WE"
        case .month: return "P\(number)M"
        case .quarter: return "P\(number)Q"
        case .year, .decade, .century: return "P\(number)Y"
        }
    }

    /// The years of decades and centuries, which have no letter of their own; else 1.
    private var years: Decimal {
        switch self {
        case .decade: 10
        case .century: 100
        default: 1
        }
    }
}

/// A season by its letters in TIMEX3.
enum Season: String, Hashable, Sendable, CaseIterable {
    case spring = "SP"
    case summer = "SU"
    case autumn = "FA"
    case winter = "WI"

    /// The month in which it begins, as on the northern half of the earth.
    var firstMonth: Int {
        switch self {
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        case .winter: 12
        }
    }
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

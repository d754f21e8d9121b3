/// A word, number or mark: a window on a document's text.
public struct Token: Hashable, Sendable {
    /// What a token is made of.
    public enum Kind: UInt8, Hashable, Sendable {
        /// Letters, also with an apostrophe or full stops inside: Japan, n't, U.S.
        case word
        /// Digits, also with separators or an ending: 400, 1,700, 1.7, 21st, 1990s, 7:30, 2024-07-28.
        case number
        /// A mark of punctuation: comma, quotation mark, bracket, dash.
        case punctuation
        /// Any other mark: currency, per cent, plus, emoji.
        case symbol
        /// An address of the web or of e-mail.
        case address
    }

    /// How a token is written.
    public struct Style: OptionSet, Hashable, Sendable {
        /// The bits.
        public let rawValue: UInt8

        /// Makes a style from its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The first letter is upper case.
        public static let capitalised = Style(rawValue: 1)
        /// All letters are upper case, and there are two or more.
        public static let allCapitals = Style(rawValue: 2)
        /// There is a digit in it.
        public static let digit = Style(rawValue: 4)
        /// White space stands before it, or it is the first of the text.
        public static let spaced = Style(rawValue: 8)
        /// There is a byte outside ASCII in it.
        public static let beyondASCII = Style(rawValue: 16)
    }

    /// Where the token lies in the text, as UTF-8 byte offsets, half-open.
    public var range: Range<Int>
    /// A hash of the token's lower-case form: the same for “The”, “the” and “THE”, and with every
    /// apostrophe and dash of its class alike.
    public var form: Form
    /// What it is made of.
    public var kind: Kind
    /// How it is written.
    public var style: Style

    /// Makes a token.
    public init(range: Range<Int>, form: Form, kind: Kind, style: Style) {
        self.range = range
        self.form = form
        self.kind = kind
        self.style = style
    }
}

/// The exact words that a record rests on.
public struct Evidence: Hashable, Sendable, Codable {
    /// The article's id.
    public var article: String
    /// Where the quote starts in the article's main text, in UTF-8 bytes.
    public var start: Int
    /// Where the quote ends in the article's main text, in UTF-8 bytes, exclusive.
    public var end: Int
    /// The words themselves.
    public var quote: String

    /// Makes evidence from words that are known to stand at a place.
    public init(article: String, start: Int, end: Int, quote: String) {
        self.article = article
        self.start = start
        self.end = end
        self.quote = quote
    }

    /// Makes evidence from a place in an article; nil when the range is empty, or does not lie
    /// within the text on the edges of characters.
    public init?(_ range: Range<Int>, of article: Article) {
        let bytes = article.text.utf8
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= bytes.count else {
            return nil
        }
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
        guard let quote = String(bytes[start..<end]) else { return nil }
        self.init(
            article: article.id,
            start: range.lowerBound,
            end: range.upperBound,
            quote: quote
        )
    }

    /// Whether the quote stands in the article, byte for byte, where the evidence says.
    public func holds(in article: Article) -> Bool {
        guard article.id == self.article, start >= 0, start < end else { return false }
        let bytes = article.text.utf8
        guard end <= bytes.count else { return false }
        return bytes.dropFirst(start).prefix(end - start).elementsEqual(quote.utf8)
    }
}

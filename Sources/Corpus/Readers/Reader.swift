/// A way to read files of one form.
///
/// A reader has no memory: the same text always yields the same drafts.
protocol Reader: Sendable {
    /// The drafts of the articles that a text holds, in the order of the text.
    func drafts(in text: [UInt8]) throws(ReadingError) -> Drafts
}

/// What a reader found in a file.
struct Drafts: Hashable, Sendable {
    /// The drafts of the articles, in the order of the file.
    var drafts: [Draft]
    /// What ended the reading before the end of the file.
    var trouble: ReadingError?
    /// Whether the file may hold several articles, so that each is numbered.
    var isCollection = false
}

/// Why a text could not be read as what it seems to be.
enum ReadingError: Error, Hashable, Sendable {
    /// Elements are nested deeper, or left open more often, than any page needs.
    case tooDeep(limit: Int)
    /// JSON holds nothing that is an article by its fields.
    case noArticles
    /// A mail has more parts, or a mailbox more messages, than any needs.
    case tooManyParts(limit: Int)
    /// A feed declares entities of its own, which may unfold without end.
    case declaresEntities(offset: Int)
    /// A feed's mark-up is broken so that nothing behind it can be told.
    case brokenMarkup(offset: Int)
    /// JSON is broken so that nothing behind it can be told.
    case brokenJSON(offset: Int)
}

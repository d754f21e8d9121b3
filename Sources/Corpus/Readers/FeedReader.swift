internal import Records

/// Reads feeds of RSS 2.0, RSS 1.0 and Atom: each entry is an article.
struct FeedReader: Reader {
    /// The words by which parts are told.
    let words: NewsWords

    func drafts(in text: [UInt8]) throws(ReadingError) -> [Draft] { [] }
}

internal import Records

/// Reads Markdown: front matter, headings, lists, quotations, tables and paragraphs.
struct MarkdownReader: Reader {
    /// The words by which parts are told.
    let words: NewsWords

    func drafts(in text: [UInt8]) throws(ReadingError) -> [Draft] {
        try TextReader().drafts(in: text)
    }
}

internal import Records

/// A draft on its way to an article: what each piece was found to be, and what the pieces told.
struct Galley: Sendable {
    /// The draft.
    let draft: Draft
    /// The words by which parts are told.
    let words: NewsWords
    /// The pieces that are no text of the article.
    var isGone: [Bool]
    /// What each piece is.
    var kinds: [Block.Kind]
    /// What was learned about the article.
    var facts = Facts()
    /// The piece that is the headline.
    var headline: Int?
    /// The first piece of prose.
    let body: Int

    /// What the text tells about the article beside the metadata.
    struct Facts: Hashable, Sendable {
        var headline: String?
        var outlet: String?
        var masthead: String?
        var bylines: [String] = []
        var address: String?
        var citedAddresses: [String] = []
        var agency: String?
        /// Dates that a word calls those of publication.
        var published: [ArticleDate] = []
        /// Dates that no word explains.
        var unlabelled: [ArticleDate] = []
        var modified: [ArticleDate] = []
        var firstPublished: ArticleDate?
        var dateline: Dateline?
        var corrections: [String] = []
        var translation: String?
    }

    /// Lays a draft out.
    init(_ draft: Draft, words: NewsWords) {
        self.draft = draft
        self.words = words
        isGone = Array(repeating: false, count: draft.pieces.count)
        kinds = draft.pieces.map(\.kind)
        body = draft.pieces.firstIndex { draft.isProse($0) } ?? draft.pieces.count
        headline = draft.pieces.firstIndex { $0.kind == .headline }
    }

    /// The words of a piece, where it is short enough to be something else than prose.
    func line(_ index: Int) -> String? {
        let piece = draft.pieces[index]
        return piece.range.count <= Furniture.longest ? draft.string(piece) : nil
    }

    /// The pieces that are still text.
    var remaining: [Int] { draft.pieces.indices.filter { !isGone[$0] } }
}

extension Draft {
    /// Whether a piece reads like a sentence or more: long, and closed by a mark.
    func isProse(_ piece: Piece) -> Bool {
        guard piece.kind == .paragraph || piece.kind == .quotation else { return false }
        if piece.range.count >= 200 { return true }
        guard piece.range.count >= 70, endsSentence(piece) else { return false }
        // A question of one line is more often a headline than a paragraph.
        let isQuestion = text[piece.range.upperBound - 1] == UInt8(ascii: "?")
        return !(isQuestion && piece.range.count < 140) && !opensAsByline(piece)
    }

    /// Whether a piece opens with “by”, in small or large letters.
    private func opensAsByline(_ piece: Piece) -> Bool {
        text[piece.range].prefix(3).elementsEqual("by ".utf8) { $0 | 0x20 == $1 }
    }

    /// Whether a piece ends in the mark of a sentence, behind quotation marks and brackets or not.
    func endsSentence(_ piece: Piece) -> Bool {
        var end = piece.range.upperBound
        while end > piece.range.lowerBound {
            switch text[end - 1] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"):
                end -= 1
            case 0x99, 0x9D: end -= 3  // ’ and ”
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xA6: return true
            default: return false
            }
        }
        return false
    }
}

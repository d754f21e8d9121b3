internal import Records

/// What a reader found in a file, before page furniture is told from text.
struct Draft: Hashable, Sendable {
    /// The texts of all pieces, one behind the other, with white space collapsed.
    var text: [UInt8] = []
    /// The pieces, in the order of the file.
    var pieces: [Piece] = []
    /// What the file's metadata say.
    var metadata = Metadata()
    /// Whether the headline must be told by its shape, as in plain text.
    var hasShapelessHead = false

    /// A run of text that stands for itself.
    struct Piece: Hashable, Sendable {
        /// What the reader takes it for.
        var kind: Block.Kind
        /// Where it lies in the draft's text.
        var range: Range<Int>
        /// Where it was read, in bytes of the decoded text.
        var source: Range<Int>
        /// Whether an empty line or an element's edge stands before it.
        var isSetApart = true
    }

    /// The words of a piece.
    func string(_ piece: Piece) -> String { String(decoding: text[piece.range], as: UTF8.self) }

    /// Appends a piece made of the parts of a source; nothing when all is white space.
    mutating func append(
        _ kind: Block.Kind,
        _ source: Range<Int>,
        of bytes: [UInt8],
        isSetApart: Bool = true
    ) {
        var trimmed = source
        while trimmed.lowerBound < trimmed.upperBound, bytes[trimmed.lowerBound].isSpace {
            trimmed = trimmed.lowerBound + 1..<trimmed.upperBound
        }
        while trimmed.lowerBound < trimmed.upperBound, bytes[trimmed.upperBound - 1].isSpace {
            trimmed = trimmed.lowerBound..<trimmed.upperBound - 1
        }
        append(kind, bytes[trimmed], source: trimmed, isSetApart: isSetApart)
    }

    /// Appends a piece whose words were put together from several parts of a source.
    mutating func append(
        _ kind: Block.Kind,
        _ words: ArraySlice<UInt8>,
        source: Range<Int>,
        isSetApart: Bool = true
    ) {
        let start = text.count
        text.appendCollapsed(words, after: start)
        guard text.count > start else { return }
        pieces.append(
            Piece(kind: kind, range: start..<text.count, source: source, isSetApart: isSetApart)
        )
    }
}

extension Draft {
    /// Puts the pieces where a text stood that they were read from.
    mutating func move(by map: OffsetMap) {
        for index in pieces.indices { pieces[index].source = map.origin(of: pieces[index].source) }
    }

    /// Puts a headline before the pieces; one that a page had becomes a heading.
    mutating func setHeadline(_ headline: MappedText) {
        for index in pieces.indices where pieces[index].kind == .headline {
            pieces[index].kind = .heading
        }
        var whole = Draft()
        let plain = Array(XMLEntities.decoded(headline.string).withoutTags.utf8)
        whole.append(
            .headline,
            plain[...],
            source: headline.map.origin(of: 0..<headline.bytes.count)
        )
        prepend(whole)
    }

    private mutating func prepend(_ other: Draft) {
        let shift = other.text.count
        text = other.text + text
        for index in pieces.indices {
            let range = pieces[index].range
            pieces[index].range = range.lowerBound + shift..<range.upperBound + shift
        }
        pieces = other.pieces + pieces
    }
}

/// What a file says about an article outside its text.
struct Metadata: Hashable, Sendable {
    var headline: String?
    var outlet: String?
    var authors: [String] = []
    var address: String?
    var published: ArticleDate?
    /// Further dates that the file declares to be that of publication, the most trusted first.
    var declared: [ArticleDate] = []
    /// Dates that the file gives and does not say what they are the dates of.
    var dated: [ArticleDate] = []
    /// Dates that the file shows beside its headline, the nearest first.
    var besideHeadline: [ArticleDate] = []
    /// Dates that the file shows and marks as its own, the most trusted first.
    var shown: [ArticleDate] = []
    var modified: ArticleDate?
    var language: String?
    var section: String?
}

extension UInt8 {
    /// Whether the byte is white space of ASCII.
    var isSpace: Bool { self == 0x20 || (9...13).contains(self) }
}

extension [UInt8] {
    /// Appends a text with every run of white space as one space, and none at either end.
    ///
    /// Spaces of other widths count as white space; marks of no width are left out.
    ///
    /// - Parameters:
    ///   - bytes: The text, valid UTF-8.
    ///   - start: Where the piece begins in this array, so that no space opens it.
    mutating func appendCollapsed(_ bytes: ArraySlice<UInt8>, after start: Int) {
        var index = bytes.startIndex
        var wantsSpace = false
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte.isSpace {
                wantsSpace = true
                index += 1
                continue
            }
            if let (length, isSpace) = bytes.invisible(at: index) {
                wantsSpace = wantsSpace || isSpace
                index += length
                continue
            }
            if wantsSpace, count > start { append(0x20) }
            wantsSpace = false
            let end = bytes.plainEnd(from: index)
            append(contentsOf: bytes[index..<end])
            index = end
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether eight bytes are letters and marks of ASCII with single spaces between them, and a byte that is no
    /// space stands before them; looked at all at once.
    ///
    /// Source: Mycroft’s test for a zero byte, <https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord>.
    fileprivate func arePlain(from index: Int) -> Bool {
        guard index > 0, index + 8 <= count, self[index - 1] != 0x20 else { return false }
        let word = loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let (ones, high) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
        let controls = (word &- 0x20 &* ones) & ~word
        let spaced = word ^ (0x20 &* ones)
        let spaces = (spaced &- ones) & ~spaced & high
        return (word | controls) & high == 0 && spaces & (spaces << 8) == 0
    }
}

extension ArraySlice<UInt8> {
    /// Where the words end that stand from an index on as they should: with single spaces, and nothing that
    /// could be a wide space or a mark without width.
    fileprivate func plainEnd(from index: Int) -> Int {
        withUnsafeBytes { bytes in
            var end = index - startIndex + 1
            while end < bytes.count, bytes[end] < 0xC2 {
                if bytes.arePlain(from: end) {
                    end += 8
                    continue
                }
                guard bytes[end] > 0x20 || bytes[end] == 0x20 && bytes[end - 1] > 0x20
                else { break }
                end += 1
            }
            // A space stands only between words.
            return startIndex + (bytes[end - 1] == 0x20 ? end - 1 : end)
        }
    }

    /// The length of a wide space or a mark without width at an index, and whether it is a space.
    ///
    /// Source: The Unicode Character Database, White_Space, and U+00AD, U+200B, U+2060, U+FEFF.
    fileprivate func invisible(at index: Int) -> (length: Int, isSpace: Bool)? {
        if self[index] == 0xC2, index + 1 < endIndex {
            if self[index + 1] == 0xA0 || self[index + 1] == 0x85 { return (2, true) }
            return self[index + 1] == 0xAD ? (2, false) : nil
        }
        guard self[index] == 0xE2 || self[index] == 0xE3 || self[index] == 0xEF,
            index + 2 < endIndex
        else { return nil }
        switch (self[index], self[index + 1], self[index + 2]) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
            (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            return (3, true)
        case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return (3, false)
        default: return nil
        }
    }
}

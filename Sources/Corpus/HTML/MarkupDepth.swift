/// How deep the elements of a page are nested, told from its tags before it is parsed.
struct MarkupDepth: Hashable, Sendable {
    /// The most elements open at once, of those that need an end tag.
    private(set) var blocks = 0
    /// The most formatting elements open at once, which a parser opens again in every block.
    private(set) var formatting = 0

    /// Elements that end by themselves, or hold no other.
    private static let endless = keys([
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "img", "hr", "meta", "link",
        "input", "wbr", "source", "base", "col", "area", "embed", "param", "track", "tbody",
        "thead", "tfoot", "colgroup", "optgroup", "html", "body", "head", "path", "circle", "rect",
        "line", "use", "polygon", "ellipse", "stop", "g",
    ])
    private static let formats = keys([
        "b", "i", "u", "em", "strong", "font", "small", "big", "code", "s", "strike", "tt", "nobr",
    ])

    private static func keys(_ names: [String]) -> Set<UInt64> {
        Set(names.map { key($0.utf8) })
    }

    /// The last eight bytes of a name as a number, in small letters: no name of the lists is longer.
    private static func key(_ name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
    }

    /// Counts the tags of a page.
    init(_ bytes: [UInt8]) {
        let (endless, formats) = (Self.endless, Self.formats)
        var (openBlocks, openFormats) = (0, 0)
        var index = 0
        while let open = bytes.place(of: "<", from: index), open + 1 < bytes.count {
            let isEnd = bytes[open + 1] == UInt8(ascii: "/")
            let start = open + (isEnd ? 2 : 1)
            var end = start
            while end < bytes.count, bytes[end].isLetterOrDigit, end - start < 12 { end += 1 }
            index = max(end, open + 1)
            guard end > start else { continue }
            let key = end - start > 8 ? 0 : Self.key(bytes[start..<end])
            if endless.contains(key) { continue }
            if formats.contains(key) {
                openFormats = max(0, openFormats + (isEnd ? -1 : 1))
                formatting = max(formatting, openFormats)
            }
            openBlocks = max(0, openBlocks + (isEnd ? -1 : 1))
            blocks = max(blocks, openBlocks)
        }
    }
}

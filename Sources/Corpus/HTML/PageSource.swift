/// A page as it is handed to the parser: without what stands in its styles and scripts.
///
/// They are more than half of a news page's bytes, and the parser goes through them letter by letter. Of each a single
/// space is left, so that the tree has the same nodes; scripts that hold JSON stay whole.
///
/// Source of what ends an element of raw text: <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>.
struct PageSource {
    /// The bytes to parse.
    private(set) var bytes: [UInt8] = []
    /// What was left out, in order.
    private var cuts: [Cut] = []

    private struct Cut {
        /// Where the space stands that was left, in the bytes to parse.
        var place: Int
        /// What stood there, in the bytes of the page.
        var range: Range<Int>
    }

    /// Cuts a page.
    init(_ page: [UInt8]) {
        var scanner = RawTextScanner(page)
        bytes.reserveCapacity(page.count)
        var done = 0
        while let raw = scanner.next() {
            bytes.append(contentsOf: page[done..<raw.lowerBound])
            cuts.append(Cut(place: bytes.count, range: raw))
            bytes.append(UInt8(ascii: " "))
            done = raw.upperBound
        }
        bytes.append(contentsOf: page[done...])
    }

    /// Where a byte of the parsed bytes stands in the page.
    func origin(of offset: Int) -> Int {
        guard let cut = cut(before: offset) else { return offset }
        return cut.range.upperBound + offset - cut.place - 1
    }

    /// What was left out at an offset of the parsed bytes; nil where nothing was.
    func cut(at offset: Int) -> Range<Int>? {
        guard let cut = cut(before: offset + 1), cut.place == offset else { return nil }
        return cut.range
    }

    /// The last cut whose space stands before an offset.
    private func cut(before offset: Int) -> Cut? {
        var (low, high) = (0, cuts.count)
        while low < high {
            let middle = (low + high) / 2
            if cuts[middle].place < offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? cuts[low - 1] : nil
    }
}

/// Finds what stands in the styles and scripts of a page.
private struct RawTextScanner {
    private let page: [UInt8]
    private var index = 0

    init(_ page: [UInt8]) { self.page = page }

    /// The content of the next style, or of the next script that holds no JSON; nil at the end, or where the rest
    /// cannot be told without parsing it.
    mutating func next() -> Range<Int>? {
        while let open = page[index...].firstIndex(of: UInt8(ascii: "<")), open + 1 < page.count {
            index = open + 1
            guard page[index].isTagLetter else {
                skipDeclaration(from: open)
                continue
            }
            let start = index
            while index < page.count, page[index].isTagLetter || page[index].isDigit { index += 1 }
            let name = String(decoding: page[start..<index], as: UTF8.self).lowercased()
            let attributes = index
            skipTag()
            guard Self.raw.contains(name) else { continue }
            guard let end = end(of: name) else { return stop() }
            let content = index..<end
            index = end
            guard name == "style" || name == "script", content.count > 1 else { continue }
            if name == "style" { return content }
            if holds("json", in: attributes..<content.lowerBound) { continue }
            // Behind “<!--” a script may hold a whole script element.
            if holds("<!--", in: content) { return stop() }
            return content
        }
        return stop()
    }

    private mutating func stop() -> Range<Int>? {
        index = page.count
        return nil
    }

    /// Passes over the attributes of a tag, whose values may hold anything.
    private mutating func skipTag() {
        while index < page.count, page[index] != UInt8(ascii: ">") {
            guard page[index] == UInt8(ascii: "=") else {
                index += 1
                continue
            }
            index += 1
            while index < page.count, page[index].isSpace { index += 1 }
            guard index < page.count else { return }
            if page[index] == UInt8(ascii: "\"") || page[index] == UInt8(ascii: "'") {
                let close = page[(index + 1)...].firstIndex(of: page[index])
                index = close.map { $0 + 1 } ?? page.count
            } else {
                while index < page.count, !page[index].isSpace, page[index] != UInt8(ascii: ">") {
                    index += 1
                }
            }
        }
        index = min(index + 1, page.count)
    }

    /// Passes over a comment, an end tag or a declaration.
    private mutating func skipDeclaration(from open: Int) {
        guard page[open...].starts(with: "<!--".utf8) else { return }
        index = open + 4
        if page[index...].starts(with: ">".utf8) || page[index...].starts(with: "->".utf8) {
            return
        }
        while let dash = page[index...].firstIndex(of: UInt8(ascii: "-")) {
            index = dash + 1
            let rest = page[dash...]
            if rest.starts(with: "-->".utf8) || rest.starts(with: "--!>".utf8) { return }
        }
        index = page.count
    }

    /// Where the end tag of an element of raw text begins.
    private func end(of name: String) -> Int? {
        var place = index
        while let open = page[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = open + 1
            let tag = page[place...].prefix(name.utf8.count + 2)
            guard tag.count == name.utf8.count + 2, tag.first == UInt8(ascii: "/"),
                tag.dropFirst().dropLast().elementsEqual(name.utf8, by: { $0 | 0x20 == $1 }),
                let behind = tag.last,
                behind.isSpace || behind == UInt8(ascii: "/") || behind == UInt8(ascii: ">")
            else { continue }
            return open
        }
        return nil
    }

    private func holds(_ text: String, in range: Range<Int>) -> Bool {
        guard let first = text.utf8.first else { return true }
        var rest = page[range]
        while let start = rest.firstIndex(where: { $0 | 0x20 == first | 0x20 }) {
            if rest[start...].starts(with: text.utf8, by: { $0 | 0x20 == $1 | 0x20 }) {
                return true
            }
            rest = rest[(start + 1)...]
        }
        return false
    }

    /// The elements that hold text and no others.
    private static let raw: Set<String> = [
        "style", "script", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
    ]
}

extension UInt8 {
    /// Whether the byte is a letter of ASCII, with which a tag begins.
    fileprivate var isTagLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

/// Finds what nobody reads of a page, by the rules by which its parser will part it.
///
/// Source of what ends a tag, an attribute, a comment and an element of raw text:
/// <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>.
struct PageScanner {
    private let page: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var unread: [Range<Int>] = []

    private init(_ page: UnsafeBufferPointer<UInt8>) { self.page = page }

    /// What can be left out of a page, in order.
    ///
    /// Of styles and scripts the first byte stays, so that they still have a text. The rest of a page stays whole where
    /// only the parser can tell what it is.
    static func unread(in page: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var scanner = PageScanner(page)
        while let open = page.place(of: "<", from: scanner.index), open + 1 < page.count {
            scanner.takeText(before: open)
            scanner.index = open + 1
            switch page[open + 1] {
            case UInt8(ascii: "!"), UInt8(ascii: "?"): scanner.takeDeclaration()
            default: scanner.takeTag()
            }
        }
        return scanner.unread
    }

    /// Leaves out white space behind other white space.
    private mutating func takeText(before end: Int) {
        while index < end {
            let start = index + 1
            index = start
            guard page[start - 1].isTagSpace else { continue }
            while index < end, page[index].isTagSpace { index += 1 }
            if index > start { unread.append(start..<index) }
        }
    }
}

// MARK: - Tags

extension PageScanner {
    /// Passes over a tag and, where it opens an element of raw text, over what that holds.
    private mutating func takeTag() {
        let isEnd = page[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        guard index < page.count, page[index].isTagLetter else { return }
        let start = index
        while index < page.count, !page[index].endsTagName { index += 1 }
        let name = start..<index
        takeAttributes(ofAll: Self.wholeElements.contains { holds($0, name) })
        if !isEnd, Self.rawElements.contains(where: { holds($0, name) }) { takeContent(of: name) }
    }

    /// Passes over the attributes of a tag, and leaves out those that nobody reads.
    private mutating func takeAttributes(ofAll readsAll: Bool) {
        var unreadStart: Int?
        while index < page.count {
            let (start, byte) = (index, page[index])
            if byte.isTagSpace {
                index += 1
                continue
            }
            let isName = byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
            let name = isName ? takeAttribute() : index..<index
            if isName, !readsAll, page[start - 1].isTagSpace, !isRead(name) {
                unreadStart = unreadStart ?? start
                continue
            }
            if let first = unreadStart { unread.append(first..<start) }
            unreadStart = nil
            if !isName { index += 1 }
            if byte == UInt8(ascii: ">") { return }
        }
    }

    private func isRead(_ attribute: Range<Int>) -> Bool {
        Self.readAttributes.contains { holds($0, attribute) }
    }

    /// Passes over one attribute; returns its name.
    private mutating func takeAttribute() -> Range<Int> {
        let start = index
        index += 1
        while index < page.count, !page[index].endsTagName, page[index] != UInt8(ascii: "=") {
            index += 1
        }
        let name = start..<index
        var next = index
        while next < page.count, page[next].isTagSpace { next += 1 }
        if next < page.count, page[next] == UInt8(ascii: "=") {
            index = next + 1
            takeValue()
        }
        return name
    }

    private mutating func takeValue() {
        while index < page.count, page[index].isTagSpace { index += 1 }
        guard index < page.count else { return }
        if page[index] == UInt8(ascii: "\"") || page[index] == UInt8(ascii: "'") {
            let close = page.place(of: Unicode.Scalar(page[index]), from: index + 1)
            index = close.map { $0 + 1 } ?? page.count
        } else {
            while index < page.count, !page[index].isTagSpace, page[index] != UInt8(ascii: ">") {
                index += 1
            }
        }
    }
}

// MARK: - What tags and declarations hold

extension PageScanner {
    /// Passes over a comment or a declaration.
    private mutating func takeDeclaration() {
        // What this opens depends on the elements around it.
        if page[index...].starts(with: "![CDATA[".utf8) { return }
        guard page[index...].starts(with: "!--".utf8) else {
            index = page.place(of: ">", from: index).map { $0 + 1 } ?? page.count
            return
        }
        index += 3
        let start = index
        let rest = page[start...]
        if rest.starts(with: ">".utf8) || rest.starts(with: "->".utf8) { return }
        while let dash = page.place(of: "-", from: index) {
            index = dash + 1
            let rest = page[dash...]
            if rest.starts(with: "-->".utf8) || rest.starts(with: "--!>".utf8) {
                if dash > start { unread.append(start..<dash) }
                return
            }
        }
        index = page.count
    }

    /// Passes over the content of an element of raw text, and leaves out that of styles and scripts.
    private mutating func takeContent(of name: Range<Int>) {
        guard let end = end(of: name) else {
            index = page.count
            return
        }
        let content = index..<end
        index = end
        let isScript = holds("script", name)
        if isScript, mayHoldScript(content) {
            index = page.count
        } else if isScript || holds("style", name), content.count > 1 {
            unread.append(content.lowerBound + 1..<content.upperBound)
        }
    }

    /// Where the end tag of an element of raw text begins; nil where it has none.
    private func end(of name: Range<Int>) -> Int? {
        var place = index
        while let open = page.place(of: "<", from: place) {
            place = open + 1
            let behind = place + 1 + name.count
            guard behind < page.count else { return nil }
            if page[place] == UInt8(ascii: "/"), page[behind].endsTagName,
                page[(place + 1)..<behind].elementsEqual(page[name], by: { $0 | 0x20 == $1 | 0x20 })
            {
                return open
            }
        }
        return nil
    }

    /// Whether a script holds “<!--” and behind it what may be a script with an end tag of its own.
    private func mayHoldScript(_ content: Range<Int>) -> Bool {
        var (place, isComment) = (content.lowerBound, false)
        while let open = page.place(of: "<", from: place), open < content.upperBound {
            place = open + 1
            if page[place...].starts(with: "!--".utf8) { isComment = true }
            if isComment, holds("script", place..<min(place + 6, page.count)) { return true }
        }
        return false
    }
}

// MARK: - Names

extension PageScanner {
    /// The elements that hold text and no others.
    private static let rawElements: [StaticString] = [
        "style", "script", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
    ]

    /// The elements of which any attribute may be read, here or by the parser.
    private static let wholeElements: [StaticString] = [
        "html", "meta", "link", "script", "input", "font", "annotation-xml",
    ]

    /// The attributes that are read of every other element.
    private static let readAttributes: [StaticString] = [
        "class", "id", "hidden", "aria-hidden", "role", "style", "itemprop", "property", "content",
        "datetime", "title", "data-date-time",
    ]

    /// Whether a word stands at some place, in small letters or capitals.
    private func holds(_ word: StaticString, _ place: Range<Int>) -> Bool {
        guard place.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<place.count
        where page[place.lowerBound + offset] | 0x20 != word.utf8Start[offset] {
            return false
        }
        return true
    }
}

extension UInt8 {
    /// Whether the byte is a letter of ASCII, with which a tag begins.
    fileprivate var isTagLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    /// Whether the byte is white space that parts the names of a tag.
    fileprivate var isTagSpace: Bool { self == 0x20 || self != 0x0B && (9...13).contains(self) }

    /// Whether the byte ends the name of an element or attribute.
    fileprivate var endsTagName: Bool {
        isTagSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">")
    }
}

internal import CGumbo
internal import Foundation

/// A parsed page, its nodes in the order of the page; no walk over it needs recursion.
///
/// Source of the tree's rules: <https://html.spec.whatwg.org/multipage/parsing.html>, by gumbo.
struct HTMLTree: ~Copyable {
    /// One element or text of the page.
    struct Node {
        /// The element's tag; `GUMBO_TAG_LAST` for a text.
        var tag: GumboTag
        /// The index of the parent; the first node is its own.
        var parent: Int
        /// The index behind the last node within this one.
        var end: Int
        fileprivate var pointer: UnsafePointer<GumboNode>

        /// Whether the node is text.
        var isText: Bool { tag == GUMBO_TAG_LAST }
    }

    /// All elements and texts.
    private(set) var nodes: [Node] = []
    private let page: [UInt8]
    private let kept: PageSource
    private let source: UnsafeMutablePointer<CChar>
    private let count: Int
    private let arena = Arena()

    /// The deepest nesting, and the most formatting elements left open, that is read.
    ///
    /// Far above any page: the parser's time grows with the product of depth and size.
    static let deepest = 12_000

    /// Parses a page.
    init(_ bytes: [UInt8]) throws(ReadingError) {
        page = bytes
        kept = PageSource(bytes)
        let depth = MarkupDepth(kept.bytes)
        guard depth.blocks <= Self.deepest, depth.formatting <= 200 else {
            throw .tooDeep(limit: Self.deepest)
        }
        count = kept.bytes.count
        source = .allocate(capacity: count + 1)
        kept.bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            memcpy(source, start, bytes.count)
        }
        source[count] = 0
        var options = GumboOptions()
        options.allocator = { Arena.allocate($0, $1) }
        options.deallocator = { _, _ in }
        options.userdata = Unmanaged.passUnretained(arena).toOpaque()
        options.tab_stop = 1
        options.max_errors = 0
        options.fragment_context = GUMBO_TAG_LAST
        options.fragment_namespace = GUMBO_NAMESPACE_HTML
        guard let output = gumbo_parse_with_options(&options, source, count),
            let root = output.pointee.root
        else { return }
        flatten(root)
    }

    deinit { source.deallocate() }

    private mutating func flatten(_ root: UnsafeMutablePointer<GumboNode>) {
        nodes.reserveCapacity(count / 32)
        var open: [(index: Int, next: Int)] = []
        enter(root, parent: 0, open: &open)
        while let (index, next) = open.last {
            let children = nodes[index].pointer.pointee.v.element.children
            guard next < Int(children.length), let child = children.data[next] else {
                nodes[index].end = nodes.count
                open.removeLast()
                continue
            }
            open[open.count - 1].next += 1
            enter(child.assumingMemoryBound(to: GumboNode.self), parent: index, open: &open)
        }
    }

    private mutating func enter(
        _ pointer: UnsafeMutablePointer<GumboNode>,
        parent: Int,
        open: inout [(index: Int, next: Int)]
    ) {
        let index = nodes.count
        switch pointer.pointee.type {
        case GUMBO_NODE_ELEMENT:
            let tag = pointer.pointee.v.element.tag
            nodes.append(Node(tag: tag, parent: parent, end: index + 1, pointer: pointer))
            open.append((index, 0))
        case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
            nodes.append(
                Node(tag: GUMBO_TAG_LAST, parent: parent, end: index + 1, pointer: pointer)
            )
        default: break  // comments and templates are no part of what is shown
        }
    }
}

extension HTMLTree {
    /// The value of an element's attribute; nil where it has none.
    borrowing func attribute(_ name: StaticString, of index: Int) -> String? {
        guard !nodes[index].isText else { return nil }
        var attributes = nodes[index].pointer.pointee.v.element.attributes
        let start = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
        guard let found = gumbo_get_attribute(&attributes, start) else { return nil }
        return String(cString: found.pointee.value)
    }

    /// Hands each attribute of an element to a closure, name and value as C strings of UTF-8.
    borrowing func forEachAttribute(
        of index: Int,
        _ body: (_ name: UnsafePointer<CChar>, _ value: UnsafePointer<UInt8>) -> Void
    ) {
        guard !nodes[index].isText else { return }
        let attributes = nodes[index].pointer.pointee.v.element.attributes
        for place in 0..<Int(attributes.length) {
            guard let raw = attributes.data[place] else { continue }
            let attribute = raw.assumingMemoryBound(to: GumboAttribute.self).pointee
            let value = UnsafeRawPointer(attribute.value).assumingMemoryBound(to: UInt8.self)
            body(attribute.name, value)
        }
    }

    /// The characters of a text, entities decoded.
    borrowing func text(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard nodes[index].isText, let start = nodes[index].pointer.pointee.v.text.text else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let raw = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: raw, count: strlen(start))
    }

    /// Where a text stands in the page, in bytes.
    borrowing func source(_ index: Int) -> Range<Int>? {
        place(of: index).map {
            kept.origin(of: $0.lowerBound)..<kept.origin(of: $0.upperBound - 1) + 1
        }
    }

    /// The characters of a script as they stand in the page.
    borrowing func script(_ index: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for inner in index..<nodes[index].end {
            guard let place = place(of: inner) else { continue }
            // Its last byte has what was kept from the parser behind it.
            bytes += page[kept.origin(of: place.lowerBound)..<kept.origin(of: place.upperBound)]
        }
        return bytes
    }

    /// Where a text stands in the bytes that were parsed; nil for none.
    private borrowing func place(of index: Int) -> Range<Int>? {
        guard nodes[index].isText else { return nil }
        let original = nodes[index].pointer.pointee.v.text.original_text
        guard let data = original.data, original.length > 0 else { return nil }
        let start = data - UnsafePointer(source)
        guard start >= 0, start + original.length <= count else { return nil }
        return start..<start + original.length
    }

    /// All text within an element, white space collapsed.
    borrowing func string(_ index: Int) -> String {
        var bytes: [UInt8] = []
        for inner in index..<nodes[index].end where nodes[inner].isText {
            bytes.append(contentsOf: text(inner))
        }
        var collapsed: [UInt8] = []
        collapsed.appendCollapsed(bytes[...], after: 0)
        return String(decoding: collapsed, as: UTF8.self)
    }
}

/// Memory that is given back at once, so that taking a page down needs no recursion either.
private final class Arena {
    private var chunks: [UnsafeMutableRawPointer] = []
    private var next = 0
    private var left = 0

    static func allocate(_ arena: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer?
    {
        guard let arena else { return nil }
        return Unmanaged<Arena>.fromOpaque(arena).takeUnretainedValue().take(size)
    }

    private func take(_ size: Int) -> UnsafeMutableRawPointer {
        let rounded = (size + 15) & ~15
        if rounded > left {
            let capacity = max(rounded, 1 << 18)
            chunks.append(.allocate(byteCount: capacity, alignment: 16))
            (next, left) = (0, capacity)
        }
        defer {
            next += rounded
            left -= rounded
        }
        return chunks[chunks.count - 1] + next
    }

    deinit { for chunk in chunks { chunk.deallocate() } }
}

/// How deep the elements of a page are nested, told from its tags before it is parsed.
struct MarkupDepth: Hashable, Sendable {
    /// The most elements open at once, of those that need an end tag.
    private(set) var blocks = 0
    /// The most formatting elements open at once, which a parser opens again in every block.
    private(set) var formatting = 0

    /// Elements that end by themselves, or hold no other.
    private static let endless: Set<String> = [
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "img", "hr", "meta", "link",
        "input", "wbr", "source", "base", "col", "area", "embed", "param", "track", "tbody",
        "thead", "tfoot", "colgroup", "optgroup", "html", "body", "head", "path", "circle", "rect",
        "line", "use", "polygon", "ellipse", "stop", "g",
    ]
    private static let formats: Set<String> = [
        "b", "i", "u", "em", "strong", "font", "small", "big", "code", "s", "strike", "tt", "nobr",
    ]

    /// Counts the tags of a page.
    init(_ bytes: [UInt8]) {
        var (openBlocks, openFormats) = (0, 0)
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let isEnd = bytes[index + 1] == UInt8(ascii: "/")
            let start = index + (isEnd ? 2 : 1)
            var end = start
            while end < bytes.count, bytes[end].isLetterOrDigit, end - start < 12 { end += 1 }
            index = max(end, index + 1)
            guard end > start else { continue }
            let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
            if Self.endless.contains(name) { continue }
            if Self.formats.contains(name) {
                openFormats = max(0, openFormats + (isEnd ? -1 : 1))
                formatting = max(formatting, openFormats)
            }
            openBlocks = max(0, openBlocks + (isEnd ? -1 : 1))
            blocks = max(blocks, openBlocks)
        }
    }
}

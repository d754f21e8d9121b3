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
    private let arena: UnsafeMutablePointer<Arena>

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
        arena = .allocate(capacity: 1)
        arena.initialize(to: Arena())
        source = .allocate(capacity: count + 1)
        kept.bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            memcpy(source, start, bytes.count)
        }
        source[count] = 0
        var options = GumboOptions()
        options.allocator = { $0?.assumingMemoryBound(to: Arena.self).pointee.take($1) }
        options.deallocator = { _, _ in }
        options.userdata = UnsafeMutableRawPointer(arena)
        options.tab_stop = 1
        options.max_errors = 0
        options.fragment_context = GUMBO_TAG_LAST
        options.fragment_namespace = GUMBO_NAMESPACE_HTML
        guard let output = gumbo_parse_with_options(&options, source, count),
            let root = output.pointee.root
        else { return }
        flatten(root)
    }

    deinit {
        source.deallocate()
        arena.pointee.free()
        arena.deinitialize(count: 1)
        arena.deallocate()
    }

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
    /// The value of an element's attribute, one of those that ``PageScanner`` leaves in; nil where it has none.
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

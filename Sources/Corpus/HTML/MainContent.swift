internal import CGumbo

/// How much text and how much linked text each element of a page holds, and which holds the article.
struct MainContent: Sendable {
    /// What the attributes of each element say about it.
    private(set) var effects: [ClassTable.Effect?] = []
    /// Bytes of visible text before each node, and behind the last one.
    private var textBefore: [Int] = []
    /// Bytes of visible text within links before each node.
    private var linkedBefore: [Int] = []
    /// Bytes of unlinked text in paragraphs outside page furniture before each node.
    private var proseBefore: [Int] = []

    /// Tags whose text is not shown or not read.
    static let unread: Set<UInt32> = Set(
        [
            GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NAV, GUMBO_TAG_ASIDE,
            GUMBO_TAG_FOOTER, GUMBO_TAG_FORM, GUMBO_TAG_BUTTON, GUMBO_TAG_IFRAME, GUMBO_TAG_SVG,
            GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TEMPLATE, GUMBO_TAG_HEAD,
            GUMBO_TAG_TITLE, GUMBO_TAG_OBJECT, GUMBO_TAG_MENU, GUMBO_TAG_INPUT, GUMBO_TAG_VIDEO,
            GUMBO_TAG_AUDIO, GUMBO_TAG_CANVAS, GUMBO_TAG_MATH,
        ].map(\.rawValue)
    )

    /// Measures a page.
    init(_ tree: borrowing HTMLTree, words: NewsWords) {
        let count = tree.nodes.count
        effects.reserveCapacity(count)
        textBefore.reserveCapacity(count + 1)
        linkedBefore.reserveCapacity(count + 1)
        var (text, linked, unreadEnd, linkEnd) = (0, 0, 0, 0)
        for index in 0..<count {
            textBefore.append(text)
            linkedBefore.append(linked)
            let node = tree.nodes[index]
            guard index >= unreadEnd else {
                effects.append(nil)
                continue
            }
            if node.isText {
                effects.append(nil)
                let letters = tree.text(index).reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) }
                text += letters
                if index < linkEnd { linked += letters }
            } else if Self.unread.contains(node.tag.rawValue) {
                effects.append(nil)
                unreadEnd = node.end
            } else {
                effects.append(tree.effect(of: index, words: words))
                if node.tag == GUMBO_TAG_A { linkEnd = max(linkEnd, node.end) }
            }
        }
        textBefore.append(text)
        linkedBefore.append(linked)
        measureProse(tree)
    }

    /// Counts the text of paragraphs, furniture left out.
    private mutating func measureProse(_ tree: borrowing HTMLTree) {
        proseBefore.reserveCapacity(tree.nodes.count + 1)
        var (prose, furnitureEnd) = (0, 0)
        let whole = unlinkedOutsideComments(tree)
        for index in tree.nodes.indices {
            proseBefore.append(prose)
            let node = tree.nodes[index]
            guard index >= furnitureEnd else { continue }
            if isFurniture(tree, index, of: whole) {
                furnitureEnd = node.end
            } else if let own = paragraph(tree, index) {
                prose += own
                // The texts within have been counted.
                if !node.isText { furnitureEnd = node.end }
            }
        }
        proseBefore.append(prose)
    }

    /// Whether an element is furniture by its tag or names.
    ///
    /// What bears such a name and holds two fifths of all unlinked bytes or more is no furniture.
    func isFurniture(_ tree: borrowing HTMLTree, _ index: Int, of whole: Int) -> Bool {
        let node = tree.nodes[index]
        if Self.unread.contains(node.tag.rawValue) { return true }
        switch effects[index] {
        case .comments: return true
        case .drop:
            if node.tag == GUMBO_TAG_ARTICLE || node.tag == GUMBO_TAG_MAIN { return false }
            return unlinked(index..<node.end) * 5 < 2 * whole
        default: return false
        }
    }

    private func unlinkedOutsideComments(_ tree: borrowing HTMLTree) -> Int {
        var sum = 0
        var index = 0
        while index < tree.nodes.count {
            let isComments = effects[index] == .comments
            if tree.nodes[index].isText { sum += unlinked(index..<index + 1) }
            index = isComments ? tree.nodes[index].end : index + 1
        }
        return sum
    }

    /// The unlinked bytes of a node that is a paragraph, or text that stands like one.
    private func paragraph(_ tree: borrowing HTMLTree, _ index: Int) -> Int? {
        let node = tree.nodes[index]
        let isParagraph =
            node.tag == GUMBO_TAG_P || node.tag == GUMBO_TAG_PRE
            || node.tag == GUMBO_TAG_BLOCKQUOTE
        let isLooseText =
            node.isText
            && [GUMBO_TAG_DIV, GUMBO_TAG_TD, GUMBO_TAG_SECTION, GUMBO_TAG_BODY]
                .contains(tree.nodes[node.parent].tag)
        guard isParagraph || isLooseText else { return nil }
        let own = unlinked(index..<node.end)
        return own >= 25 ? own : nil
    }

    /// The bytes of text within a run of nodes, white space not counted.
    func text(_ nodes: Range<Int>) -> Int {
        textBefore[nodes.upperBound] - textBefore[nodes.lowerBound]
    }

    /// The bytes of text outside links.
    func unlinked(_ nodes: Range<Int>) -> Int { text(nodes) - linked(nodes) }

    /// The bytes of text within links.
    func linked(_ nodes: Range<Int>) -> Int {
        linkedBefore[nodes.upperBound] - linkedBefore[nodes.lowerBound]
    }

    /// The unlinked bytes in paragraphs that are no page furniture.
    func prose(_ nodes: Range<Int>) -> Int {
        proseBefore[nodes.upperBound] - proseBefore[nodes.lowerBound]
    }

    /// The share of the text that is linked, 0 to 1.
    func linkShare(_ nodes: Range<Int>) -> Double {
        let all = text(nodes)
        return all == 0 ? 0 : Double(linked(nodes)) / Double(all)
    }
}

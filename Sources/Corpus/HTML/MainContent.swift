internal import CGumbo

/// How much text and how much linked text each element of a page holds, and which holds the article.
struct MainContent: Sendable {
    /// Bytes of visible text before each node, and behind the last one.
    private var textBefore: [Int]
    /// Bytes of visible text within links before each node.
    private var linkedBefore: [Int]
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
    init(_ tree: borrowing HTMLTree) {
        let count = tree.nodes.count
        textBefore = []
        linkedBefore = []
        textBefore.reserveCapacity(count + 1)
        linkedBefore.reserveCapacity(count + 1)
        var (text, linked, unreadEnd, linkEnd) = (0, 0, 0, 0)
        for index in 0..<count {
            textBefore.append(text)
            linkedBefore.append(linked)
            let node = tree.nodes[index]
            if node.isText {
                guard index >= unreadEnd else { continue }
                let letters = tree.text(index).reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) }
                text += letters
                if index < linkEnd { linked += letters }
            } else if Self.unread.contains(node.tag.rawValue) {
                unreadEnd = max(unreadEnd, node.end)
            } else if node.tag == GUMBO_TAG_A {
                linkEnd = max(linkEnd, node.end)
            }
        }
        textBefore.append(text)
        linkedBefore.append(linked)
    }

    /// The bytes of text within a run of nodes, white space not counted.
    func text(_ nodes: Range<Int>) -> Int {
        textBefore[nodes.upperBound] - textBefore[nodes.lowerBound]
    }

    /// The bytes of text within links.
    func linked(_ nodes: Range<Int>) -> Int {
        linkedBefore[nodes.upperBound] - linkedBefore[nodes.lowerBound]
    }

    /// The share of the text that is linked, 0 to 1.
    func linkShare(_ nodes: Range<Int>) -> Double {
        let all = text(nodes)
        return all == 0 ? 0 : Double(linked(nodes)) / Double(all)
    }

    /// The element that holds the article: what the page marks as it, else where text is densest.
    func root(_ tree: borrowing HTMLTree, words: NewsWords) -> Int {
        var marked: [(index: Int, rank: Int, text: Int)] = []
        for index in tree.nodes.indices where !tree.nodes[index].isText {
            guard let rank = Self.rank(tree, index) else { continue }
            let range = index..<tree.nodes[index].end
            marked.append((index, rank, text(range) - linked(range)))
        }
        let densest = densest(tree, words: words)
        let prose = densest.map { text($0..<tree.nodes[$0].end) } ?? 0
        for rank in 1...2 {
            let best = marked.filter { $0.rank == rank }.max { $0.text < $1.text }
            if let best, best.text >= 140, best.text * 2 >= prose || best.text >= 2_000 {
                return best.index
            }
        }
        return densest ?? 0
    }

    /// How plainly an element is marked as the article: 1 best.
    private static func rank(_ tree: borrowing HTMLTree, _ index: Int) -> Int? {
        if tree.nodes[index].tag == GUMBO_TAG_ARTICLE { return 1 }
        if let role = tree.attribute("role", of: index) {
            if role == "article" { return 1 }
            if role == "main" { return 2 }
        }
        if tree.attribute("itemprop", of: index) == "articleBody" { return 1 }
        return tree.nodes[index].tag == GUMBO_TAG_MAIN ? 2 : nil
    }

    /// The element whose own paragraphs hold most text, less what is linked.
    ///
    /// Source of the idea, that paragraphs vote for parent and grandparent: Arc90 Readability.
    private func densest(_ tree: borrowing HTMLTree, words: NewsWords) -> Int? {
        var scores: [Int: Double] = [:]
        var furnitureEnd = 0
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            guard index >= furnitureEnd else { continue }
            if !node.isText,
                Self.unread.contains(node.tag.rawValue)
                    || tree.effect(of: index, words: words) == .drop
            {
                furnitureEnd = node.end
                continue
            }
            let isParagraph =
                node.tag == GUMBO_TAG_P || node.tag == GUMBO_TAG_PRE
                || node.tag == GUMBO_TAG_BLOCKQUOTE
            let isLooseText =
                node.isText
                && [GUMBO_TAG_DIV, GUMBO_TAG_TD, GUMBO_TAG_SECTION, GUMBO_TAG_BODY]
                    .contains(tree.nodes[node.parent].tag)
            guard isParagraph || isLooseText else { continue }
            let range = index..<node.end
            let own = Double(text(range) - linked(range))
            guard own >= 25 else { continue }
            let parent = node.parent
            scores[parent, default: 0] += own
            scores[tree.nodes[parent].parent, default: 0] += own / 2
        }
        let best = scores.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return best?.key
    }
}

extension HTMLTree {
    /// What an element's class, id and role say about it.
    borrowing func effect(of index: Int, words: NewsWords) -> NewsWords.ClassEffect? {
        if attribute("hidden", of: index) != nil || attribute("aria-hidden", of: index) == "true" {
            return .drop
        }
        let unreadRoles = [
            "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu",
        ]
        if let role = attribute("role", of: index), unreadRoles.contains(role) { return .drop }
        if let style = attribute("style", of: index), style.contains("display") {
            let plain = style.filter { $0 != " " }.lowercased()
            if plain.contains("display:none") { return .drop }
        }
        var effect: NewsWords.ClassEffect?
        for names in [attribute("class", of: index), attribute("id", of: index)] {
            guard let names else { continue }
            for word in names.classWords {
                guard let found = words.classes[word] else { continue }
                if found == .drop { return .drop }
                if effect == nil || effect == .content { effect = found }
            }
        }
        return effect
    }
}

extension String {
    /// The words of a class attribute, cut at marks and before capitals, in lower case.
    fileprivate var classWords: [String] {
        var words: [String] = []
        var current: [UInt8] = []
        var wasSmall = false
        for byte in utf8 {
            let isCapital = (0x41...0x5A).contains(byte)
            if !byte.isLetterOrDigit || isCapital && wasSmall {
                if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
                current = []
            }
            if byte.isLetterOrDigit { current.append(isCapital ? byte + 32 : byte) }
            wasSmall = (0x61...0x7A).contains(byte)
        }
        if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
        return words
    }
}

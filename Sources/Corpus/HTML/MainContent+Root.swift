internal import CGumbo

extension MainContent {
    /// The element that holds the article: what the page marks as it, else where text is densest.
    func root(_ tree: borrowing HTMLTree) -> Int {
        let densest = densest(tree)
        let prose = densest.map { self.prose($0..<tree.nodes[$0].end) } ?? 0
        var best: [(index: Int, prose: Int)?] = [nil, nil]
        for index in tree.nodes.indices where !tree.nodes[index].isText {
            guard let rank = Self.rank(tree, index) else { continue }
            let own = self.prose(index..<tree.nodes[index].end)
            if own > best[rank]?.prose ?? 0 { best[rank] = (index, own) }
        }
        // A mark counts where it holds the better part of what is densest: teasers are marked too.
        for marked in best {
            if let marked, marked.prose >= 100, marked.prose * 2 >= prose {
                return marked.index
            }
        }
        return densest.map { widened(tree, $0, from: 1.4) } ?? 0
    }

    /// How plainly an element is marked as the article: 0 best.
    private static func rank(_ tree: borrowing HTMLTree, _ index: Int) -> Int? {
        if tree.nodes[index].tag == GUMBO_TAG_ARTICLE { return 0 }
        if let role = tree.attribute("role", of: index) {
            if role == "article" { return 0 }
            if role == "main" { return 1 }
        }
        if tree.attribute("itemprop", of: index) == "articleBody" { return 0 }
        return tree.nodes[index].tag == GUMBO_TAG_MAIN ? 1 : nil
    }

    /// The element whose own paragraphs hold most text, less what is linked.
    ///
    /// Source of the idea, that paragraphs vote for parent and grandparent: Arc90 Readability.
    private func densest(_ tree: borrowing HTMLTree) -> Int? {
        var scores: [Int: Int] = [:]
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            // Prose that begins at a node and not within it is its own.
            let own = prose(index..<index + 1)
            index += 1
            guard own > 0 else { continue }
            scores[node.parent, default: 0] += 2 * own
            scores[tree.nodes[node.parent].parent, default: 0] += own
        }
        return scores.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    /// The element around one that holds much more prose, as where an article stands in several parts.
    ///
    /// An outer element must hold so many times as much as the one within; 1.4 is set by hand on pages.
    private func widened(_ tree: borrowing HTMLTree, _ start: Int, from gain: Double) -> Int {
        var root = start
        var prose = self.prose(root..<tree.nodes[root].end)
        var outer = root
        for _ in 0..<3 {
            outer = tree.nodes[outer].parent
            let more = self.prose(outer..<tree.nodes[outer].end)
            if Double(more) >= Double(prose) * gain { (root, prose) = (outer, more) }
        }
        return root
    }
}

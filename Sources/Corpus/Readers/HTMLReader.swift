internal import CGumbo
internal import Records

/// Reads a page of the web: its article's text and what its head says.
struct HTMLReader: Reader {
    /// The words by which parts are told.
    let words: NewsWords

    func drafts(in text: [UInt8]) throws(ReadingError) -> Drafts {
        Drafts(drafts: [try draft(in: text)])
    }

    /// The draft of a page or of a fragment of one.
    func draft(in text: [UInt8]) throws(ReadingError) -> Draft {
        let tree = try HTMLTree(text)
        guard !tree.nodes.isEmpty else { return Draft() }
        let content = MainContent(tree, words: words)
        let root = content.root(tree)
        var draft = Draft()
        draft.metadata = HTMLMetadata(tree).metadata(words: words)
        let headline = draft.metadata.headline
        let title = Self.title(tree, root: root, headline: headline)
        let article = root..<tree.nodes[root].end
        let shown = ShownDates(
            tree,
            content: content,
            article: article,
            headline: title ?? Self.heading(tree, saying: headline, within: article),
            words: words.dates
        )
        draft.metadata.besideHeadline = shown.besideHeadline
        draft.metadata.shown = shown.dates
        if shown.dates.isEmpty, draft.metadata.declared.isEmpty, draft.metadata.dated.isEmpty {
            draft.metadata.dated = tree.scriptDates(words: words)
        }
        var walk = HTMLWalk(content: content, words: words, root: root, title: title)
        if let title, !(root..<tree.nodes[root].end).contains(title) {
            walk.walk(tree, title, into: &draft)
        }
        walk.walk(tree, root, into: &draft)
        Self.markHeadline(headline, in: &draft)
        return draft
    }

    /// The first-rank heading that is the headline: within the article, else the page's.
    private static func title(
        _ tree: borrowing HTMLTree,
        root: Int,
        headline: String?
    ) -> Int? {
        var headings: [Int] = []
        for index in tree.nodes.indices where tree.nodes[index].tag == GUMBO_TAG_H1 {
            if !tree.string(index).isEmpty { headings.append(index) }
        }
        let inside = headings.filter { (root..<tree.nodes[root].end).contains($0) }
        if let headline {
            for index in inside + headings where tree.string(index).folded == headline.folded {
                return index
            }
        }
        if let first = inside.first { return first }
        return headings.count == 1 ? headings[0] : nil
    }

    /// The heading of a lower rank that repeats the head's headline; else the article's first one.
    private static func heading(
        _ tree: borrowing HTMLTree,
        saying headline: String?,
        within article: Range<Int>
    ) -> Int? {
        let headline = headline?.folded
        let ranks = [GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4]
        var first: Int?
        for index in tree.nodes.indices where ranks.contains(tree.nodes[index].tag) {
            if tree.string(index).folded == headline { return index }
            if first == nil, article.contains(index) { first = index }
        }
        return first
    }

    /// Takes a line that repeats the head's headline for the headline where no heading was.
    private static func markHeadline(_ headline: String?, in draft: inout Draft) {
        guard let headline, !draft.pieces.contains(where: { $0.kind == .headline }) else { return }
        let index = draft.pieces.prefix(12).firstIndex {
            $0.range.count <= 300 && draft.string($0).folded == headline.folded
        }
        if let index { draft.pieces[index].kind = .headline }
    }
}

/// One walk over the elements of a page, in their order, that cuts their text into pieces.
private struct HTMLWalk {
    /// An element that is open and forms blocks.
    struct Frame {
        var end: Int
        var kind: Block.Kind
        /// Whether blocks within stay one piece, as in a row of a table.
        var isOnePiece: Bool
    }

    let content: MainContent
    let words: NewsWords
    let root: Int
    let title: Int?
    private var frames: [Frame] = []
    private var raw: [UInt8] = []
    private var source: Range<Int>?

    init(content: MainContent, words: NewsWords, root: Int, title: Int?) {
        self.content = content
        self.words = words
        self.root = root
        self.title = title
    }

    /// Walks over one element and appends its pieces.
    mutating func walk(_ tree: borrowing HTMLTree, _ start: Int, into draft: inout Draft) {
        let stop = tree.nodes[start].end
        var index = start
        while index < stop {
            close(before: index, into: &draft)
            let node = tree.nodes[index]
            if node.isText {
                take(tree, index)
                index += 1
            } else if index != start, isLeftOut(tree, index) {
                if HTMLWalk.isBlock(node.tag) { space(into: &draft) }
                index = node.end
            } else {
                open(tree, index, into: &draft)
                index += 1
            }
        }
        close(before: stop, into: &draft)
        flush(as: .paragraph, into: &draft)
    }

    private mutating func take(_ tree: borrowing HTMLTree, _ index: Int) {
        let text = tree.text(index)
        raw.append(contentsOf: text)
        guard text.contains(where: { !$0.isSpace }), let range = tree.source(index) else { return }
        source = (source?.lowerBound ?? range.lowerBound)..<range.upperBound
    }

    private mutating func close(before index: Int, into draft: inout Draft) {
        while let last = frames.last, last.end <= index {
            frames.removeLast()
            if frames.last?.isOnePiece == true {
                raw.append(0x20)
            } else {
                flush(as: last.kind, into: &draft)
            }
        }
    }

    /// Ends the piece at hand, or puts a space where blocks stay one piece.
    private mutating func space(into draft: inout Draft) {
        if frames.last?.isOnePiece == true {
            raw.append(0x20)
        } else {
            flush(as: frames.last?.kind ?? .paragraph, into: &draft)
        }
    }

    private mutating func flush(as kind: Block.Kind, into draft: inout Draft) {
        defer {
            raw.removeAll(keepingCapacity: true)
            source = nil
        }
        guard let source else { return }
        draft.append(kind, raw[...], source: source)
    }

    private mutating func open(_ tree: borrowing HTMLTree, _ index: Int, into draft: inout Draft) {
        let node = tree.nodes[index]
        let outer = frames.last
        if node.tag == GUMBO_TAG_BR {
            if outer?.isOnePiece == true || outer?.kind == .heading || isContinued(tree, index) {
                raw.append(0x20)
            } else {
                flush(as: outer?.kind ?? .paragraph, into: &draft)
            }
            return
        }
        guard Self.isBlock(node.tag) else { return }
        if outer?.isOnePiece == true {
            let isCell = node.tag == GUMBO_TAG_TD || node.tag == GUMBO_TAG_TH
            raw.append(contentsOf: isCell && source != nil ? Array(" | ".utf8) : [0x20])
            frames.append(Frame(end: node.end, kind: outer?.kind ?? .paragraph, isOnePiece: true))
            return
        }
        flush(as: outer?.kind ?? .paragraph, into: &draft)
        let kind = kind(tree, index, within: outer?.kind ?? .paragraph)
        let isOnePiece =
            kind == .tableRow || kind == .headline || kind == .heading || kind == .caption
        frames.append(Frame(end: node.end, kind: kind, isOnePiece: isOnePiece))
    }

    private func kind(
        _ tree: borrowing HTMLTree,
        _ index: Int,
        within outer: Block.Kind
    ) -> Block.Kind {
        if index == title { return .headline }
        let node = tree.nodes[index]
        switch node.tag {
        case GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6:
            return .heading
        case GUMBO_TAG_LI, GUMBO_TAG_DT, GUMBO_TAG_DD: return .listItem
        case GUMBO_TAG_BLOCKQUOTE: return .quotation
        case GUMBO_TAG_FIGCAPTION, GUMBO_TAG_CAPTION: return .caption
        case GUMBO_TAG_TR: return isDataRow(tree, index) ? .tableRow : outer
        default: break
        }
        switch content.effects[index] {
        case .caption where content.text(index..<node.end) < 600: return .caption
        case .quotation: return .quotation
        default: return outer
        }
    }

    /// Whether a row holds data: two short cells or more, and no table within.
    private func isDataRow(_ tree: borrowing HTMLTree, _ row: Int) -> Bool {
        var cells = 0
        for index in row..<tree.nodes[row].end {
            switch tree.nodes[index].tag {
            case GUMBO_TAG_TABLE, GUMBO_TAG_UL, GUMBO_TAG_BLOCKQUOTE: return false
            case GUMBO_TAG_TD, GUMBO_TAG_TH:
                cells += 1
                if content.text(index..<tree.nodes[index].end) > 400 { return false }
            default: continue
            }
        }
        return cells >= 2
    }

    /// Whether the line behind a `br` goes on with a small letter.
    private func isContinued(_ tree: borrowing HTMLTree, _ index: Int) -> Bool {
        let parent = tree.nodes[index].parent
        for next in index + 1..<max(index + 1, tree.nodes[parent].end) {
            if tree.nodes[next].tag == GUMBO_TAG_BR { return false }
            guard tree.nodes[next].isText, let first = tree.text(next).first(where: { !$0.isSpace })
            else { continue }
            return (0x61...0x7A).contains(first)
        }
        return true
    }

    /// Whether an element is page furniture by its tag, its names or its links.
    private func isLeftOut(_ tree: borrowing HTMLTree, _ index: Int) -> Bool {
        let node = tree.nodes[index]
        let range = index..<node.end
        if let title, range.contains(title) { return false }
        let text = content.text(range)
        if node.tag == GUMBO_TAG_HEADER, tree.nodes[root].tag != GUMBO_TAG_ARTICLE { return true }
        let whole = content.unlinked(root..<tree.nodes[root].end)
        if content.isFurniture(tree, index, of: whole) { return true }
        guard Self.isBlock(node.tag), text > 0 else { return false }
        let share = content.linkShare(range)
        switch node.tag {
        case GUMBO_TAG_UL, GUMBO_TAG_OL: return share > 0.6
        case GUMBO_TAG_DIV, GUMBO_TAG_SECTION: return share > 0.6 && text < 600
        default: return share >= 0.9 && text < 130
        }
    }

    private static let blocks: Set<UInt32> = Set(
        [
            GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
            GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER, GUMBO_TAG_DD, GUMBO_TAG_DETAILS, GUMBO_TAG_DIV,
            GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE, GUMBO_TAG_H1,
            GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_HEADER,
            GUMBO_TAG_HR, GUMBO_TAG_LI, GUMBO_TAG_MAIN, GUMBO_TAG_OL, GUMBO_TAG_P, GUMBO_TAG_PRE,
            GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE, GUMBO_TAG_TBODY, GUMBO_TAG_TD,
            GUMBO_TAG_TFOOT, GUMBO_TAG_TH, GUMBO_TAG_THEAD, GUMBO_TAG_TR, GUMBO_TAG_UL,
            GUMBO_TAG_HTML, GUMBO_TAG_HGROUP,
        ].map(\.rawValue)
    )

    private static func isBlock(_ tag: GumboTag) -> Bool { blocks.contains(tag.rawValue) }
}

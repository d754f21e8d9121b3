internal import CGumbo
internal import Records

/// The dates that a page shows, the most trusted first.
///
/// What a page declares by the names of schema.org counts first, then what stands beside its headline, then
/// its `time` elements, what its classes call a date, and a bare date in the article. Within a rank the first date in
/// the article counts, then the last one before it, then the first one behind it. A date that is called
/// one of a change counts when there is no other.
struct ShownDates: Sendable {
    private enum Rank: Int {
        case declared, besideHeadline, time, marked, bare, modified
    }

    private struct Candidate {
        var index: Int
        var rank: Rank
        var date: ArticleDate
        /// Bytes of text between the date and the headline, where it stands beside it.
        var distance: Int?
    }

    private var candidates: [Candidate] = []
    private let article: Range<Int>
    private let words: DateWords

    /// Looks for dates.
    ///
    /// - Parameters:
    ///   - tree: The page.
    ///   - content: What is known about its elements.
    ///   - article: The nodes of the article.
    ///   - headline: The heading that is the article's headline.
    ///   - words: The words of dates.
    init(
        _ tree: borrowing HTMLTree,
        content: MainContent,
        article: Range<Int>,
        headline: Int?,
        words: DateWords
    ) {
        self.article = article
        self.words = words
        let heading = headline.map { $0..<tree.nodes[$0].end }
        var index = 0
        // The end of a marked element that is too long to be a date itself: its texts may be. And of one that is taken.
        var (markedEnd, takenEnd) = (0, 0)
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            let effect = content.effects[index]
            let isElsewhere =
                (effect == .comments || effect == .drop) && !(index..<node.end).overlaps(article)
            if isElsewhere || Self.isHidden(node.tag) {
                index = node.end
                continue
            }
            let distance = heading.flatMap { content.distance(of: index..<node.end, from: $0) }
            if node.isText {
                if index >= takenEnd, distance != nil || index < markedEnd {
                    takeBareDate(tree, index, distance)
                }
            } else if let (rank, texts) = Self.texts(tree, index, content) {
                let isChange = Self.namesChange(tree, index, words: words)
                let rank = isChange ? .modified : rank
                if take(texts, index: index, rank: rank, distance: distance) { takenEnd = node.end }
            } else if effect == .meta, content.text(index..<node.end) <= 600 {
                markedEnd = max(markedEnd, node.end)
            }
            index += 1
        }
        if candidates.isEmpty { takeBareDates(tree) }
        if candidates.isEmpty { takeFoot(tree, content) }
    }

    /// Whether no page shows the text within a tag.
    private static func isHidden(_ tag: GumboTag) -> Bool {
        switch tag {
        case GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA,
            GUMBO_TAG_SVG:
            true
        default: false
        }
    }

    /// The dates, the most trusted first.
    var dates: [ArticleDate] {
        candidates.sorted { order($0) < order($1) }.map(\.date)
    }

    /// The dates beside the headline that no word calls those of a change, the nearest first.
    var besideHeadline: [ArticleDate] {
        candidates.filter { $0.distance != nil && $0.rank != .modified }
            .sorted { order($0) < order($1) }.map(\.date)
    }

    private func order(_ candidate: Candidate) -> (Int, Int, Int) {
        let (rank, index) = (candidate.rank.rawValue, candidate.index)
        if let distance = candidate.distance {
            let isBeside = [.time, .marked, .bare].contains(candidate.rank)
            return (isBeside ? Rank.besideHeadline.rawValue : rank, -1, distance)
        }
        if article.contains(index) { return (rank, 0, index) }
        return index < article.lowerBound ? (rank, 1, -index) : (rank, 2, index)
    }

    /// Takes the first of some texts that names a day; says whether one did.
    private mutating func take(_ texts: [String], index: Int, rank: Rank, distance: Int?) -> Bool {
        for text in texts {
            let scanner = DateScanner(text, words: words, readsShortYears: true)
            guard let found = scanner.dates.first(where: { $0.moment.precision != .month }) else {
                continue
            }
            add(
                found,
                of: scanner,
                Candidate(
                    index: index,
                    rank: rank,
                    date: found.moment.articleDate(.dateline),
                    distance: distance
                )
            )
            return true
        }
        return false
    }

    private mutating func add(
        _ found: DateScanner.Found,
        of scanner: DateScanner,
        _ candidate: Candidate
    ) {
        var candidate = candidate
        let before = max(0, found.tokens.lowerBound - 4)..<found.tokens.lowerBound
        let isChange =
            before.contains { scanner.meaning($0) == .modified }
            && !before.contains { scanner.meaning($0) == .published }
        if isChange, candidate.rank != .declared { candidate.rank = .modified }
        if candidate.distance == nil, [.bare, .modified].contains(candidate.rank) {
            candidate.date.source = .page
        }
        candidates.append(candidate)
    }

    /// Whether the class of an element calls its date one of a change, as `updated` does.
    private static func namesChange(
        _ tree: borrowing HTMLTree,
        _ index: Int,
        words: DateWords
    ) -> Bool {
        guard let name = tree.attribute("class", of: index) else { return false }
        let scanner = DateScanner(name, words: words)
        let meanings = scanner.tokens.indices.compactMap(scanner.meaning)
        return meanings.contains(.modified) && !meanings.contains(.published)
    }

    /// What an element that is marked as a date may say it by; nil for any other.
    private static func texts(
        _ tree: borrowing HTMLTree,
        _ index: Int,
        _ content: MainContent
    ) -> (rank: Rank, texts: [String])? {
        let property =
            tree.attribute("itemprop", of: index) ?? tree.attribute("property", of: index)
        let isDeclared =
            property.map { $0.lowercased() }.map {
                $0.containsBytes("datepublished") || $0.containsBytes("datecreated")
            } ?? false
        let isTime = tree.nodes[index].tag == GUMBO_TAG_TIME
        let isMarked = content.effects[index] == .meta
        guard isDeclared || isTime || isMarked, tree.nodes[index].end - index < 30 else {
            return nil
        }
        let values = [
            tree.attribute("content", of: index), tree.attribute("datetime", of: index),
            tree.attribute("title", of: index), tree.attribute("data-date-time", of: index),
        ].compactMap(\.self)
        let shown = tree.string(index)
        let isShort = shown.utf8.count <= 120
        guard isShort || !values.isEmpty || !isMarked else { return nil }
        return (
            isDeclared ? .declared : isTime ? .time : .marked, values + (isShort ? [shown] : [])
        )
    }

    /// Takes texts that are nothing but a date, within the article or up to forty texts before it.
    private mutating func takeBareDates(_ tree: borrowing HTMLTree) {
        var seen = 0
        for index in (0..<article.upperBound).reversed() where tree.nodes[index].isText {
            if index < article.lowerBound, tree.text(index).contains(where: \.isDigit) { seen += 1 }
            guard seen <= 40 else { return }
            takeBareDate(tree, index, nil)
        }
    }

    /// Takes the date among the forty texts behind the article, where all that stand there name one day.
    private mutating func takeFoot(_ tree: borrowing HTMLTree, _ content: MainContent) {
        var (seen, index) = (0, article.upperBound)
        while index < tree.nodes.count, seen < 40 {
            if content.effects[index] == .comments {
                index = tree.nodes[index].end
                continue
            }
            if tree.nodes[index].isText, tree.text(index).contains(where: { !$0.isSpace }) {
                seen += 1
                takeBareDate(tree, index, nil)
            }
            index += 1
        }
        if Set(candidates.map(\.date.date)).count > 1 { candidates = [] }
    }

    /// Takes a text that is little more than a date.
    private mutating func takeBareDate(_ tree: borrowing HTMLTree, _ index: Int, _ distance: Int?) {
        let text = tree.text(index)
        guard (6...100).contains(text.count), text.contains(where: \.isDigit),
            !Self.isHidden(tree.nodes[tree.nodes[index].parent].tag)
        else { return }
        let line = String(decoding: text, as: UTF8.self)
        for segment in line.split(whereSeparator: { "|•·‣»".contains($0) }) {
            let scanner = DateScanner(segment, words: words, readsShortYears: true)
            guard let found = scanner.dates.first, found.moment.precision != .month,
                scanner.wordsWithoutMeaning(outside: found.tokens) <= 3
            else { continue }
            add(
                found,
                of: scanner,
                Candidate(
                    index: index,
                    rank: .bare,
                    date: found.moment.articleDate(.dateline),
                    distance: distance
                )
            )
        }
    }
}

extension DateScanner {
    /// How many words and numbers beside a date mean nothing in such a line.
    fileprivate func wordsWithoutMeaning(outside date: Range<Int>) -> Int {
        tokens.indices.count {
            !date.contains($0) && meaning($0) == nil
                && tokens[$0].text.utf8.contains(where: \.isLetterOrDigit)
        }
    }
}

extension MainContent {
    /// How many bytes of text lie between some nodes and a heading; nil when they do not stand beside it.
    ///
    /// Hand-set: 80 bytes before it, since the day of the visit often stands a little higher; or 600 behind it, of which
    /// 300 may be a standfirst's.
    fileprivate func distance(of nodes: Range<Int>, from heading: Range<Int>) -> Int? {
        if nodes.lowerBound >= heading.upperBound {
            let between = heading.upperBound..<nodes.lowerBound
            let distance = text(between)
            return distance <= 600 && prose(between) <= 300 ? distance : nil
        }
        guard nodes.upperBound <= heading.lowerBound else { return nil }
        let distance = text(nodes.upperBound..<heading.lowerBound)
        return distance <= 80 ? distance : nil
    }
}

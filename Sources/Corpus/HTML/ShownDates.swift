internal import CGumbo
internal import Records

/// The dates that a page shows and marks as its own, the most trusted first.
///
/// What a page declares by the names of schema.org counts before its `time` elements, these before what
/// its classes call a date, and that before a bare date near the article. Within a rank the first date in
/// the article counts, then the last one before it, then the first one behind it.
struct ShownDates: Sendable {
    private struct Candidate {
        var index: Int
        var rank: Int
        var date: ArticleDate
    }

    private var candidates: [Candidate] = []
    private let article: Range<Int>

    /// Looks for dates.
    init(
        _ tree: borrowing HTMLTree,
        content: MainContent,
        article: Range<Int>,
        words: DateWords
    ) {
        self.article = article
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if content.effects[index] == .comments || content.effects[index] == .drop,
                !(index..<node.end).overlaps(article)
            {
                index = node.end
                continue
            }
            if !node.isText, let (rank, texts) = Self.texts(tree, index, content) {
                take(texts, index: index, rank: rank, words: words)
            }
            index += 1
        }
        if candidates.isEmpty { takeBareDates(tree, words: words) }
    }

    /// The dates, the most trusted first.
    var dates: [ArticleDate] {
        candidates.sorted { order($0) < order($1) }.map(\.date)
    }

    private func order(_ candidate: Candidate) -> (Int, Int, Int) {
        if article.contains(candidate.index) { return (candidate.rank, 0, candidate.index) }
        if candidate.index < article.lowerBound { return (candidate.rank, 1, -candidate.index) }
        return (candidate.rank, 2, candidate.index)
    }

    private mutating func take(_ texts: [String], index: Int, rank: Int, words: DateWords) {
        for text in texts {
            let found = DateScanner(text, words: words).dates.first {
                $0.moment.precision != .month
            }
            guard let found else { continue }
            candidates.append(
                Candidate(index: index, rank: rank, date: found.moment.articleDate(.dateline))
            )
            return
        }
    }

    /// What an element that is marked as a date may say it by; nil for any other.
    private static func texts(
        _ tree: borrowing HTMLTree,
        _ index: Int,
        _ content: MainContent
    ) -> (rank: Int, texts: [String])? {
        let property =
            tree.attribute("itemprop", of: index) ?? tree.attribute("property", of: index)
        let isDeclared =
            property.map { $0.lowercased() }.map {
                $0.contains("datepublished") || $0.contains("datecreated")
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
        let rank = isDeclared ? 0 : isTime ? 1 : 2
        return (rank, values + (isShort ? [shown] : []))
    }

    /// Takes texts that are nothing but a date, within the article or up to forty texts before it.
    private mutating func takeBareDates(_ tree: borrowing HTMLTree, words: DateWords) {
        var seen = 0
        for index in (0..<article.upperBound).reversed() where tree.nodes[index].isText {
            let text = tree.text(index)
            guard (6...60).contains(text.count), text.contains(where: \.isDigit) else { continue }
            if index < article.lowerBound { seen += 1 }
            guard seen <= 40 else { return }
            let line = String(decoding: text, as: UTF8.self)
            let scanner = DateScanner(line, words: words)
            guard let date = scanner.dates.first, date.moment.precision != .month,
                scanner.tokens.count - date.tokens.count <= 4
            else { continue }
            candidates.append(
                Candidate(index: index, rank: 3, date: date.moment.articleDate(.dateline))
            )
        }
    }
}

internal import Records

/// Tells what an outlet prints beside its articles whatever they are about: standing calls, notes on their authors.
///
/// One article cannot show it. It is told of records that were joined, not of texts: these matter to each other already,
/// so that it never depends on the order in which articles come, and what an article says stays as it stands.
struct Boilerplate {
    /// The fewest articles about different things that repeat a sentence; set by hand.
    static let fewest = 3

    private let outlets: [String: String]
    private let origins: [String: Int]
    private let stories: Stories

    /// Takes the outlets of articles whose text is at hand, the numbers of their origins, and what they are about.
    init(_ articles: [Article], origins: [String: Int], stories: Stories) {
        outlets = Dictionary(
            articles.filter { !$0.text.isEmpty }.compactMap { article in
                article.outlet.map { (article.id, $0) }
            },
            uniquingKeysWith: { one, _ in one }
        )
        self.origins = origins
        self.stories = stories
    }

    /// Whether reports of one thing all rest on one sentence that a single outlet repeats under different articles.
    ///
    /// Reprints of a story, and articles about the same people and places, count as one: they may well repeat what
    /// happened, word for word.
    ///
    /// - Complexity: O(*n*) in the number of reports.
    func holds(_ group: [Report]) -> Bool {
        guard group.count >= Self.fewest, let first = group.first?.record,
            let outlet = outlets[first.article],
            group.allSatisfy({
                outlets[$0.record.article] == outlet
                    && $0.record.evidence.lazy.map(\.quote).elementsEqual(
                        first.evidence.lazy.map(\.quote)
                    )
            })
        else { return false }
        var apart: [String] = []
        for report in group where apart.count < Self.fewest {
            let article = report.record.article
            let isOther = apart.allSatisfy {
                $0 != article && (origins[$0] == nil || origins[$0] != origins[article])
                    && !stories.shareNames($0, article)
            }
            if isOther { apart.append(article) }
        }
        return apart.count == Self.fewest
    }
}

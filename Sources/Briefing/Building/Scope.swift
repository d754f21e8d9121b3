internal import Records

/// Which articles a brief may speak of, and which of them are its own.
struct Scope {
    /// The articles of the period, by id.
    let admitted: [Article]
    /// All that may be cited: those of the period, late ones, and with a history also earlier ones.
    let known: [String: Article]
    /// The ids of late articles, by date and id.
    let late: [String]
    /// The articles that stand in another file too and are not counted, with those that are.
    let twins: [(article: Article, of: Article)]

    private let own: Set<String>
    private let period: Period

    /// Decides by the history where it says so, else by dates.
    init(_ articles: [Article], period: Period, history: BriefHistory) {
        let told = Twins(articles)
        let articles = told.articles
        twins = told.others
        let late = articles.filter { history.late.contains($0.id) }
        let admitted = articles.filter { article in
            !history.late.contains(article.id)
                && (history.admitted?.contains(article.id) ?? period.admits(article))
        }
        let isOver = { (article: Article) in
            guard let last = period.last, let date = article.published?.date else { return true }
            return date.first <= last
        }
        let earlier = history == .none ? [] : articles.filter(isOver)
        self.admitted = admitted.sorted { $0.id < $1.id }
        known = Dictionary(
            (admitted + late + earlier).map { ($0.id, $0) },
            uniquingKeysWith: { one, _ in one }
        )
        self.late = late.map { (date: $0.published?.date.last.number ?? .max, id: $0.id) }
            .sorted { $0 < $1 }.map(\.id)
        own = Set(admitted.map(\.id))
        self.period = period
    }

    /// Whether an article is one of the period.
    func isOwn(_ article: String) -> Bool { own.contains(article) }

    /// Whether articles of the period tell a finding.
    ///
    /// An undated article tells of the period unless the fact itself is dated outside.
    func tells(_ finding: Finding) -> Bool {
        guard finding.records.contains(where: { own.contains($0.article) }) else { return false }
        guard let date = finding.fact.date, !period.admits(date) else { return true }
        return finding.records.contains { known[$0.article]?.published != nil }
    }

    /// A finding with only what known articles tell; nil where they tell nothing of it.
    func restricted(_ finding: Finding) -> Finding? {
        var finding = finding
        finding.records = finding.records.filter { known[$0.article] != nil }
        guard !finding.records.isEmpty else { return nil }
        finding.origins = finding.origins.compactMap { origin in
            let left = origin.articles.filter { known[$0] != nil }
            return left.isEmpty
                ? nil : Origin(articles: left, reason: left.count > 1 ? origin.reason : nil)
        }
        finding.conflicts = finding.conflicts.compactMap(restricted)
        finding.history = finding.history.compactMap { moment in
            var moment = moment
            moment.evidence.removeAll { known[$0.article] == nil }
            return moment.evidence.isEmpty ? nil : moment
        }
        return finding
    }

    /// A conflict with only what known articles say; nil where they do not disagree.
    func restricted(_ conflict: Conflict) -> Conflict? {
        var conflict = conflict
        conflict.claims = conflict.claims.compactMap { claim in
            let left = claim.evidence.filter { known[$0.article] != nil }
            return left.isEmpty ? nil : Conflict.Claim(value: claim.value, evidence: left)
        }
        return conflict.claims.count > 1 ? conflict : nil
    }
}

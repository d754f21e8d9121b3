public import Records

/// Makes a brief of findings: what is in, in which order, in which words, with which numbers.
///
/// The same input gives the same brief, in whatever order findings and articles come.
public struct BriefBuilder: Sendable {
    let options: BriefOptions
    let phrases: Phrases

    /// Makes a builder that speaks a language's phrases.
    public init(options: BriefOptions = BriefOptions(), phrases: Phrases) {
        self.options = options
        self.phrases = phrases
    }

    /// The brief of findings.
    ///
    /// What was published after the period must not be known to a brief of the period: consolidate
    /// only the records of articles that the period admits. Findings that none of its articles tell
    /// are left out here.
    ///
    /// - Parameters:
    ///   - findings: The findings, in any order.
    ///   - articles: The articles that were read, in any order.
    ///   - origins: The origins of the articles, each article in one.
    ///   - coverage: What reading the articles came to.
    ///   - history: What is remembered of earlier editions. With it, findings, articles and origins
    ///     of earlier periods may be given too: changes, late reports and the support of what the
    ///     period tells again rest on them.
    ///   - proposals: Officials who may be one person; told beside the officials that are printed.
    ///   - comparing: Given the ids of the findings that are shown, what changed of them; takes the place
    ///     of the history’s changes.
    /// - Returns: The brief.
    public func brief(
        findings: [Finding],
        articles: [Article],
        origins: [Origin],
        coverage: Coverage,
        history: BriefHistory = .none,
        proposals: [Proposal] = [],
        comparing: ((_ shown: Set<String>) -> [Change])? = nil
    ) -> Brief {
        var history = history
        let scope = Scope(articles, period: options.period, history: history)
        let cutOff = scope.admitted.compactMap(\.published).max { $0.isEarlier(than: $1) }
        let drafts = drafts(of: findings, scope, &history, cutOff: cutOff?.date.last, comparing)
        var numbering = Numbering()
        let chosen = selections(of: drafts, scope, history)
        let points = options.parts.contains(.keyPoints) ? keyPoints(chosen, &numbering) : []
        let changes = changes(history, drafts, scope, &numbering)
        let late = isFollowing(history) ? numbering.cite(scope.late) : []
        let sectioned = chosen.filter { options.parts.contains(Brief.Part($0.key)) }
        var sections = Fact.Kind.allCases.map { section($0, sectioned[$0], &numbering) }
        let shown = sections.flatMap(\.items)
        sections[1].notes += notes(on: proposals, among: sections[1].items)
        if options.parts.contains(.questions) {
            sections[3].earlier = earlierQuestions(history, beside: chosen[.question])
            sections[3].notes += note(onEarlier: sections[3].earlier)
        }
        let printed = Fact.Kind.allCases.flatMap { chosen[$0]?.printed ?? [] }
        let conflicts = conflicts(of: printed, scope, &numbering)
        let datesAhead = datesAhead(printed, after: cutOff?.date.last, &numbering)
        let cited = numbering.articles.count
        for index in sections.indices {
            let rest = sectioned[sections[index].kind] ?? Selection()
            sections[index].further = rest.further.map { item($0, &numbering) }
            sections[index].withheld = rest.withheld.map { item($0, &numbering) }
        }
        _ = numbering.cite(scope.admitted.map(\.id))
        let sources = Sources(
            phrases: phrases,
            articles: scope.known,
            origins: origins,
            findings: drafts.map(\.finding)
        ).sources(numbering.articles, cited: cited)
        return Brief(
            header: header(sources, scope, cutOff, history),
            keyPoints: points,
            changes: changes,
            lateReports: isFollowing(history)
                ? lateReports(sources.filter { late.contains($0.number) }, drafts) : nil,
            decisions: sections[0],
            officials: sections[1],
            deals: sections[2],
            questions: sections[3],
            statements: sections[4],
            figures: sections[5],
            conflicts: conflicts,
            datesAhead: datesAhead,
            sources: sources,
            coverage: note(on: coverage, sources, scope, of: articles.count, shown, history),
            confidenceRule: ConfidenceRule(phrases: phrases).sentences(
                isLifted: shown.contains { $0.confirmation != nil }
            ),
            parts: options.parts
        )
    }

    /// What becomes of the drafts that the period tells, by type; an answered question is no longer open.
    ///
    /// A section that is not printed takes nothing from the other parts: key points, changes, conflicts and
    /// dates ahead speak of all types.
    private func selections(
        of drafts: [Draft],
        _ scope: Scope,
        _ history: BriefHistory
    ) -> [Fact.Kind: Selection] {
        let answers = history.answers
        let told = drafts.filter { scope.tells($0.finding) && answers[$0.finding.id] == nil }
        return Dictionary(grouping: told) { $0.finding.fact.kind }
            .filter { options.isTold($0.key) }
            .mapValues { selection(of: $0) }
    }

    /// Drafts of all findings that the brief may speak of, weightiest first: what articles of the
    /// period or late ones tell, what changed, and what answers a question.
    private func drafts(
        of findings: [Finding],
        _ scope: Scope,
        _ history: inout BriefHistory,
        cutOff: Day?,
        _ comparing: ((Set<String>) -> [Change])?
    ) -> [Draft] {
        let drafting = Drafting(
            phrases: phrases,
            headlines: Headlines(phrases: phrases),
            rule: ConfidenceRule(phrases: phrases),
            articles: scope.known,
            cutOff: cutOff,
            firstSeen: history.firstSeen,
            answers: answers(history, among: findings)
        )
        let late = Set(scope.late)
        var rest = findings.compactMap(scope.restricted)
        let told = rest.partition { finding in
            scope.tells(finding) || finding.records.contains { late.contains($0.article) }
        }
        var drafts = drafting.drafts(of: rest[told...])
        if let comparing {
            // Before anything is compared, no question counts as answered.
            history.changes = []
            history.changes = comparing(shown(drafts.ranked, scope, history))
        }
        let named = Set(history.changes.map(\.finding)).union(history.answers.values)
        drafts += drafting.drafts(of: rest[..<told].filter { named.contains($0.id) })
        return drafts.ranked
    }

    /// The findings that answer questions which are told for the first time.
    private func answers(_ history: BriefHistory, among findings: [Finding]) -> [String: Finding] {
        guard !history.answered.isEmpty else { return [:] }
        let ids = Set(history.answered.values)
        let known = Dictionary(
            findings.filter { ids.contains($0.id) }.map { ($0.id, $0) },
            uniquingKeysWith: { one, _ in one }
        )
        return history.answered.compactMapValues { known[$0] }
    }

    /// The ids of the findings that sections and late reports show.
    private func shown(_ drafts: [Draft], _ scope: Scope, _ history: BriefHistory) -> Set<String> {
        let printed = selections(of: drafts, scope, history).values.flatMap(\.printed)
        let late = Set(isFollowing(history) ? scope.late : [])
        let reported = reported(drafts).filter { !late.isDisjoint(with: $0.articles) }
        return Set((printed + reported).map(\.finding.id))
    }
}

extension ArticleDate {
    /// Whether the date lies before another, as far as both are known; time zones count where both have one.
    fileprivate func isEarlier(than other: ArticleDate) -> Bool {
        let zones = zoneOffset != nil && other.zoneOffset != nil
        func seconds(_ date: ArticleDate) -> Int {
            date.date.last.number * 86_400 + (date.secondOfDay ?? 0)
                - (zones ? date.zoneOffset ?? 0 : 0)
        }
        return seconds(self) != seconds(other)
            ? seconds(self) < seconds(other) : "\(self)" < "\(other)"
    }
}

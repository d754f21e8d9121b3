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
    /// - Returns: The brief.
    public func brief(
        findings: [Finding],
        articles: [Article],
        origins: [Origin],
        coverage: Coverage,
        history: BriefHistory = .none
    ) -> Brief {
        let admitted = articles.filter { options.period.admits($0) }.sorted { $0.id < $1.id }
        let byID = Dictionary(admitted.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        let cutOff = admitted.compactMap(\.published).max { $0.isEarlier(than: $1) }
        let drafting = Drafting(
            phrases: phrases,
            headlines: Headlines(phrases: phrases),
            rule: ConfidenceRule(phrases: phrases),
            articles: byID,
            cutOff: cutOff?.date.last
        )
        let drafts = findings.compactMap { restricted($0, to: byID) }.map(drafting.draft)
            .sorted { ($1.strength, $0.finding.id) < ($0.strength, $1.finding.id) }
        var numbering = Numbering()
        let chosen = Dictionary(grouping: drafts) { $0.finding.fact.kind }
            .mapValues { selection(of: $0) }
        let points = keyPoints(chosen, &numbering)
        var sections = Fact.Kind.allCases.map { section($0, chosen[$0], &numbering) }
        let shown = sections.flatMap(\.items)
        let conflicts = shown.flatMap { self.conflicts(of: $0, byID, &numbering) }
        let ahead = datesAhead(shown, after: cutOff?.date.last)
        let cited = numbering.articles.count
        for index in sections.indices {
            let rest = chosen[sections[index].kind] ?? Selection()
            sections[index].further = rest.further.map { item($0, &numbering) }
            sections[index].withheld = rest.withheld.map { item($0, &numbering) }
        }
        _ = numbering.cite(admitted.map(\.id))
        let sources = Sources(
            phrases: phrases,
            articles: byID,
            origins: origins,
            findings: drafts.map(\.finding)
        ).sources(numbering.articles, cited: cited)
        return Brief(
            header: header(sources, admitted, cutOff),
            keyPoints: points,
            decisions: sections[0],
            officials: sections[1],
            deals: sections[2],
            questions: sections[3],
            statements: sections[4],
            conflicts: conflicts,
            datesAhead: ahead,
            sources: sources,
            coverage: note(
                on: coverage,
                sources,
                outside: articles.count - admitted.count,
                shown: shown
            ),
            confidenceRule: ConfidenceRule(phrases: phrases).sentences
        )
    }

    /// A finding with only what articles of the period tell; nil where they tell nothing of it.
    ///
    /// An undated article tells of the period unless the fact itself is dated outside.
    private func restricted(_ finding: Finding, to articles: [String: Article]) -> Finding? {
        var finding = finding
        finding.records = finding.records.filter { articles[$0.article] != nil }
        let isUndated = finding.records.allSatisfy { articles[$0.article]?.published == nil }
        if isUndated, let date = finding.fact.date, !options.period.admits(date) { return nil }
        guard !finding.records.isEmpty else { return nil }
        finding.origins = finding.origins.compactMap { origin in
            let left = origin.articles.filter { articles[$0] != nil }
            return left.isEmpty
                ? nil : Origin(articles: left, reason: left.count > 1 ? origin.reason : nil)
        }
        finding.conflicts = finding.conflicts.compactMap { conflict in
            var conflict = conflict
            conflict.claims = conflict.claims.compactMap { claim in
                let left = claim.evidence.filter { articles[$0.article] != nil }
                return left.isEmpty ? nil : Conflict.Claim(value: claim.value, evidence: left)
            }
            return conflict.claims.count > 1 ? conflict : nil
        }
        return finding
    }

    private func header(
        _ sources: [Brief.Source],
        _ articles: [Article],
        _ cutOff: ArticleDate?
    ) -> Brief.Header {
        let outlets = Set(articles.compactMap { $0.outlet?.withoutMarkup.lowercased() }).count
        let origins = Set(sources.map(\.origin)).count
        let undated = articles.count { $0.published == nil }
        return Brief.Header(
            title: options.title?.withoutMarkup ?? phrases.text("title"),
            period: periodText,
            first: options.period.first,
            last: options.period.last,
            cutOff: cutOff,
            cutOffText: cutOff.map(phrases.words) ?? phrases.text("cutoff.none"),
            articles: articles.count,
            outlets: outlets,
            origins: origins,
            undated: undated,
            summary: phrases.text(
                "header.summary",
                [
                    "articles": phrases.count("count.article", articles.count),
                    "outlets": phrases.count("count.outlet", outlets),
                    "origins": phrases.count("count.origin", origins),
                    "undated": undated == 0 ? nil : undated.grouped,
                ]
            )
        )
    }

    private var periodText: String? {
        let (first, last) = (options.period.first, options.period.last)
        var slots: [String: String?] = [
            "first": first.map(phrases.words), "last": last.map(phrases.words),
        ]
        if let first, let last { slots["span"] = phrases.words(from: first, to: last) }
        switch options.period {
        case .all: return nil
        case .week(let year, let week):
            slots["year"] = "\(year)"
            slots["week"] = "\(week)"
            return phrases.text("period.week", slots)
        case .days where first != nil && last != nil: return phrases.text("period.days", slots)
        case .days where first != nil: return phrases.text("period.since", slots)
        case .days where last != nil: return phrases.text("period.until", slots)
        case .days: return nil
        }
    }
}

extension Fact {
    /// When what the fact tells happened, where it says so.
    var date: CalendarDate? {
        switch self {
        case .decision(let decision): decision.date
        case .deal(let deal): deal.date
        case .statement(let statement): statement.date
        case .official, .question: nil
        }
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

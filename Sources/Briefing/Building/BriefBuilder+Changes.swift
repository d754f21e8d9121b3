internal import Records

extension BriefBuilder {
    /// The most characters of a headline under a late report.
    private static let lateHeadline = 160

    /// Whether the brief tells what became of an edition before it.
    func isFollowing(_ history: BriefHistory) -> Bool {
        history.previous != nil && options.parts.contains(.changes)
    }

    /// What changed since the last edition; nil when there was none.
    func changes(
        _ history: BriefHistory,
        _ drafts: [Draft],
        _ scope: Scope,
        _ numbering: inout Numbering
    ) -> Brief.Changes? {
        guard isFollowing(history), let previous = history.previous else { return nil }
        let known = Dictionary(drafts.map { ($0.finding.id, $0) }) { one, _ in one }
        let byKind = Dictionary(grouping: history.changes) { Brief.ChangeKind($0.nature) }
        var groups: [Brief.ChangeGroup] = []
        for kind in Brief.ChangeKind.allCases {
            guard let changes = byKind[kind] else { continue }
            groups.append(
                Brief.ChangeGroup(
                    kind: kind,
                    title: phrases.text("change.\(kind.rawValue)"),
                    items: changes.map { changed($0, known, scope, history, &numbering) }
                )
            )
        }
        let missing = Brief.ChangeKind.allCases.filter { byKind[$0] == nil }
        let none = phrases.comma(
            missing.map { phrases.text("change.\($0.rawValue)").startingLower }
        )
        return Brief.Changes(
            title: phrases.text("section.changes", ["number": "\(previous.number)"]),
            since: previous.number,
            groups: groups,
            note: groups.isEmpty
                ? phrases.text("change.nothing")
                : missing.isEmpty ? nil : phrases.text("change.none", ["kinds": none])
        )
    }

    private func changed(
        _ change: Change,
        _ known: [String: Draft],
        _ scope: Scope,
        _ history: BriefHistory,
        _ numbering: inout Numbering
    ) -> Brief.ChangedItem {
        let draft = known[change.finding]
        var articles = draft?.articles ?? []
        if case .resolved(let answer) = change.nature {
            articles += (known[answer]?.articles ?? []).filter { !articles.contains($0) }
        }
        return Brief.ChangedItem(
            change: change,
            headline: draft?.headline ?? history.withdrawals[change.finding]?.headline
                ?? headline(of: change.fact, change.finding),
            details: details(of: change, known, scope, history, &numbering)
                + regrouping(change, history),
            citations: numbering.cite(articles)
        )
    }

    /// What is different, in words.
    private func details(
        of change: Change,
        _ known: [String: Draft],
        _ scope: Scope,
        _ history: BriefHistory,
        _ numbering: inout Numbering
    ) -> [String] {
        switch change.nature {
        case .new:
            return history.restorable.contains(change.finding)
                ? [phrases.text("change.restored")] : []
        case .updated(let steps):
            let edits = known[change.finding]?.finding.ruling.edits ?? []
            return steps.map { words($0, of: change.fact.kind, edits) }
        case .corroborated(let old, let new):
            let origins = phrases.count("count.origin", new)
            return [phrases.text("change.origins", ["old": old.grouped, "origins": origins])]
        case .contradicted(let conflicts):
            let finding =
                known[change.finding]?.finding
                ?? Finding(id: change.finding, fact: change.fact, records: [], origins: [])
            return conflicts.compactMap(scope.restricted).map {
                claims(of: $0, in: finding, scope, &numbering)
            }
        case .resolved(let answer):
            let headline = known[answer]?.headline
            return [phrases.text("change.answer", ["id": answer, "headline": headline])]
        case .withdrawn(let editions):
            let numbers = editions.map { phrases.text("edition.number", ["number": "\($0)"]) }
            let told = phrases.series(numbers, atMost: numbers.count)
            return [phrases.text("change.gone", ["editions": told])]
                + articles(of: history.withdrawals[change.finding])
        }
    }

    /// A value that is different, with who edited it where no article gives it.
    private func words(
        _ step: FieldChange,
        of kind: Fact.Kind,
        _ edits: [Ruling.Edit]
    ) -> String {
        let words = FieldWords(phrases: phrases)
            .step(step.field, from: step.old, to: step.new, of: kind)
        let edit = edits.last {
            $0.field == step.field || ($0.field, step.field) == ("value", "amount")
        }
        let value = phrases.text("change.value", words).startingUpper
        guard let edit else { return value }
        return value + RulingWords(phrases: phrases).words(edit.verdict, "changed")
    }

    /// Which analyst split or merged a finding, where one did.
    private func regrouping(_ change: Change, _ history: BriefHistory) -> [String] {
        guard let verdict = history.regroupings[change.finding] else { return [] }
        return [RulingWords(phrases: phrases).words(verdict, verdict.kind.rawValue)]
    }

    /// What became of the articles that told a finding, a sentence each, up to a few.
    private func articles(of withdrawal: BriefHistory.Withdrawal?) -> [String] {
        guard let withdrawal else { return [] }
        let most = 5
        let all =
            withdrawal.removed.map { ("change.removed", $0) }
            + withdrawal.edited.map { ("change.edited", $0) }
        let rest = all.count - most
        return all.prefix(most).map { phrases.text($0, ["article": $1.withoutMarkup]) }
            + (rest > 0 ? [phrases.count("change.articles", rest)] : [])
    }

    /// The most earlier questions that are printed, set by hand; tables hold them all.
    static let mostEarlier = 10

    /// The questions that earlier editions told, beside those that the period tells: still open, newest first.
    func earlierQuestions(
        _ history: BriefHistory,
        beside told: Selection?
    ) -> [Brief.EarlierQuestion] {
        let told = told ?? Selection()
        let ids = Set((told.printed + told.further + told.withheld).map(\.finding.id))
        let answers = history.answers
        return history.openQuestions.filter { !ids.contains($0.id) && answers[$0.id] == nil }
            .sorted { ($1.since?.number ?? 0, $0.id) < ($0.since?.number ?? 0, $1.id) }
            .map { question in
                Brief.EarlierQuestion(
                    id: question.id,
                    headline: question.headline ?? headline(of: question.fact, question.id),
                    since: question.since,
                    sinceText: question.since.map {
                        phrases.text("question.open", ["date": phrases.words($0)])
                    }
                )
            }
    }

    /// How many of them are not printed.
    func note(onEarlier questions: [Brief.EarlierQuestion]) -> [String] {
        let rest = questions.count - Self.mostEarlier
        let key = options.hasWorkbook ? "note.earlier" : "note.earlier.unprinted"
        return rest > 0 ? [phrases.count(key, rest)] : []
    }

    /// The values of a conflict, each with who gives it.
    private func claims(
        of conflict: Conflict,
        in finding: Finding,
        _ scope: Scope,
        _ numbering: inout Numbering
    ) -> String {
        let claims = conflict.claims.map {
            let claim = claim($0, field: conflict.field, finding, scope.known, &numbering)
            return phrases.text("change.claim", ["value": claim.value, "sources": claim.sources])
        }
        let name = FieldWords(phrases: phrases).name(of: conflict.field).startingUpper
        return phrases.text(
            "change.claims",
            ["field": name, "claims": claims.joined(separator: "; ")]
        )
    }

    /// A sentence for a fact that no article tells any more, or its own words where slots make none.
    private func headline(of fact: Fact, _ id: String) -> String {
        if SlotCheck(phrases: phrases).isSound(fact) {
            let finding = Finding(id: id, fact: fact, records: [], origins: [])
            return Headlines(phrases: phrases).sentence(finding)
        }
        let text: String =
            switch fact {
            case .decision(let decision): decision.action
            case .deal(let deal): deal.item ?? phrases.series(deal.parties)
            case .question(let question): question.about
            case .official(let official): official.name
            case .statement(let statement): statement.quote
            case .figure(let figure): figure.words
            }
        let words = text.withoutMarkup.withSingleQuotes.shortened(to: Headlines.slot)
        return phrases.text("change.fact.\(fact.kind.rawValue)", ["text": words])
    }

    /// Of what late articles tell, all that is sure enough to be printed.
    func reported(_ drafts: [Draft]) -> [Draft] {
        drafts.filter { draft in
            let kind = draft.finding.fact.kind
            return kind != .figure && isSure(draft, asked: options.confidence(for: kind))
        }
    }

    /// What late articles tell, as far as it is sure enough to be printed.
    func lateReports(_ sources: [Brief.Source], _ drafts: [Draft]) -> [Brief.LateReport] {
        let sure = reported(drafts)
        return sources.map { source in
            Brief.LateReport(
                citation: source.number,
                source: phrases.text(
                    "late.source",
                    [
                        "outlet": source.outlet, "headline": source.headline,
                        "date": source.dateText,
                    ]
                ),
                findings: sure.filter { $0.articles.contains(source.article) }.map {
                    Brief.LateFinding(
                        id: $0.finding.id,
                        headline: short($0.headline),
                        quote: quote(of: source, for: $0)
                    )
                }
            )
        }
    }

    /// The words in which a late article tells a finding.
    private func quote(of source: Brief.Source, for draft: Draft) -> Brief.Quote? {
        let records = draft.finding.records.filter { $0.article == source.article }
        guard let best = records.max(by: { $0.confidence < $1.confidence }),
            let evidence = best.evidence.first
        else { return nil }
        let words = evidence.quote.withoutMarkup.withSingleQuotes
        let text = words.shortened(to: Drafting.quote)
        guard !draft.headline.contains(text) else { return nil }
        return Brief.Quote(text: text, citation: source.number, evidence: evidence)
    }

    /// A headline that is not too long; quotation marks stay closed.
    private func short(_ headline: String) -> String {
        let short = headline.shortened(to: Self.lateHeadline)
        return short != headline && headline.hasSuffix("”") ? short + "”" : short
    }
}

extension Brief.ChangeKind {
    /// The kind of a change.
    fileprivate init(_ nature: Change.Nature) {
        switch nature {
        case .new: self = .new
        case .updated: self = .updated
        case .corroborated: self = .corroborated
        case .contradicted: self = .contradicted
        case .resolved: self = .resolved
        case .withdrawn: self = .withdrawn
        }
    }
}

internal import Records

extension BriefBuilder {
    /// The drafts of one type, by what becomes of them.
    struct Selection {
        var printed: [Draft] = []
        var further: [Draft] = []
        var withheld: [Draft] = []
    }

    /// What of a type's drafts is printed, what is beyond the section's length, what is not sure enough.
    func selection(of drafts: [Draft]) -> Selection {
        guard let kind = drafts.first?.finding.fact.kind else { return Selection() }
        let asked = options.confidence(for: kind)
        let sure = drafts.filter { isSure($0, asked: asked) }
        let withheld = drafts.filter { !isSure($0, asked: asked) }
        if kind == .figure { return figures(sure, withheld: withheld) }
        // One sentence may tell two findings; where it is the headline of both, it is printed once.
        var said: Set<String> = []
        var printed: [Draft] = []
        var further: [Draft] = []
        for draft in sure {
            let isNew = said.insert(draft.headline).inserted
            if isNew, printed.count < options.limit(for: kind) {
                printed.append(draft)
            } else {
                further.append(draft)
            }
        }
        return Selection(printed: printed, further: further, withheld: withheld)
    }

    /// Of figures the brief prints those on which reports disagree; tables hold them all.
    private func figures(_ sure: [Draft], withheld: [Draft]) -> Selection {
        let disputed = sure.filter { !$0.finding.conflicts.isEmpty }
        let printed = Array(disputed.prefix(options.limit(for: .figure)))
        let ids = Set(printed.map(\.finding.id))
        return Selection(
            printed: printed,
            further: sure.filter { !ids.contains($0.finding.id) },
            withheld: withheld
        )
    }

    /// Whether a draft may be printed: it is as sure as asked, or an analyst stands for it.
    func isSure(_ draft: Draft, asked: Double) -> Bool {
        let ruling = draft.finding.ruling
        return draft.confidence.extraction >= asked || ruling.confirmation != nil
            || ruling.pin != nil
    }

    /// The strongest decisions, deals and questions in one sentence each.
    ///
    /// Questions come last and take at most one place. What nobody is confident of takes none, nor does
    /// a question that an article merely asks.
    func keyPoints(
        _ chosen: [Fact.Kind: Selection],
        _ numbering: inout Numbering
    ) -> [Brief.KeyPoint] {
        let most = 5
        let news = ((chosen[.decision]?.printed ?? []) + (chosen[.deal]?.printed ?? []))
            .filter { $0.confidence.level != .low }
            .ranked
        let open = (chosen[.question]?.printed ?? []).filter {
            guard case .question(let question) = $0.finding.fact else { return false }
            return question.kind != .asked && $0.confidence.level != .low && !$0.isAnswered
        }.prefix(1)
        return (broadest(news, atMost: most - open.count) + open).map {
            Brief.KeyPoint(
                id: $0.finding.id,
                sentence: $0.headline,
                citations: numbering.cite($0.articles)
            )
        }
    }

    /// The strongest drafts, no sentence twice, and of one story only the strongest as long as there
    /// are other stories; what the same articles tell counts as one story.
    private func broadest(_ drafts: [Draft], atMost count: Int) -> [Draft] {
        var said: Set<String> = []
        var stories: Set<Set<String>> = []
        var first: [Draft] = []
        var rest: [Draft] = []
        for draft in drafts where said.insert(draft.headline).inserted {
            if stories.insert(Set(draft.articles)).inserted {
                first.append(draft)
            } else {
                rest.append(draft)
            }
        }
        return Array((first + rest).prefix(count))
    }

    /// A section of one type with what it prints; the rest is numbered after all that is printed.
    func section(
        _ kind: Fact.Kind,
        _ selection: Selection?,
        _ numbering: inout Numbering
    ) -> Brief.Section {
        let selection = selection ?? Selection()
        let printed = selection.printed.map { item($0, &numbering) }
        return Brief.Section(
            kind: kind,
            title: phrases.text("section.\(kind.rawValue)"),
            items: printed,
            further: [],
            withheld: [],
            notes: notes(
                kind,
                further: selection.further.count,
                withheld: selection.withheld.count
            )
        )
    }

    private func notes(_ kind: Fact.Kind, further: Int, withheld: Int) -> [String] {
        var notes: [String] = []
        let place = options.hasWorkbook ? "" : ".unprinted"
        if further > 0 { notes.append(phrases.count("note.further\(place)", further)) }
        if withheld > 0 {
            let confidence = "\(options.confidence(for: kind))"
            notes.append(
                phrases.count("note.withheld\(place)", withheld, ["confidence": confidence])
            )
        }
        return notes
    }

    /// Who of the printed officials may be one person; whom an analyst confirmed is nobody else.
    func notes(on proposals: [Proposal], among items: [Brief.Item]) -> [String] {
        let open = items.filter { $0.confirmation == nil }
        let findings = Dictionary(uniqueKeysWithValues: open.map { ($0.id, $0.finding) })
        return proposals.compactMap { proposal in
            guard case .official(let one)? = findings[proposal.first]?.fact,
                case .official(let two)? = findings[proposal.second]?.fact
            else { return nil }
            return phrases.text(
                "note.proposal",
                [
                    "one": one.name.withoutMarkup, "first": proposal.first,
                    "two": two.name.withoutMarkup, "second": proposal.second,
                    "reason": proposal.reason.withoutMarkup,
                ]
            )
        }
    }

    /// An item with the numbers of its sources.
    func item(_ draft: Draft, _ numbering: inout Numbering) -> Brief.Item {
        let citations = numbering.cite(draft.articles)
        let quote = draft.quote.map {
            Brief.Quote(
                text: $0.text,
                citation: numbering.number(of: $0.evidence.article),
                evidence: $0.evidence
            )
        }
        let reports = Set(draft.finding.records.map(\.article)).count
        let origins = draft.finding.origins.count
        let rulings = RulingWords(phrases: phrases)
        return Brief.Item(
            finding: draft.finding,
            headline: draft.headline,
            details: draft.details,
            quote: quote,
            citations: citations,
            reports: reports,
            origins: origins,
            support: phrases.text(
                "support",
                [
                    "reports": phrases.count("count.report", reports),
                    "origins": phrases.count("count.origin", origins),
                ]
            ),
            confidence: draft.confidence,
            isUndated: draft.isUndated,
            openSince: draft.openSince,
            pin: draft.finding.ruling.pin.map { rulings.words($0, "pinned") },
            confirmation: draft.finding.ruling.confirmation.map { rulings.words($0, "confirmed") },
            edits: rulings.edits(of: draft.finding)
        )
    }
}

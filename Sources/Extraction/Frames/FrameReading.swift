internal import Language
internal import Records

/// Tries the frames on the sentences of one article.
struct FrameReading {
    let analysis: Analysis
    let frames: FrameSet
    let reader: ClauseReader
    let parties: PartyFinder

    init(_ analysis: Analysis, frames: FrameSet) {
        self.analysis = analysis
        self.frames = frames
        reader = ClauseReader(analysis, grammar: frames.grammar)
        parties = PartyFinder(reader, agreements: frames.agreements)
    }

    /// What a sentence tells, one draft a clause, in text order.
    func drafts(in index: Int) -> [Draft] {
        let sentence = analysis.document.sentences[index].tokens
        guard !isPersonal(sentence) else { return [] }
        var found: [Draft] = []
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            guard
                let hit = frames.triggers.longest(
                    at: token,
                    before: sentence.upperBound,
                    in: reader.tokens
                )
            else {
                token += 1
                continue
            }
            let trigger = token..<(token + hit.length)
            for value in hit.values {
                if let draft = draft(of: value, at: trigger, in: index) { found.append(draft) }
            }
            token += 1
        }
        found += questions(in: index)
        return chosen(found)
    }

    /// Leaves one draft a clause: a deal before a decision, the telling before the bare.
    private func chosen(_ drafts: [Draft]) -> [Draft] {
        guard drafts.count > 1 else { return drafts }
        let drafts = told(drafts)
        var kept: [Draft] = []
        for draft in drafts.sorted(by: { $0.rank > $1.rank }) {
            let isTold = kept.contains { other in
                if (draft.fact.kind == .question) != (other.fact.kind == .question) { return false }
                if draft.fact.kind == .question { return other.extent.overlaps(draft.extent) }
                return other.extent.overlaps(draft.trigger) || draft.extent.overlaps(other.trigger)
            }
            if !isTold { kept.append(draft) }
        }
        return kept.filter { !isAsked($0, among: kept) }
            .sorted { $0.trigger.lowerBound < $1.trigger.lowerBound }
    }

    /// Leaves out what stands in a clause that a question of the sentence leaves open: “it is unclear when
    /// Chile will sign the treaty”.
    private func told(_ drafts: [Draft]) -> [Draft] {
        let open = drafts.compactMap(\.open)
        guard !open.isEmpty else { return drafts }
        return drafts.filter { draft in
            draft.fact.kind == .question
                || !open.contains { $0.contains(draft.trigger.lowerBound) }
        }
    }

    /// Whether what nobody is said to have decided is what a question before it leaves open: “it is
    /// not clear where the ships will be built”.
    private func isAsked(_ draft: Draft, among drafts: [Draft]) -> Bool {
        guard case .decision(let decision) = draft.fact, decision.actors.isEmpty else {
            return false
        }
        return drafts.contains {
            $0.fact.kind == .question && $0.trigger.lowerBound < draft.trigger.lowerBound
        }
    }

    private func draft(of value: FrameSet.Trigger, at trigger: Range<Int>, in index: Int) -> Draft?
    {
        let frame = frames.frames[value.frame]
        let sentence = analysis.document.sentences[index].tokens
        guard frame.family == .question || isTelling(index),
            let clause = clause(frame, value.inflection, at: trigger, in: sentence),
            frame.family == .question || !isDenied(clause) && !isImagined(clause)
        else { return nil }
        let fact: Fact? =
            switch frame.family {
            case .decision: decision(clause, frame).map(Fact.decision)
            case .deal: deal(clause, frame).map(Fact.deal)
            case .question: question(clause, frame).map(Fact.question)
            default: nil
            }
        guard let fact else { return nil }
        return Draft(
            frame: frame.name,
            fact: fact,
            confidence: confidence(of: fact, frame, isPassive: clause.verb?.isPassive == true),
            sentence: index,
            extent: clause.extent,
            trigger: trigger,
            isNominal: clause.verb == nil,
            open: frame.family == .question ? open(clause) : nil
        )
    }

    /// The frame's confidence, less where nobody is named who decided, and for what lies long back.
    private func confidence(of fact: Fact, _ frame: Frame, isPassive: Bool) -> Double {
        var share = isLongAgo(fact) ? 50.0 : 100
        if case .decision(let decision) = fact, decision.actors.isEmpty {
            // “Will be” and nobody: a forecast as often as a decision.
            share *= decision.status == .announced && isPassive ? 0.6 : 0.75
        }
        return (frame.confidence * share).rounded() / 100
    }

    /// Whether a fact is dated more than a year before the article: background, seldom news.
    private func isLongAgo(_ fact: Fact) -> Bool {
        guard let date = fact.date, let published = analysis.article.published?.date.first else {
            return false
        }
        return published.number - date.last.number > 365
    }

    /// Whether a sentence can tell what happened: it is no heading and no question.
    private func isTelling(_ index: Int) -> Bool {
        let kind = analysis.blockKinds[index]
        guard kind != .headline, kind != .heading else { return false }
        let tokens = analysis.document.sentences[index].tokens
        var first = tokens.lowerBound
        while first < tokens.upperBound - 1, reader.tokens[first].kind != .word { first += 1 }
        // “How long the route will be closed.” asks, with or without its mark.
        let isIndirect = reader.has(first, .wh) && !tokens.contains { reader.has($0, .comma) }
        return !reader.isWord(tokens.upperBound - 1, Word.question) && !isIndirect
    }
}

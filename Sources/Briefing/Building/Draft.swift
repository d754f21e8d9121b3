internal import Foundation
internal import Records

/// A finding on its way into a brief, before its sources have numbers.
struct Draft: Sendable {
    var finding: Finding
    var headline: String
    var details: [String]
    var confidence: Brief.Confidence
    /// The articles that tell it, the one of its quote first.
    var articles: [String]
    var quote: (text: String, evidence: Evidence)?
    /// How much the finding weighs against others.
    var strength: Double
    var isUndated: Bool
    /// Since when a question is open; nil for all else, and where no date is known.
    var openSince: CalendarDate?
    /// Whether it is a question that a later report answers.
    var isAnswered: Bool
}

extension [Draft] {
    /// The drafts by their strength; of equally strong ones the first by id.
    var ranked: [Draft] {
        sorted { ($1.strength, $0.finding.id) < ($0.strength, $1.finding.id) }
    }
}

/// Makes drafts of findings.
struct Drafting: Sendable {
    /// The most characters of a quote.
    static let quote = 280
    /// The most characters of the quote under an official.
    static let shortQuote = 140
    /// The most days before the cut-off that count as news.
    static let news = 7
    /// What it weighs that who did what could be said in one plain sentence.
    static let assembled = 0.5
    /// What a question weighs less that a later report answers.
    static let answered = 2.0
    /// What an analyst's pin weighs: more than everything else together.
    static let pin = 1000.0

    let phrases: Phrases
    let headlines: Headlines
    let rule: ConfidenceRule
    let articles: [String: Article]
    let cutOff: Day?
    /// The days since when findings are known, where that is remembered.
    let firstSeen: [String: Day]
    /// The findings that answer questions, by question.
    let answers: [String: Finding]

    /// Drafts of findings, in their order.
    func drafts(of findings: some Sequence<Finding>) -> [Draft] {
        Array(findings).mappedOnAllCores(draft)
    }

    func draft(_ finding: Finding) -> Draft {
        let confidence = rule.confidence(in: finding)
        let assembled =
            SlotCheck(phrases: phrases).isSound(finding) ? headlines.sentence(finding) : nil
        let evidence = assembled == nil ? mostTelling(finding) : proof(of: finding)
        let tellers = Set(finding.records.map(\.article)).sorted()
        let first = evidence.map { [$0.article] } ?? []
        return Draft(
            finding: finding,
            headline: assembled ?? verbatim(evidence),
            details: details(finding, isAssembled: assembled != nil),
            confidence: confidence,
            articles: first + tellers.filter { !first.contains($0) },
            quote: assembled == nil ? nil : quote(evidence, of: finding.fact),
            strength: strength(finding) + (assembled == nil ? 0 : Self.assembled),
            isUndated: tellers.allSatisfy { articles[$0]?.published == nil },
            openSince: finding.fact.kind == .question ? openSince(finding) : nil,
            isAnswered: answers[finding.id] != nil
        )
    }

    /// The records that a finding's quote may come from: of what was refused or ended, those that say so.
    private func tellers(of finding: Finding) -> [Record] {
        guard let status = finding.fact.status, status.isRefusal else {
            return finding.records
        }
        let saying = finding.records.filter { $0.fact.status == status }
        return saying.isEmpty ? finding.records : saying
    }

    /// The first sentence of the record that the extraction is surest of; ties go to the first.
    private func mostTelling(_ finding: Finding) -> Evidence? {
        var best: Record?
        for record in tellers(of: finding) where record.confidence > best?.confidence ?? -1 {
            best = record
        }
        return best?.evidence.first
    }

    /// The sentence that has most words of the office, or of what was decided, exchanged or asked; of equal
    /// ones that of the record that the extraction is surest of.
    private func proof(of finding: Finding) -> Evidence? {
        let slot: String? =
            switch finding.fact {
            case .decision(let decision): decision.action
            case .deal(let deal): deal.item
            case .question(let question): question.about
            case .official(let official): official.roles.first?.title
            case .statement, .figure: nil
            }
        guard let words = slot.map(words) else { return mostTelling(finding) }
        var best: (evidence: Evidence, shared: Int, confidence: Double)?
        for record in tellers(of: finding) {
            for evidence in record.evidence {
                let shared = words.intersection(self.words(evidence.quote)).count
                let isBetter =
                    best.map { ($0.shared, $0.confidence) < (shared, record.confidence) } ?? true
                if isBetter { best = (evidence, shared, record.confidence) }
            }
        }
        return best?.evidence
    }

    private func words(_ text: String) -> Set<Substring> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    }

    /// The article's own sentence as a headline, in quotation marks.
    private func verbatim(_ evidence: Evidence?) -> String {
        let words = evidence?.quote.withoutMarkup.withSingleQuotes ?? ""
        return phrases.text("quoted", ["quote": words.shortened(to: Self.quote)])
    }

    private func quote(_ evidence: Evidence?, of fact: Fact) -> (text: String, evidence: Evidence)?
    {
        guard let evidence else { return nil }
        let words = evidence.quote.withoutMarkup.withSingleQuotes
        switch fact {
        case .statement, .figure: return nil
        case .official(let official):
            let family = official.name.split(separator: " ").last.map(String.init) ?? official.name
            return (words.excerpt(around: family, length: Self.shortQuote), evidence)
        case .decision, .deal, .question: return (words.shortened(to: Self.quote), evidence)
        }
    }

    // MARK: Strength

    /// How much a finding weighs: a pin most, then its origins, then its reports.
    ///
    /// Then comes what the reader can use: the type, a value, a date; then how sure the extraction is,
    /// and how new the report is. The figures are set by hand.
    private func strength(_ finding: Finding) -> Double {
        let reports = Set(finding.records.map(\.article))
        var strength =
            3 * Double(min(finding.origins.count, 5)) + 0.75 * Double(min(reports.count, 10))
        if finding.ruling.pin != nil { strength += Self.pin }
        strength += 2 * (finding.records.map(\.confidence).max() ?? 0)
        switch finding.fact {
        case .decision(let decision):
            strength += 2 + (decision.date == nil ? 0 : 0.5) + (decision.actors.isEmpty ? -1 : 0)
        case .deal(let deal):
            strength += 2 + (deal.value == nil ? 0 : 1) + (deal.date == nil ? 0 : 0.5)
            strength += deal.parties.isEmpty ? -1 : 0
        case .question(let question): strength += question.kind == .asked ? 0 : 0.5
        case .official, .statement, .figure: break
        }
        let newest = reports.compactMap { articles[$0]?.published?.date.first }.max()
        if let newest, let cutOff, cutOff.number - newest.number < Self.news { strength += 0.5 }
        return answers[finding.id] == nil ? strength : strength - Self.answered
    }

    // MARK: Details

    private func details(_ finding: Finding, isAssembled: Bool) -> [String] {
        let details: [String?] =
            switch finding.fact {
            case .decision(let decision):
                [
                    status(decision.status, of: finding), decision.date.map(phrases.words),
                    names(decision.actors),
                ]
            case .deal(let deal):
                [
                    phrases.text("kindname.\(deal.kind.rawValue)"),
                    status(deal.status, of: finding),
                    deal.date.map(phrases.words), names(deal.parties),
                ] + (isAssembled ? [] : [deal.value.map(phrases.words), deal.item.map(short)])
            case .official(let official):
                [phrases.text("class.\(official.class.rawValue)"), affiliation(official)]
                    + [also(official)]
            case .question(let question):
                [
                    phrases.text("question.\(question.kind.rawValue)"),
                    question.raisedBy.map { phrases.text("question.raised", ["who": short($0)]) },
                    since(finding), answers[finding.id].map(answer),
                ]
            case .statement: []
            case .figure(let figure): [figure.saidBy.map(short), figure.date.map(phrases.words)]
            }
        return details.compactMap(\.self).filter { !$0.isEmpty }
    }

    /// How far a thing has come, and where it went through others before, when each was first told.
    private func status(_ status: Status, of finding: Finding) -> String {
        let steps = finding.history.filter { $0.field == "status" }
        guard steps.count > 1, steps.last?.value == status.rawValue else {
            return phrases.text("status.\(status.rawValue)")
        }
        let words = steps.map { step in
            phrases.text(
                "status.step",
                [
                    "status": FieldWords(phrases: phrases)
                        .words(step.value, step.field, of: finding.fact.kind),
                    "date": phrases.words(step.date),
                ]
            )
        }
        return words.joined(separator: " → ")
    }

    private func names(_ names: [String]) -> String {
        phrases.comma(names.distinctActors.map(short))
    }

    private func short(_ text: String) -> String { text.withoutMarkup.shortened(to: 80) }

    private func affiliation(_ official: Official) -> String? {
        let title = official.roles.first?.title ?? ""
        guard let name = official.affiliation.map(short), !title.contains(name),
            title.contains(where: \.isUppercase) || official.roles.first?.country == nil
        else { return nil }
        return name
    }

    private func also(_ official: Official) -> String? {
        let others = official.roles.dropFirst().prefix(3).map { short($0.title) }
        return others.isEmpty
            ? nil : phrases.text("official.also", ["roles": phrases.comma(Array(others))])
    }

    private func since(_ finding: Finding) -> String? {
        let key = firstSeen[finding.id] == nil ? "question.since" : "question.open"
        return openSince(finding).map { phrases.text(key, ["date": phrases.words($0)]) }
    }

    private func answer(_ finding: Finding) -> String {
        var headline = headlines.sentence(finding)
        while headline.last == "." { headline.removeLast() }
        return phrases.text(
            "question.answered",
            ["answer": headline.shortened(to: Self.shortQuote), "id": finding.id]
        )
    }

    private func openSince(_ finding: Finding) -> CalendarDate? {
        firstSeen[finding.id].map(CalendarDate.day)
            ?? finding.records.compactMap { articles[$0.article]?.published?.date }.min()
    }
}

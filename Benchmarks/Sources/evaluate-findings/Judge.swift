import Findings
import Records

/// Compares findings with what annotators found across the articles of the same events.
struct Judge {
    let events: [GoldEvent]
    /// The gold facts of an article, by the name of its gold file.
    let gold: [String: GoldArticle]
    let findings: [Finding]
    /// The people who may be one.
    let proposals: [Proposal]
    /// The origins of all articles.
    let origins: [Origin]
    /// Why records were joined or kept apart.
    let links: [Link]

    /// The marks of the articles' gold facts: what a record tells is known by the words in its sentences.
    private let marks: [String: [[String]]]
    private let sentences: [String: [String]]

    init(
        events: [GoldEvent],
        gold: [String: GoldArticle],
        findings: [Finding],
        proposals: [Proposal],
        origins: [Origin],
        links: [Link]
    ) {
        self.links = links
        self.events = events
        self.gold = gold
        self.findings = findings
        self.proposals = proposals
        self.origins = origins
        marks = gold.mapValues { article in
            article.facts.filter { $0.fact.kind != .official }
                .map { $0.anchors.map(\.comparable) }
        }
        sentences = Dictionary(
            findings.flatMap(\.records).map { ($0.key, $0.evidence.map(\.quote.comparable)) },
            uniquingKeysWith: { one, _ in one }
        )
    }

    func sentences(of record: Record) -> [String] { sentences[record.key] ?? [] }

    /// Whether one of a record's sentences holds the words.
    func holds(_ record: Record, _ anchor: GoldEvent.Anchor) -> Bool {
        record.article.goldName == anchor.article
            && sentences(of: record).contains { $0.contains(anchor.words.comparable) }
    }

    /// The findings of facts, not of people, with records of several articles.
    var joined: [Finding] {
        findings.filter {
            $0.fact.kind != .official && $0.fact.kind != .figure && $0.isTold(byAtLeast: 2)
        }
    }
}

// MARK: Shared facts

extension Judge {
    /// What became of a shared fact.
    struct FactOutcome {
        var event: String
        var fact: String
        /// The anchors that lie in a record.
        var told: Int
        /// The articles of the anchors that lie in a record.
        var articles: Int
        /// Whether all anchors that lie in a record end in one finding.
        var isJoined: Bool
        /// The largest number of its articles that one finding joins.
        var most: Int
        /// The records that its anchors lie in, with their findings.
        var records: [(record: Record, finding: String)]
    }

    var facts: [FactOutcome] {
        events.flatMap { event in event.shared_facts.map { outcome(of: $0, in: event) } }
    }

    private func outcome(of fact: GoldEvent.SharedFact, in event: GoldEvent) -> FactOutcome {
        let told = fact.in.map { anchor in
            Set(
                findings.indices.filter { index in
                    findings[index].fact.canTell(fact)
                        && findings[index].records.contains { holds($0, anchor) }
                }
            )
        }
        let known = zip(fact.in, told).filter { !$1.isEmpty }
        let articles = Set(known.map(\.0.article))
        let joint = known.map(\.1).reduce(known.first?.1 ?? []) { $0.intersection($1) }
        let candidates = known.reduce(into: Set<Int>()) { $0.formUnion($1.1) }
        let most =
            candidates.map { index in
                Set(known.filter { $0.1.contains(index) }.map(\.0.article)).count
            }.max() ?? 0
        return FactOutcome(
            event: event.event,
            fact: fact.fact,
            told: known.count,
            articles: articles.count,
            isJoined: articles.count > 1 && !joint.isEmpty,
            most: most,
            records: candidates.sorted().flatMap { index in
                findings[index].records.filter { record in fact.in.contains { holds(record, $0) } }
                    .map { ($0, findings[index].id) }
            }
        )
    }
}

// MARK: Precision

extension Judge {
    /// Whether a finding of several articles is right.
    enum Verdict: String {
        /// All its records tell one shared fact.
        case right
        /// Records of it tell different facts, or are of different events.
        case wrong
        /// The annotators list no fact for one of its records; a person has to look.
        case unlisted
    }

    func verdict(on finding: Finding) -> Verdict {
        let told = finding.records.map(sharedFacts)
        let common = told.dropFirst().reduce(told[0]) { $0.intersection($1) }
        if !common.isEmpty { return .right }
        let groups = finding.records.map { record in
            Set(events.indices.filter { events[$0].articles.contains(record.article.goldName) })
        }
        if groups.dropFirst().reduce(groups[0], { $0.intersection($1) }).isEmpty { return .wrong }
        let listed = told.filter { !$0.isEmpty }
        let agreed = listed.dropFirst().reduce(listed.first ?? []) { $0.intersection($1) }
        return listed.count > 1 && agreed.isEmpty ? .wrong : .unlisted
    }

    /// The shared facts that a record tells: those whose words stand in its sentences, or in those of
    /// the same gold fact.
    private func sharedFacts(of record: Record) -> Set<String> {
        let article = record.article.goldName
        let own = sentences(of: record)
        let told = (marks[article] ?? []).filter { facts in
            facts.contains { mark in own.contains { $0.contains(mark) } }
        }.flatMap(\.self)
        var result: Set<String> = []
        for event in events where event.articles.contains(article) {
            for fact in event.shared_facts {
                let isTold = fact.in.contains { anchor in
                    guard anchor.article == article else { return false }
                    let words = anchor.words.comparable
                    return own.contains { $0.contains(words) }
                        || told.contains { $0.contains(words) || words.contains($0) }
                }
                if isTold { result.insert("\(event.event): \(fact.fact)") }
            }
        }
        return result
    }
}

// MARK: Disagreements and reprints

extension Judge {
    /// The conflicts that a brief can show; what a deal's reports pay is told once, and not again of the
    /// figures in their sentences.
    var shown: [Conflict] {
        let figures = findings.filter { $0.fact.kind == .figure }.flatMap(\.conflicts)
        let others = findings.filter { $0.fact.kind != .figure }.flatMap(\.conflicts)
        return others + figures.filter { figure in !others.contains { $0.tells(of: figure) } }
    }

    /// Whether a conflict sets at least two of a disagreement's values apart, or a proposal shows two
    /// spellings of a name side by side.
    func isFound(_ disagreement: GoldEvent.Disagreement) -> Bool {
        let conflicts = shown.map { $0.claims.map(\.evidence) }
        return (conflicts + proposals.map(sides)).contains { claims in
            let told = claims.map { values(of: disagreement, in: $0) }.filter { !$0.isEmpty }
            return told.count > 1 && Set(told).count > 1
        }
    }

    /// The values of a disagreement that stand in some sentences.
    private func values(of disagreement: GoldEvent.Disagreement, in evidence: [Evidence]) -> Set<
        Int
    > {
        Set(
            disagreement.values.indices.filter { index in
                disagreement.values[index].in.contains { anchor in
                    evidence.contains {
                        $0.article.goldName == anchor.article
                            && $0.quote.comparable.contains(anchor.words.comparable)
                    }
                }
            }
        )
    }

    /// The sentences behind the two findings of a proposal.
    func sides(of proposal: Proposal) -> [[Evidence]] {
        [proposal.first, proposal.second].map { id in
            findings.first { $0.id == id }?.records.flatMap(\.evidence) ?? []
        }
    }

    /// The pairs of articles that annotators call one origin.
    var reprintPairs: Set<[String]> {
        Set(events.flatMap(\.reprints).flatMap { $0.articles.pairs })
    }

    /// The pairs of articles that the program calls one origin.
    var originPairs: Set<[String]> {
        Set(origins.flatMap { $0.articles.map(\.goldName).pairs })
    }
}

extension [String] {
    /// All pairs, each sorted.
    fileprivate var pairs: [[String]] {
        indices.flatMap { one in self[(one + 1)...].map { [self[one], $0].sorted() } }
    }
}

extension Fact {
    /// Whether it may be what a shared fact tells: people are judged apart, and a figure tells a fact
    /// only if the annotators give the number.
    fileprivate func canTell(_ fact: GoldEvent.SharedFact) -> Bool {
        switch self {
        case .official: return false
        case .figure(let figure):
            let number = figure.words.split { !$0.isNumber && $0 != "." && $0 != "," }.first
            return number.map {
                fact.fact.split { !$0.isNumber && $0 != "." && $0 != "," }.contains($0)
            } ?? false
        default: return true
        }
    }
}

extension Record {
    fileprivate var key: String { "\(article)\t\(id)" }
}

extension Finding {
    /// Whether records of so many articles tell it.
    func isTold(byAtLeast count: Int) -> Bool { Set(records.map(\.article)).count >= count }
}

extension String {
    /// The name of the gold file for an article: the base name of its path without the ending.
    var goldName: String {
        let base = split(separator: "/").last ?? ""
        let plain = base.split(separator: "#").first ?? base
        return plain.lastIndex(of: ".").map { String(plain[..<$0]) } ?? String(plain)
    }
}

public import Findings
internal import Foundation
public import Ledger
internal import Records

extension ConsolidationLookup: ConsolidationMemory {}

extension Desk {
    /// Brings the findings up to date with the articles up to a day; where nothing changed, nothing is done.
    ///
    /// - Parameters:
    ///   - day: The day; nil for all articles.
    ///   - program: Names the program for the ledger: another name lets everything be consolidated anew.
    /// - Throws: Why the ledger or the word tables could not be read or written.
    func consolidate(until day: Day?, as program: String = Self.program) throws {
        try ledger.consolidate(until: day, program: program) { gap, memory in
            let consolidation = Consolidation(try vocabulary.value())
            if let gap { return try consolidation.part(around: gap, in: memory) }
            let all = try memory.everything()
            return consolidation.whole(of: all.records, articles: all.articles)
        }
    }

    /// All that is known.
    func knowledge() throws -> Knowledge {
        try consolidate(until: nil)
        let articles = try ledger.articles()
        return try knowledge(
            of: ledger.standingFindings(),
            articles: articles,
            origins: ledger.origins(),
            verdicts(),
            known: articles.count
        )
    }

    /// What an edition needs of all that is known up to the end of its period: some findings, and what verdicts
    /// name.
    ///
    /// - Parameters:
    ///   - articles: The articles of the edition.
    ///   - ids: What its articles tell, and what earlier editions told of which something changed.
    /// - Returns: What is known of these, and of nothing else.
    /// - Throws: Why the ledger, the word tables or the verdicts could not be read.
    func knowledge(of articles: EditionArticles, _ ids: Set<String>) throws -> Knowledge {
        let (aliases, verdicts) = (try ledger.aliases(), try verdicts())
        var ids = ids
        for id in verdicts.flatMap({ [$0.id, $0.value].compactMap(\.self) }) {
            ids.insert(aliases[id] ?? id)
        }
        let findings = try ledger.standingFindings(ids)
        let tellers = Set(findings.flatMap { $0.records.map(\.article) })
            .union(articles.admitted).union(articles.late)
        let origins = try ledger.origins(of: tellers)
        return try knowledge(
            of: findings,
            articles: ledger.articles(tellers.union(origins.flatMap(\.articles))),
            origins: origins,
            verdicts,
            known: articles.known
        )
    }

    private func knowledge(
        of findings: [Finding],
        articles: [Article],
        origins: [Origin],
        _ verdicts: [Verdict],
        known: Int
    ) throws -> Knowledge {
        try ledger.setVerdicts(verdicts)
        let aliases = try ledger.aliases()
        let ruled = Verdicts(verdicts, aliases: aliases, origins: origins).applied(to: findings)
        let split = Set((ruled.findings + ruled.rejected).map(\.id)).subtracting(findings.map(\.id))
        return Knowledge(
            articles: articles,
            origins: origins,
            findings: ruled.findings,
            proposals: try proposals(among: ruled.findings),
            rejected: Set(ruled.rejected.map(\.id)),
            merged: Set(ruled.merged.keys),
            split: split,
            regroupings: Self.regroupings(by: verdicts, aliases, ruled.merged, split),
            elsewhere: known - articles.count
        )
    }

    /// The verdicts that split findings or merged others into them, by the id of what they made.
    private static func regroupings(
        by verdicts: [Verdict],
        _ aliases: [String: String],
        _ merged: [String: String],
        _ split: Set<String>
    ) -> [String: Verdict] {
        var regroupings: [String: Verdict] = [:]
        func now(_ id: String) -> String {
            let id = aliases[id] ?? id
            return merged[id] ?? id
        }
        for verdict in verdicts {
            if verdict.kind == .split { regroupings[now(verdict.id)] = verdict }
            if verdict.kind == .mergeWith, let other = verdict.value {
                regroupings[now(other)] = verdict
            }
        }
        // Of several splits it is not known which one made what.
        let splits = verdicts.filter { $0.kind == .split }
        for id in split {
            regroupings[id] = splits.count == 1 ? splits[0] : Verdict(id: id, kind: .split)
        }
        return regroupings
    }

    /// The officials who may be one person with one of those found, under another spelling.
    private func proposals(among findings: [Finding]) throws -> [Proposal] {
        let consolidation = Consolidation(try vocabulary.value())
        let keys = Set(findings.flatMap(consolidation.namesakeKeys))
        let found = Set(findings.map(\.id))
        let namesakes = try ledger.findings(sharing: keys).filter { !found.contains($0.id) }
        return consolidation.proposals(among: findings + namesakes)
    }
}

/// The verdicts of analysts, ready to be applied to findings.
public struct Verdicts: Hashable, Sendable {
    /// What applying verdicts came to.
    public struct Outcome: Hashable, Sendable {
        /// The findings that stay, the pinned ones first and else in the order they came in.
        public var findings: [Finding]
        /// The findings that an analyst rejected.
        public var rejected: [Finding]
        /// The ids of findings that became part of another, with the other’s id.
        public var merged: [String: String]
        /// The verdicts that found nothing to rule on, such as those on withdrawn findings.
        public var unapplied: [Verdict]
    }

    private let verdicts: [Verdict]
    private let aliases: [String: String]
    private let origins: [Origin]

    /// Makes verdicts ready.
    ///
    /// - Parameters:
    ///   - verdicts: The verdicts in the order they were given; of two that exclude each other, the
    ///     later counts.
    ///   - aliases: Former ids of findings, with the ids they have now.
    ///   - origins: The origins of all articles, so that a merger counts copies as one.
    public init(
        _ verdicts: [Verdict],
        aliases: [String: String] = [:],
        origins: [Origin] = []
    ) {
        self.verdicts = verdicts
        self.aliases = aliases
        self.origins = origins
    }

    /// The findings as the verdicts leave them: first what belongs together, then what it says.
    ///
    /// A merger keeps what the other finding says, and a split what the rest says; both keep the id of
    /// the finding that stays. What they say is told by their own accounts: no new conflict is looked
    /// for between them.
    public func applied(to findings: [Finding]) -> Outcome {
        var docket = Docket(findings, aliases: aliases, origins: origins)
        for verdict in verdicts where verdict.kind == .split { docket.split(verdict) }
        for verdict in verdicts where verdict.kind == .mergeWith { docket.merge(verdict) }
        for verdict in verdicts { docket.rule(verdict) }
        return docket.outcome
    }
}

/// The findings while verdicts are applied to them.
private struct Docket {
    private var findings: [String: Finding]
    private var order: [String]
    private var aliases: [String: String]
    private let origins: [Origin]
    private var merged: [String: String] = [:]
    private var rejected: Set<String> = []
    private var unapplied: [Verdict] = []

    init(_ findings: [Finding], aliases: [String: String], origins: [Origin]) {
        self.findings = Dictionary(findings.map { ($0.id, $0) }) { first, _ in first }
        self.order = findings.map(\.id)
        self.aliases = aliases
        self.origins = origins
    }

    var outcome: Verdicts.Outcome {
        let all = order.compactMap { findings[$0] }
        let kept = all.filter { !rejected.contains($0.id) }
        return Verdicts.Outcome(
            findings: kept.filter { $0.ruling.pin != nil } + kept.filter { $0.ruling.pin == nil },
            rejected: all.filter { rejected.contains($0.id) },
            merged: merged,
            unapplied: unapplied
        )
    }

    /// The finding that an id or one of its aliases stands for.
    private func finding(_ id: String) -> Finding? {
        var id = id
        var seen: Set<String> = []
        while findings[id] == nil, let next = merged[id] ?? aliases[id], seen.insert(id).inserted {
            id = next
        }
        return findings[id]
    }

    mutating func split(_ verdict: Verdict) {
        guard var rest = finding(verdict.id) else { return unapplied.append(verdict) }
        let named = Set((verdict.value ?? "").split(separator: "|").map(String.init))
        let leaving = rest.records.filter { named.contains($0.id) }
        let parts =
            named.isEmpty ? rest.records.dropFirst().map { [$0] } : [leaving].filter { !$0.isEmpty }
        let left = Set(parts.joined().map(\.id))
        rest.records.removeAll { left.contains($0.id) }
        guard !parts.isEmpty, !rest.records.isEmpty else { return unapplied.append(verdict) }
        if rest.records.count == 1 { rest.fact = rest.records[0].fact }
        rest.conflicts = rest.conflicts.compactMap { $0.restricted(to: rest.records) }
        rest.origins = Self.origins(of: rest.records, among: rest.origins + origins)
        let known = findings[rest.id]?.origins ?? []
        findings[rest.id] = rest
        let new = parts.compactMap { records -> Finding? in
            guard let fullest = records.max(by: { $0.confidence < $1.confidence }) else {
                return nil
            }
            let key = ["split", rest.id] + records.map(\.id).sorted()
            return Finding(
                id: stableID(rest.fact.kind, key),
                fact: fullest.fact,
                records: records,
                origins: Self.origins(of: records, among: known + origins)
            )
        }
        for finding in new { findings[finding.id] = finding }
        let place = order.firstIndex(of: rest.id).map { $0 + 1 } ?? order.endIndex
        order.insert(contentsOf: new.map(\.id), at: place)
    }

    mutating func merge(_ verdict: Verdict) {
        guard let leaving = finding(verdict.id), var staying = verdict.value.flatMap(finding),
            leaving.fact.kind == staying.fact.kind
        else { return unapplied.append(verdict) }
        guard leaving.id != staying.id else { return }
        let ids = Set(staying.records.map(\.id))
        staying.records += leaving.records.filter { !ids.contains($0.id) }
        staying.records.sort { ($0.article, $0.id) < ($1.article, $1.id) }
        staying.origins = Self.origins(
            of: staying.records,
            among: staying.origins + leaving.origins + origins
        )
        staying.conflicts += leaving.conflicts.filter { !staying.conflicts.contains($0) }
        findings[staying.id] = staying
        findings[leaving.id] = nil
        order.removeAll { $0 == leaving.id }
        merged[leaving.id] = staying.id
    }

    mutating func rule(_ verdict: Verdict) {
        guard verdict.kind != .split, verdict.kind != .mergeWith else { return }
        guard var finding = finding(verdict.id) else { return unapplied.append(verdict) }
        switch verdict.kind {
        case .confirm:
            finding.ruling.confirmation = verdict
            rejected.remove(finding.id)
        case .reject:
            finding.ruling.confirmation = nil
            rejected.insert(finding.id)
        case .pin: finding.ruling.pin = verdict
        case .edit:
            guard edit(&finding, by: verdict) else { return unapplied.append(verdict) }
        case .mergeWith, .split: return
        }
        findings[finding.id] = finding
    }

    private func edit(_ finding: inout Finding, by verdict: Verdict) -> Bool {
        guard let field = verdict.field, let new = verdict.value,
            let fact = try? finding.fact.replacing(field, with: new)
        else { return false }
        let earlier = finding.ruling.edits.first { $0.field == field }
        let old = earlier.map(\.old) ?? finding.fact.text(of: field)
        finding.ruling.edits.removeAll { $0.field == field }
        finding.ruling.edits.append(.init(field: field, old: old, new: new, verdict: verdict))
        finding.fact = fact
        return true
    }

    /// The origins of records: articles that share any of the known origins are one.
    private static func origins(of records: [Record], among known: [Origin]) -> [Origin] {
        let articles = Set(records.map(\.article))
        var groups: [(articles: Set<String>, reason: String?)] = []
        for origin in known + articles.map({ Origin(articles: [$0]) }) {
            var group = (articles: articles.intersection(origin.articles), reason: origin.reason)
            guard !group.articles.isEmpty else { continue }
            for other in groups where !other.articles.isDisjoint(with: group.articles) {
                group.articles.formUnion(other.articles)
                group.reason = other.reason ?? group.reason
            }
            groups.removeAll { !$0.articles.isDisjoint(with: group.articles) }
            groups.append(group)
        }
        return groups.map { group in
            Origin(
                articles: group.articles.sorted(),
                reason: group.articles.count > 1 ? group.reason : nil
            )
        }.sorted { $0.articles[0] < $1.articles[0] }
    }
}

extension Conflict {
    /// The conflict as far as some records tell it; nil when they do not disagree.
    fileprivate func restricted(to records: [Record]) -> Conflict? {
        let articles = Set(records.map(\.article))
        let claims = claims.compactMap { claim -> Claim? in
            let evidence = claim.evidence.filter { articles.contains($0.article) }
            return evidence.isEmpty ? nil : Claim(value: claim.value, evidence: evidence)
        }
        return claims.count > 1 ? Conflict(field: field, claims: claims) : nil
    }
}

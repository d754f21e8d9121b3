internal import Foundation
public import Records

extension Consolidation {
    /// Consolidates everything, so that later a part can be consolidated anew.
    ///
    /// - Parameters:
    ///   - records: The records of all articles, in any order.
    ///   - articles: The articles, in any order.
    /// - Returns: All records as one part.
    /// - Complexity: Near O(*n*) in the number of records and the length of all texts.
    public func whole(of records: [Record], articles: [Article]) -> ConsolidatedPart {
        let origins = Origins().origins(of: articles)
        let outcome = outcome(of: records, articles: articles, origins: origins)
        return ConsolidatedPart(
            records: Set(records.map { RecordName($0) }),
            findings: outcome.findings,
            boilerplate: outcome.boilerplate,
            ties: outcome.ties,
            origins: origins,
            articleKeys: Self.keys(of: articles),
            recordKeys: keys(of: records)
        )
    }

    /// Consolidates anew what a gap touches, and nothing else.
    ///
    /// It comes to the findings that consolidating everything would come to, but for words that so many
    /// articles use that not all pairs are compared.
    ///
    /// - Parameters:
    ///   - gap: What came, changed or went; what went is not in the memory any more.
    ///   - memory: What was consolidated, and all articles and records.
    /// - Returns: The part, closed under ties.
    /// - Throws: What the memory throws.
    /// - Complexity: O(*k*) in the size of what is added and of what is tied to it.
    public func part(
        around gap: ConsolidationGap,
        in memory: some ConsolidationMemory
    ) throws -> ConsolidatedPart {
        var added = try memory.articles(gap.added)
        let articleKeys = Self.keys(of: added)
        let origins = try origins(around: gap, added, articleKeys, in: memory)
        let changed = origins.changed.subtracting(gap.added)
        // An article without a date has the day of its origin: another origin may make it another story.
        added += try memory.articles(changed).filter { $0.published == nil }
        let records = try memory.records(of: Set(added.map(\.id)), kind: nil)
        let recordKeys = keys(of: records)

        let names = Set(records.map { RecordName($0) })
        let sharers = try memory.records(of: changed, kind: nil)
        let roots = gap.loosened.union(sharers.map { RecordName($0) })
        let ties = try ties(of: records, added, origins.all, recordKeys, in: memory)
        let ends = Set(ties.flatMap { [$0.one, $0.two] }).union(roots)
        let reached = try memory.ties(reaching: ends.subtracting(names))
        let others = ends.union(reached.flatMap { [$0.one, $0.two] }).subtracting(names)

        let part = try records + memory.records(others)
        let tellers = Set(part.map(\.article))
        let far = tellers.subtracting(origins.all.flatMap(\.articles))
        let outcome = try outcome(
            of: part,
            articles: added + memory.articles(tellers.subtracting(added.map(\.id))),
            origins: origins.all + memory.origins(of: far),
            officials: memory.records(of: tellers, kind: .official),
            comparing: ties.union(reached).sorted()
        )
        return ConsolidatedPart(
            records: names.union(others),
            findings: outcome.findings,
            boilerplate: outcome.boilerplate,
            ties: outcome.ties,
            origins: origins.all,
            articleKeys: articleKeys,
            recordKeys: recordKeys
        )
    }

    /// Why the records of a finding were joined, and kept apart from others that are near to them.
    ///
    /// - Parameters:
    ///   - names: The records.
    ///   - memory: What was consolidated.
    /// - Returns: What was decided about pairs of which at least one record is among the names, joined ones
    ///   first, then by likeness.
    /// - Throws: What the memory throws.
    public func explanation(
        of names: Set<RecordName>,
        in memory: some ConsolidationMemory
    ) throws -> [Link] {
        let own = try memory.records(names)
        let days = try Self.days(of: memory.articles(Set(own.map(\.article))))
        var near = names
        for record in own {
            let day = days[record.article] ?? nil
            near.formUnion(
                try memory.records(
                    sharing: keys(of: record),
                    around: day,
                    atMost: Candidates.meetings
                )
            )
        }
        let reached = try memory.ties(reaching: names).flatMap { [$0.one, $0.two] }
        let records = try memory.records(near.union(reached))
        let tellers = Set(records.map(\.article))
        let log = Log()
        _ = try outcome(
            of: records,
            memory.articles(tellers),
            memory.origins(of: tellers),
            memory.records(of: tellers, kind: .official),
            nil,
            log: log
        )
        return log.links(of: names)
    }

    /// The first day of each article's date, by id.
    static func days(of articles: [Article]) -> [String: Day?] {
        Dictionary(
            articles.map { ($0.id, $0.published?.date.first) },
            uniquingKeysWith: { one, _ in one }
        )
    }

    /// The origins that may be others than before, and the articles of which they are.
    private func origins(
        around gap: ConsolidationGap,
        _ added: [Article],
        _ keys: [String: [Int]],
        in memory: some ConsolidationMemory
    ) throws -> (all: [Origin], changed: Set<String>) {
        var near = gap.bereft
        for keys in keys.values {
            near.formUnion(try memory.articles(sharing: keys, atMost: Origins.meetings))
        }
        near.subtract(gap.added)
        let before = try memory.origins(of: near)
        let circle = Set(before.flatMap(\.articles)).union(near).subtracting(gap.added)
        let origins = try Origins().origins(of: added + memory.articles(circle))
        let changed = origins.filter { !before.contains($0) }.flatMap(\.articles)
        return (origins, gap.bereft.union(changed))
    }

    /// The ties of added records to each other and to those in the memory.
    private func ties(
        of records: [Record],
        _ articles: [Article],
        _ origins: [Origin],
        _ keys: [RecordName: [Int]],
        in memory: some ConsolidationMemory
    ) throws -> Set<Tie> {
        let days = Self.days(of: articles)
        var pairs: Set<Tie> = []
        for record in records {
            let name = RecordName(record)
            let near = try memory.records(
                sharing: keys[name] ?? [],
                around: days[record.article] ?? nil,
                atMost: Candidates.meetings
            )
            for other in near where keys[other] == nil {
                pairs.insert(Tie(name, other))
            }
        }
        let known = Set(pairs.flatMap { [$0.one, $0.two] }.filter { keys[$0] == nil })
        Candidates.visit(records.map { keys[RecordName($0)] ?? [] }) { one, two in
            pairs.insert(Tie(RecordName(records[one]), RecordName(records[two])))
        }
        let all = try records + memory.records(known)
        let tellers = Set(all.map(\.article))
        let rest = tellers.subtracting(articles.map(\.id))
        return try ties(
            among: pairs.sorted(),
            of: all,
            articles + memory.articles(rest),
            origins + memory.origins(of: rest.subtracting(origins.flatMap(\.articles))),
            memory.records(of: tellers, kind: .official)
        )
    }

    private static func keys(of articles: [Article]) -> [String: [Int]] {
        let keys = articles.mappedOnAllCores { Origins.keys(of: $0) }
        return Dictionary(zip(articles.map(\.id), keys), uniquingKeysWith: { one, _ in one })
    }

    private func keys(of records: [Record]) -> [RecordName: [Int]] {
        let keys = records.mappedOnAllCores { self.keys(of: $0) }
        return Dictionary(
            zip(records.map { RecordName($0) }, keys),
            uniquingKeysWith: { one, _ in one }
        )
    }
}

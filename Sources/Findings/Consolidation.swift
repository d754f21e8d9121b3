internal import Foundation
public import Records

/// Makes findings of the records of many articles: what is the same, who tells it, what they disagree on.
///
/// Whether two records tell the same never depends on the order in which they come.
public struct Consolidation: Sendable {
    let vocabulary: Vocabulary
    private let matchers: [any Matcher]

    /// Makes a consolidation that compares by a language's words.
    public init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        matchers = [
            DecisionMatcher(vocabulary: vocabulary),
            OfficialMatcher(vocabulary: vocabulary),
            DealMatcher(vocabulary: vocabulary),
            QuestionMatcher(vocabulary: vocabulary),
            StatementMatcher(vocabulary: vocabulary),
            FigureMatcher(vocabulary: vocabulary),
        ]
    }

    /// The findings that records come to, by type and then by the date of their first report.
    ///
    /// - Parameters:
    ///   - records: The records of all articles, in any order.
    ///   - articles: The articles, in any order.
    ///   - origins: The articles' origins, each article in one.
    /// - Returns: Findings with different ids.
    /// - Complexity: Near O(*n*) in the number of records.
    public func findings(
        from records: [Record],
        articles: [Article],
        origins: [Origin]
    ) -> [Finding] {
        outcome(of: records, articles: articles, origins: origins).findings
    }

    /// What consolidating records comes to.
    public struct Outcome: Hashable, Sendable {
        /// The findings, with different ids.
        public var findings: [Finding]
        /// The records that only repeat what their outlet prints under everything; they are in no finding.
        public var boilerplate: Set<RecordName>
        /// Which of the records matter to each other.
        public var ties: Set<Tie>
    }

    /// Consolidates all records, or a part of them that is closed under ties.
    ///
    /// - Parameters:
    ///   - records: The records, in any order.
    ///   - articles: Their articles, in any order.
    ///   - origins: The articles' origins, each article in one.
    ///   - officials: The officials of these articles where they are not all among the records.
    ///   - pairs: The pairs to compare; nil to look for them.
    /// - Returns: The findings, and which records are near enough to matter to each other.
    /// - Complexity: Near O(*n*) in the number of records.
    public func outcome(
        of records: [Record],
        articles: [Article],
        origins: [Origin],
        officials: [Record] = [],
        comparing pairs: [Tie]? = nil
    ) -> Outcome {
        outcome(of: records, articles, origins, officials, pairs, log: nil)
    }

    /// What a record is looked up by: two records are worth comparing only if they share a key.
    ///
    /// - Returns: Numbers that depend on nothing but the record; keys of different types differ.
    public func keys(of record: Record) -> [Int] {
        Self.salted(matchers.flatMap { $0.keys(of: record) }, record.fact.kind)
    }

    /// The keys of records of officials who may be one person with another under another spelling.
    ///
    /// - Returns: Some of the keys that the other's own records are looked up by; none for what is no official.
    public func namesakeKeys(of finding: Finding) -> [Int] {
        guard let official = finding.fact.official else { return [] }
        let name = PersonName(official.name, in: vocabulary)
        return Self.salted(name.namesakes.map(\.number), .official)
    }

    private static func salted(_ keys: [Int], _ kind: Fact.Kind) -> [Int] {
        let salt = UInt64(bitPattern: Int64(kind.rawValue.number))
        return Set(
            keys.map { Int(bitPattern: UInt(mixed(UInt64(bitPattern: Int64($0)) ^ salt))) }
        ).sorted()
    }

    func outcome(
        of records: [Record],
        _ articles: [Article],
        _ origins: [Origin],
        _ officials: [Record],
        _ pairs: [Tie]?,
        log: Log?
    ) -> Outcome {
        let (reports, context) = comparison(of: records, articles, origins, officials, pairs, log)
        let owners = Self.owners(origins)
        let boilerplate = Boilerplate(articles, origins: owners, stories: context.stories)
        var taken: Set<String> = []
        var repeated: Set<RecordName> = []
        var findings: [Finding] = []
        for matcher in matchers {
            for group in matcher.groups(of: reports, in: context) {
                if boilerplate.holds(group) {
                    repeated.formUnion(group.lazy.map { RecordName($0.record) })
                } else if let account = matcher.account(of: group) {
                    let finding = Finding(
                        id: Self.id(account, taken: &taken),
                        fact: account.fact,
                        records: group.map(\.record),
                        origins: Self.origins(of: group, origins: origins, owners: owners),
                        conflicts: account.conflicts,
                        history: account.history
                    )
                    findings.append(finding)
                }
            }
        }
        return Outcome(findings: findings, boilerplate: repeated, ties: context.ties.all)
    }

    /// Which records matter to each other, of pairs that may.
    func ties(
        among pairs: [Tie],
        of records: [Record],
        _ articles: [Article],
        _ origins: [Origin],
        _ officials: [Record]
    ) -> Set<Tie> {
        let (reports, context) = comparison(of: records, articles, origins, officials, pairs, nil)
        for matcher in matchers { _ = matcher.groups(of: reports, in: context) }
        return context.ties.all
    }

    /// What the matchers compare, and in the light of what.
    private func comparison(
        of records: [Record],
        _ articles: [Article],
        _ origins: [Origin],
        _ officials: [Record],
        _ pairs: [Tie]?,
        _ log: Log?
    ) -> (reports: [Report], context: Context) {
        let dates = Self.days(of: articles)
        // What an article says twice in the same words it says once.
        var seen: Set<RecordName> = []
        let reports = records.filter { seen.insert(RecordName($0)).inserted }
            .map { Report(record: $0, published: dates[$0.article] ?? nil) }
            .sorted(by: Report.inOrder)
        let context = Context(
            actors: Actors(records + officials, in: vocabulary),
            stories: Stories(reports, articles: articles, origins: origins, in: vocabulary),
            pairs: pairs,
            ties: Ties(),
            log: log
        )
        return (reports, context)
    }

    /// The findings that records come to, with the origins worked out from the articles.
    public func findings(from records: [Record], articles: [Article]) -> [Finding] {
        findings(from: records, articles: articles, origins: Origins().origins(of: articles))
    }

    /// An id that no other finding has: what happens a second time gets a number.
    private static func id(_ account: Account, taken: inout Set<String>) -> String {
        var id = stableID(account.fact.kind, account.key)
        var time = 1
        while !taken.insert(id).inserted {
            time += 1
            id = stableID(account.fact.kind, account.key + ["\(time)"])
        }
        return id
    }

    private static func owners(_ origins: [Origin]) -> [String: Int] {
        var owners: [String: Int] = [:]
        for (index, origin) in origins.enumerated() {
            for article in origin.articles { owners[article] = index }
        }
        return owners
    }

    /// The origins of a group, each with only the articles that tell it, by their first article.
    private static func origins(
        of group: [Report],
        origins: [Origin],
        owners: [String: Int]
    ) -> [Origin] {
        let articles = Set(group.map(\.record.article))
        let shared = Dictionary(grouping: articles) { owners[$0].map(String.init) ?? $0 }
        return shared.values.map { members in
            let members = members.sorted()
            let reason = owners[members[0]].flatMap { origins[$0].reason }
            return Origin(articles: members, reason: members.count > 1 ? reason : nil)
        }.sorted { $0.articles[0] < $1.articles[0] }
    }
}

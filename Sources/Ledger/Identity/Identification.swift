public import Records

/// Findings under the ids that they keep.
///
/// An id stays with the records that it was given to: it survives new reports, another order of files,
/// other words in the fullest account. Where findings become one, the oldest id stays and the others
/// become aliases; where one falls apart, the part that shares more of its records keeps the id. An id
/// depends on nothing but the findings and the memory.
public struct Identification: Hashable, Sendable {
    /// The findings in the order given, each under its own id.
    public private(set) var findings: [Finding]
    /// The ids that became aliases, with the ids that stand for them.
    public private(set) var aliases: [String: String] = [:]
    /// The former aliases that name a finding of their own again.
    public private(set) var reclaimed: Set<String> = []

    /// Gives findings the ids that they keep.
    ///
    /// - Parameters:
    ///   - findings: The findings, with ids made from what they say.
    ///   - memory: What is remembered of them.
    /// - Complexity: Near O(*n*) in the number of records.
    public init(of findings: [Finding], by memory: FindingMemory) {
        self.findings = findings
        let heirs = Heirs(of: memory, among: findings).heirs
        var claims: [Int: [FindingMemory.Known]] = [:]
        for known in memory.known {
            if let heir = heirs[known.id] { claims[heir, default: []].append(known) }
        }
        var taken = Set(memory.known.map(\.id)).union(memory.reserved)
        var nameless: [Int] = []
        for index in findings.indices {
            let claimants = (claims[index] ?? []).sorted { ($0.age, $0.id) < ($1.age, $1.id) }
            guard let oldest = claimants.first else {
                nameless.append(index)
                continue
            }
            self.findings[index].id = oldest.id
            for other in claimants.dropFirst() { aliases[other.id] = oldest.id }
        }
        // What is new is named in an order of its own, since a name may have to be numbered.
        let ordered = nameless.map { (key: Self.key(findings[$0]), index: $0) }
            .sorted { $0.key < $1.key }
        for (_, index) in ordered {
            let finding = findings[index]
            var id = finding.id
            var number = 1
            while !taken.insert(id).inserted {
                number += 1
                id = Self.id(of: finding, number: number)
            }
            if memory.aliases[id] != nil { reclaimed.insert(id) }
            self.findings[index].id = id
        }
    }

    /// The id of a finding of which others have the first ones.
    static func id(of finding: Finding, number: Int) -> String {
        stableID(finding.fact.kind, [finding.id, "\(number)"])
    }

    private static func key(_ finding: Finding) -> String {
        let members = finding.records.map { "\($0.article)\u{0}\($0.id)" }
        return "\(finding.id)\u{0}\(members.min() ?? "")"
    }
}

/// What is remembered of findings, as far as it tells them apart.
public struct FindingMemory: Hashable, Sendable {
    /// A finding that was seen before.
    public struct Known: Hashable, Sendable {
        /// Its id.
        public var id: String
        /// Its type.
        public var kind: Fact.Kind
        /// When it was first seen: a smaller number is older.
        public var age: Int
        /// The records that told it, each with its quote.
        public var members: [RecordName: String]

        /// Makes a finding that was seen before.
        public init(id: String, kind: Fact.Kind, age: Int, members: [RecordName: String]) {
            self.id = id
            self.kind = kind
            self.age = age
            self.members = members
        }
    }

    /// The findings.
    public var known: [Known]
    /// The ids that became aliases, with the ids that stand for them.
    public var aliases: [String: String]
    /// The ids that other findings have, which are not looked at here.
    public var reserved: Set<String>

    /// Makes a memory; an empty one knows nothing.
    public init(
        known: [Known] = [],
        aliases: [String: String] = [:],
        reserved: Set<String> = []
    ) {
        self.known = known
        self.aliases = aliases
        self.reserved = reserved
    }
}

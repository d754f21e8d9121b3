internal import Records

/// For each remembered finding the current one that carries it on.
struct Heirs {
    /// The index of the heir by the id of what is remembered.
    private(set) var heirs: [String: Int] = [:]
    private let findings: [Finding]

    /// Looks for heirs: first by shared records, then by the id that the content gives, then, where an
    /// article was edited, by its words.
    init(of memory: FindingMemory, among findings: [Finding]) {
        self.findings = findings
        inherit(memory.known, from: Self.holders(of: findings))
        var free = Set(findings.indices).subtracting(heirs.values)
        let orphans = memory.known.filter { heirs[$0.id] == nil }.sorted { $0.id < $1.id }
        guard !orphans.isEmpty, !free.isEmpty else { return }
        let byID = Dictionary(free.map { (findings[$0].id, $0) }, uniquingKeysWith: min)
        for orphan in orphans {
            guard let heir = byID[orphan.id], free.remove(heir) != nil else { continue }
            heirs[orphan.id] = heir
        }
        adopt(orphans.filter { heirs[$0.id] == nil }, &free)
    }

    private static func holders(of findings: [Finding]) -> [RecordName: [Int]] {
        var holders: [RecordName: [Int]] = [:]
        for (index, finding) in findings.enumerated() {
            for record in finding.records {
                let member = RecordName(record)
                if holders[member]?.last != index { holders[member, default: []].append(index) }
            }
        }
        return holders
    }

    private mutating func inherit(
        _ known: [FindingMemory.Known],
        from holders: [RecordName: [Int]]
    ) {
        for known in known {
            var shared: [Int: Int] = [:]
            for member in known.members.keys {
                for index in holders[member] ?? [] where findings[index].fact.kind == known.kind {
                    shared[index, default: 0] += 1
                }
            }
            heirs[known.id] =
                shared.max { first, second in
                    let (one, other) = (findings[first.key], findings[second.key])
                    if first.value != second.value { return first.value < second.value }
                    if one.id == known.id || other.id == known.id { return other.id == known.id }
                    return one.id > other.id
                }?.key
        }
    }

    /// Finds for findings without a record left those whose words are at least half the same.
    ///
    /// One half: an edited figure, name or date leaves more of a sentence than it takes; two sentences
    /// of one article about different things share less. An assumption, not yet measured.
    private static let leastOverlap = 0.5

    private mutating func adopt(_ orphans: [FindingMemory.Known], _ free: inout Set<Int>) {
        var quotes: [String: [(index: Int, words: Set<Substring>)]] = [:]
        for index in free.sorted(by: { findings[$0].id < findings[$1].id }) {
            for record in findings[index].records {
                let words = Self.words(record.evidence.first?.quote ?? "")
                quotes[record.article, default: []].append((index, words))
            }
        }
        for orphan in orphans {
            var best: (index: Int, overlap: Double)?
            for (member, quote) in orphan.members {
                let words = Self.words(quote)
                for candidate in quotes[member.article] ?? []
                where free.contains(candidate.index)
                    && findings[candidate.index].fact.kind == orphan.kind
                {
                    let overlap = Self.overlap(words, candidate.words)
                    guard overlap >= Self.leastOverlap else { continue }
                    let isBetter = best.map { best in
                        overlap == best.overlap
                            ? findings[candidate.index].id < findings[best.index].id
                            : overlap > best.overlap
                    }
                    if isBetter ?? true { best = (candidate.index, overlap) }
                }
            }
            guard let best else { continue }
            heirs[orphan.id] = best.index
            free.remove(best.index)
        }
    }

    private static func words(_ quote: String) -> Set<Substring> {
        Set(quote.lowercased().split { !$0.isLetter && !$0.isNumber })
    }

    /// The share of the words of both that both have.
    private static func overlap(_ one: Set<Substring>, _ other: Set<Substring>) -> Double {
        let all = one.union(other).count
        return all == 0 ? 0 : Double(one.intersection(other).count) / Double(all)
    }
}

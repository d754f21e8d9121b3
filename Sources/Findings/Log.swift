public import Records

/// Why two records were joined or kept apart.
public struct Link: Hashable, Sendable {
    /// One record, of the earlier report.
    public var first: Record
    /// The other record.
    public var second: Record
    /// Whether they were joined.
    public var isJoined: Bool
    /// How alike they are, 0 to 1.
    public var likeness: Double
    /// Why they were joined or kept apart, in words.
    public var reason: String
    /// The words, names and figures that they share, as the comparison reads them.
    public var common: [String]
}

/// Collects which records matter to each other; within one consolidation only.
final class Ties {
    private(set) var all: Set<Tie> = []

    func add(_ one: Report, _ two: Report) {
        all.insert(Tie(RecordName(one.record), RecordName(two.record)))
    }
}

/// Collects why reports were joined or kept apart; within one consolidation only.
final class Log {
    private var links: [Link] = []

    func add(_ link: Link) { links.append(link) }

    /// The links of some records, joined ones first, then by likeness.
    func links(of names: Set<RecordName>) -> [Link] {
        links.filter {
            names.contains(RecordName($0.first)) || names.contains(RecordName($0.second))
        }.enumerated().sorted { one, two in
            if one.element.isJoined != two.element.isJoined { return one.element.isJoined }
            return (-one.element.likeness, one.offset) < (-two.element.likeness, two.offset)
        }.map(\.element)
    }
}

internal import Language
internal import Records

/// Binds drafts to their sentences and makes one record of those that tell the same.
struct RecordBuilder {
    let analysis: Analysis

    /// The records, in the order in which the text first tells them.
    func records(from drafts: [Draft]) -> [(frame: String, record: Record)] {
        var records: [(frame: String, record: Record)] = []
        var places: [String: Int] = [:]
        for draft in drafts {
            let range = analysis.document.sentences[draft.sentence].range
            guard let evidence = Evidence(range, of: analysis.article) else { continue }
            if let place = records.firstIndex(where: { isSame($0.record.fact, draft.fact) }) {
                merge(draft, evidence, into: &records[place].record)
                continue
            }
            let normalised = evidence.quote.lowercased().split { !$0.isLetter && !$0.isNumber }
                .joined(separator: " ")
            let key = draft.fact.kind.rawValue + normalised
            let count = places[key, default: 0]
            places[key] = count + 1
            let parts = [normalised] + (count > 0 ? [String(count)] : [])
            let record = Record(
                id: stableID(draft.fact.kind, parts),
                article: analysis.article.id,
                fact: draft.fact,
                confidence: draft.confidence,
                evidence: [evidence]
            )
            records.append((draft.frame, record))
        }
        return records
    }

    /// Adds a sentence to a record; the surer sentence leads, and gaps are filled.
    private func merge(_ draft: Draft, _ evidence: Evidence, into record: inout Record) {
        if !record.evidence.contains(evidence) {
            record.evidence.append(evidence)
        }
        guard case .deal(var deal) = record.fact, case .deal(let other) = draft.fact else { return }
        deal.value = deal.value ?? other.value
        deal.quantity = deal.quantity ?? other.quantity
        deal.item = deal.item ?? other.item
        for party in other.parties where !deal.parties.contains(party) {
            deal.parties.append(party)
        }
        record.fact = .deal(deal)
    }

    private func isSame(_ fact: Fact, _ other: Fact) -> Bool {
        switch (fact, other) {
        case (.decision(let one), .decision(let two)): one.action == two.action
        case (.question(let one), .question(let two)): one.about == two.about
        case (.deal(let one), .deal(let two)): isSame(one, two)
        default: false
        }
    }

    /// Whether two deals are one: same kind, a party in common, and an amount or number that
    /// agrees where both have one.
    private func isSame(_ one: Deal, _ two: Deal) -> Bool {
        // “The contract is worth 480 million”: the price of the contract told before.
        if two.parties.isEmpty, two.item == nil, two.quantity == nil, two.value != nil {
            return one.kind == two.kind && (one.value == nil || one.value == two.value)
        }
        guard one.kind == two.kind, !Set(one.parties).isDisjoint(with: two.parties) else {
            return false
        }
        if let value = one.value, let other = two.value { return value == other }
        if let quantity = one.quantity, let other = two.quantity { return quantity == other }
        return one.item?.lowercased() == two.item?.lowercased()
    }
}

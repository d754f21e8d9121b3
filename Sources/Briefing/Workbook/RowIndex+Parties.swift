import Records

/// One of those who make a deal or decide.
private struct PartyRow {
    let item: Brief.Item
    let listing: Brief.Section.Listing
    let number: Int
    let name: String
    let part: Part

    /// What part somebody has.
    enum Part: String, CaseIterable {
        /// Somebody who decides.
        case actor
        /// The party of a deal that acts first, such as the buyer; any other.
        case first = "first party"
        case other = "other party"
    }
}

extension RowIndex {
    /// A row for each actor of a decision and each party of a deal.
    func parties(of brief: Brief) -> WorkbookLayout.Sheet {
        let rows = brief.sections.flatMap(\.everyItem).flatMap { item, listing in
            zip(1..., item.finding.fact.parties).map { number, party in
                PartyRow(
                    item: item,
                    listing: listing,
                    number: number,
                    name: party.name,
                    part: party.part
                )
            }
        }
        return WorkbookLayout.Sheet(
            "Parties",
            table: "tbl_parties",
            purpose: "actor of a decision and each party of a deal",
            partyFields,
            rows
        )
    }

    private var partyFields: [Field<PartyRow>] {
        [
            Field("ID", .identifier, means: "the row: finding and number") {
                .text("\($0.item.id)-\($0.number)")
            },
            Field("Finding", .link, means: "the decision or the deal") {
                link(toFinding: $0.item.id)
            },
            Field(
                "Type",
                means: "the type of the finding",
                allowed: [Fact.Kind.decision.rawValue, Fact.Kind.deal.rawValue]
            ) { .text($0.item.finding.fact.kind.rawValue) },
            Field("Party", means: "who decides or makes the deal, as printed") {
                .text($0.name)
            },
            Field(
                "Part",
                means: "an actor decides; the first party of a deal acts first, as a buyer does",
                allowed: PartyRow.Part.words
            ) { .text($0.part.rawValue) },
            Field("Number", .count, means: "the place among those of the finding, from 1") {
                .integer($0.number)
            },
            Field("Headline", means: "the finding as a full sentence") {
                .text($0.item.headline)
            },
            Field(
                "Listed",
                means: "whether the printed brief shows the finding",
                allowed: Brief.Section.Listing.words
            ) { .text($0.listing.rawValue) },
        ]
    }
}

extension Fact {
    /// Those who decide or make a deal, with their parts; none for other types.
    fileprivate var parties: [(name: String, part: PartyRow.Part)] {
        switch self {
        case .decision(let decision): decision.actors.map { ($0, .actor) }
        case .deal(let deal):
            deal.parties.enumerated().map { ($1, $0 == 0 ? .first : .other) }
        case .official, .question, .statement, .figure: []
        }
    }
}

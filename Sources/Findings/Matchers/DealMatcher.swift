internal import Foundation
internal import Records

/// Deals are one when their parties agree and what is exchanged does too.
///
/// Value and quantity help to tell, but another figure does not make another deal: it is a conflict
/// when parties and item are the same.
struct DealMatcher: Matcher {
    /// The likeness of items from which two deals of the same parties are one, 0 to 1, by what is
    /// known of value and quantity; set by hand.
    enum Threshold {
        /// Value or quantity agree and nothing differs.
        static let agreeing = 0.3
        /// Neither can be compared.
        static let unknown = 0.6
        /// Value or quantity differ.
        static let differing = 0.75
    }

    /// The factor beyond which another value or quantity means another deal; set by hand.
    static let reach: Decimal = 2

    let vocabulary: Vocabulary

    func groups(of reports: [Report]) -> [[Report]] {
        let reports = reports.filter { $0.record.fact.kind == .deal }
        let told = reports.map(telling)
        let groups = vocabulary.groups(
            keys: told.map { $0.key + [""] + $0.figures },
            entry: { Candidates.Entry(blocks: told[$0].parties, words: told[$0].indexed) },
            overlap: 0.2,
            isSame: { isSame(told[$0], told[$1]) }
        )
        return groups.flatMap { $0.map { reports[$0] }.inEpochs { $0.record.fact.deal?.date } }
    }

    func account(of group: [Report]) -> Account? {
        guard let first = group.first else { return nil }
        let told = group.ranked { $0.record.fact.deal.map { Self.fullness($0) } ?? 0 }
            .compactMap(\.record.fact.deal)
        guard var deal = told.first, first.record.fact.kind == .deal else { return nil }
        deal.parties = told.map(\.parties).max { $0.count < $1.count } ?? deal.parties
        deal.item = deal.item ?? told.compactMap(\.item).first
        deal.quantity = deal.quantity ?? told.compactMap(\.quantity).first
        deal.value = deal.value ?? told.compactMap(\.value).first
        deal.date = deal.date ?? told.compactMap(\.date).max { $0.isRougher(than: $1) }
        deal.status = group.latestStatus { $0.record.fact.deal?.status } ?? deal.status
        return Account(
            key: telling(first).key,
            fact: .deal(deal),
            conflicts: conflicts(group).compactMap(\.self)
        )
    }

    private func conflicts(_ group: [Report]) -> [Conflict?] {
        [
            group.conflict(
                in: "amount",
                value: { $0.record.fact.deal?.value },
                agrees: { $0.agrees(with: $1) },
                words: { "\($0.amount) \($0.currency)" }
            ),
            group.conflict(
                in: "quantity",
                value: { $0.record.fact.deal?.quantity },
                agrees: { $0.agrees(with: $1) },
                words: { "\($0)" }
            ),
            group.conflict(
                in: "date",
                value: { $0.record.fact.deal?.date },
                agrees: { $0.agrees(with: $1) },
                words: \.description
            ),
        ]
    }

    private struct Telling {
        var parties: [String]
        var item: [String]
        var deal: Deal
        var article: String

        /// Parties and item; without an item, value and quantity.
        var key: [String] { parties + [""] + (item.isEmpty ? figures : item) }

        /// What the index knows the deal by.
        var indexed: [String] { item + figures }

        var figures: [String] {
            [
                deal.value.map { "\($0.amount) \($0.currency)" },
                deal.quantity.map { "number \($0)" },
            ].compactMap(\.self)
        }
    }

    private func telling(_ report: Report) -> Telling {
        guard let deal = report.record.fact.deal else {
            preconditionFailure("only deals come here, got \(report.record.fact.kind)")
        }
        return Telling(
            parties: vocabulary.actors(deal.parties),
            item: Wording(deal.item ?? "", in: vocabulary).words,
            deal: deal,
            article: report.record.article
        )
    }

    private func isSame(_ one: Telling, _ two: Telling) -> Bool {
        let isEqual = one.parties == two.parties
        // One article that names other parties tells of another deal.
        guard vocabulary.agree(one.parties, two.parties), isEqual || one.article != two.article
        else { return false }
        let figures = [
            Self.compare(one.deal.value, two.deal.value),
            Self.compare(one.deal.quantity, two.deal.quantity),
        ].compactMap(\.self)
        if one.item.isEmpty || two.item.isEmpty {
            return !figures.isEmpty && figures.allSatisfy { $0 == .same }
        }
        let likeness = vocabulary.likeness(one.item, two.item)
        if figures.isEmpty { return likeness >= Threshold.unknown }
        if figures.allSatisfy({ $0 == .same }) { return likeness >= Threshold.agreeing }
        // One article that gives two figures tells of two deals.
        return one.article != two.article && isEqual && !figures.contains(.far)
            && likeness >= Threshold.differing
    }

    private enum Comparison { case same, near, far }

    private static func compare(_ one: Money?, _ two: Money?) -> Comparison? {
        guard let one, let two, one.currency == two.currency else { return nil }
        return compare(one.amount, two.amount)
    }

    private static func compare(_ one: Decimal?, _ two: Decimal?) -> Comparison? {
        guard let one, let two else { return nil }
        if one.agrees(with: two) { return .same }
        return max(one, two) <= reach * min(one, two) ? .near : .far
    }

    /// How much of a deal is told.
    private static func fullness(_ deal: Deal) -> Int {
        [
            deal.value != nil, deal.quantity != nil, deal.item != nil, deal.date?.day != nil,
            deal.parties.count > 1,
        ].count { $0 }
    }
}

internal import Foundation
internal import Records

/// Deals are one when their parties agree and what is exchanged does too.
///
/// Value and quantity help to tell, but another figure does not make another deal: it is a conflict
/// when parties and item are the same.
struct DealMatcher: Matcher {
    /// The likeness from which two deals are one; measured on annotated events.
    static let thresholds = Pairing.Thresholds(sure: 0.6, likely: 0.4, repeated: 0.75)
    /// The factor beyond which another value or quantity means another deal; set by hand.
    static let reach = 2.0
    /// The least value that two sentences do not give by chance; set by hand.
    static let sum = 100_000.0
    /// What each party in common beyond the second adds, up to the fourth: few deals have so many.
    static let perParty = 0.05
    /// How alike a deal and the report that it ended are, which names both parties and no more; set by hand.
    static let ended = 0.5

    let vocabulary: Vocabulary

    /// Item, figures, and parties in pairs: who tells that a contract ended seldom says what it was for.
    func keys(of record: Record) -> [Int] {
        guard let deal = record.fact.deal else { return [] }
        let parties = vocabulary.actors(deal.parties).prefix(4)
        let pairs = parties.indices.flatMap { one in
            parties[(one + 1)...].map { "parties \(parties[one]) \($0)".number }
        }
        return item(of: record, deal).terms.numbers + deal.figures.map(\.number) + pairs
    }

    func groups(of reports: [Report], in context: Context) -> [[Report]] {
        let reports = reports.filter { $0.record.fact.kind == .deal }
        let told = reports.map { telling($0, in: context) }
        let pairing = Pairing(thresholds: Self.thresholds, context: context)
        let groups = pairing.groups(
            of: reports,
            telling: told,
            keys: reports.map { keys(of: $0.record) },
            terms: told.map(\.item.terms),
            compare: compare
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
            key: key(of: first),
            fact: .deal(deal),
            conflicts: conflicts(group),
            history: statuses(group).history
        )
    }

    private func statuses(_ group: [Report]) -> [(Report, Status)] {
        group.compactMap { report in report.record.fact.deal.map { (report, $0.status) } }
    }

    private func conflicts(_ group: [Report]) -> [Conflict] {
        let priced = group.compactMap { report in
            report.record.fact.deal?.value.map { (report, $0) }
        }
        let sentences = group.flatMap(\.record.evidence).map(\.quote)
        let amounts = Dictionary(grouping: priced, by: \.1.currency).sorted { $0.key < $1.key }
            .compactMap { _, told -> Conflict? in
                let values = Set(told.map { PrintedNumber($0.1.amount).value })
                guard values.count > 1, !areTold(values, inOneOf: sentences) else { return nil }
                return told.conflict(
                    in: "amount",
                    agrees: { $0.agrees(with: $1) },
                    words: { "\($0.amount) \($0.currency)" }
                )
            }
        let quantity = group.conflict(
            in: "quantity",
            value: { $0.record.fact.deal?.quantity },
            agrees: { $0.agrees(with: $1) },
            words: { "\($0)" }
        )
        let dates = group.compactMap { report in
            report.record.fact.deal?.date.map { (report, $0) }
        }
        let papers = group.compactMap { report in
            report.record.fact.deal.flatMap {
                Instrument($0, of: report.record, in: vocabulary)
            }.map { (report, $0) }
        }
        return amounts
            + [quantity, dates.conflict, statuses(group).conflict, papers.conflict].compactMap(
                \.self
            )
    }

    /// Whether a sentence gives two of several values: it raises one to the other, or tells them apart.
    private func areTold(_ values: Set<Double>, inOneOf sentences: [String]) -> Bool {
        sentences.contains { sentence in
            let numbers = Wording(sentence, in: vocabulary).counts.map(\.number)
            return values.intersection(numbers).count > 1
        }
    }

    private struct Telling {
        var hasItem: Bool
        var parties: [Actors.Actor]
        var item: Wording
        var sentence: Sentence
        var deal: Deal
        var currency: String?
        var value: PrintedNumber?
        var quantity: PrintedNumber?
        var article: String
        var day: Day?

        /// Whether this only tells that the other ended: by its parties, not before it.
        func ends(_ other: Telling) -> Bool {
            guard deal.status.isRefusal, !other.deal.status.isRefusal, !hasItem, value == nil,
                quantity == nil
            else { return false }
            return day.flatMap { day in other.day.map { $0 <= day } } ?? true
        }

        /// Whether the sentence behind a deal of another currency or of none gives this deal’s value too.
        func isPriced(by other: Telling) -> Bool {
            guard let value, value.value >= DealMatcher.sum else { return false }
            return other.sentence.terms.weights["#\(value.value)"] != nil
        }
    }

    private func telling(_ report: Report, in context: Context) -> Telling {
        guard let deal = report.record.fact.deal else {
            preconditionFailure("only deals come here, got \(report.record.fact.kind)")
        }
        let item = item(of: report.record, deal)
        return Telling(
            hasItem: deal.item != nil,
            parties: context.actors.actors(deal.parties, of: report.record),
            item: item,
            sentence: Sentence(of: report, in: vocabulary),
            deal: deal,
            currency: deal.value?.currency,
            value: deal.value.map { PrintedNumber($0.amount) },
            quantity: deal.quantity.map { PrintedNumber($0) },
            article: report.record.article,
            day: report.published
        )
    }

    /// What is exchanged; without an item the sentence tells what the deal is about.
    private func item(of record: Record, _ deal: Deal) -> Wording {
        Wording(deal.item ?? record.evidence.first?.quote ?? "", in: vocabulary)
    }

    private func compare(_ one: Telling, _ two: Telling) -> Comparison {
        let parties = Actors.agreement(one.parties, two.parties)
        let isKnown = !one.parties.isEmpty && !two.parties.isEmpty
        if isKnown,
            parties.isNested ? parties.isDisjoint : parties.matched.0 < 2 || parties.matched.1 < 2
        {
            return .apart("other parties")
        }
        let figures = [
            value(one, two), Self.compare(one.quantity, two.quantity),
        ].compactMap(\.self)
        // A party to a package is not the package, unless it is told with the whole sum.
        if isKnown, parties.isNested, parties.isLopsided, !figures.contains(.same) {
            return .apart("other parties")
        }
        if let obstacle = obstacle(one, two, figures: figures) { return .apart(obstacle) }
        var likeness = likeness(one, two, figures: figures)
        if !parties.isNested || !isKnown { likeness *= 0.9 }
        if parties.matched.0 > 1, parties.matched.1 > 1, one.ends(two) || two.ends(one) {
            likeness = max(likeness, Self.ended)
        }
        if one.deal.kind == two.deal.kind, one.deal.kind != .other { likeness += 0.08 }
        likeness = min(1, likeness + one.sentence.terms.support(from: two.sentence.terms))
        // States that sign one treaty together sign others too: parties alone never make it sure.
        let common = Self.perParty * Double(min(max(parties.matched.0 - 2, 0), 2))
        let supported = min(likeness + common, Self.thresholds.sure - 0.01)
        return Comparison(likeness: max(likeness, supported))
    }

    private func obstacle(_ one: Telling, _ two: Telling, figures: [Nearness]) -> String? {
        if figures.contains(.far) { return "figures too far apart" }
        // One article that gives two figures tells of two deals.
        if figures.contains(.near), one.article == two.article { return "other figures" }
        // Another value for another number, or another figure a season later, is another order.
        if figures.count > 1, !figures.contains(.same) { return "other figures" }
        if figures.contains(.near), let first = one.day, let second = two.day,
            abs(first.number - second.number) > [Report].epoch
        {
            return "other figures at another time"
        }
        if one.hasItem, two.hasItem, one.item.hasOtherNames(than: two.item, in: vocabulary) {
            return "other names"
        }
        return nil
    }

    /// How alike two items are, with what value and quantity speak for it or against it.
    private func likeness(_ one: Telling, _ two: Telling, figures: [Nearness]) -> Double {
        let agree = !figures.isEmpty && figures.allSatisfy { $0 == .same }
        if one.hasItem != two.hasItem {
            return agree ? 0.65 : one.item.terms.containment(in: two.item.terms) * 0.5
        }
        let likeness = one.item.terms.closeness(to: two.item.terms)
        if !one.hasItem { return agree ? 0.65 + likeness : figures.isEmpty ? likeness : 0 }
        if agree { return min(1, 0.47 + 0.5 * likeness) }
        return figures.contains(.near) ? 0.8 * likeness : likeness
    }

    private enum Nearness { case same, near, far }

    /// How near two values are; of other currencies nothing is known, unless one sentence gives both.
    private func value(_ one: Telling, _ two: Telling) -> Nearness? {
        if one.currency == two.currency { return Self.compare(one.value, two.value) }
        return one.isPriced(by: two) || two.isPriced(by: one) ? .same : nil
    }

    private static func compare(_ one: PrintedNumber?, _ two: PrintedNumber?) -> Nearness? {
        guard let one, let two else { return nil }
        if one.agrees(with: two) { return .same }
        return max(one.value, two.value) <= reach * min(one.value, two.value) ? .near : .far
    }

    private func key(of report: Report) -> [String] {
        guard let deal = report.record.fact.deal else { return [] }
        let item = Wording(deal.item ?? "", in: vocabulary).words
        return vocabulary.actors(deal.parties) + [""] + (item.isEmpty ? deal.figures : item)
    }

    /// How much of a deal is told.
    private static func fullness(_ deal: Deal) -> Int {
        [
            deal.value != nil, deal.quantity != nil, deal.item != nil, deal.date?.day != nil,
            deal.parties.count > 1,
        ].count { $0 }
    }
}

extension Deal {
    /// Value and quantity as words.
    fileprivate var figures: [String] {
        [
            value.map { "\($0.amount) \($0.currency)" },
            quantity.map { "number \($0)" },
        ].compactMap(\.self)
    }
}

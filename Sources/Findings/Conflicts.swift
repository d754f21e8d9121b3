internal import Foundation
internal import Records

extension Sequence<Report> {
    /// A conflict where reports give values that exclude each other; nil where they do not.
    ///
    /// Each report joins the first claim whose value it agrees with.
    ///
    /// - Parameters:
    ///   - field: What the values are about.
    ///   - value: The value of a report.
    ///   - agrees: Whether two values can both be true.
    ///   - words: A value in words.
    /// - Returns: At least two claims, in the order of the reports.
    func conflict<Value>(
        in field: String,
        value: (Report) -> Value?,
        agrees: (Value, Value) -> Bool,
        words: (Value) -> String
    ) -> Conflict? {
        compactMap { report in value(report).map { (report, $0) } }
            .conflict(in: field, agrees: agrees, words: words)
    }
}

extension Array {
    /// A conflict where reports give values that exclude each other; nil where they do not.
    func conflict<Value>(
        in field: String,
        agrees: (Value, Value) -> Bool,
        words: (Value) -> String
    ) -> Conflict? where Element == (Report, Value) {
        var claims: [(value: Value, reports: [Report])] = []
        for (report, value) in self {
            if let known = claims.firstIndex(where: { agrees($0.value, value) }) {
                claims[known].reports.append(report)
            } else {
                claims.append((value, [report]))
            }
        }
        guard claims.count > 1 else { return nil }
        return Conflict(
            field: field,
            claims: claims.map { value, reports in
                let words = words(value)
                return Conflict.Claim(
                    value: words,
                    evidence: reports.flatMap { $0.proof(of: words) }
                )
            }
        )
    }
}

extension Report {
    /// The sentences that a value rests on: the one that holds most of its words, then those that hold what
    /// is not in it.
    fileprivate func proof(of value: String) -> [Evidence] {
        guard record.evidence.count > 1 else { return record.evidence }
        var open = Set(value.foldedWords)
        var rest = record.evidence.enumerated().map {
            (place: $0.offset, words: Set($0.element.quote.foldedWords))
        }
        var proof: [Int] = []
        while let best = rest.indices.max(by: {
            let held = [$0, $1].map { rest[$0].words.intersection(open).count }
            return (held[0], -$0) < (held[1], -$1)
        }) {
            let sentence = rest.remove(at: best)
            let held = sentence.words.intersection(open)
            guard !held.isEmpty || proof.isEmpty else { break }
            open.subtract(held)
            proof.append(sentence.place)
        }
        return proof.sorted().map { record.evidence[$0] }
    }
}

extension [Report] {
    /// A conflict for each kind of value of which reports give several that exclude each other.
    ///
    /// - Parameters:
    ///   - field: What the values are about.
    ///   - values: The values of a report, each under what it can be compared with.
    ///   - agrees: Whether two values can both be true.
    ///   - words: A value in words.
    /// - Returns: At most one conflict for each kind of value, in the order of the kinds.
    func conflicts<Value>(
        in field: String,
        values: (Report) -> [(kind: String, value: Value)],
        agrees: (Value, Value) -> Bool,
        words: (Value) -> String
    ) -> [Conflict] {
        let told = map { report in
            Dictionary(grouping: values(report), by: \.kind)
        }
        let kinds = Set(told.flatMap(\.keys)).sorted()
        return kinds.compactMap { kind in
            // Who gives two values of one kind tells of two things.
            let sole = zip(self, told).compactMap { report, values in
                values[kind].flatMap { $0.count == 1 ? (report, $0[0].value) : nil }
            }
            return sole.conflict(in: field, agrees: agrees, words: words)
        }
    }
}

extension [(Report, CalendarDate)] {
    /// How many days may lie between two days that are told of one thing: a week later it is the same weekday
    /// of another week, or another thing; set by hand.
    private static var reach: Int { 6 }

    /// A conflict of the dates that are near the one most told; weeks are told too loosely to make one.
    var conflict: Conflict? {
        let telling = filter { $0.1.last.number - $0.1.first.number != 6 }
        guard let usual = telling.tally(\.1).first?.value else { return nil }
        let near = telling.filter {
            $0.1.day == nil || abs($0.1.first.number - usual.first.number) <= Self.reach
        }
        return near.conflict(in: "date", agrees: { $0.agrees(with: $1) }, words: \.description)
    }
}

extension [(Report, Status)] {
    /// How many days a refusal may come later than the consent and still contradict it: what is agreed is
    /// ended later, but seldom refused; set by hand.
    private static var moment: Int { 3 }

    /// Two outcomes that exclude each other: a refusal at the time of the consent or before it, an end before it, or
    /// what some call agreed and others of the same day only proposed.
    var conflict: Conflict? {
        let refusals = filter { $0.1.isRefusal }
        let agreed = filter { $0.1.isConsent }.compactMap { $0.0.published }.max()
        let isContradicted = refusals.contains { report, status in
            guard let agreed, let refused = report.published else { return false }
            return refused.number - agreed.number <= (status == .rejected ? Self.moment : 0)
        }
        if isContradicted {
            return conflict(
                in: "status",
                agrees: { $0.isRefusal == $1.isRefusal },
                words: \.rawValue
            )
        }
        return early.conflict(
            in: "status",
            agrees: { ($0 == .proposed) == ($1 == .proposed) },
            words: \.rawValue
        )
    }

    /// What articles of one day call proposed, and what others call agreed.
    ///
    /// An article that calls it both tells of a proposal that was taken.
    private var early: [(Report, Status)] {
        let told = filter { $0.1 == .proposed || $0.1.isConsent }
        let clear = Dictionary(grouping: told) { $0.0.record.article }
            .filter { Set($0.value.map { $0.1 == .proposed }).count == 1 }
        let dated = told.filter { $0.0.published != nil && clear[$0.0.record.article] != nil }
        let divided = Dictionary(grouping: dated) { $0.0.published }
            .filter { Set($0.value.map { $0.1 == .proposed }).count == 2 }
        let day = divided.keys.compactMap(\.self).min()
        return dated.filter { $0.0.published == day }
    }

    /// The statuses in the order in which they were first told, where they move on with time.
    var history: [Moment] {
        var moments: [Moment] = []
        for (report, status) in self {
            guard let day = report.published else { continue }
            let evidence = [Evidence](report.record.evidence.prefix(1))
            let order = Status.allCases
            if let last = moments.indices.last, let known = Status(rawValue: moments[last].value) {
                if known == status {
                    moments[last].evidence += evidence
                } else if moments[last].date < day,
                    (order.firstIndex(of: known) ?? 0) < (order.firstIndex(of: status) ?? 0)
                {
                    moments.append(
                        Moment(
                            field: "status",
                            value: status.rawValue,
                            date: day,
                            evidence: evidence
                        )
                    )
                }
            } else {
                moments = [
                    Moment(field: "status", value: status.rawValue, date: day, evidence: evidence)
                ]
            }
        }
        return moments.count > 1 ? moments : []
    }
}

extension Status {
    fileprivate var isConsent: Bool { [.agreed, .approved, .signed, .inForce].contains(self) }
}

extension CalendarDate {
    /// Whether one of two dates covers the other.
    func agrees(with other: CalendarDate) -> Bool {
        (first >= other.first && last <= other.last) || (other.first >= first && other.last <= last)
    }
}

extension Money {
    /// Whether two amounts can be the same: other currencies cannot be compared, and the rougher of
    /// the two amounts may be the other one rounded.
    func agrees(with other: Money) -> Bool {
        currency != other.currency || amount.agrees(with: other.amount)
    }
}

extension Decimal {
    /// Whether two numbers are equal at the number of digits of the rougher one.
    func agrees(with other: Decimal) -> Bool {
        PrintedNumber(self).agrees(with: PrintedNumber(other))
    }
}

extension Double {
    /// Whether two numbers are equal at the number of digits of the rougher one.
    func agrees(with other: Double) -> Bool {
        PrintedNumber(self).agrees(with: PrintedNumber(other))
    }
}

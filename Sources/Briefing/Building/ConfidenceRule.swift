internal import Records

/// How far to trust a finding: by its origins, how it is told, whether reports agree, and the extraction.
///
/// Source: the three levels and their grounds follow Intelligence Community Directive 203,
/// “Analytic Standards”; the figures are set by hand and printed in every brief.
struct ConfidenceRule: Sendable {
    /// The independent origins that high confidence asks for.
    static let origins = 2
    /// The extraction's confidence from which the wording leaves little doubt, 0 to 1.
    static let high = 0.75
    /// The extraction's confidence below which the wording leaves doubt, 0 to 1.
    static let low = 0.5

    let phrases: Phrases

    /// The rule, one sentence each.
    ///
    /// - Parameter isLifted: Whether an analyst confirmed something, which the rule then speaks of.
    /// - Returns: The sentences.
    func sentences(isLifted: Bool) -> [String] {
        let keys = ["rule.1", "rule.2", "rule.3"] + (isLifted ? ["rule.confirmed"] : [])
        let slots = [
            "origins": "\(Self.origins)", "high": "\(Self.high)", "low": "\(Self.low)",
        ]
        return keys.map { phrases.text($0, slots) }
    }

    /// The confidence of a finding.
    func confidence(in finding: Finding) -> Brief.Confidence {
        let extraction = finding.records.map(\.confidence).max() ?? 0
        let isReserved = finding.records.allSatisfy(isToldWithReserve)
        let level: Brief.Confidence.Level =
            if extraction < Self.low || isReserved {
                finding.ruling.confirmation == nil ? .low : .moderate
            } else if finding.origins.count >= Self.origins, finding.conflicts.isEmpty,
                extraction >= Self.high
            {
                .high
            } else {
                .moderate
            }
        var reasons = [grounds(finding)]
        if isReserved { reasons.append(phrases.text("reason.reserve")) }
        if extraction < Self.low { reasons.append(phrases.text("reason.weak")) }
        if let verdict = finding.ruling.confirmation {
            reasons.append(RulingWords(phrases: phrases).words(verdict, "confirmed"))
        }
        return Brief.Confidence(
            level: level,
            words: phrases.text("confidence.\(level.rawValue)"),
            reason: phrases.comma(reasons),
            extraction: extraction
        )
    }

    private func grounds(_ finding: Finding) -> String {
        if let field = finding.conflicts.first?.field {
            let words = FieldWords(phrases: phrases).name(of: field)
            return phrases.text("reason.conflict", ["field": words])
        }
        let origins = phrases.count("reason.origins", finding.origins.count)
        if finding.origins.count > 1 { return phrases.text("reason.agree", ["origins": origins]) }
        let reports = Set(finding.records.map(\.article)).count
        guard reports > 1 else { return origins }
        let reason = finding.origins.first?.reason?.withoutMarkup
        return phrases.text(
            reason == nil ? "reason.shared.unsaid" : "reason.shared",
            ["count": reports.grouped, "reason": reason]
        )
    }

    private func isToldWithReserve(_ record: Record) -> Bool {
        let quotes = record.evidence.map { Array($0.quote.lowercased().utf8) }
        return phrases.list("reserve").contains { hedge in
            quotes.contains { $0.holds(Array(hedge.utf8)) }
        }
    }
}

extension [UInt8] {
    /// Whether other bytes stand in these, one behind the other.
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard let first = part.first, part.count <= count else { return part.isEmpty }
        return (0...(count - part.count)).contains { start in
            self[start] == first && self[start..<start + part.count].elementsEqual(part)
        }
    }
}

internal import Foundation
internal import Records

/// Puts the values that reports disagree on into words.
struct Claims {
    let phrases: Phrases

    /// The values of a finding's conflict about a field, joined by “or”; nil without such a conflict,
    /// and where an analyst settled it.
    func alternatives(_ field: String, in finding: Finding) -> String? {
        let isSettled = finding.ruling.edits.contains {
            $0.field == field || ($0.field == "value" && field == "amount")
        }
        guard !isSettled,
            let conflict = finding.conflicts.first(where: { $0.field == field })
        else {
            return nil
        }
        let values = conflict.claims.map { value(of: $0, field: field, in: finding) }
        guard var joined = values.first else { return nil }
        for value in values.dropFirst() {
            joined = phrases.text("list.or", ["first": joined, "last": value])
        }
        return phrases.text("differing", ["values": joined])
    }

    /// A claim's value as sentences put it, by the record that rests on its evidence.
    func value(of claim: Conflict.Claim, field: String, in finding: Finding) -> String {
        let record = finding.records.first { record in
            claim.evidence.contains { record.evidence.first == $0 }
        }
        let words: String? =
            switch (field, record?.fact) {
            case ("amount", .deal(let deal)): deal.value.map(phrases.words)
            case ("quantity", .deal(let deal)): deal.quantity.map(phrases.words)
            case ("date", let fact?): fact.date.map(phrases.words)
            case ("number", .figure(let figure)): phrases.words(figure)
            case ("outcome", _): infinitive(claim.value)
            default: nil
            }
        return words
            ?? FieldWords(phrases: phrases).words(claim.value, field, of: finding.fact.kind)
    }

    /// What was decided behind “decided”: “to close the mine”, “not to close the mine”.
    private func infinitive(_ action: String) -> String {
        let action = action.withoutMarkup.shortened(to: Headlines.slot)
        guard action.hasPrefix("not ") else { return phrases.text("outcome", ["action": action]) }
        return phrases.text("outcome.not", ["action": String(action.dropFirst(4))])
    }
}

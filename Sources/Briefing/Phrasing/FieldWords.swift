internal import Foundation
internal import Records

/// Puts fields and their plain values into words: 480000000 EUR as 480 million euros.
///
/// Plain values are written as changes and edits of a fact write them.
struct FieldWords: Sendable {
    /// The most characters of a value.
    static let value = 120

    let phrases: Phrases

    /// What a field is called.
    func name(of field: String) -> String {
        let key = "field.\(field)"
        return phrases.has(key) ? phrases.text(key) : field.withoutMarkup
    }

    /// A plain value in words; as it stands where it is none that the field takes.
    func words(_ plain: String, _ field: String, of kind: Fact.Kind) -> String {
        let words: String? =
            switch field {
            case "amount", "value": money(plain).map(phrases.words)
            case "quantity": number(plain).map(phrases.words)
            case "date": CalendarDate(plain).map(phrases.words)
            case "status": phrase("status", plain)
            case "class": phrase("class", plain)
            case "kind": phrase(kind == .question ? "question" : "kindname", plain)
            case "actors", "parties", "aliases":
                phrases.comma(plain.split(separator: "|").map { String($0).withoutMarkup })
            default: nil
            }
        return (words ?? plain).withoutMarkup.shortened(to: Self.value)
    }

    /// The slots for a field with its value before and after; what both have at their ends is said
    /// once: “480 → 510 million euros”.
    func step(
        _ field: String,
        from old: String?,
        to new: String?,
        of kind: Fact.Kind
    ) -> [String: String?] {
        let old = old.flatMap { $0 == Fact.emptyWord ? nil : words($0, field, of: kind) }
        let new = new.flatMap { $0 == Fact.emptyWord ? nil : words($0, field, of: kind) }
        let none = phrases.text("change.value.none")
        return [
            "field": name(of: field), "old": old.map { shared($0, new) } ?? none,
            "new": new ?? none,
        ]
    }

    /// The number at the beginning of a value whose rest another value has too; else all of it.
    private func shared(_ old: String, _ new: String?) -> String {
        guard let new, let end = old.firstIndex(of: " "), let other = new.firstIndex(of: " "),
            old[end...] == new[other...], old.first?.isNumber == true, new.first?.isNumber == true
        else { return old }
        return String(old[..<end])
    }

    private func phrase(_ group: String, _ word: String) -> String? {
        let key = "\(group).\(word)"
        return phrases.has(key) ? phrases.text(key) : nil
    }

    private func money(_ text: String) -> Money? {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 2, let amount = number(parts[0]) else { return nil }
        return Money(amount: amount, currency: parts[1])
    }

    private func number(_ text: String) -> Decimal? {
        guard !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else {
            return nil
        }
        return Decimal(string: text)
    }
}

internal import Records

/// Puts what analysts ruled into words, with who and when.
struct RulingWords: Sendable {
    /// The most characters of a name.
    static let name = 80

    let phrases: Phrases

    /// A verdict by its phrase: confirmed by Mara Lind (3 May 2024).
    func words(_ verdict: Verdict, _ key: String) -> String {
        phrases.text("ruling.\(key)", slots(verdict))
    }

    /// The edits of a finding: edited: amount 480 → 510 million euros, by Mara Lind (3 May 2024).
    func edits(of finding: Finding) -> [String] {
        finding.ruling.edits.map { edit in
            let step = FieldWords(phrases: phrases)
                .step(edit.field, from: edit.old, to: edit.new, of: finding.fact.kind)
            return phrases.text(
                "ruling.edited",
                slots(edit.verdict).merging(step) { one, _ in one }
            )
        }
    }

    private func slots(_ verdict: Verdict) -> [String: String?] {
        let who = verdict.who?.withoutMarkup.shortened(to: Self.name) ?? ""
        return [
            "who": who.isEmpty ? phrases.text("ruling.nobody") : who,
            "date": verdict.when.map(phrases.words),
        ]
    }
}

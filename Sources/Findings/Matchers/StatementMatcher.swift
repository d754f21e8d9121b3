internal import Records

/// Statements are one when one speaker is quoted with the same words, or with part of them.
struct StatementMatcher: Matcher {
    /// The share of the shorter quote's words that the longer must hold, 0 to 1; set by hand.
    static let threshold = 0.8
    /// The fewest words of a quote that may be part of another.
    static let fewest = 3
    /// The fewest words of quotes that may be one without one holding the other.
    static let fewestShared = 5

    let vocabulary: Vocabulary

    func groups(of reports: [Report]) -> [[Report]] {
        let reports = reports.filter { $0.record.fact.kind == .statement }
        let said = reports.map(said)
        let groups = vocabulary.groups(
            keys: said.map { [$0.speaker] + $0.words },
            entry: {
                Candidates.Entry(blocks: [said[$0].speaker], words: Set(said[$0].words).sorted())
            },
            overlap: Self.threshold,
            isSame: { said[$0].isSame(as: said[$1], in: vocabulary) }
        )
        return groups.map { $0.map { reports[$0] } }
    }

    func account(of group: [Report]) -> Account? {
        guard let first = group.first, first.record.fact.kind == .statement else { return nil }
        let told = group.compactMap(\.record.fact.statement)
        guard var fullest = told.max(by: { $0.quote.utf8.count < $1.quote.utf8.count }) else {
            return nil
        }
        fullest.speaker =
            told.map(\.speaker).max { $0.utf8.count < $1.utf8.count } ?? fullest.speaker
        fullest.addressee = fullest.addressee ?? told.compactMap(\.addressee).first
        fullest.date = fullest.date ?? told.compactMap(\.date).first
        let conflict = group.conflict(
            in: "date",
            value: { $0.record.fact.statement?.date },
            agrees: { $0.agrees(with: $1) },
            words: \.description
        )
        let key = said(of: first)
        return Account(
            key: [key.speaker] + key.words,
            fact: .statement(fullest),
            conflicts: conflict.map { [$0] } ?? []
        )
    }

    private struct Said {
        var speaker: String
        var words: [String]

        func isSame(as other: Said, in vocabulary: Vocabulary) -> Bool {
            guard speaker == other.speaker else { return false }
            let (short, long) = words.count < other.words.count ? (self, other) : (other, self)
            guard short.words.count >= StatementMatcher.fewest else { return false }
            let needle = " " + short.words.joined(separator: " ") + " "
            if (" " + long.words.joined(separator: " ") + " ").contains(needle) { return true }
            guard short.words.count >= StatementMatcher.fewestShared else { return false }
            let shared = Set(short.words).intersection(long.words)
            return vocabulary.weight(shared)
                >= StatementMatcher.threshold * vocabulary.weight(Set(short.words))
        }
    }

    private func said(of report: Report) -> Said {
        guard let statement = report.record.fact.statement else {
            return Said(speaker: "", words: [])
        }
        let name = PersonName(statement.speaker, in: vocabulary)
        return Said(
            speaker: name.family.isEmpty ? vocabulary.actor(statement.speaker) : name.family,
            words: statement.quote.foldedWords
        )
    }
}

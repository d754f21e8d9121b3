internal import Records

/// Statements are one when one speaker is quoted with the same words, or with part of them.
struct StatementMatcher: Matcher {
    /// The likeness from which two quotes are one; measured on annotated events.
    static let thresholds = Pairing.Thresholds(sure: 0.8, likely: 0.5, repeated: 0.95)
    /// The fewest words of a quote that may be part of another, wherever they stand, and within one story.
    static let fewest = 4, fewestInStory = 3

    let vocabulary: Vocabulary

    /// The words of the quote that tell something, or where none does all of them.
    func keys(of record: Record) -> [Int] {
        guard let quote = record.fact.statement?.quote else { return [] }
        let terms = Wording(quote, in: vocabulary).terms.numbers
        return terms.isEmpty ? Set(quote.foldedWords).sorted().map(\.number) : terms
    }

    func groups(of reports: [Report], in context: Context) -> [[Report]] {
        let reports = reports.filter { $0.record.fact.kind == .statement }
        let said = reports.map(said)
        let pairing = Pairing(thresholds: Self.thresholds, context: context)
        let groups = pairing.groups(
            of: reports,
            telling: said,
            keys: reports.map { keys(of: $0.record) },
            terms: said.map(\.terms),
            compare: { $0.comparison(with: $1) }
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
        let dates = group.compactMap { report in
            report.record.fact.statement?.date.map { (report, $0) }
        }
        let wording = group.conflict(
            in: "wording",
            value: { $0.record.fact.statement.map { (words: $0.quote, cut: Quotation($0.quote)) } },
            agrees: { $0.cut.agrees(with: $1.cut) },
            words: \.words
        )
        let key = said(of: first)
        return Account(
            key: [key.speaker] + key.words,
            fact: .statement(fullest),
            conflicts: [wording, dates.conflict].compactMap(\.self)
        )
    }

    /// Whether the words of the shorter quote stand in a row in the longer one.
    private static func isHeld(_ short: [String], in long: [String]) -> Bool {
        guard let first = short.first, short.count <= long.count else { return short.isEmpty }
        return (0...(long.count - short.count)).contains { start in
            long[start] == first && long[start...].starts(with: short)
        }
    }

    private struct Said {
        var speaker: String
        var words: [String]
        var terms: Terms
        var given: String?

        /// Whether two speakers can be one: spelled alike, or nearly alike with one first name.
        private func isSpeaker(of other: Said) -> Bool {
            speaker.isSpelled(like: other.speaker)
                || (given != nil && given == other.given
                    && speaker.isSpelled(like: other.speaker, letters: 2))
        }

        func comparison(with other: Said) -> Comparison {
            guard isSpeaker(of: other) else { return .apart("other speakers") }
            let (short, long) = words.count < other.words.count ? (self, other) : (other, self)
            var likeness = terms.likeness(to: other.terms)
            if StatementMatcher.isHeld(short.words, in: long.words) {
                switch short.words.count {
                case StatementMatcher.fewest...: likeness = 1
                case _ where short.words == long.words: likeness = 0.7
                case StatementMatcher.fewestInStory...: likeness = 0.6
                default: likeness = 0
                }
            } else if short.words.count > StatementMatcher.fewest {
                likeness = max(likeness, terms.containment(in: other.terms))
            }
            return Comparison(likeness: likeness)
        }
    }

    private func said(of report: Report) -> Said {
        guard let statement = report.record.fact.statement else {
            return Said(speaker: "", words: [], terms: Terms())
        }
        let name = PersonName(statement.speaker, in: vocabulary)
        return Said(
            speaker: name.family.isEmpty ? vocabulary.actor(statement.speaker) : name.family,
            words: statement.quote.foldedWords,
            terms: Wording(statement.quote, in: vocabulary).terms,
            given: name.given.first
        )
    }
}

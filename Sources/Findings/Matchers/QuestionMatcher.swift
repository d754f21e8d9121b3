internal import Records

/// Questions are one when what they ask about shares its content words.
struct QuestionMatcher: Matcher {
    /// The likeness from which two questions are one, 0 to 1; set by hand.
    static let threshold = 0.7

    let vocabulary: Vocabulary

    func groups(of reports: [Report]) -> [[Report]] {
        let reports = reports.filter { $0.record.fact.kind == .question }
        let words = reports.map(words)
        let groups = vocabulary.groups(
            keys: zip(words, reports).map { $0.count > 1 ? $0 : $0 + [$1.record.article] },
            entry: { Candidates.Entry(blocks: [""], words: words[$0]) },
            overlap: Self.threshold,
            // One word in common, as in “what it will cost”, is asked of many things.
            isSame: { one, two in
                min(words[one].count, words[two].count) > 1
                    && vocabulary.likeness(words[one], words[two]) >= Self.threshold
            }
        )
        return groups.map { $0.map { reports[$0] } }
    }

    func account(of group: [Report]) -> Account? {
        guard let first = group.first else { return nil }
        let told = group.sorted { $0.record.confidence > $1.record.confidence }
            .compactMap(\.record.fact.question)
        guard var question = told.first else { return nil }
        question.raisedBy = question.raisedBy ?? told.compactMap(\.raisedBy).first
        return Account(key: words(of: first), fact: .question(question))
    }

    private func words(of report: Report) -> [String] {
        guard let about = report.record.fact.question?.about else { return [] }
        let words = Wording(about, in: vocabulary).words
        return words.isEmpty ? [about.folded] : words
    }
}

extension Fact {
    var official: Official? { if case .official(let value) = self { value } else { nil } }
    var decision: Decision? { if case .decision(let value) = self { value } else { nil } }
    var deal: Deal? { if case .deal(let value) = self { value } else { nil } }
    var question: Question? { if case .question(let value) = self { value } else { nil } }
    var statement: Statement? { if case .statement(let value) = self { value } else { nil } }
}

internal import Records

/// Questions are one when what they ask about shares its content words.
struct QuestionMatcher: Matcher {
    /// The likeness from which two questions are one; measured on annotated events.
    static let thresholds = Pairing.Thresholds(sure: 0.7, likely: 0.35, repeated: 0.75)
    /// How alike two questions are at most, where the sentences around them have to speak for it.
    static let supported = 0.69

    let vocabulary: Vocabulary

    func keys(of record: Record) -> [Int] {
        record.fact.question == nil ? [] : wording(record).terms.numbers
    }

    func groups(of reports: [Report], in context: Context) -> [[Report]] {
        let reports = reports.filter { $0.record.fact.kind == .question }
        let asked = reports.map { report in
            Asked(wording: wording(report.record), sentence: Sentence(of: report, in: vocabulary))
        }
        let pairing = Pairing(thresholds: Self.thresholds, context: context)
        let groups = pairing.groups(
            of: reports,
            telling: asked,
            keys: asked.map(\.wording.terms.numbers),
            terms: asked.map(\.wording.terms),
            compare: compare
        )
        return groups.map { $0.map { reports[$0] } }
    }

    /// A question and the sentence that asks it.
    private struct Asked {
        var wording: Wording
        var sentence: Sentence
    }

    private func compare(_ one: Asked, _ two: Asked) -> Comparison {
        // One word in common, as in “what it will cost”, is asked of many things.
        guard min(one.wording.terms.weights.count, two.wording.terms.weights.count) > 1 else {
            return .apart("a single word")
        }
        let likeness = one.wording.terms.closeness(to: two.wording.terms)
        guard likeness + Terms.mostSupport >= Self.thresholds.likely, likeness > 0 else {
            return Comparison(likeness: 0)
        }
        // “Whether Boeing’s workers will strike” and “whether Airbus’s” are two.
        if one.wording.hasOtherNames(than: two.wording, in: vocabulary) {
            return .apart("each names what the other does not")
        }
        let supported = likeness + one.sentence.terms.support(from: two.sentence.terms)
        // Sentences that ask in the same words ask of many things: only the question itself is sure.
        return Comparison(likeness: max(likeness, min(supported, Self.supported)))
    }

    func account(of group: [Report]) -> Account? {
        guard let first = group.first else { return nil }
        let told = group.sorted { $0.record.confidence > $1.record.confidence }
            .compactMap(\.record.fact.question)
        guard var question = told.first else { return nil }
        question.raisedBy = question.raisedBy ?? told.compactMap(\.raisedBy).first
        return Account(key: words(of: first), fact: .question(question))
    }

    private func wording(_ record: Record) -> Wording {
        Wording(record.fact.question?.about ?? "", in: vocabulary)
    }

    private func words(of report: Report) -> [String] {
        guard let about = report.record.fact.question?.about else { return [] }
        let words = wording(report.record).words
        return words.isEmpty ? [about.folded] : words
    }
}

extension Fact {
    var official: Official? { if case .official(let value) = self { value } else { nil } }
    var decision: Decision? { if case .decision(let value) = self { value } else { nil } }
    var deal: Deal? { if case .deal(let value) = self { value } else { nil } }
    var question: Question? { if case .question(let value) = self { value } else { nil } }
    var statement: Statement? { if case .statement(let value) = self { value } else { nil } }
    var figure: Figure? { if case .figure(let value) = self { value } else { nil } }
}

public import Records

/// Tells which findings answer open questions.
///
/// A decision or a deal answers a question when it does what the question asks about, or the opposite, to what
/// it asks about: “whether the council adopts the plan” is answered by a plan that was adopted or rejected, not by
/// an inquiry into the plan. Who asks the question in the same sentence, or later, has not been answered.
public struct Answers: Sendable {
    /// The share of what a question is about that an answer holds, 0 to 1; set by hand, high, since a
    /// wrong answer closes a question that is open.
    static let threshold = 0.75
    /// The fewest content words that a question is recognised by.
    static let fewest = 2

    private let vocabulary: Vocabulary

    /// Makes a search that compares by a language’s words.
    public init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// The findings that answer questions.
    ///
    /// - Parameters:
    ///   - ids: The findings that readers were told of; those that are no questions are passed over.
    ///   - findings: What is known now, with those questions among them.
    ///   - days: The first day of each article’s date, by id; an article without one may be of any day.
    /// - Returns: For each answered question the id of the finding that answers it: the one that holds
    ///   most of its words; of equal ones the first by id.
    public func answers(
        to ids: [String],
        among findings: [Finding],
        on days: [String: Day]
    ) -> [String: String] {
        let asked = Set(ids)
        let settled = findings.filter { !asked.contains($0.id) }
            .mappedOnAllCores { settlement(of: $0) }.compactMap(\.self)
        // Questions are many and mostly about something else: they are looked up by their words.
        var holders: [Int: [Int]] = [:]
        for (place, settlement) in settled.enumerated() {
            for word in settlement.terms.numbers { holders[word, default: []].append(place) }
        }
        let questions = findings.filter { asked.contains($0.id) }
        let found = questions.mappedOnAllCores { [holders] in
            answer(to: $0, among: settled, by: holders, days)
        }
        return zip(questions, found).reduce(into: [:]) { $0[$1.0.id] = $1.1 }
    }

    /// The finding that answers a question, of what is settled and shares a word with it.
    private func answer(
        to finding: Finding,
        among settled: [Settlement],
        by holders: [Int: [Int]],
        _ days: [String: Day]
    ) -> String? {
        guard case .question(let question) = finding.fact else { return nil }
        let asked = Asked(question.about, in: vocabulary)
        guard asked.terms.weights.count >= Self.fewest else { return nil }
        let near = Set(asked.terms.numbers.flatMap { holders[$0] ?? [] })
        let best = near.map { (place: $0, share: asked.terms.share(in: settled[$0].terms)) }
            .filter { $0.share >= Self.threshold }
            .map { (answer: settled[$0.place], share: $0.share) }
            .filter { answer, _ in
                !answer.acts.isDisjoint(with: asked.acts)
                    && asked.isMet(by: answer.finding.fact, in: vocabulary)
                    && follows(answer.finding, on: finding, days)
            }
            .min { ($1.share, $0.answer.finding.id) < ($0.share, $1.answer.finding.id) }
        return best?.answer.finding.id
    }

    /// The findings that answer any question among them.
    ///
    /// - Parameters:
    ///   - findings: What is known.
    ///   - days: The first day of each article’s date, by id; an article without one may be of any day.
    /// - Returns: For each answered question the id of the finding that answers it.
    public func answers(among findings: [Finding], on days: [String: Day]) -> [String: String] {
        let questions = findings.filter { $0.fact.kind == .question }.map(\.id)
        return answers(to: questions, among: findings, on: days)
    }

    /// What is settled, in the words that questions are compared with, and by doing what.
    private struct Settlement {
        var finding: Finding
        var terms: Terms
        /// The groups of the verbs, and those that exclude them.
        var acts: Set<String>
    }

    /// What a decision or a deal settles; nil for other facts, and for what is only proposed or planned.
    private func settlement(of finding: Finding) -> Settlement? {
        switch finding.fact {
        case .decision(let decision) where decision.status.isSettled:
            let act = vocabulary.concept(
                Wording(decision.action, in: vocabulary).verb,
                isVerb: true
            )
            return settlement(finding, [decision.action] + decision.actors, [act])
        case .deal(let deal) where deal.status.isSettled:
            let sentences = finding.records.compactMap(\.evidence.first?.quote)
            let verbs = sentences.flatMap { Wording.words(of: $0, in: vocabulary) }
                .compactMap { vocabulary.verbs[$0] }
            let item = deal.item ?? sentences.first ?? ""
            return settlement(finding, [deal.kind.rawValue, item] + deal.parties, Set(verbs))
        default: return nil
        }
    }

    /// What is settled with some words, by what is done; whoever asks for the opposite asks for the same.
    private func settlement(
        _ finding: Finding,
        _ words: [String],
        _ done: Set<String>
    ) -> Settlement {
        let acts = done.union(done.flatMap { vocabulary.opposites[$0] ?? [] })
        var terms = Terms(of: words.joined(separator: " "), in: vocabulary)
        for act in acts { terms.insert(act, 1) }
        return Settlement(finding: finding, terms: terms, acts: acts)
    }

    /// Whether a finding was told when the question was, or later, in other sentences, and nobody asks any more.
    private func follows(_ answer: Finding, on question: Finding, _ days: [String: Day]) -> Bool {
        let sentences = Set(question.records.flatMap(\.evidence))
        guard answer.records.allSatisfy({ sentences.isDisjoint(with: $0.evidence) }) else {
            return false
        }
        let told = answer.records.compactMap { days[$0.article] }
        let asked = question.records.compactMap { days[$0.article] }
        guard let first = told.min(), let last = told.max(), let start = asked.min(),
            let end = asked.max()
        else { return true }
        return start <= first && end <= last
    }
}

/// A question, as answers are held against it.
private struct Asked {
    var terms: Terms
    /// The groups of the verbs, and of nouns made of verbs.
    var acts: Set<String>
    /// The folded words.
    private var words: [String]

    init(_ about: String, in vocabulary: Vocabulary) {
        words = about.foldedWords
        terms = Terms(of: about, in: vocabulary)
        acts = Set(
            Wording.words(of: about, in: vocabulary).map { vocabulary.concept($0, isVerb: true) }
        )
    }

    /// Whether a fact tells what the question word asks for: somebody whom the question does not name, a date, a
    /// number.
    func isMet(by fact: Fact, in vocabulary: Vocabulary) -> Bool {
        switch words.first {
        case "who", "whom":
            let named = Set(words)
            return (fact.decision?.actors ?? fact.deal?.parties ?? []).contains {
                !named.isSuperset(of: $0.foldedWords)
            }
        case "when":
            return fact.decision?.date != nil || fact.deal?.date != nil
                || !Wording(fact.decision?.action ?? "", in: vocabulary).years.isEmpty
        case "how" where ["much", "many"].contains(words.dropFirst().first):
            return fact.deal?.value != nil || fact.deal?.quantity != nil
                || !Wording(fact.decision?.action ?? "", in: vocabulary).counts.isEmpty
        default: return true
        }
    }
}

extension Status {
    /// Whether something is settled, one way or the other.
    fileprivate var isSettled: Bool { self != .proposed && self != .planned }
}

extension Terms {
    /// What the content words of some words stand for, wherever in a clause they are.
    fileprivate init(of words: String, in vocabulary: Vocabulary) {
        self.init()
        for word in Wording.words(of: words, in: vocabulary) {
            let isLight = vocabulary.roles[word] == .light
            insert(vocabulary.concept(word, isVerb: false), isLight ? 0.5 : 1)
        }
    }

    /// The share of the terms that others hold, 0 to 1.
    fileprivate func share(in other: Terms) -> Double {
        weight > 0 ? shared(with: other) / weight : 0
    }
}

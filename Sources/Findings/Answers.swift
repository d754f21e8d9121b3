public import Records

/// Tells which findings answer open questions.
///
/// A decision or a deal answers a question that its words are about: the question’s content words
/// stand in it, all but a few.
public struct Answers: Sendable {
    /// The share of a question’s content words that an answer holds, 0 to 1; set by hand, high, since a
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
    /// - Returns: For each answered question the id of the finding that answers it: the one that holds
    ///   most of its words; of equal ones the first by id.
    public func answers(to ids: [String], among findings: [Finding]) -> [String: String] {
        let asked = Set(ids)
        let settled = findings.filter { !asked.contains($0.id) }.compactMap { finding in
            finding.fact.settledWording.map { (id: finding.id, wording: $0) }
        }
        // Questions are many and mostly about something else: they are looked up by their words.
        var holders: [String: [Int]] = [:]
        for (place, finding) in settled.enumerated() {
            for word in Wording.words(of: finding.wording, in: vocabulary) {
                holders[word, default: []].append(place)
            }
        }
        var answers: [String: String] = [:]
        for finding in findings where asked.contains(finding.id) {
            guard case .question(let question) = finding.fact else { continue }
            let words = Wording.words(of: question.about, in: vocabulary)
            guard words.count >= Self.fewest else { continue }
            var shared: [Int: Int] = [:]
            for place in words.flatMap({ holders[$0] ?? [] }) { shared[place, default: 0] += 1 }
            let best = shared.map { (id: settled[$0.key].id, count: $0.value) }
                .filter { Double($0.count) >= Self.threshold * Double(words.count) }
                .min { ($1.count, $0.id) < ($0.count, $1.id) }
            answers[finding.id] = best?.id
        }
        return answers
    }
}

extension Fact {
    /// The words of what is settled: a decision or a deal beyond a proposal.
    fileprivate var settledWording: String? {
        switch self {
        case .decision(let decision) where decision.status != .proposed:
            ([decision.action] + decision.actors).joined(separator: " ")
        case .deal(let deal) where deal.status != .proposed:
            ([deal.kind.rawValue, deal.item ?? ""] + deal.parties).joined(separator: " ")
        default: nil
        }
    }
}

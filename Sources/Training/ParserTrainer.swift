import Language

/// Trains a parser.
struct ParserTrainer {
    /// What a parser is trained with.
    ///
    /// Source: Goldberg and Nivre 2013 for the exploration, by measuring on the development part of UD English EWT
    /// for the rest.
    struct Settings {
        var epochs = 10
        /// The share of mistakes that training follows, from the second epoch on.
        var exploration = 0.9
        var leastWeight = 0.1
        var leastUpdates = 3
        var limit = 40.0
    }

    var settings = Settings()
    /// The relations, in the order of their classes, that of the root first.
    let relations: [Relation]

    /// Trains on sentences.
    ///
    /// - Parameters:
    ///   - sentences: The sentences.
    ///   - parts: The part of speech of each tag, as its index.
    /// - Returns: The weights.
    func trained(_ sentences: [GoldParse], parts: [UInt8]) -> Perceptron {
        var perceptron = Perceptron(classes: 1 + 2 * relations.count)
        var state = ParserState()
        var order = Array(sentences.indices)
        var generator = SplitMix(seed: 11)
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: ParserState.featureLimit) { keys in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: perceptron.classes) { scores in
                for epoch in 1...settings.epochs {
                    order.shuffle(using: &generator)
                    for index in order {
                        let sentence = sentences[index]
                        sentence.begin(&state, parts: parts)
                        while !state.isFinal {
                            if let only = state.onlyTransition {
                                state.take(only)
                                continue
                            }
                            let count = state.features(into: keys)
                            perceptron.score(keys, count: count, into: scores)
                            let guess = state.bestTransition(scores, relations: relations.count)
                            let right = sentence.bestRightTransition(state, scores, relations.count)
                            perceptron.countDecision()
                            if !sentence.isRight(guess, right.cost, state) {
                                perceptron.update(
                                    keys,
                                    count: count,
                                    towards: right.transition.index(relations: relations.count),
                                    awayFrom: guess.index(relations: relations.count)
                                )
                            }
                            let explores =
                                epoch > 1
                                && Double.random(in: 0..<1, using: &generator)
                                    < settings.exploration
                            state.take(explores ? guess : right.transition)
                        }
                    }
                }
            }
        }
        return perceptron
    }

    /// The sections of a model.
    func sections(_ perceptron: borrowing Perceptron) -> [(name: ModelFile.Section, bytes: [UInt8])]
    {
        let weights = perceptron.content(
            leastWeight: settings.leastWeight,
            leastUpdates: settings.leastUpdates,
            limit: settings.limit
        )
        let names = relations.map { UInt8(Relation.allCases.firstIndex(of: $0) ?? 0) }
        return [(.relations, names), (.parser, weights)]
    }
}

/// A sentence with its right parse, and what a parser in training may do in it.
struct GoldParse {
    private let traits: [WordTraits]
    private let tags: [UInt8]
    /// The heads; the number of words for the root.
    private let heads: [Int]
    /// The relations, as indices.
    private let labels: [UInt8]
    /// For each word, its dependents.
    private let children: [[Int]]

    /// Takes a sentence of a text, with the tags that a tagger gave it.
    init(_ text: TrainingText, _ tokens: Range<Int>, tags: [UInt8], relations: [Relation]) {
        traits = Array(text.traits[tokens])
        self.tags = Array(tags[tokens])
        let heads = text.heads[tokens].map { $0.map { $0 - tokens.lowerBound } ?? tokens.count }
        labels = text.relations[tokens].map { UInt8(relations.firstIndex(of: $0) ?? 0) }
        var children = [[Int]](repeating: [], count: tokens.count + 1)
        for (word, head) in heads.enumerated() { children[head].append(word) }
        self.heads = heads
        self.children = children
    }

    func begin(_ state: inout ParserState, parts: [UInt8]) {
        traits.withUnsafeBufferPointer { traits in
            tags.withUnsafeBufferPointer { state.begin(traits, tags: $0, parts: parts) }
        }
    }

    /// The number of right relations that a transition makes impossible.
    ///
    /// Source: Goldberg and Nivre 2013, section 4.2, arc-hybrid.
    private func cost(_ transition: ParserState.Transition, _ state: borrowing ParserState) -> Int {
        let next = state.next
        switch transition {
        case .shift:
            var cost = 0
            let head = heads[next]
            if head < next, head != state.stacked(0), state.isStacked(head) { cost += 1 }
            for child in children[next] where child < next && state.isStacked(child) { cost += 1 }
            return cost
        case .left:
            let top = state.stacked(0)
            let head = heads[top]
            return laterChildren(of: top, from: next)
                + (head > next || (head == state.stacked(1)) ? 1 : 0)
        case .right:
            let top = state.stacked(0)
            return laterChildren(of: top, from: next) + (heads[top] >= next ? 1 : 0)
        }
    }

    private func laterChildren(of word: Int, from next: Int) -> Int {
        children[word].reduce(0) { $0 + ($1 >= next ? 1 : 0) }
    }

    /// Of the transitions that cost least, the one with the highest score.
    func bestRightTransition(
        _ state: borrowing ParserState,
        _ scores: UnsafeMutableBufferPointer<Int32>,
        _ relations: Int
    ) -> (transition: ParserState.Transition, cost: Int) {
        let shift = state.allowsShift ? cost(.shift, state) : .max
        let left = state.allowsLeft ? cost(.left(0), state) : .max
        let right = state.allowsRight ? cost(.right(0), state) : .max
        let least = min(shift, left, right)
        var best = ParserState.Transition.shift
        var highest = shift == least ? scores[0] : Int32.min
        let top = state.stacked(0)
        if left == least {
            let label = heads[top] == state.next ? labels[top] : nil
            for index in 1..<relations where label == nil || Int(label ?? 0) == index {
                if scores[1 + index] > highest {
                    (best, highest) = (.left(UInt8(index)), scores[1 + index])
                }
            }
        }
        if right == least {
            let label = heads[top] == state.stacked(1) ? labels[top] : nil
            for index in 1..<relations where label == nil || Int(label ?? 0) == index {
                if scores[1 + relations + index] > highest {
                    (best, highest) = (.right(UInt8(index)), scores[1 + relations + index])
                }
            }
        }
        return (best, least)
    }

    /// Whether a transition costs no more than the best, and gives a right relation its right name.
    func isRight(
        _ transition: ParserState.Transition,
        _ least: Int,
        _ state: borrowing ParserState
    ) -> Bool {
        guard cost(transition, state) == least else { return false }
        let top = state.stacked(0)
        switch transition {
        case .shift: return true
        case .left(let label): return heads[top] != state.next || labels[top] == label
        case .right(let label): return heads[top] != state.stacked(1) || labels[top] == label
        }
    }
}

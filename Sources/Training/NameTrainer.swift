import Language

/// Trains a finder of names.
struct NameTrainer {
    /// What a finder of names is trained with.
    ///
    /// Source: by measuring on parts of the training text held out.
    struct Settings {
        var epochs = 10
        /// The number of trainings, each in an order of its own, of which the model is the mean.
        var runs = 4
        /// The share of documents that are read without a memory, so that short ones are read as well.
        var memoryDropout = 0.5
        /// A word written small that occurs so often outside of names, and never within, is plain.
        var plainCount = 5
        var leastWeight = 0.2
        var leastUpdates = 1
        var limit = 30.0
    }

    var settings = Settings()

    /// The sections of a model, trained on documents.
    ///
    /// - Parameters:
    ///   - documents: The documents.
    ///   - lexicon: What the lexicons say of words.
    /// - Returns: The sections.
    func sections(
        _ documents: [NamedText.Part],
        lexicon: [UInt64: NameHints]
    ) -> [(name: ModelFile.Section, bytes: [UInt8])] {
        let hints = hints(documents, lexicon)
        let table = WordTable.content(
            hints.sorted { $0.key < $1.key }.map { ($0.key, $0.value.rawValue) }
        )
        let file = ModelFile(ModelFile.content([(.nameWords, table)]))
        guard let words = WordTable(file, .nameWords) else { preconditionFailure("bad table") }
        let weights = [AveragedRow](
            meanOf: (0..<settings.runs).map { averages(documents, words, seed: 13 + UInt64($0)) }
        )
        let content = weights.content(
            classes: NamePart.count,
            leastWeight: settings.leastWeight,
            limit: settings.limit
        )
        return [(.names, content), (.nameWords, table)]
    }

    /// What one training learns, with the documents in an order of its own.
    private func averages(
        _ documents: [NamedText.Part],
        _ words: WordTable,
        seed: UInt64
    ) -> [AveragedRow] {
        var perceptron = Perceptron(classes: NamePart.count)
        var memory = NameMemory()
        var order = Array(documents.indices)
        var generator = SplitMix(seed: seed)
        for _ in 0..<settings.epochs {
            order.shuffle(using: &generator)
            for index in order {
                let usesMemory =
                    Double.random(in: 0..<1, using: &generator) >= settings.memoryDropout
                train(&perceptron, documents[index], words, &memory, usesMemory: usesMemory)
            }
        }
        return perceptron.averages(leastUpdates: settings.leastUpdates)
    }

    private func train(
        _ perceptron: inout Perceptron,
        _ document: NamedText.Part,
        _ words: WordTable,
        _ memory: inout NameMemory,
        usesMemory: Bool
    ) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: NameContext.limit) { keys in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: NamePart.count) { scores in
                document.traits.withUnsafeBufferPointer { traits in
                    document.tags.withUnsafeBufferPointer { tags in
                        memory.begin(traits)
                        for sentence in document.sentences {
                            let traits = UnsafeBufferPointer(rebasing: traits[sentence])
                            var context = NameContext(
                                traits,
                                tags: UnsafeBufferPointer(rebasing: tags[sentence]),
                                words
                            )
                            var guesses = [UInt8](repeating: NamePart.outside, count: traits.count)
                            for index in traits.indices {
                                if !context.isPlain {
                                    let atEnd = index == traits.count - 1
                                    let count = context.features(
                                        memory,
                                        usesMemory: usesMemory,
                                        into: keys
                                    )
                                    perceptron.score(keys, count: count, into: scores)
                                    let guess = scores.bestPart(after: context.last, atEnd: atEnd)
                                    let right = document.parts[sentence.lowerBound + index]
                                    perceptron.countDecision()
                                    // A right class that cannot follow the guess before teaches nothing.
                                    if guess != right,
                                        NamePart.allows(right, after: context.last, atEnd: atEnd)
                                    {
                                        perceptron.update(
                                            keys,
                                            count: count,
                                            towards: Int(right),
                                            awayFrom: Int(guess)
                                        )
                                    }
                                    guesses[index] = guess
                                }
                                context.advance(tagged: guesses[index])
                            }
                            guesses.withUnsafeBufferPointer { memory.note(traits, $0) }
                        }
                    }
                }
            }
        }
    }

    /// The lexicon with the plain words of the documents.
    private func hints(
        _ documents: [NamedText.Part],
        _ lexicon: [UInt64: NameHints]
    ) -> [UInt64: NameHints] {
        var hints = lexicon
        var counts: [UInt64: Int] = [:]
        var inNames: Set<UInt64> = []
        for document in documents {
            for (word, part) in zip(document.traits, document.parts)
            where !word.style.contains(.capitalised) {
                counts[word.word, default: 0] += 1
                if part != NamePart.outside { inNames.insert(word.word) }
            }
        }
        for (word, count) in counts where count >= settings.plainCount && !inNames.contains(word) {
            hints[word, default: []].insert(.plain)
        }
        return hints
    }
}

import Language

/// Trains a tagger.
struct TaggerTrainer {
    /// What a tagger is trained with.
    ///
    /// Source: by measuring on the development part of UD English EWT.
    struct Settings {
        var epochs = 8
        /// A tag counts for the class of ambiguity of a word from this share on.
        var leastShare = 0.03
        /// A word that occurs so often has a class of ambiguity.
        var leastCount = 3
        /// A word has its tag for certain when it occurs so often.
        var certainCount = 20
        /// A word has its tag for certain when so great a share of it has the tag.
        var certainShare = 0.995
        var leastWeight = 0.2
        var leastUpdates = 3
        var limit = 30.0
    }

    var settings = Settings()
    /// The tags, in the order of their classes.
    let tags: [Tag]

    /// Trains on sentences.
    ///
    /// - Parameters:
    ///   - texts: The texts.
    ///   - sentences: The sentences to train on: texts and their ranges of tokens.
    /// - Returns: The sections of a model.
    func sections(
        _ texts: [TrainingText],
        _ sentences: [(text: Int, tokens: Range<Int>)]
    ) -> [(name: ModelFile.Section, bytes: [UInt8])] {
        let classes = Dictionary(uniqueKeysWithValues: zip(tags, 0..<tags.count))
        let gold = texts.map { text in text.tags.map { UInt8(classes[$0] ?? 0) } }
        let table = WordTable.content(knownTags(gold, texts, sentences))
        let file = ModelFile(ModelFile.content([(.taggerWords, table)]))
        guard let words = WordTable(file, .taggerWords) else { preconditionFailure("bad table") }
        var perceptron = Perceptron(classes: tags.count)
        var order = sentences
        var generator = SplitMix(seed: 7)
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggerContext.limit) { keys in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: tags.count) { scores in
                for _ in 0..<settings.epochs {
                    order.shuffle(using: &generator)
                    for (text, tokens) in order {
                        texts[text].traits.withUnsafeBufferPointer { traits in
                            let traits = UnsafeBufferPointer(rebasing: traits[tokens])
                            var context = TaggerContext(traits, words)
                            for index in traits.indices {
                                if let tag = context.known.certain {
                                    context.advance(tagged: tag)
                                    continue
                                }
                                let count = context.features(into: keys)
                                perceptron.score(keys, count: count, into: scores)
                                let guess = scores.indexOfMaximum
                                let right = Int(gold[text][tokens.lowerBound + index])
                                perceptron.countDecision()
                                if guess != right {
                                    perceptron.update(
                                        keys,
                                        count: count,
                                        towards: right,
                                        awayFrom: guess
                                    )
                                }
                                context.advance(tagged: UInt8(guess))
                            }
                        }
                    }
                }
            }
        }
        let weights = perceptron.content(
            leastWeight: settings.leastWeight,
            leastUpdates: settings.leastUpdates,
            limit: settings.limit
        )
        return [(.tags, content(of: tags)), (.tagger, weights), (.taggerWords, table)]
    }

    /// The tags as the model holds them.
    private func content(of tags: [Tag]) -> [UInt8] {
        tags.flatMap { tag in
            [
                UInt8(PartOfSpeech.allCases.firstIndex(of: tag.part) ?? 0),
                UInt8(PennTag.allCases.firstIndex(of: tag.penn) ?? 0),
            ]
        }
    }

    /// What the sentences tell of the tags of their words.
    private func knownTags(
        _ gold: [[UInt8]],
        _ texts: [TrainingText],
        _ sentences: [(text: Int, tokens: Range<Int>)]
    ) -> [(word: UInt64, value: UInt32)] {
        var counts: [UInt64: [Int]] = [:]
        for (text, tokens) in sentences {
            for token in tokens {
                let word = texts[text].traits[token].word
                counts[word, default: Array(repeating: 0, count: tags.count)][
                    Int(gold[text][token])
                ] += 1
            }
        }
        var values: [(word: UInt64, value: UInt32)] = []
        for (word, counts) in counts {
            let total = counts.reduce(0, +)
            guard total >= settings.leastCount, let most = counts.max(),
                let best = counts.firstIndex(of: most)
            else { continue }
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for (tag, count) in counts.enumerated()
            where Double(count) >= settings.leastShare * Double(total) {
                hash = (hash ^ UInt64(tag + 1)) &* 0x0000_0100_0000_01B3
            }
            let isCertain =
                total >= settings.certainCount
                && Double(most) >= settings.certainShare * Double(total)
            let known = KnownTags(
                certain: isCertain ? UInt8(best) : nil,
                ambiguity: UInt16(truncatingIfNeeded: hash ^ hash >> 16 ^ hash >> 32)
            )
            values.append((word, known.stored))
        }
        return values.sorted { $0.word < $1.word }
    }
}

import Language

/// How many words of a treebank a model reads right, given the tokens and sentences of the treebank.
struct TreebankScores {
    private var words = 0
    private var parts = 0
    private var pennTags = 0
    private var lemmas = 0
    private var heads = 0
    private var relations = 0
    private var fullRelations = 0

    /// Reads a treebank.
    init(_ text: TrainingText, _ model: LanguageModel) throws {
        let reading = model.reading(of: text.document)
        let lemmatizer = try Lemmatizer()
        words = text.tags.count
        for (token, tag) in reading.tags.enumerated() {
            if tag.part == text.tags[token].part { parts += 1 }
            if tag.penn == text.tags[token].penn { pennTags += 1 }
            let word = text.document[text.document.tokens[token].range]
            if lemmatizer.lemma(of: word, tag: tag) == text.lemmas[token] { lemmas += 1 }
        }
        for (number, sentence) in text.sentences.enumerated() {
            for (token, found) in zip(sentence, reading.dependencies(in: number))
            where found.head == text.heads[token] {
                heads += 1
                if found.relation.isLike(text.relations[token]) { relations += 1 }
                if found.relation == text.relations[token] { fullRelations += 1 }
            }
        }
    }

    /// The figures; LAS leaves the finer kinds of relations aside, as the CoNLL 2018 task does.
    func figures(on text: String, tags: Double?, parse: Double?) -> [ModelEvaluation.Figure] {
        func share(_ count: Int) -> Double { 100 * Double(count) / Double(max(words, 1)) }
        return [
            .init(name: "UPOS", text: text, value: share(parts), gate: tags),
            .init(name: "XPOS", text: text, value: share(pennTags)),
            .init(name: "lemmas", text: text, value: share(lemmas)),
            .init(name: "UAS", text: text, value: share(heads)),
            .init(name: "LAS", text: text, value: share(relations), gate: parse),
            .init(name: "LAS, finer kinds", text: text, value: share(fullRelations)),
        ]
    }
}

import Foundation
package import Language
import Treebanks

/// What a model is worth: the figures of its gates, from texts that it was never trained on.
package struct ModelEvaluation {
    /// A figure of a gate.
    package struct Figure: Hashable, Sendable {
        /// What is measured.
        package var name: String
        /// The text that it is measured on.
        package var text: String
        /// The figure, in per cent.
        package var value: Double
        /// What it should be at least.
        package var gate: Double?
    }

    private let model: LanguageModel
    private let analyzer: Analyzer
    private let folder: TreebankFolder

    /// Prepares an evaluation.
    package init(_ model: LanguageModel, _ folder: TreebankFolder) throws {
        self.model = model
        self.folder = folder
        analyzer = try Analyzer()
    }

    /// The figures.
    package func figures() throws -> [Figure] {
        var figures: [Figure] = []
        let gold: [(name: String, file: String, tags: Double?, parse: Double?)] = [
            ("GUM news", "gum_news_devtest", 95.4, 79.5), ("PUD", "en_pud-ud-test", 95.4, 80),
            ("EWT test", "en_ewt-ud-test", nil, 82), ("EWT dev", "en_ewt-ud-dev", nil, nil),
        ]
        for text in gold {
            let treebank = Treebank(try folder.text(text.file + ".conllu"))
            let scores = try TreebankScores(TrainingText(treebank), model)
            figures += scores.figures(on: text.name, tags: text.tags, parse: text.parse)
        }
        let raw = Treebank(try folder.text("en_ewt-ud-test.conllu"))
        figures += try rawFigures(raw, on: "EWT test, raw text")
        let named: [(name: String, file: String, gate: Double?)] = [
            ("UNER PUD", "uner_pud", 68), ("UNER EWT test", "uner_ewt_test", 66),
            ("CrossNER politics", "crossner_pol_test", nil),
        ]
        for text in named {
            figures += nameFigures(
                try folder.names("ner/\(text.file).bio"),
                on: text.name,
                gate: text.gate
            )
        }
        return figures
    }

    /// Tokens, sentences, tags and relations found in raw text, as the CoNLL 2018 task counts them.
    ///
    /// Source: <https://universaldependencies.org/conll18/evaluation.html>.
    private func rawFigures(_ treebank: Treebank, on text: String) throws -> [Figure] {
        let document = analyzer.document(treebank.text)
        let reading = model.reading(of: document)
        let gold = try TrainingText(treebank)
        let places = Dictionary(
            uniqueKeysWithValues: treebank.words.enumerated().map { ($0.element, $0.offset) }
        )
        let twins = document.tokens.map { places[$0.range] }
        var (tags, relations) = (0, 0)
        for (number, sentence) in document.sentences.enumerated() {
            for (token, found) in zip(sentence.tokens, reading.dependencies(in: number)) {
                guard let twin = twins[token] else { continue }
                if reading.tag(of: token).part == gold.tags[twin].part { tags += 1 }
                let head = found.head.map { twins[$0] ?? -1 }
                if head == gold.heads[twin], found.relation.isLike(gold.relations[twin]) {
                    relations += 1
                }
            }
        }
        let total = Double(document.tokens.count + gold.tags.count)
        let split = SplitEvaluation.scores(of: document, treebank)
        func f1(_ name: String) -> Double { split.first { $0.0 == name }?.1.f1 ?? 0 }
        return [
            Figure(name: "tokens", text: text, value: f1("surface"), gate: 98.5),
            Figure(name: "words", text: text, value: f1("words")),
            Figure(name: "sentences", text: text, value: f1("sentences"), gate: 80),
            Figure(name: "UPOS", text: text, value: 200 * Double(tags) / total, gate: 93.5),
            Figure(name: "LAS", text: text, value: 200 * Double(relations) / total, gate: 78),
        ]
    }

    private func nameFigures(
        _ documents: [NamedText.Part],
        on text: String,
        gate: Double?
    ) -> [Figure] {
        var score = Score()
        var kinds = NameKind.allCases.map { _ in Score() }
        for document in documents {
            let names = model.names(document)
            let right = Set(names).intersection(document.names)
            score.add(right.count, of: names.count, expected: document.names.count)
            for (index, kind) in NameKind.allCases.enumerated() {
                kinds[index].add(
                    right.count { $0.kind == kind },
                    of: names.count { $0.kind == kind },
                    expected: document.names.count { $0.kind == kind }
                )
            }
        }
        var figures = [Figure(name: "names F1", text: text, value: score.f1, gate: gate)]
        for (kind, score) in zip(NameKind.allCases, kinds) {
            figures.append(Figure(name: "names F1, \(kind)", text: text, value: score.f1))
        }
        return figures
    }
}

extension Score {
    fileprivate mutating func add(_ right: Int, of found: Int, expected: Int) {
        self.right += right
        self.found += found
        self.expected += expected
    }
}

extension Relation {
    /// Whether two relations are the same but for their finer kinds.
    func isLike(_ other: Relation) -> Bool {
        rawValue.prefix { $0 != ":" } == other.rawValue.prefix { $0 != ":" }
    }
}

extension LanguageModel {
    fileprivate func names(_ document: NamedText.Part) -> [Name] {
        var document = document
        document.tag(by: tagger)
        var memory = NameMemory()
        return document.traits.withUnsafeBufferPointer { traits in
            document.tags.withUnsafeBufferPointer { tags in
                nameTagger.names(traits, tags: tags, sentences: document.sentences, in: &memory)
            }
        }
    }
}

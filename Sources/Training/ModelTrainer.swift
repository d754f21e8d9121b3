package import Foundation
import Language
import Treebanks

/// Trains the model of Language: the tagger, then the parser on tags that taggers of other parts of the text gave,
/// then the finder of names.
///
/// The same treebanks and lexicons make the same bytes.
package struct ModelTrainer {
    /// The number of parts of which each is tagged by a tagger trained on the others.
    package static let folds = 5
    /// How often the text counts whose names are marked as the tests mark them.
    ///
    /// Source: by measuring on thirds of that text held out.
    package static let namesWeight = 2

    private let folder: TreebankFolder
    private let lexicon: NameLexicon
    private let report: (String) -> Void

    /// Prepares training.
    ///
    /// - Parameters:
    ///   - folder: The treebanks.
    ///   - extraction: The folder of the lexicons of the extraction.
    ///   - names: The folder of the words of names.
    ///   - report: What to do with a line on how far training is.
    /// - Throws: Why a lexicon cannot be read.
    package init(
        _ folder: TreebankFolder,
        extraction: URL,
        names: URL,
        report: @escaping (String) -> Void
    ) throws {
        self.folder = folder
        lexicon = try NameLexicon(extraction: extraction, training: names)
        self.report = report
    }

    /// The bytes of the model.
    package func content() throws -> [UInt8] {
        let texts = try TreebankFolder.trainingTreebanks.map(folder.treebank)
        var sentences: [(text: Int, tokens: Range<Int>)] = []
        for (index, text) in texts.enumerated() { sentences += text.sentences.map { (index, $0) } }
        let tags = Set(texts.flatMap(\.tags)).sorted {
            ($0.part.rawValue, $0.penn.rawValue) < ($1.part.rawValue, $1.penn.rawValue)
        }
        let trainer = TaggerTrainer(tags: tags)
        var sections = trainer.sections(texts, sentences)
        report("the tagger is trained on \(sentences.count) sentences")
        let tagger = try Self.tagger(sections)
        let jackknifed = try jackknifedTags(texts, sentences, trainer)
        report("the sentences are tagged")
        sections += parser(texts, sentences, jackknifed, tags)
        report("the parser is trained")
        sections += try names(tagger, jackknifed)
        report("the finder of names is trained")
        return ModelFile.content(sections)
    }

    /// The tags of each text, by taggers that have not seen the sentences.
    private func jackknifedTags(
        _ texts: [TrainingText],
        _ sentences: [(text: Int, tokens: Range<Int>)],
        _ trainer: TaggerTrainer
    ) throws -> [[UInt8]] {
        var tags = texts.map { [UInt8](repeating: 0, count: $0.tags.count) }
        for fold in 0..<Self.folds {
            let others = sentences.enumerated().filter { $0.offset % Self.folds != fold }
            let tagger = try Self.tagger(trainer.sections(texts, others.map(\.element)))
            for (index, sentence) in sentences.enumerated() where index % Self.folds == fold {
                tagger.tag(
                    texts[sentence.text].traits,
                    sentence.tokens,
                    into: &tags[sentence.text]
                )
            }
        }
        return tags
    }

    private func parser(
        _ texts: [TrainingText],
        _ sentences: [(text: Int, tokens: Range<Int>)],
        _ jackknifed: [[UInt8]],
        _ tags: [Tag]
    ) -> [(name: ModelFile.Section, bytes: [UInt8])] {
        let relations = [.root] + Relation.allCases.filter { $0 != .root }
        let trainer = ParserTrainer(relations: relations)
        let gold = sentences.map {
            GoldParse(
                texts[$0.text],
                $0.tokens,
                tags: jackknifed[$0.text],
                relations: relations
            )
        }
        let parts = tags.map { UInt8(PartOfSpeech.allCases.firstIndex(of: $0.part) ?? 0) }
        return trainer.sections(trainer.trained(gold, parts: parts))
    }

    /// Trains the finder of names; words of treebanks keep the tags that they were given.
    private func names(
        _ tagger: Tagger,
        _ jackknifed: [[UInt8]]
    ) throws -> [(name: ModelFile.Section, bytes: [UInt8])] {
        var documents: [NamedText.Part] = []
        for (index, file) in TreebankFolder.trainingNames.enumerated() {
            var named = try folder.names(file)
            let words = named.reduce(0) { $0 + $1.traits.count }
            let twin = TreebankFolder.trainingTreebanks.indices.first {
                let name = TreebankFolder.trainingTreebanks[$0].dropLast(".conllu".count)
                return file.hasSuffix("/\(name).bio") && jackknifed[$0].count == words
            }
            var position = 0
            for document in named.indices {
                let count = named[document].traits.count
                if let twin {
                    named[document].tags = Array(jackknifed[twin][position..<position + count])
                } else {
                    named[document].tag(by: tagger)
                }
                position += count
            }
            for _ in 0..<(index == 0 ? Self.namesWeight : 1) { documents += named }
        }
        return NameTrainer().sections(documents, lexicon: lexicon.hints)
    }

    private static func tagger(
        _ sections: [(name: ModelFile.Section, bytes: [UInt8])]
    ) throws -> Tagger {
        guard let tagger = Tagger(ModelFile(ModelFile.content(sections))) else {
            throw TrainingError.noModel("the tagger that was just trained")
        }
        return tagger
    }
}

extension NamedText.Part {
    /// Tags the words.
    mutating func tag(by tagger: Tagger) {
        tags = [UInt8](repeating: 0, count: traits.count)
        for sentence in sentences { tagger.tag(traits, sentence, into: &tags) }
    }
}

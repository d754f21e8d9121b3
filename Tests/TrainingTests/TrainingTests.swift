import Foundation
import Language
import Testing
import Treebanks

@testable import Training

struct TrainingTests {
    private let texts: [TrainingText]
    private let sentences: [(text: Int, tokens: Range<Int>)]
    private let tags: [Language.Tag]

    init() throws {
        let words: [(String, String, String, Int, String)] = [
            ("Anna", "PROPN", "NNP", 2, "nsubj"), ("bought", "VERB", "VBD", 0, "root"),
            ("two", "NUM", "CD", 4, "nummod"), ("ships", "NOUN", "NNS", 2, "obj"),
            (".", "PUNCT", ".", 2, "punct"),
        ]
        let lines = words.enumerated().map { index, word in
            "\(index + 1)\t\(word.0)\t\(word.0)\t\(word.1)\t\(word.2)\t_\t\(word.3)\t\(word.4)\t_\t_"
        }
        let text = try TrainingText(Treebank(lines.joined(separator: "\n") + "\n\n"))
        texts = [text]
        sentences = text.sentences.map { (0, $0) }
        tags = text.tags
    }

    @Test
    func `reads a treebank`() {
        #expect(texts[0].heads == [1, nil, 3, 1, 1])
        #expect(texts[0].relations[3] == .object)
        #expect(texts[0].lemmas[1] == "bought")
        #expect(sentences.map(\.tokens) == [0..<5])
    }

    @Test
    func `makes the same bytes each time`() {
        let trainer = TaggerTrainer(tags: tags)
        let first = trainer.sections(texts, sentences).map(\.bytes)
        #expect(first == trainer.sections(texts, sentences).map(\.bytes))
    }

    @Test
    func `learns tags and relations`() throws {
        let relations: [Relation] = [.root, .nominalSubject, .numeral, .object, .punctuation]
        // So few words change few weights: none may be left out.
        var trainer = ParserTrainer(relations: relations)
        (trainer.settings.leastWeight, trainer.settings.leastUpdates) = (0, 1)
        var taggerTrainer = TaggerTrainer(tags: tags)
        (taggerTrainer.settings.leastWeight, taggerTrainer.settings.leastUpdates) = (0, 1)
        let gold = GoldParse(texts[0], 0..<5, tags: [0, 1, 2, 3, 4], relations: relations)
        let parts = tags.map { UInt8(PartOfSpeech.allCases.firstIndex(of: $0.part) ?? 0) }
        var sections = taggerTrainer.sections(texts, sentences)
        sections += trainer.sections(trainer.trained([gold], parts: parts))
        let file = ModelFile(ModelFile.content(sections))
        let tagger = try #require(Tagger(file))
        let parser = try #require(Parser(file))
        var found = [UInt8](repeating: 0, count: 5)
        tagger.tag(texts[0].traits, 0..<5, into: &found)
        #expect(found.map { tagger.tags[Int($0)] } == texts[0].tags)
        var state = ParserState()
        parser.parse(texts[0].traits, tags: found, 0..<5, in: &state)
        #expect((0..<5).map { state.arc(of: $0).head } == [1, 5, 3, 1, 1])
        #expect((0..<5).map { state.arc(of: $0).label } == [1, 0, 2, 3, 4])
    }

    @Test(
        arguments: [
            ("Aachen", .city), ("Danish", .demonym), ("Mary", .givenName),
            ("Corporation", .organisationHead), ("ships", []),
        ] as [(String, NameHints)]
    )
    func `knows what lexicons say of words`(word: String, hints: NameHints) throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources").standardized
        let lexicon = try NameLexicon(
            extraction: sources.appending(path: "Extraction/Resources/en"),
            training: sources.appending(path: "Training/Lexicons")
        )
        let bytes = Array(word.utf8)
        let token = Token(0..<bytes.count, .word, in: bytes.span, isSpaced: true)
        let found = lexicon.hints[WordTraits(token, in: bytes.span).word] ?? []
        #expect(hints.isEmpty ? found.isEmpty : found.isSuperset(of: hints))
    }

    @Test
    func `reads texts with names`() throws {
        let text = "-DOCSTART- O\n\nAna B-PER\nSilva I-PER\nleft O\nRome B-LOC\n\n"
        let documents = try NamedText(text).documents
        #expect(
            documents.map(\.names) == [
                [Name(tokens: 0..<2, kind: .person), Name(tokens: 3..<4, kind: .place)]
            ]
        )
        #expect(throws: TrainingError.unknownName("B-CAT")) { try NamedText("Tom B-CAT\n") }
    }
}

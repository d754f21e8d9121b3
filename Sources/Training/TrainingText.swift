import Language
import Treebanks

/// A treebank as the trained parts see it: words with their traits, in sentences, with what is right.
struct TrainingText {
    /// The text with the tokens of the treebank.
    private(set) var document: Document
    /// The traits of the tokens.
    private(set) var traits: [WordTraits]
    /// The lemmas.
    private(set) var lemmas: [String] = []
    /// The tags.
    private(set) var tags: [Tag] = []
    /// The heads, as indices into the tokens; nil for the root of a sentence.
    private(set) var heads: [Int?] = []
    /// The relations to the heads.
    private(set) var relations: [Relation] = []

    /// The sentences, as ranges of tokens.
    var sentences: [Range<Int>] { document.sentences.map(\.tokens) }

    /// Reads a treebank.
    init(_ treebank: Treebank) throws(TrainingError) {
        let bytes = Array(treebank.text.utf8)
        let tokens = treebank.words.map { range in
            let isSpaced = range.lowerBound == 0 || bytes[range.lowerBound - 1] <= 0x20
            return Token(range, .word, in: bytes.span, isSpaced: isSpaced)
        }
        let sentences = zip(treebank.sentenceWords, treebank.sentences).map {
            Sentence(tokens: $0, range: $1)
        }
        document = Document(
            text: treebank.text,
            bytes: bytes,
            tokens: tokens,
            sentences: sentences
        )
        traits = tokens.map { WordTraits($0, in: bytes.span) }
        for annotation in treebank.annotations {
            lemmas.append(annotation.lemma)
            guard let part = PartOfSpeech(rawValue: annotation.part),
                let penn = PennTag(rawValue: annotation.penn)
            else { throw TrainingError.unknownTag("\(annotation.part) \(annotation.penn)") }
            tags.append(Tag(part, penn))
            heads.append(annotation.head)
            guard let relation = Relation(rawValue: annotation.relation) else {
                throw TrainingError.unknownRelation(annotation.relation)
            }
            relations.append(relation)
        }
    }
}

/// Why a model cannot be made.
package enum TrainingError: Error, Hashable, Sendable {
    /// A tag of a treebank that Language does not have.
    case unknownTag(String)
    /// A relation of a treebank that Language does not have.
    case unknownRelation(String)
    /// A model that is not there or damaged.
    case noModel(String)
    /// A line of a file of names that has no tag.
    case unknownName(String)
    /// A file of the folder that is not there or damaged.
    case unreadable(String)
}

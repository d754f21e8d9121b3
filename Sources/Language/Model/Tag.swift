/// A universal part of speech.
///
/// Source: <https://universaldependencies.org/u/pos/>.
public enum PartOfSpeech: String, Hashable, Sendable, CaseIterable {
    /// An adjective: big, Japanese, third.
    case adjective = "ADJ"
    /// A preposition, or the particle of a phrasal verb: in, of, up.
    case adposition = "ADP"
    /// An adverb: very, there, not so.
    case adverb = "ADV"
    /// An auxiliary verb: has done, will do, is big.
    case auxiliary = "AUX"
    /// A word that joins equals: and, or, but.
    case coordinator = "CCONJ"
    /// A determiner: the, this, no.
    case determiner = "DET"
    /// An interjection: yes, oh.
    case interjection = "INTJ"
    /// A common noun.
    case noun = "NOUN"
    /// A numeral: 400, three.
    case numeral = "NUM"
    /// A particle: to do, not, ’s.
    case particle = "PART"
    /// A pronoun: he, her, which.
    case pronoun = "PRON"
    /// A proper noun.
    case properNoun = "PROPN"
    /// A mark of punctuation.
    case punctuation = "PUNCT"
    /// A word that opens a clause: that, if, because.
    case subordinator = "SCONJ"
    /// A symbol: $, %.
    case symbol = "SYM"
    /// A verb.
    case verb = "VERB"
    /// Anything else.
    case other = "X"
}

/// A tag of the Penn Treebank, as UD English EWT uses it: finer than a part of speech.
///
/// Source: <https://catalog.ldc.upenn.edu/docs/LDC2012T13/>.
public enum PennTag: String, Hashable, Sendable, CaseIterable {
    /// A coordinating conjunction.
    case cc = "CC"
    /// A cardinal number.
    case cd = "CD"
    /// A determiner.
    case dt = "DT"
    /// The “there” of there is.
    case ex = "EX"
    /// A foreign word.
    case fw = "FW"
    /// A preposition or subordinating conjunction.
    case inTag = "IN"
    /// An adjective.
    case jj = "JJ"
    /// An adjective in the comparative.
    case jjr = "JJR"
    /// An adjective in the superlative.
    case jjs = "JJS"
    /// The mark of a list item.
    case ls = "LS"
    /// A modal verb.
    case md = "MD"
    /// A noun in the singular.
    case nn = "NN"
    /// A noun in the plural.
    case nns = "NNS"
    /// A proper noun in the singular.
    case nnp = "NNP"
    /// A proper noun in the plural.
    case nnps = "NNPS"
    /// A predeterminer: all the.
    case pdt = "PDT"
    /// A possessive ending.
    case pos = "POS"
    /// A personal pronoun.
    case prp = "PRP"
    /// A possessive pronoun.
    case prpPossessive = "PRP$"
    /// An adverb.
    case rb = "RB"
    /// An adverb in the comparative.
    case rbr = "RBR"
    /// An adverb in the superlative.
    case rbs = "RBS"
    /// A particle of a phrasal verb.
    case rp = "RP"
    /// A symbol.
    case sym = "SYM"
    /// The word to.
    case to = "TO"
    /// An interjection.
    case uh = "UH"
    /// A verb in its base form.
    case vb = "VB"
    /// A verb in the past tense.
    case vbd = "VBD"
    /// A gerund or present participle.
    case vbg = "VBG"
    /// A past participle.
    case vbn = "VBN"
    /// A verb in the present, not third person singular.
    case vbp = "VBP"
    /// A verb in the present, third person singular.
    case vbz = "VBZ"
    /// A determiner that asks or relates: which.
    case wdt = "WDT"
    /// A pronoun that asks or relates: who.
    case wp = "WP"
    /// The word whose.
    case wpPossessive = "WP$"
    /// An adverb that asks or relates: where.
    case wrb = "WRB"
    /// An address of the web or of e-mail.
    case add = "ADD"
    /// A prefix that stands alone.
    case afx = "AFX"
    /// A part of a word that is written apart.
    case gw = "GW"
    /// A hyphen within a word.
    case hyph = "HYPH"
    /// A mark that belongs to no sentence: ***.
    case nfp = "NFP"
    /// Not to be told.
    case xx = "XX"
    /// A mark that ends a sentence.
    case stop = "."
    /// A comma.
    case comma = ","
    /// A colon, semicolon, dash or ellipsis.
    case colon = ":"
    /// An opening quotation mark.
    case openQuote = "``"
    /// A closing quotation mark.
    case closeQuote = "''"
    /// An opening bracket.
    case openBracket = "-LRB-"
    /// A closing bracket.
    case closeBracket = "-RRB-"
    /// A sign of currency.
    case dollar = "$"
    /// The sign #.
    case hash = "#"
}

/// The tag of a token.
public struct Tag: Hashable, Sendable {
    /// Its part of speech.
    public var part: PartOfSpeech
    /// Its finer tag.
    public var penn: PennTag

    /// Makes a tag.
    public init(_ part: PartOfSpeech, _ penn: PennTag) {
        self.part = part
        self.penn = penn
    }
}

/// A grammatical relation of a word to its head.
///
/// Source: <https://universaldependencies.org/en/dep/>.
public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// A clause that modifies a noun: the plan to buy.
    case clausalModifier = "acl"
    /// A relative clause that modifies a noun.
    case relativeClause = "acl:relcl"
    /// A clause that modifies a verb.
    case adverbialClause = "advcl"
    /// A relative clause that modifies a clause.
    case adverbialRelative = "advcl:relcl"
    /// An adverb that modifies.
    case adverbial = "advmod"
    /// An adjective that modifies a noun.
    case adjective = "amod"
    /// A noun phrase that says the same as the noun before it.
    case apposition = "appos"
    /// An auxiliary verb.
    case auxiliary = "aux"
    /// The auxiliary verb of a passive.
    case passiveAuxiliary = "aux:pass"
    /// The preposition or possessive ending of a noun.
    case caseMark = "case"
    /// The word that joins a conjunct.
    case coordinator = "cc"
    /// The both of both … and.
    case preconjunction = "cc:preconj"
    /// A clause as object: said that it would.
    case clausalComplement = "ccomp"
    /// A noun before the noun that it narrows: defence minister.
    case compound = "compound"
    /// The particle of a phrasal verb.
    case verbParticle = "compound:prt"
    /// A conjunct of the word before it.
    case conjunct = "conj"
    /// The verb be before what somebody or something is.
    case copula = "cop"
    /// A clause as subject.
    case clausalSubject = "csubj"
    /// A clause as subject of a clause that is a predicate.
    case outerClausalSubject = "csubj:outer"
    /// A clause as subject of a passive.
    case passiveClausalSubject = "csubj:pass"
    /// A relation that could not be told.
    case unspecified = "dep"
    /// A determiner.
    case determiner = "det"
    /// A predeterminer: all the.
    case predeterminer = "det:predet"
    /// A word of the talk itself: yes, well.
    case discourse = "discourse"
    /// A phrase that stands outside its clause.
    case dislocated = "dislocated"
    /// The there of there is, the it of it rains.
    case expletive = "expl"
    /// A further word of a fixed expression: because of.
    case fixed = "fixed"
    /// A further word of a name: Shigeru Ishiba.
    case flat = "flat"
    /// A further part of a word that is written apart.
    case goesWith = "goeswith"
    /// An indirect object.
    case indirectObject = "iobj"
    /// An item of a list without a sentence.
    case list = "list"
    /// The word that opens a clause: that, to, if.
    case marker = "mark"
    /// A noun phrase that modifies a noun: talks with Japan.
    case nominalModifier = "nmod"
    /// A title or description before a name: President Biden.
    case nominalDescription = "nmod:desc"
    /// Who or what possesses.
    case possessor = "nmod:poss"
    /// A noun phrase without preposition that modifies a noun.
    case unmarkedModifier = "nmod:unmarked"
    /// A noun phrase as subject.
    case nominalSubject = "nsubj"
    /// The subject of a clause that is a predicate.
    case outerSubject = "nsubj:outer"
    /// The subject of a passive.
    case passiveSubject = "nsubj:pass"
    /// A numeral that modifies a noun.
    case numeral = "nummod"
    /// A direct object.
    case object = "obj"
    /// A noun phrase with preposition that belongs to a verb.
    case oblique = "obl"
    /// Who acts, in a passive: by.
    case agent = "obl:agent"
    /// A noun phrase without preposition that belongs to a verb: last week.
    case unmarkedOblique = "obl:unmarked"
    /// What is left of a clause whose verb is left out.
    case orphan = "orphan"
    /// A clause beside a clause: it would, he said.
    case parataxis = "parataxis"
    /// A mark of punctuation.
    case punctuation = "punct"
    /// What a speaker takes back.
    case reparandum = "reparandum"
    /// The head of the sentence.
    case root = "root"
    /// Who is spoken to.
    case vocative = "vocative"
    /// A complement whose subject stands outside: agreed to buy.
    case openComplement = "xcomp"
}

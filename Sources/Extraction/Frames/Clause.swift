internal import Language

/// What a frame asks about the words around its trigger.
///
/// Today it is read from the order of words; grammatical relations can make it too.
package struct Clause: Hashable, Sendable {
    /// The tokens of the trigger.
    package var trigger: Range<Int>
    /// The verb with its auxiliaries; nil for a noun or a phrase.
    package var verb: VerbGroup?
    /// The tokens of the subject; of a passive, what undergoes it.
    package var subject: Range<Int>?
    /// The tokens of who acts in a passive, without “by”.
    package var agent: Range<Int>?
    /// What follows the trigger.
    package var complement: Complement
    /// From the subject to the end of the complement.
    package var extent: Range<Int>
    /// The sentence.
    package var sentence: Range<Int>
}

/// A verb with its auxiliaries.
package struct VerbGroup: Hashable, Sendable {
    /// The tokens from the first auxiliary to the verb.
    package var tokens: Range<Int>
    /// How it is meant.
    package var mood: Mood
    /// Whether it stands in the passive.
    package var isPassive = false
    /// Whether it is no finite verb: “signing”, or “signed” behind its noun.
    package var isParticiple = false
}

/// What completes a verb or noun.
package struct Complement: Hashable, Sendable {
    /// Its kind.
    package enum Kind: Hashable, Sendable {
        /// “to build a port”; the range begins with the verb.
        case infinitive
        /// “that the port will be built”, with or without “that”; the range begins behind it.
        case clause
        /// “whether it will be built”; the range begins with “whether”.
        case question
        /// “a port”.
        case object
        /// “building a port”.
        case gerund
        /// “on a port”, by its preposition in lower case; the range begins behind it.
        case phrase(String)
        /// Nothing.
        case none
    }

    /// Its kind.
    package var kind: Kind
    /// Its tokens; empty for none.
    package var tokens: Range<Int>
    /// Whether “not” or “never” stands before the “to” of an infinitive: “decided not to build a port”.
    package var isDenied = false
}

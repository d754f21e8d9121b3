package import Records

/// A way in which a text tells a decision, a deal or an open question.
///
/// A frame is data: it says by which words it is recognised, what must stand around them, and what
/// the record says then. `Resources/en/frames/README.md` describes the files that hold frames.
package struct Frame: Sendable {
    /// Who must be the subject, or own the noun.
    package enum Holder: String, Sendable, CaseIterable {
        /// Somebody who can decide: a state, a body, a person with an office.
        case authority
        /// Anybody with a name, also a person or a body whose kind is not known.
        case party
        /// Whatever stands there.
        case any
        /// Whatever stands there; who decides is named by the complement, as in “won approval from”.
        case receiver
    }

    /// How the passive is read.
    package enum Passive: String, Sendable, CaseIterable {
        /// It tells the same, whether or not somebody is named with “by”.
        case yes
        /// It tells the same when somebody is named with “by”.
        case by
        /// It tells something else.
        case no
        /// Only the passive tells it.
        case only
    }

    /// Where the words of the record's clause stand to the trigger.
    package enum About: String, Sendable, CaseIterable {
        /// The complement behind it, or the clause before it where there is none behind.
        case after, before
        /// The trigger with all that belongs to it.
        case whole
    }

    /// The name, unique among all frames.
    package var name: String
    /// What the frame tells.
    package var family: Fact.Kind
    /// The lemmas of its verbs, with particles: “approve”, “turn down”.
    package var verbs: [String] = []
    /// Nouns and fixed phrases.
    package var phrases: [String] = []
    /// Who must be the subject.
    package var subject = Holder.any
    /// What may follow; empty where anything may.
    package var complements: Set<Complement.Kind> = []
    /// The word lists of which the complement must hold a word, an amount or a name.
    package var needs: [[Need]] = []
    /// How the passive is read.
    package var passive = Passive.yes
    /// The record's status by the mood of its verb; a mood that is missing yields no record.
    package var statuses: [Mood: Status] = [:]
    /// The kind of deal; nil where the noun tells it.
    package var dealKind: Deal.Kind?
    /// The kind of question.
    package var questionKind: Question.Kind?
    /// Where a question's clause stands.
    package var about = About.after
    /// Whether the lemma is left out of the action, as “decide” is from “decide to build”.
    package var isCarrier = false
    /// Whether its phrases count only behind “is” or the like where nothing follows them: “the date is
    /// uncertain”, not “an uncertain date”.
    package var isPredicate = false
    /// How many of a hundred records of this frame are right, as a share.
    package var confidence = 0.5
    /// What it finds and what it must leave alone.
    package var proofs: [Proof] = []
    /// The line of the file where it begins, counted from 1.
    package var line = 0
}

/// What a complement must hold.
package enum Need: String, Sendable, CaseIterable {
    /// A word of the list of that name.
    case agreement = "deal-noun"
    /// A word of the list of that name.
    case goods, measure
    /// An offer or a bid.
    case bid
    /// A rate that a central bank sets.
    case rate
    /// An amount of money; a number with goods; a name.
    case money, count
    /// A noun for somebody who can decide.
    case role
    /// A percentage or a stake.
    case share
    /// The name of an organisation; of anybody.
    case organisation, name
    /// A word for what still has to be given: approval, ratification, a vote.
    case approval
    /// A verb that is ahead.
    case future
    /// A second party in the clause.
    case counterpart
}

/// How a verb is meant.
package enum Mood: String, Sendable, CaseIterable {
    /// It happened, or it happens in the present of news: “approved”, “has approved”, “approves”.
    case done
    /// It goes on: “is building”.
    case ongoing
    /// It is going to happen: “will approve”, “is to approve”.
    case ahead
    /// It did not happen, or will not.
    case denied
    /// Another verb or a noun governs it: “agreed to approve”.
    case governed
    /// It could or should happen, if at all; never the mood of a frame.
    case possible
}

/// A sentence with what a frame makes of it.
package struct Proof: Sendable {
    /// The sentence.
    package var text: String
    /// The fields that the record must have, by name; nil where no record may be made.
    package var fields: [String: String]?
    /// The line of the file, counted from 1.
    package var line: Int
}

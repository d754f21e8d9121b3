/// What a word does in a sentence, as far as the lexicons know; a word may do several things.
package struct WordClass: OptionSet, Hashable, Sendable {
    /// The bits.
    package let rawValue: UInt32

    /// Makes a class from its bits.
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Begins a sentence with a capital without being a name.
    package static let function = WordClass(rawValue: 1 << 0)
    /// Stands before a surname: Mr, Ms.
    package static let honorific = WordClass(rawValue: 1 << 1)
    /// Stands behind a name: Jr, III.
    package static let suffix = WordClass(rawValue: 1 << 2)
    /// Modifies a title: acting, deputy.
    package static let beforeTitle = WordClass(rawValue: 1 << 3)
    /// Says that a title is no longer held.
    package static let former = WordClass(rawValue: 1 << 4)
    /// Says that a title is sought.
    package static let candidate = WordClass(rawValue: 1 << 5)
    /// Names a day of the week.
    package static let weekday = WordClass(rawValue: 1 << 6)
    /// Names a month.
    package static let month = WordClass(rawValue: 1 << 7)
    /// A given name.
    package static let givenName = WordClass(rawValue: 1 << 8)
    /// A small word within a surname: von, bin.
    package static let particle = WordClass(rawValue: 1 << 9)
    /// The field of an office: defence, finance.
    package static let portfolio = WordClass(rawValue: 1 << 10)
    /// Begins the name of a body: Ministry (of).
    package static let organisationFirst = WordClass(rawValue: 1 << 11)
    /// Ends the name of a body: (City) Council.
    package static let organisationLast = WordClass(rawValue: 1 << 12)
    /// Ends the name of a body that is called after its place, not its place after it: Council, not Bank.
    package static let placed = WordClass(rawValue: 1 << 18)
    /// Makes the name around it that of a body of government: Ministry, Department.
    package static let ofGovernment = WordClass(rawValue: 1 << 19)
    /// Attributes a quote: said, told.
    package static let say = WordClass(rawValue: 1 << 13)
    /// Tells what somebody holds, with a that-clause: believes, hopes.
    package static let cue = WordClass(rawValue: 1 << 14)
    /// Gives a thing a name or a judgement, so that two quoted words are enough: called, described.
    package static let label = WordClass(rawValue: 1 << 15)
    /// Begins the name of an event: Battle (of), Hurricane.
    package static let eventFirst = WordClass(rawValue: 1 << 16)
    /// Ends the name of an event: (Baltic) Summit.
    package static let eventLast = WordClass(rawValue: 1 << 17)

    /// The kinds of verbs that `say-verbs.tsv` may name.
    static let verbs: [String: WordClass] = [
        "say": .say, "ask": .say, "claim": .say, "write": .say, "cue": .cue, "label": .label,
    ]

    /// The classes that `words.tsv` may name.
    static let named: [String: WordClass] = [
        "function": .function, "honorific": .honorific, "suffix": .suffix,
        "before-title": .beforeTitle, "former": .former, "candidate": .candidate,
        "weekday": .weekday, "month": .month, "event-first": .eventFirst, "event-last": .eventLast,
    ]
}

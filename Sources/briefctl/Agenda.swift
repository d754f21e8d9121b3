internal import Ledger
internal import Scheduler
internal import Workspace

/// What a round asks for.
enum RoundMode {
    /// All that is over and was not issued, and all that is out of date, whatever the schedules say.
    case all
    /// What the schedules ask for now; briefs without one as with ``all``.
    case due
    /// Only what is out of date because something changed.
    case changed
}

/// An edition that is to be made.
struct PlannedEdition: Equatable {
    /// The period as it is named and as it is covered.
    var window: Workspace.Window
    var period: Edition.Period
    /// The number, and how many times it was corrected.
    var number: Int
    var revision = 0
    /// Whether it is made even if it says what the last one said: somebody asked, or its files are gone.
    var isAsked = false
    /// The files of the last edition that are gone; they come back as they were where nothing changed since.
    var missing: [String] = []
    /// Why, in a few words.
    var why: String
}

/// What is to become of a brief in a round, and why.
struct Agenda {
    /// The brief.
    var settings: BriefSettings
    /// The editions to make, in their order.
    var editions: [PlannedEdition] = []
    /// The slot that asks for them; it is seen to even when there is nothing to make.
    var slot: DueSlot?
    /// What they are made of.
    var fingerprint: Fingerprint
    /// Why nothing is made, in a few words; empty where something is.
    var whyNot = ""

    /// Whether there is anything to do or to remember.
    var isIdle: Bool { editions.isEmpty && slot == nil }

    /// Why it is done, in a few words.
    var why: String {
        let reasons = editions.map(\.why) + [slot.map { "due \($0.slot)" }].compactMap(\.self)
        var seen: Set<String> = []
        return reasons.filter { seen.insert($0).inserted }.joined(separator: "; ", atMost: 5)
    }
}

extension [String] {
    /// The texts in one; of more than some, the first ones, how many are between, and the last.
    func joined(separator: String, atMost most: Int) -> String {
        guard count > most, let last else { return joined(separator: separator) }
        let told = prefix(most - 2) + ["… \(count - most + 1) more …", last]
        return told.joined(separator: separator)
    }
}

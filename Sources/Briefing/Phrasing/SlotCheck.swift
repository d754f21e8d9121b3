internal import Records

/// Tells whether the slots of a fact make a sentence that says what the article says.
///
/// A pattern filled with half a clause, with “members” for an actor or with “turn down” behind
/// “refused to” reads wrong or says the contrary. Then the article's own sentence is the headline.
struct SlotCheck: Sendable {
    /// The most words of a slot that still reads as one.
    static let words = 28

    let phrases: Phrases

    /// The confidence of the surest record below which no sentence is assembled, 0 to 1; set by hand: below
    /// it who acts, or what is still to come, is often misread.
    static let confidence = 0.7

    /// Whether a sentence may be assembled from what a finding's records say.
    func isSound(_ finding: Finding) -> Bool {
        let surest = finding.records.map(\.confidence).max() ?? 1
        let quotes = finding.records.flatMap(\.evidence).map(\.quote)
        return surest >= Self.confidence && isSound(finding.fact, told: quotes)
    }

    /// Whether a sentence may be assembled from the fact.
    func isSound(_ fact: Fact) -> Bool { isSound(fact, told: []) }

    private func isSound(_ fact: Fact, told quotes: [String]) -> Bool {
        switch fact {
        case .decision(let decision): isSound(decision, told: quotes)
        case .deal(let deal): isSound(deal)
        case .question(let question): isWhole(question.about) && standsAlone(question.about)
        case .official, .statement: true
        case .figure: false
        }
    }

    private func isSound(_ decision: Decision, told quotes: [String]) -> Bool {
        let action = decision.action.withoutPrefix("to ")
        guard !decision.actors.isEmpty, decision.actors.allSatisfy(isName), isWhole(action) else {
            return false
        }
        let beginsWithVerb = Headlines(phrases: phrases).beginsWithVerb(action)
        // “Announced the towns will share a port”: a clause of its own.
        if !beginsWithVerb, holds(phrases.list("slots.modal"), in: action) { return false }
        let opener = action.prefix { $0 != " " }.lowercased()
        if phrases.has("past.\(decision.status.rawValue).\(opener)") { return true }
        let isLed =
            LeadFinder(phrases: phrases).lead(to: action, in: quotes, several: false) != nil
        if beginsWithVerb, isLed { return true }
        // “Refused to turn down”, “called off plans to end”: the pattern may say the contrary.
        switch decision.status {
        case .announced, .planned, .agreed, .proposed:
            guard action.first?.isLowercase == true else { return false }
            guard beginsWithVerb, !quotes.isEmpty else { return true }
            // Of “froze the funds” nobody announced plans: what is ahead is told so.
            return quotes.map(words).contains { words in
                words.contains(opener)
                    && (decision.status != .announced || announces(words))
            }
        case .approved, .signed, .inForce, .rejected, .cancelled:
            return !beginsWithVerb
        }
    }

    /// Whether a quote with these words says that something is announced or planned.
    private func announces(_ words: Set<String>) -> Bool {
        !words.isDisjoint(with: phrases.list("slots.announcing"))
    }

    private func isSound(_ deal: Deal) -> Bool {
        guard deal.parties.count > 1, deal.parties.allSatisfy(isName) else { return false }
        guard let item = deal.item else { return deal.value != nil }
        let isFigure = item.contains { $0.isNumber || "€£$¥".contains($0) }
        let last = item.split(separator: " ").last?.lowercased() ?? ""
        let isBare =
            phrases.list("items.bare").contains(item.lowercased())
            || phrases.list("items.paper").contains(last)
        return isWhole(item) && !isFigure && !isBare
    }

    /// Whether a slot names somebody: with a capital or a figure, and more than an office or a role.
    private func isName(_ actor: String) -> Bool {
        guard let first = actor.first, first.isUppercase || first.isNumber else { return false }
        return !phrases.list("actors.vague").contains(actor.lowercased())
    }

    /// Whether a slot is understood without the sentence before: “what they will cost” is not.
    private func standsAlone(_ slot: String) -> Bool {
        !holds(phrases.list("slots.pronouns"), in: slot)
    }

    /// The words of a quote, each in just the form that it has there.
    private func words(_ quote: String) -> Set<String> {
        Set(quote.split { !$0.isLetter && $0 != "-" }.map { $0.lowercased() })
    }

    private func holds(_ words: [String], in slot: String) -> Bool {
        slot.lowercased().split(separator: " ").contains { words.contains(String($0)) }
    }

    /// Whether a slot runs on into who told it: “lift the levy, has announced the head of the board”.
    private func namesTeller(_ slot: String) -> Bool {
        let tellings = phrases.list("slots.telling")
        return slot.lowercased().split(separator: ",").dropFirst().contains { part in
            part.split(separator: " ").prefix(2).contains { tellings.contains(String($0)) }
        }
    }

    /// Whether a slot ends where a phrase may end, and does not run on over several clauses.
    private func isWhole(_ slot: String) -> Bool {
        let words = slot.split(separator: " ")
        guard let last = words.last, words.count <= Self.words else { return false }
        return !phrases.list("slots.dangling").contains(last.lowercased())
            && !phrases.list("slots.telling").contains(last.lowercased()) && !namesTeller(slot)
    }
}

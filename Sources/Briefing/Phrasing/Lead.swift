/// How an article leads to the verb of what was decided: “decided to” before “close”, “will” before “open”.
///
/// The headline takes it from there, so that of “chose to attend” nobody reads that plans were announced.
struct Lead: Hashable {
    /// The words as a headline says them.
    var words: String
    /// Whether the action is still to come, so that a date behind it would read as its own.
    var isAhead: Bool
}

/// Finds what leads to an action.
struct LeadFinder {
    let phrases: Phrases

    /// What leads to an action.
    ///
    /// - Parameters:
    ///   - action: The action, its verb in plain form first.
    ///   - quotes: The sentences that tell the decision.
    ///   - several: Whether several act.
    /// - Returns: The lead; nil where no quote has any, or where one says that it was announced.
    func lead(to action: String, in quotes: [String], several: Bool) -> Lead? {
        // The verb may stand in the quote for something else; with the word behind it, it hardly does.
        let opening = Array(words(action).prefix(2))
        guard !opening.isEmpty else { return nil }
        for quote in quotes {
            let words = words(quote)
            for place in words.indices where words[place...].starts(with: opening) {
                guard let lead = lead(before: place, in: words) else { continue }
                let isAhead = phrases.list("leads.ahead").contains(lead)
                if isAhead, words.contains(where: phrases.list("leads.announced").contains) {
                    return nil
                }
                return Lead(
                    words: phrases.text("lead.\(lead)", ["several": several ? "yes" : nil]),
                    isAhead: isAhead
                )
            }
        }
        return nil
    }

    /// The words and, since what they part belongs to different clauses, the commas.
    private func words(_ text: String) -> [String] {
        text.replacing(",", with: " , ")
            .split { !$0.isLetter && !$0.isNumber && !"-’',".contains($0) }
            .map { $0.lowercased() }
    }

    /// The leading word before a place, with nothing between but adverbs and days, and nothing that negates it.
    private func lead(before place: Int, in words: [String]) -> String? {
        var place = place - 1
        func skip() {
            while place >= 0, isSkipped(words[place]) { place -= 1 }
        }
        skip()
        let isInfinitive = place >= 0 && words[place] == "to"
        if isInfinitive {
            place -= 1
            skip()
        }
        guard place >= 0, phrases.has("lead.\(words[place])"),
            isInfinitive != (words[place] == "will")
        else { return nil }
        return words[max(0, place - 2)..<place].contains(where: negates) ? nil : words[place]
    }

    private func negates(_ word: String) -> Bool {
        phrases.list("slots.negations").contains(word) || word.hasSuffix("n’t")
            || word.hasSuffix("n't")
    }

    private func isSkipped(_ word: String) -> Bool {
        word.hasSuffix("ly") || phrases.list("slots.between").contains(word)
    }
}

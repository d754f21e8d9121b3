internal import Foundation
internal import Records

/// Makes sentences of facts: fixed patterns, with the articles' own words in their slots.
struct Headlines: Sendable {
    /// The most characters of a slot that an article fills.
    static let slot = 200

    let phrases: Phrases

    /// A full sentence that says what a finding says.
    ///
    /// Where reports disagree, the sentence gives all values and chooses none.
    ///
    /// - Parameters:
    ///   - finding: The finding.
    ///   - isDated: Whether the sentence ends with the date.
    /// - Returns: One sentence.
    func sentence(_ finding: Finding, isDated: Bool = true) -> String {
        let claims = Claims(phrases: phrases)
        let lead = lead(in: finding)
        let text =
            switch finding.fact {
            case .decision(let decision):
                claims.alternatives("outcome", in: finding)
                    .map { disputed(decision, outcomes: $0) } ?? text(decision, lead)
            case .deal(let deal):
                text(
                    deal,
                    value: claims.alternatives("amount", in: finding),
                    quantity: claims.alternatives("quantity", in: finding)
                )
            case .official(let official):
                text(official, title: claims.alternatives("title", in: finding))
            case .question(let question): text(question)
            case .statement(let statement): text(statement)
            case .figure(let figure): slot(figure.words)
            }
        let date = claims.alternatives("date", in: finding) ?? finding.fact.date.map(phrases.words)
        // “Will open” and then a date would say when.
        return ended(text, date: isDated && lead?.isAhead != true ? date : nil)
    }

    private func ended(_ text: String, date: String?) -> String {
        var text = text
        while text.last == "." || text.last == " " { text.removeLast() }
        // A question or a full stop within closing quotation marks ends the sentence.
        let isClosed = ["?”", ".”", "!”", "…”"].contains { text.hasSuffix($0) } && date == nil
        return phrases.text(
            isClosed ? "sentence.closed" : "sentence",
            ["text": text.startingUpper, "date": date]
        )
    }

    // MARK: Decisions

    private func text(_ decision: Decision, _ lead: Lead?) -> String {
        let action = slot(decision.action).withoutPrefix("to ")
        let status = decision.status.rawValue
        var slots = actors(decision.actors)
        slots["action"] = action
        let opener = action.prefix { $0 != " " }.lowercased()
        if !decision.actors.isEmpty, phrases.has("past.\(status).\(opener)") {
            slots["verb"] = phrases.text("past.\(status).\(opener)")
            slots["action"] = String(action.dropFirst(opener.count).drop { $0 == " " })
            return phrases.text("decision.past", slots)
        }
        if !decision.actors.isEmpty, isPast(opener) { return phrases.text("decision.told", slots) }
        if !decision.actors.isEmpty, let lead {
            slots["lead"] = lead.words
            return phrases.text("decision.led", slots)
        }
        let form = "decision.\(status)." + (beginsWithVerb(action) ? "verb" : "noun")
        return phrases.text(decision.actors.isEmpty ? form + ".nobody" : form, slots)
    }

    /// What was decided where reports tell the opposite of each other.
    private func disputed(_ decision: Decision, outcomes: String) -> String {
        var slots = actors(decision.actors)
        slots["outcomes"] = outcomes
        let form = decision.actors.isEmpty ? "decision.disputed.nobody" : "decision.disputed"
        return phrases.text(form, slots)
    }

    private func lead(in finding: Finding) -> Lead? {
        guard case .decision(let decision) = finding.fact else { return nil }
        return LeadFinder(phrases: phrases).lead(
            to: slot(decision.action).withoutPrefix("to "),
            in: finding.records.flatMap(\.evidence).map(\.quote),
            several: decision.actors.distinctActors.count > 1
        )
    }

    /// Whether a word is a verb in the past, as far as spelling tells.
    private func isPast(_ word: String) -> Bool {
        phrases.list("openers.past").contains(word)
            || (word.hasSuffix("ed") && !phrases.list("openers.notpast").contains(word))
    }

    /// Whether a clause begins with a verb in its plain form, as far as spelling tells.
    ///
    /// Names, figures, articles, words in -ing and plurals begin a noun phrase.
    func beginsWithVerb(_ clause: String) -> Bool {
        let opener = String(clause.prefix { $0 != " " && $0 != "," })
        guard let first = opener.first, first.isLowercase, opener.count > 1 else { return false }
        if phrases.list("openers.noun").contains(opener) || opener.hasSuffix("ing") { return false }
        return !opener.hasSuffix("s") || ["ss", "us", "is"].contains { opener.hasSuffix($0) }
    }

    // MARK: Deals

    private func text(_ deal: Deal, value: String?, quantity: String?) -> String {
        // A firm that is bought is a party and the item: it is named once.
        let others = deal.parties.filter { $0.lowercased() != deal.item?.lowercased() }
        var slots = actors(others.isEmpty ? deal.parties : others)
        let key = "deal.\(deal.status.rawValue)" + (deal.parties.isEmpty ? ".nobody" : "")
        slots["deal"] = phrases.text(
            "kind.\(deal.kind.rawValue)",
            [
                "item": item(deal, quantity: quantity),
                "value": value ?? deal.value.map(phrases.words),
            ]
        )
        return phrases.text(key, slots)
    }

    /// What is exchanged, with its number unless the item tells it.
    private func item(_ deal: Deal, quantity told: String?) -> String? {
        guard let item = deal.item.map({ slot($0) }), !item.isEmpty else { return nil }
        guard let quantity = told ?? deal.quantity.map(phrases.words), item.first?.isNumber == false
        else { return item }
        return "\(quantity) \(item)"
    }

    // MARK: Officials, questions, statements

    private func text(_ official: Official, title told: String?) -> String {
        let role = official.roles.first
        let title = told ?? role.map { slot($0.title) }
        var slots: [String: String?] = ["name": slot(official.name), "title": title]
        guard let role, let title else {
            slots["organisation"] = official.affiliation.map { phrases.named(slot($0)) }
            return phrases.text("official.none", slots)
        }
        slots.merge(belonging(of: role, title: title)) { given, _ in given }
        let saysFormer =
            role.status == .former
            && title.lowercased().hasPrefix(phrases.text("official.formerly"))
        return phrases.text("official.\(role.status.rawValue)" + (saysFormer ? ".said" : ""), slots)
    }

    /// Where an office belongs, unless its title says so: “of Chile”, “, Ministry of Trade”.
    ///
    /// A title with a capital letter may name its country as an adjective, so none is added.
    private func belonging(of role: Official.Role, title: String) -> [String: String?] {
        let words = title.split(separator: " ").map(String.init)
        let isLinked = phrases.list("official.links").contains { words.contains($0) }
        if let organisation = role.organisation.map({ slot($0) }) {
            let first = organisation.prefix { $0 != " " }.lowercased()
            if title.lowercased().contains(first) { return [:] }
            return isLinked
                ? ["organisation": organisation] : ["of": phrases.named(organisation)]
        }
        guard let country = role.country, !isLinked, !title.contains(where: \.isUppercase) else {
            return [:]
        }
        return ["of": phrases.named(slot(country))]
    }

    private func text(_ question: Question) -> String {
        let about = slot(question.about)
        let kind = "question.\(question.kind.rawValue)"
        if about.last == "?" {
            let who = question.raisedBy.map { phrases.named(slot($0)) }
            return phrases.text("question.asked.direct", ["about": about, "who": who])
        }
        let opener = about.prefix { $0 != " " }.lowercased()
        let isClause = phrases.list("openers.question").contains(opener)
        return phrases.text(
            kind + (isClause ? ".clause" : ".noun"),
            ["about": isClause ? about.startingLower : about]
        )
    }

    private func text(_ statement: Statement) -> String {
        phrases.text(
            "statement",
            [
                "speaker": phrases.named(slot(statement.speaker)),
                "quote": slot(statement.quote, atMost: 2 * Self.slot).withSingleQuotes,
                "addressee": statement.addressee.map { phrases.named(slot($0)) },
            ]
        )
    }

    // MARK: Slots

    private func actors(_ names: [String]) -> [String: String?] {
        [
            "actors": phrases.series(names.distinctActors.map { phrases.named(slot($0)) }),
            "several": names.distinctActors.count > 1 ? "yes" : nil,
        ]
    }

    private func slot(_ text: String, atMost length: Int = Headlines.slot) -> String {
        text.withoutMarkup.shortened(to: length)
    }
}

extension [String] {
    /// The names without those that another name holds at its end or has as its initials: of “City
    /// Council” and “Lago City Council”, of “LCC” and “Lago City Council”, the last.
    var distinctActors: [String] {
        filter { name in
            !contains { other in
                guard other.count > name.count else { return false }
                let initials = other.split(separator: " ").compactMap(\.first).filter(\.isUppercase)
                return (name.contains(" ") && other.hasSuffix(" " + name))
                    || String(initials) == name
            }
        }
    }
}

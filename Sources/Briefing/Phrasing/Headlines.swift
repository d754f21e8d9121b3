internal import Foundation
internal import Records

/// Makes sentences of facts: fixed patterns, with the articles' own words in their slots.
struct Headlines: Sendable {
    /// The most characters of a slot that an article fills.
    static let slot = 200

    let phrases: Phrases

    /// A full sentence that says what a fact says.
    func sentence(_ fact: Fact) -> String {
        switch fact {
        case .decision(let decision): ended(text(decision), date: decision.date)
        case .deal(let deal): ended(text(deal), date: deal.date)
        case .official(let official): ended(text(official), date: nil)
        case .question(let question): ended(text(question), date: nil)
        case .statement(let statement): ended(text(statement), date: statement.date)
        }
    }

    private func ended(_ text: String, date: CalendarDate?) -> String {
        var text = text
        while text.last == "." || text.last == " " { text.removeLast() }
        return phrases.text(
            "sentence",
            ["text": text.startingUpper, "date": date.map(phrases.words)]
        )
    }

    // MARK: Decisions

    private func text(_ decision: Decision) -> String {
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
        let form = "decision.\(status)." + (beginsWithVerb(action) ? "verb" : "noun")
        return phrases.text(decision.actors.isEmpty ? form + ".nobody" : form, slots)
    }

    /// Whether a clause begins with a verb in its plain form, as far as spelling tells.
    ///
    /// Names, figures, articles, words in -ing and plurals begin a noun phrase.
    private func beginsWithVerb(_ clause: String) -> Bool {
        let opener = String(clause.prefix { $0 != " " && $0 != "," })
        guard let first = opener.first, first.isLowercase, opener.count > 1 else { return false }
        if phrases.list("openers.noun").contains(opener) || opener.hasSuffix("ing") { return false }
        return !opener.hasSuffix("s") || ["ss", "us", "is"].contains { opener.hasSuffix($0) }
    }

    // MARK: Deals

    private func text(_ deal: Deal) -> String {
        var slots = actors(deal.parties)
        let key = "deal.\(deal.status.rawValue)" + (deal.parties.isEmpty ? ".nobody" : "")
        slots["deal"] = phrases.text(
            "kind.\(deal.kind.rawValue)",
            ["item": item(deal), "value": deal.value.map(phrases.words)]
        )
        return phrases.text(key, slots)
    }

    /// What is exchanged, with its number unless the item tells it.
    private func item(_ deal: Deal) -> String? {
        guard let item = deal.item.map({ slot($0) }), !item.isEmpty else { return nil }
        guard let quantity = deal.quantity, item.first?.isNumber == false else { return item }
        return "\(phrases.words(quantity)) \(item)"
    }

    // MARK: Officials, questions, statements

    private func text(_ official: Official) -> String {
        let role = official.roles.first
        let title = role.map { slot($0.title) }
        var slots: [String: String?] = ["name": slot(official.name), "title": title]
        slots["organisation"] = organisation(of: role, official: official, title: title)
        guard let role, let title else { return phrases.text("official.none", slots) }
        let saysFormer =
            role.status == .former
            && title.lowercased().hasPrefix(phrases.text("official.formerly"))
        return phrases.text("official.\(role.status.rawValue)" + (saysFormer ? ".said" : ""), slots)
    }

    /// The organisation of a role, unless the title names it.
    private func organisation(
        of role: Official.Role?,
        official: Official,
        title: String?
    ) -> String? {
        guard
            let name = (role?.organisation ?? (role == nil ? official.affiliation : nil)).map({
                slot($0)
            })
        else { return nil }
        return title?.lowercased().contains(name.lowercased()) == true ? nil : name
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
            "actors": phrases.series(names.map { phrases.named(slot($0)) }),
            "several": names.count > 1 ? "yes" : nil,
        ]
    }

    private func slot(_ text: String, atMost length: Int = Headlines.slot) -> String {
        text.withoutMarkup.shortened(to: length)
    }
}

import Findings
import Records

/// The figures of a judge as lines for a person.
struct Report {
    let judge: Judge
    let showsDetails: Bool

    init(_ judge: Judge, showsDetails: Bool) {
        self.judge = judge
        self.showsDetails = showsDetails
    }

    func print() {
        printFacts()
        printPrecision()
        printPeople()
        printReprints()
        printDisagreements()
    }

    private func printFacts() {
        let facts = judge.facts
        let told = facts.filter { $0.articles > 1 }
        let joined = told.filter(\.isJoined)
        line("shared facts in one finding, of all", joined.count, facts.count)
        line("  of those told by two records", joined.count, told.count)
        line("  told by two records, of all", told.count, facts.count)
        line(
            "  links within told facts",
            told.reduce(0) { $0 + $1.most - 1 },
            told.reduce(0) { $0 + $1.articles - 1 }
        )
        for fact in told where !fact.isJoined {
            detail("apart (\(fact.most) of \(fact.articles))", fact.event + ": " + fact.fact)
            for (record, finding) in fact.records {
                detail("   ", "\(record.article.goldName) | \(finding) | \(record.fact.summary)")
            }
            printLinks(of: fact.records.map(\.record))
        }
        for fact in facts where fact.articles < 2 {
            detail("not told", fact.event + ": " + fact.fact)
        }
    }

    /// Prints what was decided about the pairs of some records.
    private func printLinks(of records: [Record]) {
        let own = Set(records)
        for link in judge.links where own.contains(link.first) && own.contains(link.second) {
            let likeness = (100 * link.likeness).rounded() / 100
            detail(
                link.isJoined ? "      joined" : "      apart",
                "\(link.first.article.goldName.prefix(3)) \(link.second.article.goldName.prefix(3)) \(likeness) \(link.reason): \(link.common.joined(separator: " "))"
            )
        }
    }

    private func printPrecision() {
        let judged = judge.joined.map { (finding: $0, verdict: judge.verdict(on: $0)) }
        let right = judged.count { $0.verdict == .right }
        let wrong = judged.count { $0.verdict == .wrong }
        line("findings with several articles that are right, of judged", right, right + wrong)
        line("  unlisted, of all", judged.count - right - wrong, judged.count)
        for (finding, _) in judged {
            let own = Set(finding.records)
            for link in judge.links
            where link.isJoined && link.likeness < 0.65 && own.contains(link.first) {
                detail(
                    "thin",
                    "\(link.likeness) \(link.first.fact.summary) || \(link.second.fact.summary)"
                )
            }
        }
        for (finding, verdict) in judged where verdict != .right {
            detail("\(verdict)", finding.id)
            printLinks(of: finding.records)
            for record in finding.records {
                detail(
                    "   ",
                    "\(record.article.goldName) | \(record.fact.summary) | \(record.evidence[0].quote.prefix(160))"
                )
            }
        }
    }

    private func printPeople() {
        let people = judge.people
        line("people of several articles in one finding", people.found, people.shared)
        line("findings of people of several articles that are right", people.right, people.joined)
        for name in people.missed { detail("apart", name) }
        for finding in people.wrong {
            detail("wrong", finding.records.map(\.fact.summary).joined(separator: " / "))
        }
    }

    private func printReprints() {
        let (wanted, found) = (judge.reprintPairs, judge.originPairs)
        line("pairs of reprints found", wanted.intersection(found).count, wanted.count)
        line("  invented, of found", found.subtracting(wanted).count, found.count)
        for pair in wanted.subtracting(found).sorted(by: { $0[0] < $1[0] }) {
            detail("missed", pair.joined(separator: ", "))
        }
        for pair in found.subtracting(wanted).sorted(by: { $0[0] < $1[0] }) {
            detail("invented", pair.joined(separator: ", "))
        }
    }

    private func printDisagreements() {
        let all = judge.events.flatMap { event in event.disagreements.map { (event.event, $0) } }
        let missed = all.filter { !judge.isFound($0.1) }
        line("disagreements found", all.count - missed.count, all.count)
        for (event, disagreement) in missed { detail("missed", "\(event): \(disagreement.about)") }
        let shown = judge.shown.count
        Swift.print("conflicts shown: \(shown), proposals: \(judge.proposals.count)")
        for proposal in judge.proposals { detail("may be one", proposal.reason) }
        for finding in judge.findings {
            for moment in finding.history {
                detail("since \(moment.date)", "\(finding.fact.summary): \(moment.value)")
            }
            for conflict in finding.conflicts where judge.shown.contains(conflict) {
                detail(
                    "shown",
                    "\(conflict.field): \(conflict.claims.map { "\($0.value) [\($0.evidence.map(\.article.goldName).joined(separator: ", "))]" }.joined(separator: " | "))"
                )
            }
        }
    }

    private func line(_ label: String, _ part: Int, _ whole: Int) {
        let share =
            whole == 0 ? "–" : String((1000 * Double(part) / Double(whole)).rounded() / 1000)
        let padding = String(repeating: " ", count: max(1, 62 - label.count))
        Swift.print("\(label)\(padding)\(part) / \(whole)   \(share)")
    }

    private func detail(_ what: String, _ text: String) {
        if showsDetails { Swift.print("    \(what)  \(text)") }
    }
}

extension Fact {
    /// The fact in a few words.
    var summary: String {
        switch self {
        case .official(let official): official.name
        case .decision(let decision):
            "\(decision.actors.joined(separator: ", ")): \(decision.action) (\(decision.status.rawValue))"
        case .deal(let deal):
            "\(deal.parties.joined(separator: ", ")): \(deal.item ?? "?") \(deal.quantity.map { "\($0)" } ?? "") \(deal.value.map { "\($0.amount) \($0.currency)" } ?? "") (\(deal.status.rawValue))"
        case .question(let question): "? \(question.about)"
        case .statement(let statement): "\(statement.speaker): “\(statement.quote)”"
        case .figure(let figure): "\(figure.words): \(figure.clause)"
        }
    }
}

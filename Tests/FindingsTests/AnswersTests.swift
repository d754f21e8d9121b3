import Records
import Testing

@testable import Findings

struct AnswersTests {
    /// Whether a question of one article is answered by what another tells.
    private func isAnswered(
        _ about: String,
        _ fact: Fact,
        asked: String = "2024-07-01",
        told: String = "2024-07-05",
        inOneSentence: Bool = false
    ) throws -> Bool {
        let question = record("a", .question(Question(about: about, kind: .unknown)))
        var answer = record("b", fact)
        if inOneSentence { answer.evidence = question.evidence }
        let articles = [article("a", asked), article("b", told)]
        let findings = [question, answer].map { record in
            Finding(id: record.id, fact: record.fact, records: [record], origins: [])
        }
        let days = articles.reduce(into: [:]) { $0[$1.id] = $1.published?.date.first }
        return try !Answers(Vocabulary())
            .answers(to: [question.id], among: findings, on: days).isEmpty
    }

    @Test(arguments: [
        ("whether the council approves the harbour plan", "adopt the harbour plan"),
        ("whether the council approves the harbour plan", "reject the harbour plan"),
        ("where the ships will be maintained", "maintain the ships at Paldiski"),
        ("where Chile will lift its sardine ban", "lift the ban on sardines"),
        (
            "the harbour plan needs the approval of parliament",
            "approve the harbour plan in parliament"
        ),
        ("how many ships the council buys", "buy 12 ships"),
    ])
    func `doing what is asked about, or its opposite, answers`(about: String, action: String) throws
    {
        #expect(try isAnswered(about, decision(["the council", "Chile"], action, .approved)))
    }

    @Test func `who, when and how many ask for somebody, a date, a number`() throws {
        let nobody = decision([], "build the bridge", .announced)
        #expect(try !isAnswered("who will build the bridge", nobody))
        let council = decision(["the council"], "build the bridge", .announced)
        #expect(try isAnswered("who will build the bridge", council))
        #expect(try !isAnswered("when the council builds the bridge", council))
        let dated = decision(["the council"], "build the bridge", .announced, "2024-07-04")
        #expect(try isAnswered("when the council builds the bridge", dated))
        #expect(try !isAnswered("how many bridges the council builds", council))
    }

    @Test func `a deal answers whether somebody buys`() throws {
        let deal = Deal(
            parties: ["Chile", "Norvania"],
            kind: .purchase,
            item: "patrol aircraft",
            status: .signed
        )
        var record = record("b", .deal(deal))
        record.evidence[0].quote = "Chile bought the patrol aircraft from Norvania."
        let question = Fact.question(
            Question(about: "whether Chile buys patrol aircraft", kind: .pending)
        )
        let findings = [
            Finding(id: "q", fact: question, records: [], origins: []),
            Finding(id: "d", fact: record.fact, records: [record], origins: []),
        ]
        #expect(
            try Answers(Vocabulary()).answers(to: ["q"], among: findings, on: [:]) == ["q": "d"]
        )
    }

    @Test(arguments: [
        ("the cause of the crash", "begin an inquiry into the cause of the crash"),
        (
            "what Chile learned from the long-range launch",
            "impose sanctions for the long-range launch"
        ),
        ("whether the council approves the harbour plan", "approve the airport"),
    ])
    func `doing something else does not`(about: String, action: String) throws {
        #expect(try !isAnswered(about, decision(["Chile", "the council"], action, .approved)))
    }

    @Test(arguments: [Status.proposed, .planned])
    func `what is not settled does not`(status: Status) throws {
        let plan = decision(["the council"], "approve the harbour plan", status)
        #expect(try !isAnswered("whether the council approves the harbour plan", plan))
    }

    @Test func `the sentence that asks does not, nor what was known before`() throws {
        let about = "whether the council approves the harbour plan"
        let fact = decision(["the council"], "approve the harbour plan", .approved)
        #expect(try !isAnswered(about, fact, inOneSentence: true))
        #expect(try !isAnswered(about, fact, told: "2024-06-20"))
        #expect(try isAnswered(about, fact, told: "2024-07-01"))
    }

    @Test func `who asks again later has no answer yet`() throws {
        let asked = ["a", "c"].map {
            record($0, .question(Question(about: "whether Chile lifts the ban", kind: .unknown)))
        }
        let answer = record("b", decision(["Chile"], "lift the ban", .approved))
        let findings = [
            Finding(id: "q", fact: asked[0].fact, records: asked, origins: []),
            Finding(id: "d", fact: answer.fact, records: [answer], origins: []),
        ]
        let days = ["a": 1, "b": 4, "c": 6].mapValues { Day(number: 19_000 + $0) }
        #expect(try Answers(Vocabulary()).answers(to: ["q"], among: findings, on: days).isEmpty)
    }
}

import Records
import Testing

@testable import Briefing

struct SlotCheckTests {
    @Test(
        arguments: [
            .decision(Decision(actors: ["Lago"], action: "hand back the loan", status: .rejected)),
            .decision(Decision(actors: ["members"], action: "build a quay", status: .announced)),
            .decision(Decision(actors: [], action: "build a quay", status: .announced)),
            .decision(Decision(actors: ["Lago"], action: "build a quay for", status: .planned)),
            .decision(Decision(actors: ["Lago"], action: "approve it", status: .approved)),
            .decision(
                Decision(
                    actors: ["Lago"],
                    action: "lift the levy, has announced the head of the board",
                    status: .announced
                )
            ),
            .decision(
                Decision(
                    actors: ["Lago"],
                    action: "end the levy, declared Ana Roth",
                    status: .rejected
                )
            ),
            .decision(
                Decision(
                    actors: ["Lago"],
                    action: "trade with Chad, the two sides announced",
                    status: .agreed
                )
            ),
            .decision(
                Decision(
                    actors: ["Lago"],
                    action: "the towns will share a port",
                    status: .announced
                )
            ),
            .question(Question(about: "what they will cost", kind: .unknown)),
            .deal(
                Deal(
                    parties: ["Lago", "Alfa"],
                    kind: .purchase,
                    item: "sales and purchase agreements",
                    status: .agreed
                )
            ),
            .deal(Deal(parties: ["Lago"], kind: .purchase, item: "ships", status: .signed)),
            .deal(
                Deal(parties: ["Lago", "Alfa"], kind: .contract, item: "contract", status: .signed)
            ),
            .deal(
                Deal(
                    parties: ["Lago", "Alfa"],
                    kind: .loan,
                    item: "a loan of €2 million",
                    status: .agreed
                )
            ),
        ] as [Fact]
    )
    func `leaves a sentence to the article where slots make none`(fact: Fact) throws {
        #expect(!SlotCheck(phrases: try Fixture.phrases.get()).isSound(fact))
    }

    @Test(
        arguments: [
            .decision(Decision(actors: ["Lago"], action: "build a quay", status: .announced)),
            .decision(Decision(actors: ["Lago"], action: "sanctions on steel", status: .approved)),
            .decision(Decision(actors: ["Lago"], action: "veto the treaty", status: .rejected)),
            .decision(
                Decision(
                    actors: ["Lago"],
                    action: "build a quay that will take ferries",
                    status: .planned
                )
            ),
            .deal(
                Deal(parties: ["Lago", "Alfa"], kind: .purchase, item: "ships", status: .signed)
            ),
            .question(Question(about: "whether the price falls", kind: .unknown)),
            .statement(Statement(speaker: "Lena Ortiz", quote: "of")),
        ] as [Fact]
    )
    func `lets whole slots make a sentence`(fact: Fact) throws {
        #expect(SlotCheck(phrases: try Fixture.phrases.get()).isSound(fact))
    }

    @Test(
        arguments: [
            ("freeze the funds", "Lago will freeze the funds.", 0.9, true),
            ("freeze the funds", "Lago froze the funds.", 0.9, false),
            ("outline a plan", "Lago has outlined a plan.", 0.9, false),
            ("agree to a truce", "Lago agreed to a truce.", 0.9, true),
            ("freeze the funds", "Lago might freeze the funds.", 0.6, false),
        ]
    )
    func `assembles no sentence of what is over or in doubt`(
        action: String,
        quote: String,
        confidence: Double,
        isSound: Bool
    ) throws {
        let status: Status = action.hasPrefix("agree") ? .agreed : .announced
        let fact = Fact.decision(Decision(actors: ["Lago"], action: action, status: status))
        let evidence = Evidence(article: "a", start: 0, end: quote.utf8.count, quote: quote)
        let record = Record(
            id: "decision-1",
            article: "a",
            fact: fact,
            confidence: confidence,
            evidence: [evidence]
        )
        let finding = Finding(id: "decision-1", fact: fact, records: [record], origins: [])
        #expect(SlotCheck(phrases: try Fixture.phrases.get()).isSound(finding) == isSound)
    }
}

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
            .question(Question(about: "what they will cost", kind: .unknown)),
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
}

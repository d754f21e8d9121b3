import Records
import Testing

@testable import Findings

struct ProposalTests {
    private func proposals(_ facts: [Fact]) throws -> [Proposal] {
        Consolidation(try Vocabulary()).proposals(among: try findings(facts))
    }

    @Test(arguments: [
        ["Mariko Takemura", "Mariko Takumera"],
        ["Lena Ortiz", "Lena Ortis"],
        ["Park Ji-hyun", "Ji-hyeon Park"],
        ["Amadou Sekou Diallo", "Amadou Seku Dialo"],
        ["Greg Ortiz", "Gregory Ortiz"],
    ])
    func `names spelled nearly alike are proposed and not merged`(names: [String]) throws {
        let people = names.map { official($0, ["minister"], country: "Chile") }
        #expect(try findings(people).count == 2)
        #expect(try proposals(people).count == 1)
    }

    @Test(arguments: [
        ["Lena Ortiz", "Marco Ortiz"],
        ["Kim Min-ho", "Kim Seo-yeon"],
        ["John Smith", "John Stone"],
        ["Smith", "Smyth"],
        ["Jo Smith", "Joan Smith"],
        ["Greg Smith", "Gregory Smits"],
    ])
    func `namesakes are not proposed`(names: [String]) throws {
        #expect(try proposals(names.map { official($0, ["minister"], country: "Chile") }) == [])
    }

    @Test func `people who act for different states are not proposed`() throws {
        #expect(
            try proposals([
                official("Lena Ortiz", ["minister"], country: "Chile"),
                official("Lena Ortis", ["minister"], country: "Spain"),
            ]) == []
        )
    }

    @Test(arguments: [
        (["Mohamed Issa", "Mohammed Issa"], ["a", "a"], 1),
        (["Mohamed Issa", "Mohammed Issa"], ["a", "b"], 0),
        (["Joan Issa", "John Issa"], ["a", "a"], 0),
        (["Mohamed Issa", "Mohammed Isa"], ["a", "a"], 0),
    ])
    func `an article that spells a first name in two ways means one person of two states`(
        names: [String],
        tellers: [String],
        count: Int
    ) throws {
        let records = zip(zip(names, ["Niger", "Nigeria"]), tellers).enumerated().map {
            record($1.1, official($1.0.0, ["president"], country: $1.0.1), at: $0 * 10)
        }
        let consolidation = Consolidation(try Vocabulary())
        let found = consolidation.findings(
            from: records,
            articles: Set(tellers).map { article($0) }
        )
        #expect(consolidation.proposals(among: found).count == count)
    }
}

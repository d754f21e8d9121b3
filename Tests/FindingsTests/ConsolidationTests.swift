import Foundation
import Records
import Testing

@testable import Findings

struct ConsolidationTests {
    @Test(arguments: [
        ["Lena M. Ortiz III", "Lena M Ortiz III", "Lena Ortiz"],
        ["Dr. Lena Ortiz", "Ortiz", "L. Ortiz"],
        ["José Núñez", "Jose Nunez"],
        ["Xu Wenbo", "Xu"],
    ])
    func `names of one person are one official, by the fullest name`(names: [String]) throws {
        let found = try findings(names.map { official($0, ["minister"], country: "Chile") })
        #expect(found.count == 1)
        #expect(found.first?.fact.official?.name == names.first)
        #expect(found.first?.records.count == names.count)
    }

    @Test(arguments: [
        ["Emily Wong", "Edward Wong"],
        ["Emily Wong", "Edward Wong", "E. Wong"],
        ["Lena Ortiz", "Marco Ortiz", "Ortiz"],
    ])
    func `names that can be several persons stay apart`(names: [String]) throws {
        let found = try findings(names.map { official($0, ["minister"]) })
        #expect(found.count == names.count)
    }

    @Test func `a surname alone does not join a namesake who serves another country`() throws {
        let found = try findings([
            official("Lena Ortiz", ["minister"], country: "Chile"),
            official("Ortiz", ["minister"], country: "Spain"),
        ])
        #expect(found.count == 2)
    }

    @Test func `roles are merged, the most reported first, whatever the country's form`() throws {
        let found = try findings([
            official("Lena Ortiz", ["Chilean trade envoy"], country: "Chile"),
            official("Lena Ortiz", ["minister of defence"], country: "Chile"),
            official("Lena Ortiz", ["Chilean defence minister"], country: "Chile"),
        ])
        let titles = found.first?.fact.official?.roles.map(\.title)
        #expect(titles == ["Chilean defence minister", "Chilean trade envoy"])
        #expect(found.first?.conflicts == [])
    }

    @Test func `of two wordings of an office the fuller is kept`() throws {
        let found = try findings([
            official("Lena Ortiz", ["president"], country: "Chile"),
            official("Lena Ortiz", ["president of Chile"], country: "Chile"),
        ])
        #expect(found.first?.fact.official?.roles.map(\.title) == ["president of Chile"])
    }

    @Test func `two offices that nobody holds together are a conflict`() throws {
        let found = try findings([
            official("Lena Ortiz", ["defence minister"], country: "Chile"),
            official("Lena Ortiz", ["foreign minister"], country: "Chile"),
        ])
        #expect(found.first?.conflicts.map(\.field) == ["title"])
    }

    @Test(arguments: [
        ("chancellor", "finance minister"), ("president", "prime minister"),
        ("energy secretary", "minister of foreign affairs"),
    ])
    func `other government offices in one story are a conflict`(one: String, two: String) throws {
        let found = try findings([
            official("Lena Ortiz", [one]), official("Lena Ortiz", [two], country: "Chile"),
        ])
        #expect(found.first?.conflicts.map(\.field) == ["title"])
    }

    @Test(arguments: [
        ("home secretary", "interior minister"), ("defence minister", "secretary of defense"),
        ("defensive secretary", "defense secretary"), ("minister", "chancellor"),
        ("chancellor", "Chancellor of the Exchequer"),
        ("deputy prime minister", "finance minister"), ("energy secretary", "vice-chair"),
        ("secretary of state for energy and climate", "energy secretary"),
    ])
    func `one office in other words is no conflict`(one: String, two: String) throws {
        let found = try findings([official("Lena Ortiz", [one]), official("Lena Ortiz", [two])])
        #expect(found.first?.conflicts == [])
    }

    @Test func `one office of two states is a conflict`() throws {
        let found = try findings([
            official("Lena Ortiz", ["president"], country: "Slovenia"),
            official("Lena Ortiz", ["president"], country: "Slovakia"),
        ])
        #expect(found.first?.conflicts.map(\.field) == ["country"])
    }

    @Test(arguments: [
        ("establish a joint naval base on the coast", "create a joint naval base"),
        ("take steps to strengthen naval ties", "boost naval ties"),
        ("ban exports of gallium", "block gallium exports"),
        (
            "leave its key interest rate unchanged at 4.5 percent",
            "keep the key interest rate at 4.5 percent"
        ),
        ("hold the fishing quota steady", "maintain its fishing quota"),
        ("approve talivimab for Lassa patients", "approve talivimab (Lassaxa) for patients"),
        (
            "establish a joint coast guard headquarters",
            "create a new joint coast guard headquarters that answers to the Chilean admiral in Arica"
        ),
    ])
    func `one action in other words is one decision`(one: String, two: String) throws {
        let found = try findings([
            decision(["United States", "Chile"], one), decision(["Chile", "the U.S."], two),
        ])
        #expect(found.count == 1)
    }

    @Test(arguments: [
        ("raise the interest rate", "cut the export duty"),
        ("open a naval base", "open a trade office"),
        ("approve phase 1", "approve phase 2"),
        ("ban exports of gallium", "ban exports of antimony"),
        ("approve Talivimab against Lassa fever", "approve Lassaxa for adults and nurses in Mali"),
        (
            "impose sanctions on banks in North Ruritania",
            "impose sanctions on banks in South Ruritania"
        ),
    ])
    func `other actions are other decisions`(one: String, two: String) throws {
        let found = try findings([decision(["Chile"], one), decision(["Chile"], two)])
        #expect(found.count == 2)
    }

    @Test func `nearly the same words need only one actor in common`() throws {
        let found = try findings([
            decision(["Chile", "Lena Ortiz"], "open fishery talks with Peru and Cuba"),
            decision(["Chile", "Trade Council"], "open fishery talks with Cuba and Peru"),
            decision(["Mali", "Trade Board"], "open fishery talks with Cuba and Peru"),
        ])
        #expect(found.map(\.records.count).sorted() == [1, 2])
    }

    @Test func `one action of other actors is another decision`() throws {
        let found = try findings([
            decision(["Chile"], "ban exports of gallium"),
            decision(["Peru"], "ban exports of gallium"),
        ])
        #expect(found.count == 2)
    }

    @Test func `what is decided again a year later is another decision`() throws {
        let found = try findings([
            decision(["Chile"], "adopt the budget", .approved, "2023-06-01"),
            decision(["Chile"], "adopt the budget", .approved, "2024-06-03"),
        ])
        #expect(found.count == 2)
        #expect(Set(found.map(\.id)).count == 2)
    }

    @Test func `a status that moves on is no conflict, and the newest counts`() throws {
        let found = try findings([
            decision(["Chile"], "adopt the budget", .proposed),
            decision(["Chile"], "adopt the budget", .approved),
        ])
        #expect(found.first?.conflicts == [])
        #expect(found.first?.fact.decision?.status == .approved)
    }

    @Test func `another figure for the same action is a conflict`() throws {
        let found = try findings([
            decision(["Chile"], "send 2,000 troops to the border"),
            decision(["Chile"], "send 2,500 troops to the border"),
        ])
        #expect(found.count == 1)
        #expect(
            found.first?.conflicts.first?.claims.map(\.value) == ["2000 troops", "2500 troops"]
        )
    }

    @Test func `questions that share a single word stay apart`() throws {
        let found = try findings([
            .question(Question(about: "what they will cost", kind: .unknown)),
            .question(Question(about: "the cost", kind: .unknown)),
        ])
        #expect(found.count == 2)
    }

    @Test func `questions and statements are one by their words`() throws {
        let found = try findings([
            .question(Question(about: "whether the senate will ratify the treaty", kind: .pending)),
            .question(
                Question(
                    about: "if the Senate ratifies the treaty",
                    kind: .pending,
                    raisedBy: "Lena Ortiz"
                )
            ),
            .statement(Statement(speaker: "Lena Ortiz", quote: "we will stand together, always")),
            .statement(Statement(speaker: "Ortiz", quote: "We will stand together")),
            .statement(Statement(speaker: "Marco Silva", quote: "We will stand together")),
        ])
        #expect(found.map(\.fact.kind) == [.question, .statement, .statement])
        #expect(found.first?.fact.question?.raisedBy == "Lena Ortiz")
        #expect(found.last?.fact.statement?.speaker == "Marco Silva")
    }

    @Test func `order and ids do not depend on the order of the records`() throws {
        let facts = [
            official("Lena M. Ortiz", ["minister"]), official("Ortiz", ["envoy"]),
            decision(["Chile"], "build a naval base"), decision(["Chile"], "create the naval base"),
            decision(["Peru"], "end the strike"),
        ]
        let articles = ["a", "b", "c", "d", "e"].map { article($0, "2024-07-11") }
        let records = zip(articles, facts).map { record($0.id, $1) }
        let consolidation = Consolidation(try Vocabulary())
        let forward = consolidation.findings(from: records, articles: articles)
        let backward = consolidation.findings(
            from: records.reversed(),
            articles: articles.reversed()
        )
        #expect(forward == backward)
        #expect(forward.count == 3)
    }

    @Test func `many records of one actor are not all compared`() throws {
        let facts = (0..<300).map {
            decision(["Chile"], "build road x\($0)x y\($0)y in district\($0 % 7)")
        }
        let records = facts.enumerated().map { record("a", $1, at: $0 * 5) }
        let consolidation = Consolidation(try Vocabulary())
        let found = consolidation.findings(from: records, articles: [article("a")])
        #expect(found.count == 300)
        // The benchmark of findings tells how the time grows; that it can not grow faster is told here.
        var pairs = 0
        Candidates.visit(records.map { consolidation.keys(of: $0) }) { _, _ in pairs += 1 }
        #expect(pairs > 300)
        #expect(pairs <= 300 * Candidates.meetings)
        #expect(pairs < 300 * 299 / 4)
    }
}

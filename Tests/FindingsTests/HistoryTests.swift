import Foundation
import Records
import Testing

@testable import Findings

struct HistoryTests {
    /// The finding of officials or decisions told on given days, one article a day.
    private func told(_ facts: [(day: String, fact: Fact)]) throws -> Finding? {
        let articles = facts.enumerated().map { article("a\($0)", $1.day) }
        let records = zip(articles, facts).map { record($0.id, $1.fact) }
        return Consolidation(try Vocabulary()).findings(from: records, articles: articles).first
    }

    @Test func `a status that moves on is a history with dates`() throws {
        let found = try told([
            ("2024-03-01", decision(["Chile"], "adopt the budget", .proposed)),
            ("2024-03-09", decision(["Chile"], "adopt the budget", .approved)),
        ])
        #expect(found?.history.map(\.value) == ["proposed", "approved"])
        #expect(found?.history.map(\.date.description) == ["2024-03-01", "2024-03-09"])
        #expect(found?.conflicts == [])
    }

    private func minister(_ title: String, _ status: Official.Status = .current) -> Fact {
        let role = Official.Role(title: title, country: "Chile", status: status)
        return .official(
            Official(name: "Lena Ortiz", roles: [role], affiliation: "Chile", class: .government)
        )
    }

    @Test func `an office that is left is a history, and then told as left`() throws {
        let found = try told([
            ("2024-03-01", minister("Chilean trade minister")),
            ("2024-03-02", minister("trade minister")),
            ("2024-04-14", minister("former Chilean trade minister", .former)),
        ])
        #expect(
            found?.history.map(\.value) == [
                "Chilean trade minister", "former Chilean trade minister",
            ]
        )
        #expect(found?.history.map(\.date.description) == ["2024-03-01", "2024-04-14"])
        #expect(found?.fact.official?.roles.map(\.title) == ["former Chilean trade minister"])
        #expect(found?.conflicts == [])
    }

    @Test func `who is minister again, and of whom reports of one day differ, stays minister`()
        throws
    {
        let again = try told([
            ("2024-03-01", minister("former trade minister", .former)),
            ("2024-04-14", minister("trade minister")),
        ])
        #expect(again?.fact.official?.roles.map(\.status) == [.current])
        let differing = try told([
            ("2024-03-01", minister("former trade minister", .former)),
            ("2024-03-01", minister("trade minister")),
        ])
        #expect(differing?.fact.official?.roles.count == 2)
    }

    @Test(arguments: [
        ("adopt the mining law", "reject the mining law"),
        ("ban mercury imports", "lift a ban on mercury imports"),
        ("close the Hoff mine", "not close the Hoff mine"),
        ("leave the fishing pact with Peru", "leave the fishing pact with Peru in place"),
    ])
    func `opposite outcomes of one day are a conflict, later ones another decision`(
        one: String,
        two: String
    ) throws {
        for (day, count) in [("2024-03-02", 1), ("2024-03-20", 2)] {
            let facts = [("2024-03-01", decision(["Chile"], one)), (day, decision(["Chile"], two))]
            let articles = facts.enumerated().map { article("a\($0)", $1.0) }
            let records = zip(articles, facts).map { record($0.id, $1.1) }
            let found = Consolidation(try Vocabulary())
                .findings(from: records, articles: articles)
            #expect(found.count == count)
            guard count == 1 else { continue }
            #expect(found[0].conflicts.map(\.field) == ["outcome"])
            #expect(found[0].conflicts.first?.claims.map(\.value) == [one, two])
        }
    }

    @Test(arguments: [(Status.rejected, ["status"]), (.cancelled, [])])
    func `what is refused after it was signed is disputed, what is ended is history`(
        status: Status,
        conflicts: [String]
    ) throws {
        let found = try told([
            ("2024-03-01", decision(["Chile"], "join the fishing pact", .signed)),
            ("2024-03-02", decision(["Chile"], "join the fishing pact", status)),
        ])
        #expect(found?.conflicts.map(\.field) == conflicts)
    }

    @Test func `consent and refusal of one day are a conflict`() throws {
        let found = try told([
            ("2024-03-01", decision(["Chile"], "adopt the budget", .approved)),
            ("2024-03-01", decision(["Chile"], "adopt the budget", .rejected)),
        ])
        #expect(found?.conflicts.map(\.field) == ["status"])
        #expect(found?.history == [])
    }

    @Test func `what some call agreed and others only proposed on one day is a conflict`() throws {
        let found = try told([
            ("2024-03-01", decision(["Chile"], "adopt the budget", .proposed)),
            ("2024-03-01", decision(["Chile"], "adopt the budget", .approved)),
            ("2024-03-02", decision(["Chile"], "adopt the budget", .inForce)),
        ])
        #expect(found?.conflicts.first?.claims.map(\.value) == ["proposed", "approved"])
    }

    @Test func `an office that follows another is history and no conflict`() throws {
        let found = try told([
            ("2024-03-01", official("Lena Ortiz", ["defence minister"], country: "Chile")),
            ("2024-06-01", official("Lena Ortiz", ["foreign minister"], country: "Chile")),
        ])
        #expect(found?.history.map(\.value) == ["defence minister", "foreign minister"])
        #expect(found?.fact.official?.roles.map(\.title) == ["foreign minister"])
        #expect(found?.conflicts == [])
    }

    @Test func `amounts conflict only within one currency`() throws {
        let amounts = [(900, "USD"), (800, "EUR"), (1000, "USD")]
        let found = try findings(
            amounts.map { amount, currency in
                .deal(
                    Deal(
                        parties: ["Chile", "Norway"],
                        kind: .purchase,
                        item: "coastal patrol boats",
                        value: Money(amount: .init(amount), currency: currency),
                        status: .signed
                    )
                )
            }
        )
        #expect(found.map(\.conflicts.count) == [1])
        #expect(found.first?.conflicts.first?.claims.map(\.value) == ["900 USD", "1000 USD"])
    }

    @Test(arguments: [
        (["2024-07-08", "2024-07-09"], ["date"]),
        (["2024-07-01", "2024-07-08"], []),
        (["2024-W26", "2024-W27"], []),
        (["2024-06", "2024-07"], ["date"]),
        (["2024-07-08", "2024-07-09", "2024-06-01"], ["date"]),
    ])
    func `days conflict within a week, since a week later it is another day of the same name`(
        dates: [String],
        fields: [String]
    ) throws {
        let found = try findings(
            dates.map { decision(["Chile"], "open the new harbour in Arica", .announced, $0) }
        )
        #expect(found.count == 1)
        #expect(found.first?.conflicts.map(\.field) == fields)
        #expect(found.first?.conflicts.allSatisfy { $0.claims.count == 2 } == true)
    }

    @Test(arguments: [("2024", "2026", ["year"]), ("2018", "2008", [])])
    func `years conflict where they can be told of one thing`(
        one: String,
        two: String,
        fields: [String]
    ) throws {
        let found = try findings(
            [one, two].map { decision(["Chile"], "open the new harbour in Arica in \($0)") }
        )
        #expect(found.count == 1)
        #expect(found.first?.conflicts.map(\.field) == fields)
    }

    @Test(arguments: [
        ("we shall build the bridge next year", "we shall open the bridge next year", true),
        ("we shall build the bridge next year", "we shall build the bridge", false),
        ("and we shall build the bridge", "we shall build the bridge soon", false),
        (
            "We shall build the bridge over the river next year … Peru pays",
            "We will build a bridge over that river next year … It costs",
            true
        ),
        (
            "It costs … We shall build the bridge over the river next year",
            "We shall build the bridge over the river next year … Peru pays",
            false
        ),
        (
            "We shall build the bridge, write e-mail and hire new people",
            "We shall build the bridge, write email and hire new people",
            false
        ),
    ])
    func `quotes conflict when words within them differ`(
        one: String,
        two: String,
        conflicts: Bool
    ) throws {
        let found = try findings(
            [one, two].map { .statement(Statement(speaker: "Lena Ortiz", quote: $0)) }
        )
        #expect(found.count == 1)
        #expect(found.first?.conflicts.map(\.field) == (conflicts ? ["wording"] : []))
    }
}

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
        ("we shall build the bridge next year", "we shall open the bridge next year", true),
        ("we shall build the bridge next year", "we shall build the bridge", false),
        ("and we shall build the bridge", "we shall build the bridge soon", false),
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

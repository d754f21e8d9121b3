import Foundation
import Records
import Testing

@testable import Findings

struct FigureMatcherTests {
    /// What makes two articles of one story.
    private static let story =
        "On Monday the Arica valley fire reached Putre, Visviri and Parinacota, said Rosa Quispe of Lauca."

    private static func figure(
        _ words: String,
        _ number: Decimal,
        of noun: String,
        in clause: String,
        _ qualifier: Figure.Qualifier? = nil,
        kind: Figure.Kind = .count,
        currency: String? = nil
    ) -> Figure {
        Figure(
            kind: kind,
            number: number,
            currency: currency,
            qualifier: qualifier,
            of: noun,
            words: words,
            clause: clause
        )
    }

    /// The findings of figures, each of an article of one story on its own day.
    private func told(
        _ figures: [Figure],
        days: [String] = ["2024-07-10", "2024-07-10"],
        texts: [String] = [story, story]
    ) throws -> [Finding] {
        let articles = zip(days, texts).enumerated().map {
            article("a\($0)", $1.0, text: $1.1)
        }
        let records = zip(articles, figures).map { record($0.id, .figure($1)) }
        return Consolidation(try Vocabulary()).findings(from: records, articles: articles)
    }

    private static let six = figure("six people", 6, of: "people", in: "six people died in it")
    private static let seventeen = figure(
        "at least 17 people",
        17,
        of: "people",
        in: "at least 17 people lost their lives",
        .atLeast
    )
    private static let homes = figure("8,200 homes", 8200, of: "homes", in: "it burnt 8,200 homes")
    private static let houses = figure(
        "8,000 houses",
        8000,
        of: "houses",
        in: "8,000 houses were burnt"
    )

    private static let lines = figure(
        "more than 5,200 miles",
        5200,
        of: "miles",
        in: "the new railway would cover more than 5,200 miles",
        .atLeast
    )
    private static let tracks = figure(
        "5,000 route miles",
        5000,
        of: "route miles",
        in: "their railways run for 5,000 route miles"
    )

    private static let thousands = figure(
        "more than 8,000 houses",
        8000,
        of: "houses",
        in: "more than 8,000 houses were burnt",
        .atLeast
    )

    @Test(arguments: [(six, seventeen), (homes, houses), (lines, tracks), (homes, thousands)])
    func `numbers for one thing that exclude each other are a conflict`(
        one: Figure,
        two: Figure
    ) throws {
        let found = try told([one, two])
        #expect(found.map(\.conflicts).map { $0.map(\.field) } == [["number"]])
        #expect(found.first?.conflicts.first?.claims.map(\.value) == [one.words, two.words])
    }

    @Test(arguments: [
        (
            figure("some 300 people", 300, of: "people", in: "some 300 people fled", .about),
            figure("310 people", 310, of: "people", in: "310 people fled")
        ),
        (
            figure("more than 300 people", 300, of: "people", in: "300 people fled", .atLeast),
            figure("some 300 residents", 300, of: "residents", in: "300 were displaced", .about)
        ),
        (
            figure(
                "700,000 tonnes",
                700_000,
                of: "tonnes",
                in: "700,000 tonnes of wheat per annum"
            ),
            figure("700,000 tons", 700_000, of: "tons", in: "ships 700,000 tons a year")
        ),
        (
            figure("more than 270 homes", 270, of: "homes", in: "burnt 270 homes", .atLeast),
            figure("276 houses", 276, of: "houses", in: "276 houses were burnt")
        ),
        (
            figure("over 70 homes", 70, of: "homes", in: "burnt over 70 homes", .atLeast),
            figure("77 houses", 77, of: "houses", in: "77 houses were burnt")
        ),
        (
            figure("up to 60 buses", 60, of: "buses", in: "up to 60 buses waited", .atMost),
            figure("52 buses", 52, of: "buses", in: "52 buses waited")
        ),
    ])
    func `rough numbers that can both be true are one figure`(one: Figure, two: Figure) throws {
        let found = try told([one, two])
        #expect(found.count == 1)
        #expect(found.first?.conflicts == [])
    }

    @Test(arguments: [
        (
            figure(
                "£2 million a year",
                2_000_000,
                of: "a year",
                in: "asked for a fund of £2 million a year",
                kind: .amount,
                currency: "GBP"
            ),
            figure(
                "£1.5 million a year",
                1_500_000,
                of: "a year",
                in: "pay a fund £1.5 million a year",
                kind: .amount,
                currency: "GBP"
            )
        ),
        (
            figure("64 tons", 64, of: "tons", in: "the new plane can carry 64 tons"),
            figure("105 tons", 105, of: "tons", in: "the new plane can carry 105 tons")
        ),
        (homes, figure("12 homes", 12, of: "homes", in: "12 homes were spared")),
        (
            figure("40 tons", 40, of: "tons", in: "the plane drops 40 tons"),
            figure("50 tons", 50, of: "tons", in: "a farmer lost 50 tons of hay")
        ),
        (
            figure("6 dead", 6, of: "dead", in: "6 dead in Putre"),
            figure("9 dead", 9, of: "dead", in: "9 dead in Visviri")
        ),
        (
            figure(
                "$5 million a year",
                5_000_000,
                of: "a year",
                in: "costs $5 million a year",
                kind: .amount,
                currency: "USD"
            ),
            figure(
                "€5 million a year",
                5_000_000,
                of: "a year",
                in: "costs €5 million a year",
                kind: .amount,
                currency: "EUR"
            )
        ),
    ])
    func `numbers for different things stay apart`(one: Figure, two: Figure) throws {
        #expect(try told([one, two]).count == 2)
    }

    @Test func `a toll that grows from day to day is no conflict`() throws {
        let found = try told(
            [
                Self.seventeen,
                Self.figure("23 people", 23, of: "people", in: "23 people died"),
            ],
            days: ["2024-07-10", "2024-07-12"]
        )
        #expect(found.count == 1)
        #expect(found.first?.conflicts == [])
    }

    @Test func `an article that gives both numbers tells of two things`() throws {
        let both = Self.story + " Of 8,200 homes 8,000 are houses."
        #expect(try told([Self.homes, Self.houses], texts: [Self.story, both]).count == 2)
    }

    @Test func `after a week another number is another state of things`() throws {
        let days = ["2024-07-10", "2024-07-18"]
        #expect(try told([Self.homes, Self.houses], days: days).count == 2)
    }

    @Test func `small numbers are one only in clauses that are alike`() throws {
        let runs = Self.figure(
            "two crews",
            2,
            of: "crews",
            in: "two crews came from Lauca by night"
        )
        let crews = Self.figure("three crews", 3, of: "crews", in: "it took three crews to stop it")
        let same = Self.figure("three crews", 3, of: "crews", in: "three crews came from Lauca")
        #expect(try told([runs, crews]).count == 2)
        #expect(try told([runs, same]).first?.conflicts.map(\.field) == ["number"])
    }

    @Test func `figures of different stories are never compared`() throws {
        let other =
            "In Oslo, Kari Nordmann, Ola Hansen and the Storting spoke of Bergen and Tromsø."
        #expect(try told([Self.homes, Self.houses], texts: [Self.story, other]).count == 2)
    }
}

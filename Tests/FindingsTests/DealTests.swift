import Foundation
import Records
import Testing

@testable import Findings

struct DealTests {
    private static func deal(
        _ item: String?,
        _ amount: Decimal? = nil,
        _ quantity: Decimal? = nil,
        _ parties: [String] = ["Chile", "Norway"],
        kind: Deal.Kind = .purchase,
        currency: String = "USD"
    ) -> Fact {
        .deal(
            Deal(
                parties: parties,
                kind: kind,
                item: item,
                quantity: quantity,
                value: amount.map { Money(amount: $0, currency: currency) },
                status: .signed
            )
        )
    }

    @Test(arguments: [
        (deal("coastal patrol boats", 900_000_000), deal("patrol boats", 900_000_000, 12)),
        (
            deal("patrol boats"),
            deal("12 patrol boats", nil, nil, ["Norway", "Chile"], kind: .contract)
        ),
        (deal(nil, 900_000_000), deal("patrol boats", 900_000_000)),
        (deal("patrol boats", 1_700_000_000), deal("patrol boats", 1_690_000_000)),
        (deal("patrol boats", 100), deal("patrol boats", 90, currency: "EUR")),
    ])
    func `one deal in other words is one finding without a conflict`(one: Fact, two: Fact) throws {
        let found = try findings([one, two])
        #expect(found.count == 1)
        #expect(found.first?.conflicts == [])
    }

    @Test(arguments: [
        (deal("patrol boats"), deal("helicopters")),
        (deal("patrol boats"), deal("patrol boats", nil, nil, ["Chile", "Peru"])),
        (deal("budget support", 5_000_000), deal("budget support", 500_000_000)),
        (deal(nil, 5_000_000), deal(nil, 6_000_000)),
        (deal("trains", 300_000_000, 60), deal("trains", 210_000_000, 40)),
    ])
    func `other deals are other findings`(one: Fact, two: Fact) throws {
        #expect(try findings([one, two]).count == 2)
    }

    @Test func `the end of a contract meets the contract, within one story`() throws {
        let facts = [
            Self.deal("ferries", 45_000_000, 3),
            .deal(Deal(parties: ["Norway", "Chile"], kind: .contract, status: .cancelled)),
        ]
        let text =
            "In Arica the envoys Lena Ortiz and Marco Silva of Tacna met Norway, Peru and Chile."
        let articles = ["2024-03-01", "2024-03-09"].enumerated().map {
            article("a\($0)", $1, text: text)
        }
        let records = zip(articles, facts).map { record($0.id, $1) }
        let found = Consolidation(try Vocabulary()).findings(
            from: records,
            articles: articles,
            origins: articles.map { Origin(articles: [$0.id], reason: nil) }
        )
        #expect(found.count == 1)
        #expect(found.first?.fact.deal?.status == .cancelled)
        #expect(found.first?.fact.deal?.item == "ferries")
        #expect(found.first?.history.map(\.value) == ["signed", "cancelled"])
    }

    @Test(arguments: [("2024-03-20", 1), ("2024-07-01", 2)])
    func `another sum is a conflict, and months later another deal`(
        day: String,
        count: Int
    ) throws {
        let facts = [300_000_000, 290_000_000].map { Self.deal("trains", $0) }
        let articles = [article("a", "2024-03-01"), article("b", day)]
        let records = zip(articles, facts).map { record($0.id, $1) }
        let found = Consolidation(try Vocabulary()).findings(from: records, articles: articles)
        #expect(found.count == count)
        #expect(found[0].conflicts.map(\.field) == (count == 1 ? ["amount"] : []))
    }

    @Test(arguments: [
        (["Norway", "Chile"], ["Norwegian Ministry of Fisheries", "Chile"], true),
        (["Norway", "Chile"], ["Norwegian Navy", "Government of Chile"], true),
        (["South Korea", "Chile"], ["South Korean Coast Guard", "Chile"], true),
        (["Malta", "Chile"], ["Ministry of Health of Malta", "Chile"], true),
        (["United States", "Chile"], ["US Navy", "Chile"], true),
        (["Norway", "Chile"], ["Peruvian Navy", "Chile"], false),
        (["Health", "Chile"], ["Ministry of Health", "Chile"], false),
        (["Norway", "Chile"], ["Norwegian Air Shuttle", "Chile"], false),
    ])
    func `an organ of a state acts for the state`(
        state: [String],
        organ: [String],
        areOne: Bool
    ) throws {
        let found = try findings([
            Self.deal("patrol boats", nil, nil, state), Self.deal("patrol boats", nil, nil, organ),
        ])
        #expect(found.count == (areOne ? 1 : 2))
    }

    @Test func `another amount for the same deal is a conflict with who says which`() throws {
        let found = try findings([
            Self.deal("patrol boats", 900_000_000, 12),
            Self.deal("patrol boats", 1_200_000_000, 12),
        ])
        let conflict = try #require(found.first?.conflicts.first)
        #expect(found.count == 1)
        #expect(conflict.field == "amount")
        #expect(conflict.claims.map(\.value) == ["900000000 USD", "1200000000 USD"])
        #expect(conflict.claims.map { $0.evidence.map(\.article) } == [["a"], ["b"]])
    }

    @Test func `a sum that is raised to another one is no conflict`() throws {
        var records = [900_000_000, 1_200_000_000].enumerated().map {
            record(["a", "b"][$0], Self.deal("patrol boats", $1, 12))
        }
        records[1].evidence[0].quote = "Norway raised its offer from $900 million to $1.2 billion."
        let found = Consolidation(try Vocabulary())
            .findings(from: records, articles: [article("a"), article("b")])
        #expect(found.map(\.conflicts) == [[]])
    }

    @Test func `two amounts in one article are two deals`() throws {
        let records = [Decimal(4_000_000), 6_000_000].enumerated().map {
            record("a", Self.deal("patrol boats", $1), at: $0 * 10)
        }
        let found = Consolidation(try Vocabulary()).findings(
            from: records,
            articles: [article("a")]
        )
        #expect(found.count == 2)
    }

    @Test func `a party to a package is not the package`() throws {
        let found = try findings([
            Self.deal("gas", nil, nil, ["Chile", "Norway", "Peru", "Cuba", "Mali"]),
            Self.deal("gas", nil, nil, ["Chile", "Norway"]),
        ])
        #expect(found.count == 2)
    }

    @Test func `a party to a package is the package when it is told with the whole sum`() throws {
        let found = try findings([
            Self.deal("gas", 7_500_000, nil, ["Chile", "Norway", "Peru"]),
            Self.deal("gas", 7_500_000, nil, ["Chile"]),
        ])
        #expect(found.count == 1)
    }

    @Test(arguments: [
        ("The Norwegian Navy pays $900 million (€830 million) to Chile.", 1),
        ("The Norwegian Navy pays €830 million to Chile.", 2),
    ])
    func `a sentence that gives the sum of another currency too tells the same sum`(
        sentence: String,
        count: Int
    ) throws {
        var records = [
            record("a", Self.deal("boats", 900_000_000, nil, ["Chile", "Norway", "Peru"])),
            record("b", Self.deal("boats", 830_000_000, nil, ["Norwegian Navy"], currency: "EUR")),
        ]
        records[1].evidence[0].quote = sentence
        let found = Consolidation(try Vocabulary())
            .findings(from: records, articles: [article("a"), article("b")])
        #expect(found.count == count)
    }

    @Test(arguments: [
        ("a memorandum between the Harbour Chamber of Tacna (Hacta) and the Union of Pilots", 1),
        ("a memorandum between the Harbour Chamber of Tacna, the Hacta and the Union of Pilots", 2),
        ("a memorandum between the Anglers of Arica (Hacta) and the Union of Pilots", 2),
    ])
    func `a party goes by the name in brackets behind it`(sentence: String, count: Int) throws {
        var records = [
            record(
                "a",
                Self.deal("tugs", nil, nil, ["Harbour Chamber of Tacna", "Union of Pilots"])
            ),
            record("b", Self.deal("tugs", nil, nil, ["Hacta", "Union of Pilots"])),
        ]
        records[1].evidence[0].quote = sentence
        let found = Consolidation(try Vocabulary())
            .findings(from: records, articles: [article("a"), article("b")])
        #expect(found.count == count)
    }

    @Test func `parties without a name keep nothing apart`() throws {
        let found = try findings([
            Self.deal("gas", nil, nil, ["Chile", "six traders"]),
            Self.deal("gas", nil, nil, ["Chile", "half a dozen buyers"]),
        ])
        #expect(found.count == 1)
    }

    @Test func `the fullest account is completed from the others`() throws {
        let found = try findings([
            Self.deal("patrol boats", 900_000_000), Self.deal("patrol boats", nil, 12, ["Chile"]),
        ])
        let deal = try #require(found.first?.fact.deal)
        #expect(deal.value?.amount == 900_000_000)
        #expect(deal.quantity == 12)
        #expect(deal.parties == ["Chile", "Norway"])
    }
}

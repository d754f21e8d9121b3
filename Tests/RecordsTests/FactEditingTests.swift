import Foundation
import Records
import Testing

struct FactEditingTests {
    private static let deal = Fact.deal(
        Deal(
            parties: ["Norway", "Kongsberg"],
            kind: .purchase,
            item: "radars",
            quantity: 4,
            value: Money(amount: 1200, currency: "NOK"),
            status: .announced,
            date: CalendarDate("2024-07")
        )
    )
    private static let official = Fact.official(
        Official(
            name: "Ingrid Moe",
            aliases: ["Ms. Moe"],
            roles: [.init(title: "minister", organisation: "Storting", country: "Norway")],
            affiliation: "Norway",
            class: .government
        )
    )
    private static let decision = Fact.decision(
        Decision(actors: ["Norway"], action: "buy radars", status: .planned)
    )
    private static let question = Fact.question(
        Question(about: "who pays", kind: .unknown, raisedBy: "the press")
    )
    private static let statement = Fact.statement(
        Statement(speaker: "Moe", quote: "We pay.", addressee: "the press")
    )

    @Test(
        arguments: [
            (decision, "actors", "Norway|Sweden", "Norway|Sweden"),
            (decision, "action", "buy more radars", "buy more radars"),
            (decision, "status", "in-force", "in-force"),
            (decision, "date", "2024-W30", "2024-W30"),
            (official, "name", "Inger Moe", "Inger Moe"),
            (official, "aliases", " I. Moe | Moe ", "I. Moe|Moe"),
            (official, "aliases", "none", nil),
            (official, "title", "prime minister", "prime minister"),
            (official, "organisation", "none", nil),
            (official, "country", "Sweden", "Sweden"),
            (official, "affiliation", "NATO", "NATO"),
            (official, "class", "military", "military"),
            (deal, "parties", "Sweden", "Sweden"),
            (deal, "kind", "co-production", "co-production"),
            (deal, "item", "ships", "ships"),
            (deal, "quantity", "12.5", "12.5"),
            (deal, "value", "1700000000 USD", "1700000000 USD"),
            (deal, "value", "none", nil),
            (deal, "status", "signed", "signed"),
            (deal, "date", "none", nil),
            (question, "about", "who signs", "who signs"),
            (question, "kind", "pending", "pending"),
            (question, "raisedBy", "none", nil),
            (statement, "speaker", "Ingrid Moe", "Ingrid Moe"),
            (statement, "addressee", "parliament", "parliament"),
            (statement, "date", "2024-07-28", "2024-07-28"),
        ] as [(Fact, String, String, String?)]
    )
    func `a field takes a value`(fact: Fact, field: String, value: String, text: String?) throws {
        let edited = try fact.replacing(field, with: value)
        #expect(edited.text(of: field) == text)
        for other in Fact.editableFields(of: fact.kind) where other != field {
            #expect(edited.text(of: other) == fact.text(of: other))
        }
        try Fact.check(value, for: field, of: fact.kind)
    }

    @Test(
        arguments: [
            (deal, "quote", "x", .unknownField),
            (statement, "quote", "We do not pay.", .unknownField),
            (deal, "quantity", "4oo", .notANumber),
            (deal, "quantity", "-4", .notANumber),
            (deal, "quantity", "1,000", .notANumber),
            (deal, "quantity", "1.2.3", .notANumber),
            (deal, "quantity", ".", .notANumber),
            (deal, "quantity", "", .notANumber),
            (deal, "value", "1700000000", .notMoney),
            (deal, "value", "1.7bn USD", .notMoney),
            (deal, "value", "17 dollars", .notMoney),
            (deal, "value", "none USD", .notMoney),
            (deal, "date", "28 July 2024", .notADate),
            (deal, "parties", " | ", .cannotBeEmpty),
            (deal, "parties", "none", .cannotBeEmpty),
            (question, "kind", "open", .notOneOf(Question.Kind.allCases.map(\.rawValue))),
            (
                .official(Official(name: "Moe", roles: [], class: .other)), "title", "minister",
                .noOffice
            ),
        ] as [(Fact, String, String, FieldTrouble)]
    )
    func `a value that does not fit is refused`(
        fact: Fact,
        field: String,
        value: String,
        trouble: FieldTrouble
    ) {
        #expect(throws: trouble) { try fact.replacing(field, with: value) }
    }

    @Test(arguments: [official, decision, deal, question, statement])
    func `every field that is named can be changed`(fact: Fact) {
        for field in Fact.editableFields(of: fact.kind) {
            #expect(throws: Never.self) {
                do throws(FieldTrouble) {
                    _ = try fact.replacing(field, with: "2024")
                } catch .notOneOf(let words) {
                    _ = try fact.replacing(field, with: words[0])
                } catch .notMoney {
                    _ = try fact.replacing(field, with: "2024 USD")
                }
            }
        }
    }

    @Test(
        arguments: [
            ("deal-3f9c2a71b0", .deal), ("official-x", .official), ("deal", nil), ("deals-1", nil),
            ("", nil),
        ] as [(String, Fact.Kind?)]
    )
    func `an id begins with its type`(id: String, kind: Fact.Kind?) {
        #expect(Fact.Kind(ofID: id) == kind)
    }
}

import Records
import Testing

@testable import Findings

struct ConflictTests {
    private static func deal(_ item: String?) -> Fact {
        .deal(Deal(parties: ["Chile", "Norway"], kind: .purchase, item: item, status: .signed))
    }

    /// The findings of facts, each with the sentences of an article of its own, one a day.
    private func told(
        _ facts: [(fact: Fact, sentences: [String])],
        days: [String] = ["2024-07-10", "2024-07-11"]
    ) throws -> [Finding] {
        let articles = zip(["a", "b"], days).map { article($0, $1) }
        let records = zip(articles, facts).map { article, told in
            Record(
                id: article.id,
                article: article.id,
                fact: told.fact,
                confidence: 1,
                evidence: told.sentences.enumerated().map { place, sentence in
                    Evidence(article: article.id, start: place, end: place + 1, quote: sentence)
                }
            )
        }
        return Consolidation(try Vocabulary()).findings(from: records, articles: articles)
    }

    // MARK: What the paper is

    @Test(arguments: [
        (
            "Chile signed a contract for patrol boats with Norway.",
            "Chile and Norway signed a memorandum of understanding on patrol boats.",
            ["contract", "memorandum of understanding"]
        ),
        (
            "Chile and Norway signed heads of agreement on patrol boats.",
            "The contract for patrol boats was signed by Chile and Norway.",
            []
        ),
        (
            "Chile signed an agreement on patrol boats with Norway.",
            "Chile and Norway signed an MoU on patrol boats.",
            []
        ),
        (
            "Chile and Norway signed a contract and a letter of intent on patrol boats.",
            "Chile and Norway signed a letter of intent on patrol boats.",
            []
        ),
        (
            "Chile and Norway signed a letter of intent on patrol boats.",
            "Chile and Norway signed an MoU on patrol boats.",
            []
        ),
    ])
    func `what binds is set against what binds nobody, unless it came later`(
        one: String,
        two: String,
        claims: [String]
    ) throws {
        let found = try told([
            (Self.deal("patrol boats"), [one]), (Self.deal("patrol boats"), [two]),
        ])
        let forms = found.flatMap(\.conflicts).filter { $0.field == "form" }
        #expect(found.count == 1)
        #expect(forms.flatMap { $0.claims.map(\.value) } == claims)
    }

    @Test func `the item names the paper before the sentence does`() throws {
        let found = try told([
            (Self.deal("contract for patrol boats"), ["Chile signed a pact and an MoU."]),
            (Self.deal("MoU on patrol boats"), ["Norway signed a contract and an MoU."]),
        ])
        #expect(found.first?.conflicts.map(\.field) == ["form"])
    }

    // MARK: Proof

    @Test func `a claim rests on the sentences that give its value`() throws {
        let quotes = [
            ["We will build the harbour", "and we will open it together"],
            ["We shall build a new harbour", "and will soon open it together"],
        ]
        let found = try told(
            quotes.map { parts in
                let quote = parts.joined(separator: " ")
                return (
                    .statement(Statement(speaker: "Lena Ortiz", quote: quote)),
                    ["She came late."] + parts.map { "“\($0)”" }
                )
            }
        )
        let conflict = found.first?.conflicts.first
        #expect(conflict?.field == "wording")
        #expect(conflict?.claims.map { $0.evidence.map(\.start) } == [[1, 2], [1, 2]])
    }

    @Test func `a title rests on the sentence that gives it`() throws {
        let found = try told([
            (official("Lena Ortiz", ["chancellor"]), ["Ortiz came.", "The chancellor spoke."]),
            (official("Lena Ortiz", ["finance minister"]), ["The finance minister came."]),
        ])
        let claims = found.first?.conflicts.first?.claims
        #expect(claims?.map { $0.evidence.map(\.start) } == [[1], [0]])
    }

    // MARK: Countries

    @Test func `a former president of one state is not the president of another`() throws {
        let roles = [
            ("former president", Official.Status.former, "Niger"),
            ("president", .current, "Nigeria"),
        ]
        let found = try told(
            roles.map { title, status, country in
                let role = Official.Role(title: title, country: country, status: status)
                let person = Official(name: "Sani Issa", roles: [role], class: .government)
                return (.official(person), ["Sani Issa, \(title) of \(country), spoke."])
            }
        )
        #expect(found.first?.conflicts.map(\.field) == ["country"])
    }
}

import Records
import Testing

@testable import Extraction

struct StatementDetectorTests {
    /// A text, and of every statement the speaker and the words.
    struct Case: CustomTestStringConvertible {
        var text: String
        var statements: [String]
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(
            text: "“The quay will open in May,” said Harbour Minister Anna Lund.",
            statements: ["Anna Lund: The quay will open in May"]
        ),
        Case(
            text: "\"The quay will open in May,\" Anna Lund, the harbour minister, told reporters.",
            statements: ["Anna Lund: The quay will open in May"]
        ),
        Case(
            text: "Harbour Minister Anna Lund said: “The quay will open in May.”",
            statements: ["Anna Lund: The quay will open in May."]
        ),
        Case(
            text:
                "According to Harbour Minister Anna Lund, the quay is “ready for its first ship”.",
            statements: ["Anna Lund: ready for its first ship"]
        ),
        Case(
            text: """
                “The quay,” said Mark Dunn, chief executive of Brightwater Energy, “will open in \
                May.”
                """,
            statements: ["Mark Dunn: The quay … will open in May."]
        ),
        Case(
            text: """
                Harbour Minister Anna Lund met Governor Mark Dunn.

                “The quay will open in May,” she said. “Ships are waiting for it.”
                """,
            statements: ["Anna Lund: The quay will open in May … Ships are waiting for it."]
        ),
        Case(
            text: "“The quay will open in May,” Brightwater Energy said in a statement.",
            statements: ["Brightwater Energy: The quay will open in May"]
        ),
        Case(
            text: """
                Prime Minister Jan Kok and President Eva Roth met on Monday. The two leaders called \
                the tariffs “unfair and harmful”.
                """,
            statements: ["Jan Kok and Eva Roth: unfair and harmful"]
        ),
    ])
    func `finds who said which words`(sample: Case) throws {
        #expect(try Self.statements(in: sample.text) == sample.statements)
    }

    @Test(arguments: [
        "The film “The Long Quay” opened on Monday in Oslo.",
        "He called it “odd”.",
        "A woman at the harbour said, “I only came to see the ships.”",
        "# “The quay will open,” says Anna Lund",
        "The so-called “quiet quarter” is loud.",
    ])
    func `gives nobody words that cannot be attributed`(text: String) throws {
        #expect(try Self.statements(in: text).isEmpty)
    }

    @Test
    func `takes the date of saying from outside the quotation`() throws {
        let article = Article.sample(
            "“It closes on Friday,” Harbour Minister Anna Lund said on Monday.",
            published: "2025-03-05"
        )
        let dates = try Extractor.shared.get().records(in: article).compactMap { record in
            if case .statement(let statement) = record.fact {
                statement.date?.description
            } else {
                nil
            }
        }
        #expect(dates == ["2025-03-03"])
    }

    private static func statements(in text: String) throws -> [String] {
        try Extractor.shared.get().records(in: .sample(text)).compactMap { record in
            guard case .statement(let statement) = record.fact else { return nil }
            return "\(statement.speaker): \(statement.quote)"
        }
    }
}

import Records
import Testing

@testable import Extraction

struct ExtractorTests {
    @Test(arguments: [
        "", " ", "“", "”””", "President", ", the minister,", "A’s B’s C’s", "\u{0}\u{1}\u{7F}",
        "“President “Anna” Lund”, said “the minister” to “her”.", "日本の首相は「はい」と述べた。",
        "é\u{301}\u{301} Anna Lünd, e\u{301} mínister of Ünits, said “ü”.", "((((()))))",
        "--- —— ’’’", "The council decided on\n\nThe mayor was glad.",
    ])
    func `survives any text and proves every record`(text: String) throws {
        let article = Article.sample(text)
        for record in try Extractor.shared.get().records(in: article) {
            #expect(!record.evidence.isEmpty)
            #expect(record.evidence.allSatisfy { $0.holds(in: article) })
        }
    }

    @Test
    func `says the same of the same article, and gives every record a name of its own`() throws {
        let article = Article.sample(
            """
            President Eva Roth said on Monday that the government had approved the loan. \
            “We will pay it back,” she said. Finance Minister Jan Kok did not say when.
            """,
            published: "2025-03-05"
        )
        let first = try Extractor.shared.get().records(in: article)
        let second = try Extractor.shared.get().records(in: article)
        #expect(first == second)
        #expect(Set(first.map(\.id)).count == first.count)
    }
}

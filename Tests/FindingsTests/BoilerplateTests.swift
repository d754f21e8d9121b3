import Records
import Testing

@testable import Findings

struct BoilerplateTests {
    private static let call = "Write to the Bay Wire if you know whether the ferry will sail."

    /// Articles of one outlet about different things, each on a day of its own.
    private static let texts = [
        "Mayor Lena Ortiz opened the northern quay of Arica before Bishop Marco Silva and Judge Ines Prado.",
        "Coach Tomas Vidal praised striker Rosa Campos after Iquique beat Calama in the Atacama Cup.",
        "Doctor Paula Rivas of Tacna found a fever that spares the children of Moquegua and Puno.",
    ]

    /// The articles with the call under them, and a question out of each.
    private func told(
        _ texts: [String],
        outlets: [String?] = ["Bay Wire", "Bay Wire", "Bay Wire"],
        calls: [String] = [call, call, call]
    ) -> (articles: [Article], records: [Record]) {
        let names = texts.indices.map { String(UnicodeScalar(UInt8(97 + $0))) }
        var articles = zip(names, texts).enumerated().map { place, told in
            article(told.0, "2024-07-\(10 + place)", text: told.1 + "\n\n" + calls[place])
        }
        for place in articles.indices { articles[place].outlet = outlets[place] }
        let records = names.enumerated().map { place, name in
            var asked = record(
                name,
                .question(Question(about: "whether the ferry will sail", kind: .asked))
            )
            asked.evidence[0].quote = calls[place]
            return asked
        }
        return (articles, records)
    }

    @Test func `what an outlet repeats under articles about different things is no finding`() throws
    {
        let told = told(Self.texts)
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found == [])
    }

    @Test func `another record of such an article stays`() throws {
        var told = told(Self.texts)
        told.records.append(record("a", official("Lena Ortiz", ["mayor of Arica"]), at: 9))
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found.map(\.fact.kind) == [.official])
    }

    @Test(
        arguments: [
            // Two articles may have it from one source.
            (Array(texts.prefix(2)), ["Bay Wire", "Bay Wire"], [call, call]),
            // Another outlet tells it too, or nobody knows which one does.
            (texts, ["Bay Wire", "Bay Wire", "Tacna Post"], [call, call, call]),
            (texts, [nil, nil, nil], [call, call, call]),
            // Not word for word.
            (texts, ["Bay Wire", "Bay Wire", "Bay Wire"], [call, call, call.lowercased()]),
            // One story, printed again and again.
            (
                [texts[0], texts[0], texts[0] + " The bishop spoke."],
                ["Bay Wire", "Bay Wire", "Bay Wire"], [call, call, call]
            ),
            // One subject, followed for days.
            (
                [
                    texts[0], "Judge Ines Prado doubts the quay of Mayor Lena Ortiz in Arica.",
                    "Bishop Marco Silva thanks Judge Ines Prado, and Mayor Lena Ortiz leaves Arica.",
                ], ["Bay Wire", "Bay Wire", "Bay Wire"], [call, call, call]
            ),
        ] as [([String], [String?], [String])]
    )
    func `what may be told of a story stays`(
        texts: [String],
        outlets: [String?],
        calls: [String]
    ) throws {
        let told = told(texts, outlets: outlets, calls: calls)
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found.flatMap(\.records).count == texts.count)
    }
}

import Foundation
import Records
import Testing

@testable import Briefing

struct NDJSONWriterTests {
    private struct Line: Decodable {
        var id: String
        var type: Fact.Kind
        var records: [Record]
        var origins: [Origin]
        var conflicts: [Conflict]
        var history: [Moment]
        var ruling: Ruling
        var headline: String?
        var listed: String?
    }

    private static func lines(_ text: String) throws -> [(line: Line, fact: Fact)] {
        try text.split(separator: "\n").map {
            let data = Data($0.utf8)
            let decoder = JSONDecoder()
            return (
                try decoder.decode(Line.self, from: data), try decoder.decode(Fact.self, from: data)
            )
        }
    }

    @Test func `writes every finding of the sections on a line of its own`() throws {
        let lines = try Self.lines(NDJSONWriter().text(of: .harbour))
        #expect(
            lines.map(\.line.id) == [
                "decision-0000000001", "official-0000000001", "deal-0000000001", "deal-0000000002",
                "question-0000000001",
            ]
        )
        #expect(lines.map(\.line.listed).last { $0 != "in the brief" } == "below its confidence")
        #expect(
            lines.map(\.fact)
                == Brief.harbour.sections.flatMap(\.everyItem).map(\.item.finding.fact)
        )
    }

    @Test func `gives back the findings it was given`() throws {
        let lines = try Self.lines(NDJSONWriter().text(of: Fixture.findings))
        let findings = lines.map {
            Finding(
                id: $0.line.id,
                fact: $0.fact,
                records: $0.line.records,
                origins: $0.line.origins,
                conflicts: $0.line.conflicts,
                history: $0.line.history,
                ruling: $0.line.ruling
            )
        }
        #expect(findings == Fixture.findings)
        #expect(lines.allSatisfy { $0.line.headline == nil && $0.line.listed == nil })
    }

    @Test func `writes keys in one order, and no key for what is absent`() {
        let evidence = Evidence(article: "a", start: 0, end: 2, quote: "\u{202E}x\u{2028}y")
        let fact = Fact.question(Question(about: "who pays", kind: .pending))
        let finding = Finding(
            id: "question-1",
            fact: fact,
            records: [
                Record(
                    id: "question-2",
                    article: "a",
                    fact: fact,
                    confidence: 0.5,
                    evidence: [evidence]
                )
            ],
            origins: [Origin(articles: ["a"])]
        )
        #expect(
            NDJSONWriter().text(of: [finding])
                == #"{"about":"who pays","conflicts":[],"history":[],"id":"question-1","#
                + #""kind":"pending","origins":[{"articles":["a"]}],"records":[{"about":"who pays","#
                + #""article":"a","confidence":0.5,"evidence":[{"article":"a","end":2,"#
                + #""quote":"\u202ex\u2028y","start":0}],"id":"question-2","kind":"pending","#
                + #""type":"question"}],"ruling":{"edits":[]},"type":"question"}"# + "\n"
        )
    }

    @Test func `writes nothing for nothing`() {
        #expect(NDJSONWriter().text(of: []).isEmpty)
    }
}

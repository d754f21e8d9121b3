import Foundation
import Records
import Testing

struct RecordTests {
    static let evidence = Evidence(article: "a.txt", start: 3, end: 9, quote: "\"x\", é")
    static let facts: [Fact] = [
        .official(
            Official(
                name: "Anna Lund",
                aliases: ["Lund"],
                roles: [
                    Official.Role(title: "harbour minister", country: "Norway", status: .former)
                ],
                affiliation: "Norway",
                class: .government
            )
        ),
        .decision(Decision(actors: ["Norway"], action: "close the quay", status: .inForce)),
        .deal(
            Deal(
                parties: ["Norway", "Brightwater"],
                kind: .coProduction,
                item: "ferries",
                quantity: 4,
                value: Money(amount: 1_700_000_000, currency: "NOK"),
                status: .signed,
                date: CalendarDate("2024-07")
            )
        ),
        .question(Question(about: "when the quay opens", kind: .pending, raisedBy: "Norway")),
        .statement(
            Statement(speaker: "Anna Lund", quote: "=1+1", date: CalendarDate("2024-07-28"))
        ),
    ]

    static func record(_ fact: Fact) -> Record {
        Record(
            id: stableID(fact.kind, ["x"]),
            article: "a.txt",
            fact: fact,
            confidence: 0.5,
            evidence: [evidence]
        )
    }

    @Test(arguments: facts)
    func `comes back from its JSON`(fact: Fact) throws {
        let record = Self.record(fact)
        let text = try RecordFormat.ndjson.text(of: [record], isFirst: true)
        #expect(text.last == "\n")
        #expect(try JSONDecoder().decode(Record.self, from: Data(text.utf8)) == record)
    }

    @Test
    func `is one array over several articles`() throws {
        let records = Self.facts.map(Self.record)
        let text =
            try RecordFormat.json.opening
            + RecordFormat.json.text(of: [records[0]], isFirst: true)
            + RecordFormat.json.text(of: Array(records[1...]), isFirst: false)
            + RecordFormat.json.closing
        #expect(try JSONDecoder().decode([Record].self, from: Data(text.utf8)) == records)
    }

    @Test
    func `is a line of a table that no program runs`() throws {
        let text = try RecordFormat.csv.text(of: [Self.record(Self.facts[4])], isFirst: true)
        let expected = """
            \(Self.record(Self.facts[4]).id),statement,a.txt,'=1+1,Anna Lund,,,2024-07-28,,,,0.5,3,9,"\""x"", é"\r

            """
        #expect(text == expected)
    }

    @Test
    func `has a name that depends on its parts and their borders`() {
        let names = [["ab", "c"], ["a", "bc"], ["abc"], ["c", "ab"], []].map { stableID(.deal, $0) }
        #expect(Set(names).count == 5)
        #expect(names.allSatisfy { $0.wholeMatch(of: /deal-[0-9a-f]{10}/) != nil })
        #expect(stableID(.deal, ["ab", "c"]) == names[0])
    }
}

struct EvidenceTests {
    static let article = Article(id: "a", path: "a", text: "Ça va: “oui”.", blocks: [])

    @Test(arguments: [0..<0, 1..<3, -1..<3, 3..<99, 0..<1])
    func `does not stand off the edges of characters or outside the text`(range: Range<Int>) {
        #expect(Evidence(range, of: Self.article) == nil)
    }

    @Test
    func `holds where its words stand, and nowhere else`() throws {
        let evidence = try #require(Evidence(0..<6, of: Self.article))
        #expect(evidence.quote == "Ça va")
        #expect(evidence.holds(in: Self.article))
        var moved = evidence
        moved.start += 1
        #expect(!moved.holds(in: Self.article))
        moved = evidence
        moved.quote = "Ca va"
        #expect(!moved.holds(in: Self.article))
    }
}

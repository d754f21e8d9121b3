import Foundation
import Records
import Testing

struct StoredValueTests {
    @Test
    func `an article comes back from its JSON`() throws {
        let article = Article(
            id: "a.xml#2",
            path: "a.xml",
            headline: "Quay closes",
            outlet: "The Gull",
            bylines: ["Anna Lund"],
            address: "https://example.org/quay",
            published: ArticleDate(
                .day(Day(number: 19_900)),
                secondOfDay: 60,
                precision: .minute,
                zoneOffset: -3600,
                source: .fileName
            ),
            text: "Quay closes\n\nOn Monday.",
            blocks: [
                Block(.headline, range: 0..<11, source: 4..<15),
                Block(.paragraph, range: 13..<23, source: 40..<50),
            ]
        )
        let json = try JSONEncoder().encode(article)
        #expect(try JSONDecoder().decode(Article.self, from: json) == article)
        #expect(String(decoding: json, as: UTF8.self).contains(#"["headline",0,11,4,15]"#))
    }

    @Test
    func `a block that ends before it begins is refused`() {
        let json = Data(#"["paragraph",5,3,0,0]"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Block.self, from: json) }
    }

    @Test(arguments: RecordTests.facts)
    func `a finding comes back from its JSON`(fact: Fact) throws {
        let record = RecordTests.record(fact)
        let finding = Finding(
            id: record.id,
            fact: fact,
            records: [record],
            origins: [Origin(articles: ["a.txt"])],
            conflicts: [
                Conflict(field: "date", claims: [.init(value: "May", evidence: record.evidence)])
            ]
        )
        let json = try JSONEncoder().encode(finding)
        #expect(try JSONDecoder().decode(Finding.self, from: json) == finding)
    }

    @Test(
        arguments: [
            .new, .corroborated(from: 1, to: 3), .resolved(by: "decision-1"),
            .updated([FieldChange(field: "amount", old: nil, new: "4 NOK")]),
            .withdrawn(editions: [1, 2]), .contradicted([Conflict(field: "date", claims: [])]),
        ] as [Change.Nature]
    )
    func `a change comes back from its JSON`(nature: Change.Nature) throws {
        let change = Change(finding: "deal-1", nature: nature, fact: RecordTests.facts[2])
        let json = try JSONEncoder().encode(change)
        #expect(try JSONDecoder().decode(Change.self, from: json) == change)
    }

    @Test
    func `a day is written as text and nothing else is read as one`() throws {
        let day = Day(number: 19_900)
        let json = try JSONEncoder().encode([day])
        #expect(String(decoding: json, as: UTF8.self) == "[\"2024-06-26\"]")
        #expect(try JSONDecoder().decode([Day].self, from: json) == [day])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data("[\"2024-06\"]".utf8))
        }
    }
}

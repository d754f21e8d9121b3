import Diagnostics
import Testing

@testable import Corpus

@Suite struct NewsWordsTests {
    @Test func `loads every data file`() throws {
        let words = try NewsWords()
        #expect(words.furniture.effect(of: "Back To Top") == .drop)
        #expect(words.dates["july"] == .month(7))
        #expect(words.agencies["agence france-presse"] == "AFP")
        #expect(words.classes.effect(of: "newsletter") == .drop)
        #expect(words.fields["title"] == .headline)
    }

    @Test(arguments: [
        ("x\tequals\tvanish\thand", "unknown-effect"), ("x\tlike\tdrop\thand", "unknown-match"),
        ("x\tequals\tdrop\thand\nX:\tequals\tend\thand", "twice"),
    ])
    func `tells a wrong line of the furniture by its number`(rows: String, code: String) throws {
        let table = try DataTable(
            "phrase\tmatch\teffect\tsource\n\(rows.lowercased())",
            path: "furniture.tsv",
            columns: ["phrase", "match", "effect", "source"]
        )
        let error = #expect(throws: Diagnostic.self) { try Furniture(table) }
        #expect(error?.code == code)
        #expect(error?.place?.line == rows.split(separator: "\n").count + 1)
    }

    @Test(arguments: [("march\tmonth\t13\thand", "bad-value"), ("x\tmoon\t\thand", "unknown-kind")])
    func `tells a wrong line of the dates`(row: String, code: String) throws {
        let table = try DataTable(
            "word\tkind\tvalue\tsource\n\(row)",
            path: "dates.tsv",
            columns: ["word", "kind", "value", "source"]
        )
        #expect(throws: Diagnostic.self) { try DateWords(table) }
    }

    @Test(
        arguments: [
            ("Advertisement", .drop), ("SHARE THIS:", .drop),
            ("Sign up for our newsletter!", .drop), ("Comments (12)", .end),
            ("Related Articles", .end), ("* * *", .drop), ("# # #", .stop),
            ("The quay. (Photo: A. Lee)", .caption),
            ("© 2026 Ellery Courier", .drop),
        ] as [(String, Furniture.Effect)]
    )
    func `knows a line of furniture`(line: String, effect: Furniture.Effect) throws {
        #expect(try NewsWords().furniture.effect(of: line) == effect)
    }

    @Test(arguments: [
        "The share of the Danish line is 40 per cent.",
        "Subscribers to the loan include three banks.",
        "Shareholders vote on Friday", "Most of the money comes from the port.",
        "Home prices rose by 3 per cent in May.",
        "Menus were printed in two languages.", "More than 300 people came.",
        "Related parties may not vote on the deal.",
        "More in the region are expected to follow, officials said.",
        "Copyright claims against the firm were dropped.",
        "Reporting by two newspapers led to the inquiry.",
        "Regulators said its privacy policy broke the law.",
        "He posted a screenshot of the letter.", "Tax credit: who may claim it",
    ])
    func `leaves a line of the story alone`(line: String) throws {
        #expect(try NewsWords().furniture.effect(of: line) == nil)
    }

    @Test(
        arguments: [
            ("First published by Havn Tidende.", [.outlet: "Havn Tidende"]),
            ("The post Quay appeared first on Ellery Courier.", [.outlet: "Ellery Courier"]),
            ("a post published on Bay Wire at the URL https://b.example/1. on Friday", nil),
            ("It was first published by a small house.", nil),
        ] as [(String, [NotePattern.Slot: String]?)]
    )
    func `reads notes on the origin of a text`(line: String, slots: [NotePattern.Slot: String]?)
        throws
    {
        let found = try NewsWords().notes.filter { $0.slots.count == 1 }.lazy.compactMap {
            $0.match(NotePattern.Line(line.utf8))
        }.first
        #expect(found == slots)
    }
}

import Foundation
import Records
import Testing

@testable import Briefing

struct PhrasingTests {
    @Test(arguments: [
        ("1700000000", "1.7 billion US dollars"), ("1700250000", "1,700,250,000 US dollars"),
        ("250000", "250,000 US dollars"), ("12.5", "12.5 US dollars"),
        ("3000000", "3 million US dollars"),
        ("2000000000000", "2 trillion US dollars"),
    ])
    func `amounts are in words where that loses nothing`(amount: String, words: String) throws {
        let money = Money(amount: try #require(Decimal(string: amount)), currency: "USD")
        #expect(try Fixture.phrases.get().words(money) == words)
    }

    @Test(arguments: [
        ("2025-03-03", "2025-03-03", "3 March 2025"),
        ("2025-03-03", "2025-03-09", "3–9 March 2025"),
        ("2025-02-24", "2025-03-02", "24 February – 2 March 2025"),
    ])
    func `days are in words, a single one as that`(
        first: String,
        last: String,
        words: String
    ) throws {
        let first = try #require(CalendarDate(first)?.day)
        let last = try #require(CalendarDate(last)?.day)
        #expect(try Fixture.phrases.get().words(from: first, to: last) == words)
    }

    @Test(arguments: [
        ("United States", "the United States"), ("Japan", "Japan"), ("the Senate", "the Senate"),
        ("Chilean Senate", "the Chilean Senate"), ("Bank of Japan", "the Bank of Japan"),
        ("Ministry of Trade", "the Ministry of Trade"), ("Lena Ortiz", "Lena Ortiz"),
        ("Deutsche Bank", "Deutsche Bank"),
    ])
    func `actors take the article that English gives them`(actor: String, named: String) throws {
        #expect(try Fixture.phrases.get().named(actor) == named)
    }

    @Test(arguments: [
        ("plain words", "plain words"), (" ends ", "ends"), ("two  spaces", "two spaces"),
        ("“Café” – €5 £6", "“Café” – €5 £6"), ("line\nbreak\tand tab", "line break and tab"),
        ("no\u{A0}break", "no break"), ("thin\u{2009}space", "thin space"),
        ("turned\u{202E}about", "turnedabout"), ("bell\u{7}", "bell"), ("\u{85}next", "next"),
        ("日本", "日本"), ("a \u{301}b", "a b"), ("soft\u{AD}hyphen", "soft\u{AD}hyphen"),
        ("", ""), (" ", ""),
    ])
    func `a text stands on one line, without what is no text`(text: String, line: String) {
        #expect(text.withoutMarkup == line)
    }

    private static let both = ["Chile", "United States"]
    @Test(
        arguments: [
            (
                both, "build a base", .announced,
                "Chile and the United States announced that they will build a base."
            ),
            (["Chile"], "build a base", .announced, "Chile announced plans to build a base."),
            (["Chile"], "to build a base", .planned, "Chile plans to build a base."),
            (["Chile"], "sanctions on steel", .approved, "Chile approved sanctions on steel."),
            (["Chile"], "a tax on steel", .rejected, "Chile rejected a tax on steel."),
            (["Chile"], "sign the treaty", .rejected, "Chile refused to sign the treaty."),
            (["Chile"], "veto the treaty.", .rejected, "Chile vetoed the treaty."),
            (["Chile"], "ratify the treaty", .proposed, "Chile proposed to ratify the treaty."),
            (["Chile"], "ratify the treaty", .approved, "Chile ratified the treaty."),
            (["Chile"], "passed the budget", .approved, "Chile passed the budget."),
            (["Chile"], "left the pact", .announced, "Chile left the pact."),
            (["Chile"], "proceed with it", .agreed, "Chile agreed to proceed with it."),
            (
                ["City Council", "Lago City Council", "LCC"], "meet", .agreed,
                "The Lago City Council agreed to meet."
            ),
            ([], "build a base", .agreed, "It was agreed to build a base."),
            (["A", "B", "C", "D", "E"], "meet", .agreed, "A, B, C and 2 others agreed to meet."),
        ] as [([String], String, Status, String)]
    )
    func `a decision reads as a sentence`(
        actors: [String],
        action: String,
        status: Status,
        sentence: String
    ) throws {
        let fact = Fact.decision(Decision(actors: actors, action: action, status: status))
        #expect(try Self.sentence(fact) == sentence)
    }

    @Test(arguments: Status.allCases, Deal.Kind.allCases)
    func `every status and kind of deal has its sentence`(status: Status, kind: Deal.Kind) throws {
        for parties in [[], ["Chile"], Self.both] {
            let fact = Fact.deal(Deal(parties: parties, kind: kind, item: "steel", status: status))
            let sentence = try Self.sentence(fact)
            #expect(sentence.hasSuffix("steel.") && !sentence.contains("{{"))
        }
    }

    @Test(arguments: Question.Kind.allCases)
    func `every kind of question has its sentence`(kind: Question.Kind) throws {
        let sentences = try ["whether it rains", "the price"].map {
            try Self.sentence(.question(Question(about: $0, kind: kind)))
        }
        #expect(
            sentences[0].hasSuffix(" whether it rains.") && sentences[1].hasSuffix(": the price.")
        )
    }

    @Test(arguments: Status.allCases)
    func `every status of a decision has its sentence`(status: Status) throws {
        for (actors, action) in [
            ([], "build it"), ([], "the base"), (["Chile"], "build it"), (Self.both, "the base"),
        ] {
            let fact = Fact.decision(Decision(actors: actors, action: action, status: status))
            #expect(try Self.sentence(fact).hasSuffix("\(action)."))
        }
    }

    @Test(arguments: Official.Class.allCases)
    func `every class and status of an official has its words`(kind: Official.Class) throws {
        for status in Official.Status.allCases {
            let role = Official.Role(title: "envoy", country: "United States", status: status)
            let fact = Fact.official(Official(name: "Lena Ortiz", roles: [role], class: kind))
            #expect(try Self.sentence(fact).hasSuffix("envoy of the United States."))
        }
        #expect(try !Fixture.phrases.get().text("class.\(kind.rawValue)").isEmpty)
    }

    @Test(arguments: [
        (Official.Role(title: "analyst"), "Lena Ortiz: analyst."),
        (
            Official.Role(title: "former president", status: .former),
            "Lena Ortiz: former president."
        ),
        (Official.Role(title: "president", status: .former), "Lena Ortiz, formerly: president."),
        (Official.Role(title: "mayor", status: .candidate), "Lena Ortiz, candidate: mayor."),
        (
            Official.Role(title: "Alfa's chair", organisation: "Alfa Energy"),
            "Lena Ortiz: Alfa's chair."
        ),
        (Official.Role(title: "chair", organisation: "Alfa"), "Lena Ortiz: chair of Alfa."),
    ])
    func `an official stands with their office as printed`(
        role: Official.Role,
        sentence: String
    ) throws {
        let fact = Fact.official(Official(name: "Lena Ortiz", roles: [role], class: .other))
        #expect(try Self.sentence(fact) == sentence)
    }

    @Test func `a firm that is bought is named once`() throws {
        let fact = Fact.deal(
            Deal(parties: ["Alfa", "Beta"], kind: .acquisition, item: "Beta", status: .agreed)
        )
        #expect(try Self.sentence(fact) == "Alfa agreed on an acquisition of Beta.")
    }

    @Test func `of opposite outcomes the sentence gives both`() throws {
        let claims = ["close the mine", "not close the mine"].map {
            Conflict.Claim(value: $0, evidence: [])
        }
        let finding = Finding(
            id: "x",
            fact: .decision(
                Decision(actors: ["Chile"], action: "close the mine", status: .announced)
            ),
            records: [],
            origins: [],
            conflicts: [Conflict(field: "outcome", claims: claims)]
        )
        #expect(
            Headlines(phrases: try Fixture.phrases.get()).sentence(finding)
                == "Reports differ on what Chile decided: either to close the mine or not to close the mine."
        )
    }

    private static func sentence(_ fact: Fact) throws -> String {
        Headlines(phrases: try Fixture.phrases.get()).sentence(
            Finding(id: "x", fact: fact, records: [], origins: [])
        )
    }
}

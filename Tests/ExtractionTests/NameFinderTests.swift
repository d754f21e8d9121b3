import Language
import Records
import Testing

@testable import Extraction

struct NameFinderTests {
    /// A text, and its names with the entity each stands for.
    struct Case: CustomTestStringConvertible {
        var text: String
        var names: [String]
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(
            text: "Tokyo and Washington agreed.",
            names: ["Tokyo = Japan", "Washington = United States"]
        ),
        Case(text: "The US told us so.", names: ["US = United States"]),
        Case(
            text: "Japanese officials met the Dutch.",
            names: ["Japanese = Japan", "Dutch = Netherlands"]
        ),
        Case(
            text: "The Ministry of Health and Welfare of Norway spoke.",
            names: ["Ministry of Health and Welfare of Norway"]
        ),
        Case(
            text: "The Port Safety Agency (PSA) met. Later the PSA left.",
            names: ["Port Safety Agency", "PSA = Port Safety Agency", "PSA = Port Safety Agency"]
        ),
        Case(
            text: "President Anna van der Lund spoke to Mr. Dunn. Lund then left.",
            names: ["Anna van der Lund", "Dunn", "Lund = Anna van der Lund"]
        ),
        Case(
            text: "The dams of Norvind (UK) are old. The UK agreed.",
            names: ["Norvind", "UK = United Kingdom", "UK = United Kingdom"]
        ),
        Case(
            text:
                "The Harkness City Council met. Norvind Energy left. Then Harkness slept and Norvind built.",
            names: [
                "Harkness City Council", "Norvind Energy", "Harkness", "Norvind = Norvind Energy",
            ]
        ),
        Case(
            text: "LONDON, June 2 (Reuters) - Chile and Halden Energy met.",
            names: ["Chile", "Halden Energy"]
        ),
        Case(text: "WASHINGTON — Chile met Halden Energy.", names: ["Chile", "Halden Energy"]),
        Case(
            text: "The United Kingdom (UK) – an island state – met Halden Energy.",
            names: ["United Kingdom", "UK = United Kingdom", "Halden Energy"]
        ),
        Case(text: "Ships sail. On Monday the ships sailed.", names: []),
        Case(text: "In May the price of Tea rose.", names: ["Tea"]),
        Case(text: "Nothing here is a name.", names: []),
        Case(
            text: "# Dunn Wins Big Vote\n\nSenator Mark Dunn won.",
            names: ["Dunn = Mark Dunn", "Mark Dunn"]
        ),
    ])
    func `knows what the capitals name`(sample: Case) throws {
        let analysis = try Analyst.shared.get().analysis(of: .sample(sample.text))
        let names = analysis.mentions.map { mention in
            let text = String(analysis.document.text(of: mention.tokens))
            let entity = analysis.entities[mention.entity]
            return text == entity.name ? text : "\(text) = \(entity.name)"
        }
        #expect(names == sample.names)
    }

    @Test(
        arguments: [
            ("The Baltic Summit opened.", "Baltic Summit", .event),
            ("They won at the Olympics in Paris.", "Olympics", .event),
            ("She wrote of the Battle of Oster Ford.", "Battle of Oster Ford", .event),
            (
                "They spoke at the Summit of the Northern Towns.", "Summit of the Northern Towns",
                .event
            ),
            ("It was lost in the Second World War.", "Second World War", .event),
            ("The Port Union Cup was theirs.", "Port Union Cup", .event),
            ("The Baltic Summit Group opened.", "Baltic Summit Group", .organisation),
            ("The Dutch left early.", "Dutch", .country),
            ("The German ships left.", "German", .country),
            ("A Summit paper lay there.", "Summit", .other),
        ] as [(String, String, Entity.Kind)]
    )
    func `knows nationalities, bodies and events by the lexicons`(
        text: String,
        name: String,
        kind: Entity.Kind
    ) throws {
        let analysis = try Analyst.shared.get().analysis(of: .sample(text))
        let mention = try #require(
            analysis.mentions.first { analysis.document.text(of: $0.tokens) == name }
        )
        #expect(analysis.entities[mention.entity].kind == kind)
        #expect(mention.isDemonym == ["Dutch", "German"].contains(name))
    }
}

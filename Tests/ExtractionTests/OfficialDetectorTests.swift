import Records
import Testing

@testable import Extraction

struct OfficialDetectorTests {
    /// A text, and of every official the name, the title as printed, and whom they act for.
    struct Case: CustomTestStringConvertible {
        var text: String
        var officials: [String]
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(
            text: "Norwegian Fisheries Minister Anna Lund met the trawler owners.",
            officials: ["Anna Lund | Norwegian Fisheries Minister | Norway"]
        ),
        Case(
            text: "Anna Lund, the Norwegian fisheries minister, met the trawler owners.",
            officials: ["Anna Lund | Norwegian fisheries minister | Norway"]
        ),
        Case(
            text: "The Norwegian fisheries minister, Anna Lund, met the trawler owners.",
            officials: ["Anna Lund | Norwegian fisheries minister | Norway"]
        ),
        Case(
            text: "Norway's acting prime minister Anna Lund met the trawler owners.",
            officials: ["Anna Lund | Norway's acting prime minister | Norway"]
        ),
        Case(
            text: "Former Secretary of State Paul B. Hale Jr. spoke at length.",
            officials: ["Paul B. Hale Jr. | Former Secretary of State | "]
        ),
        Case(
            text: "Brightwater Energy CEO Mark Dunn sold the plant.",
            officials: ["Mark Dunn | Brightwater Energy CEO | Brightwater Energy"]
        ),
        Case(
            text: "The offer came from Mark Dunn, chief executive of Brightwater Energy.",
            officials: [
                "Mark Dunn | chief executive of Brightwater Energy | Brightwater Energy"
            ]
        ),
        Case(
            text: "South Korean Ambassador to the Netherlands Park In-soo signed the book.",
            officials: [
                "Park In-soo | South Korean Ambassador to the Netherlands | South Korea"
            ]
        ),
        Case(
            text: "Senators Ruth Adler, Paul Hale and Mary Quist voted against it.",
            officials: [
                "Ruth Adler | Senator | ", "Paul Hale | Senator | ", "Mary Quist | Senator | ",
            ]
        ),
        Case(
            text: """
                The Minister of Health of Latvia, Anna Lund, the Minister of Health of Malta, Carlo \
                Vella, and the director general of Norway's coast guard, Eva Roth, signed it.
                """,
            officials: [
                "Anna Lund | Minister of Health of Latvia | Latvia",
                "Carlo Vella | Minister of Health of Malta | Malta",
                "Eva Roth | director general of Norway's coast guard | Norway",
            ]
        ),
        Case(
            text:
                "Norway will buy ten ferries from Osmund Yard, Transport Minister Per Dahl said on Monday.",
            officials: ["Per Dahl | Transport Minister | "]
        ),
        Case(
            text: "Laura Meer, who is the mayor of Utrecht, opened the bridge.",
            officials: ["Laura Meer | mayor of Utrecht | Utrecht"]
        ),
    ])
    func `reads the office that stands beside a name`(sample: Case) throws {
        #expect(try Self.officials(in: sample.text) == sample.officials)
    }

    @Test(arguments: [
        "Anna Lund walked the dog along the harbour.",
        "A senior official said the talks had failed.",
        "The prime minister left early.",
        "General Motors closed a plant in Ohio.",
        "Brussels and London agreed on the text.",
        "The General Assembly met on Monday.",
    ])
    func `makes nobody an official without a name and an office`(text: String) throws {
        #expect(try Self.officials(in: text).isEmpty)
    }

    @Test
    func `joins the forms of one name, and keeps two people of one surname apart`() throws {
        let text = """
            President Maria J. Costa spoke first. Mrs. Costa then left with her husband.

            Finance Minister Rui Costa stayed. Maria Costa came back on Tuesday.
            """
        let records = try Extractor.shared.get().records(in: .sample(text)).compactMap { record in
            if case .official(let official) = record.fact { official } else { nil }
        }
        #expect(records.map(\.name) == ["Maria J. Costa", "Rui Costa"])
        #expect(records[0].aliases == ["Maria Costa"])
    }

    @Test
    func `says whether an office is held, was held or is sought`() throws {
        let text = """
            Former President Maria Costa met presidential candidate Rui Alves. \
            Mayor Laura Meer watched.
            """
        let records = try Extractor.shared.get().records(in: .sample(text)).compactMap { record in
            if case .official(let official) = record.fact { official } else { nil }
        }
        #expect(records.flatMap(\.roles).map(\.status) == [.former, .candidate, .current])
    }

    @Test(arguments: [
        ("Its spokeswoman, Anna Lund, left.", Official.Class.other),
        ("Halden Energy spokeswoman Anna Lund left.", .other),
        ("Defence spokeswoman Anna Lund left.", .government),
        ("Lago Police Department spokeswoman Anna Lund left.", .government),
        ("Norwegian spokeswoman Anna Lund left.", .government),
        ("Anna Lund, director general of Norway's coast guard, left.", .government),
    ])
    func `says whose an office is that any body may have`(
        text: String,
        kind: Official.Class
    ) throws {
        let kinds = try Extractor.shared.get().records(in: .sample(text)).compactMap { record in
            if case .official(let official) = record.fact { official.class } else { nil }
        }
        #expect(kinds == [kind])
    }

    private static func officials(in text: String) throws -> [String] {
        try Extractor.shared.get().records(in: .sample(text)).compactMap { record in
            guard case .official(let official) = record.fact else { return nil }
            let titles = official.roles.map(\.title).joined(separator: "; ")
            return "\(official.name) | \(titles) | \(official.affiliation ?? "")"
        }
    }
}

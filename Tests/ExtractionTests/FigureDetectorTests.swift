import Records
import Testing

@testable import Extraction

struct FigureDetectorTests {
    /// A text, and of every figure its sort, number and words.
    struct Case: CustomTestStringConvertible {
        var text: String
        var figures: [String]
        var testDescription: String { text }
    }

    private static func figures(in text: String) throws -> [Figure] {
        try Extractor.shared.get().records(in: .sample(text)).compactMap {
            if case .figure(let figure) = $0.fact { figure } else { nil }
        }
    }

    @Test(arguments: [
        Case(text: "The line is to carry 40,000 passengers.", figures: ["40000 40,000 passengers"]),
        Case(
            text: "The fire drove some 1,200 people from the valley.",
            figures: ["1200 about some 1,200 people"]
        ),
        Case(
            text: "At least 17 harbour workers were hurt.",
            figures: ["17 at-least At least 17 harbour workers"]
        ),
        Case(
            text: "Up to 60 buses a day will cross, the council said.",
            figures: ["60 at-most Up to 60 buses"]
        ),
        Case(text: "The tunnel left 14 dead.", figures: ["14 14 dead"]),
        Case(
            text: "Over 62 per cent of the voters backed it.",
            figures: ["62 at-least Over 62 per cent of the voters"]
        ),
        Case(
            text: "The pipe is 94.5 miles long and 12 people live beside it.",
            figures: ["94.5 94.5 miles", "12 12 people"]
        ),
        Case(
            text: "It pays €31 million a year for the berth.",
            figures: ["31000000 €31 million a year"]
        ),
        Case(
            text: "Ten to 15 ferries were late.",
            figures: ["10–15 Ten to 15 ferries"]
        ),
    ])
    func `finds the numbers that are given for something`(sample: Case) throws {
        let found = try Self.figures(in: sample.text).map { figure in
            [
                "\(figure.number)" + (figure.upper.map { "–\($0)" } ?? ""),
                figure.qualifier?.rawValue, figure.words,
            ].compactMap(\.self).joined(separator: " ")
        }
        #expect(found == sample.figures)
    }

    @Test(arguments: [
        "Anna Lund, 45, opened the quay at 7:30 on 12 May 2024.",
        "The talks took three days and were held four times.",
        "The two countries and the other 26 states signed.",
        "Article 50 and a Boeing 737 were mentioned by Fortune 500 companies.",
        "Turnover came to $5.5 billion last year.",
        "The vote was spread over four towns, 31 to 20.",
    ])
    func `leaves alone what is no number of something`(text: String) throws {
        let found = try Self.figures(in: text).filter { $0.words != "four towns" }
        #expect(found.map(\.words) == [])
    }

    @Test(arguments: [
        ("Medics say at least 17 people died.", "Medics"),
        ("Harbour Minister Anna Lund said 300 jobs would go.", "Anna Lund"),
        ("According to the Harbour Workers Union, 300 jobs will go.", "Harbour Workers Union"),
        ("The port loses 300 jobs.", nil),
        ("The port’s estimated loss is 300 jobs.", nil),
    ])
    func `tells who gives a number`(text: String, who: String?) throws {
        #expect(try Self.figures(in: text).map(\.saidBy) == [who])
    }

    @Test func `a headline makes no figure, and a figure told twice is one`() throws {
        let text = """
            # Fire drives 1,200 people from valley

            The fire drove 1,200 people from the valley.

            Of these 1,200 people none was hurt; 1,200 people slept in the school.
            """
        #expect(try Self.figures(in: text).count == 1)
    }
}

import Records
import Testing

@testable import Findings

struct OriginsTests {
    private static let story = (0..<60).map { "word\($0)" }.joined(separator: " ")

    @Test func `nearly the same text is one origin, marks and case aside`() {
        let reprint = Self.story.uppercased().replacing(" ", with: ", ") + " (Agency) edited here"
        let origins = Origins().origins(of: [
            article("b", text: reprint), article("a", text: Self.story),
            article("c", text: "another text altogether with enough words to be compared"),
        ])
        #expect(origins.map(\.articles) == [["a", "b"], ["c"]])
        #expect(origins.map(\.reason) == ["nearly the same text", nil])
    }

    @Test func `half the text is not the same text`() {
        let half = (0..<30).map { "word\($0)" } + (0..<30).map { "other\($0)" }
        let origins = Origins().origins(of: [
            article("a", text: Self.story), article("b", text: half.joined(separator: " ")),
        ])
        #expect(origins.count == 2)
    }

    @Test func `a shortened reprint is one origin, by what it keeps`() {
        let short = (0..<40).map { "word\($0)" }.joined(separator: " ")
        let long = (0..<160).map { "word\($0)" }.joined(separator: " ")
        let origins = Origins().origins(of: [
            article("a", text: long), article("b", text: short + " and a line of our own"),
        ])
        #expect(
            origins == [Origin(articles: ["a", "b"], reason: "one is the other, shortened")]
        )
    }

    /// Sentences about a port that name so many people and places, in an order.
    private static func report(_ order: [Int], _ verb: String) -> String {
        order.map { number in
            "It is told in the port that Anna\(number) of Town\(number) \(verb) \(number * 7 + 10) crates."
        }.joined(separator: "\n\n")
    }

    @Test func `a retelling that keeps names, figures and their order is one origin`() {
        let order = Array(0..<20)
        let mixed = Array(order.reversed())
        let origins = Origins().origins(of: [
            article("a", text: Self.report(order, "has loaded")),
            article("b", text: Self.report(order, "put aboard")),
            article("c", text: Self.report(mixed, "carried up")),
        ])
        #expect(origins.map(\.articles) == [["a", "b"], ["c"]])
        #expect(origins[0].reason == "the same names and figures in the same order")
    }

    @Test(
        arguments: [
            ("https://www.x.org/a/?utm=1", [], "http://x.org/a", [], "the same address"),
            ("https://x.org/a", [], nil, ["https://x.org/a#top"], "one cites the other"),
            (nil, ["https://x.org/a"], nil, ["https://X.org/a/"], "both cite x.org/a"),
        ] as [(String?, [String], String?, [String], String)]
    )
    func `addresses make one origin`(
        own: String?,
        cites: [String],
        otherOwn: String?,
        otherCites: [String],
        reason: String
    ) {
        let origins = Origins().origins(of: [
            article("a", address: own, cites: cites),
            article("b", address: otherOwn, cites: otherCites),
        ])
        #expect(origins == [Origin(articles: ["a", "b"], reason: reason)])
    }

    @Test func `a home page and a long list of links make no origin`() {
        let links = (0..<4).map { "https://x.org/\($0)" }
        let origins = Origins().origins(of: [
            article("a", address: "https://x.org/", cites: links), article("b", cites: links),
            article("c", address: "https://x.org"),
        ])
        #expect(origins.count == 3)
    }

    @Test func `a finding counts only the articles that tell it`() throws {
        let articles = ["a", "b", "c"].map { article($0, text: Self.story) }
        let records = ["a", "b"].map { record($0, decision(["Chile"], "build a base")) }
        let found = Consolidation(try Vocabulary()).findings(from: records, articles: articles)
        #expect(
            found.first?.origins
                == [Origin(articles: ["a", "b"], reason: "nearly the same text")]
        )
    }
}

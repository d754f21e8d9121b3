import Testing

@testable import Briefing

@Suite struct LeadTests {
    @Test(
        arguments: [
            ("close the quay", "The board decided to close the quay.", "decided to"),
            (
                "close the quay", "The board has decided unanimously on Monday to close the quay.",
                "decided to"
            ),
            ("close the quay", "Lago, pledging to close the quay, left.", "pledged to"),
            ("close the quay", "Lago will also close the quay in May.", "will"),
            ("close the quay", "The town is going to close the quay.", "is going to"),
            ("close the quay", "The town is to close the quay.", "is to"),
            // Announced it was, which the headline says.
            ("close the quay", "The town announced that it will close the quay.", nil),
            // Nothing leads there, or what does is turned round.
            ("close the quay", "The board did not agree to close the quay.", nil),
            ("close the quay", "The board has not decided to close the quay.", nil),
            ("close the quay", "It would close the quay if it could.", nil),
            ("close the quay", "The pier will close, the quay stays.", nil),
            ("close the quay", "The court ordered the town to close the quay.", nil),
        ] as [(String, String, String?)]
    )
    func `takes over what leads to a verb`(action: String, quote: String, lead: String?) throws {
        let phrases = try Fixture.phrases.get()
        let found = LeadFinder(phrases: phrases).lead(to: action, in: [quote], several: false)
        #expect(found?.words == lead)
    }

    @Test func `says it of several as grammar asks`() throws {
        let finder = LeadFinder(phrases: try Fixture.phrases.get())
        let quote = "The two are going to close the quay."
        let lead = finder.lead(to: "close the quay", in: [quote], several: true)
        #expect(lead == Lead(words: "are going to", isAhead: true))
    }
}

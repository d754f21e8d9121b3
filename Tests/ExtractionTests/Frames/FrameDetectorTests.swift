import Foundation
import Records
import Testing

@testable import Extraction

struct FrameDetectorTests {
    /// Two leaders of two countries, each named twice.
    private static let talks =
        "Chad has a lake. Norway has a coast. President Ana Roth of Chad met Prime Minister Ola Berg of "
        + "Norway. Roth swam. Berg sang."

    @Test(arguments: [
        // who decided
        ("Chad and Mali met on Monday. They agreed to share water.", "Chad, Mali"),
        ("Chadian President Ana Roth said she would veto the bill.", "Ana Roth"),
        ("The bridge was approved on Monday by the Ministry of Works.", "Ministry of Works"),
        ("A judge in Norway blocked the rule.", "judge"),
        ("After long talks in Geneva the ministers agreed to meet again.", "ministers"),
        ("The union, which speaks for 300 miners, rejected the offer.", "union"),
        ("A Danish judge blocked the rule.", "Danish judge"),
        ("The Danish parliament blocked the rule.", "Denmark"),
        ("The bridge won approval from the Ministry of Works.", "Ministry of Works"),
        ("The head of state vetoed the bill.", "head of state"),
        ("President Ana Roth came to Mali. The president vetoed the bill.", "Ana Roth"),
        ("President Ana Roth met President Ola Berg. The president vetoed the bill.", "president"),
        (
            "The deal was approved by the Boards of Directors of both companies.",
            "Boards of Directors"
        ),
        (
            "President Ana Roth, under whom the council was led, has agreed to close the port.",
            "Ana Roth"
        ),
        (
            "Norvind (UK) has ten ships. The dam was approved by the UK government.",
            "United Kingdom"
        ),
        ("The Queens Garden Congress decided to sue the city.", "Queens Garden Congress"),
        ("“We will close the port,” President Ola Berg said.", "Ola Berg"),
        (
            "President Ola Berg spoke in Lago on Monday. “We will close the port,” he said.",
            "Ola Berg"
        ),
        (
            "Chad, Mali and Togo met on Monday. The pact was rejected by the health ministers of the three states.",
            "Chad, Mali, Togo"
        ),
        (
            "Chad and Mali met on Monday. The pact was rejected by the health ministers of the three states.",
            "health ministers"
        ),
        // the two whom the text is about
        (
            "\(talks) The rain went on. The leaders agreed to build a ship.", "Ana Roth, Ola Berg"
        ),
        (
            "\(talks) The rain went on. The two nations agreed to build a ship.", "Chad, Norway"
        ),
        (
            "\(talks) The leaders left. They agreed to build a ship.", "Ana Roth, Ola Berg"
        ),
        (
            "\(talks) So have the party leaders decided to build a ship.", "party leaders"
        ),
    ])
    func `names who decided`(text: String, actors: String) throws {
        let decision = try #require(try decisions(in: text).last)
        #expect(decision.actors.joined(separator: ", ") == actors)
    }

    @Test
    func `what is going to be done is said without “going”`() throws {
        let decision = try #require(
            try decisions(in: "The borders of Mali are going to be reopened.").first
        )
        #expect(decision.action == "reopen the borders of Mali")
    }

    @Test
    func `what was decided ends where the sentence goes on`() throws {
        let text = "The council’s decision to drop the case had been taken after long talks."
        let decision = try #require(try decisions(in: text).first)
        #expect(decision.action == "drop the case")
    }

    @Test
    func `a weekday is a time in a text without a date too`() throws {
        let records = try Extractor.shared.get().records(
            in: .sample("The council decided on Monday to close the port.")
        )
        let actions = records.compactMap { record -> String? in
            guard case .decision(let decision) = record.fact else { return nil }
            return decision.action
        }
        #expect(actions == ["close the port"])
    }

    @Test(arguments: [
        "# Council approves a new tram line\n\nNothing else was on the list.",
        "Has the council approved the new tram line?",
        "If the council approves the new tram line, work will begin in May.",
        "The council might approve the new tram line.",
        "Residents urged the council to approve the new tram line.",
        "The council has not approved the tram line in so many words, some say.",
        "The council’s approved list of plants is long.",
        "The council was to have approved the new tram line.",
        "Several of the mayors who have endorsed the plan have left.",
        "Fines for those who refuse to leave the port are paid in May.",
        "Money for the port, which falls under the council’s plan of 2018, began to flow in June.",
    ])
    func `reads no decision into headings, questions, conditions and wishes`(text: String) throws {
        #expect(try decisions(in: text).filter { $0.status != .rejected }.isEmpty)
    }

    @Test
    func `a clause that tells a deal tells no decision`() throws {
        let records = try Frames.shared.get().records(
            in: "Poland agreed to buy 32 ferries from Norway for 90 million euros."
        )
        #expect(records.map(\.record.fact.kind) == [.deal])
    }

    @Test(arguments: [
        "Acme Corporation (NYSE: ACM) and Halden Energy (NASDAQ: HLD) signed a contract for ten ships.",
        "Acme Corporation will buy ten ships from Halden Energy, Inc. in May.",
        "Norway’s Acme Co., Inc. will buy ten ships from Halden Energy in May.",
    ])
    func `names the parties of a deal as firms write themselves`(text: String) throws {
        let records = try Frames.shared.get().records(in: "The day was fine. " + text)
        let parties = records.compactMap { record -> [String]? in
            guard case .deal(let deal) = record.record.fact else { return nil }
            return deal.parties.map { $0.prefix { $0 != "," }.split(separator: " ")[0] }.map(
                String.init
            )
        }
        #expect(parties == [["Acme", "Halden"]])
    }

    @Test(arguments: [
        ("LONDON, June 2 (AFP) - Chile signed a contract with Saab to buy ten ships.", "signed"),
        ("After talks with Peru, Chile signed a contract with Saab to buy ten ships.", "signed"),
        ("Chile signed an agreement with Saab to buy ten ships.", "signed"),
        ("Chile’s air force signed a deal with Saab to buy ten ships.", "signed"),
        ("Chile agreed to sign a contract with Saab to buy ten ships.", "planned"),
        ("Chile cancelled a contract with Saab to buy ten ships.", "cancelled"),
        ("Chile’s contract with Saab to buy ten ships is old.", "signed"),
        ("Chile could sign a contract with Saab to buy ten ships.", nil),
        ("Chile hopes to sign a contract with Saab to buy ten ships.", nil),
    ])
    func `reads what a contract governs by the verb whose object it is`(
        text: String,
        status: String?
    ) throws {
        let deals = try Frames.shared.get().records(in: "The day was fine. " + text).compactMap {
            record -> Deal? in
            guard case .deal(let deal) = record.record.fact else { return nil }
            return deal
        }
        #expect(deals.map(\.status.rawValue) == [status].compactMap(\.self))
        #expect(deals.allSatisfy { $0.parties == ["Chile", "Saab"] && $0.quantity == 10 })
    }

    @Test(arguments: [
        ("Chad’s contract with Halden Energy was told to the press.", nil),
        ("Norway agreed to pay 90 million dollars to Chad.", nil),
        ("Acme Corporation agreed to buy Halden Energy.", "Halden Energy"),
    ])
    func `who takes part is exchanged only where a firm is bought`(
        text: String,
        item: String?
    ) throws {
        let records = try Frames.shared.get().records(in: "The day was fine. " + text)
        let deals = records.compactMap { record -> Deal? in
            guard case .deal(let deal) = record.record.fact else { return nil }
            return deal
        }
        #expect(deals.map(\.item) == [item])
    }

    @Test(arguments: [
        "Acme Corporation offers the new lamp with a case for $150.",
        "Halden Energy expects that ten million vehicles will be sold this year.",
        "If you need one more, Acme Corporation will buy ten ships from Halden Energy.",
    ])
    func `prices in shops, forecasts and advice are no deals`(text: String) throws {
        #expect(try Frames.shared.get().records(in: "The day was fine. " + text).isEmpty)
    }

    @Test
    func `a price of one share is not the value of a deal`() throws {
        let records = try Frames.shared.get().records(
            in: "Halden Energy agreed to buy Acme Corporation for $13 a share."
        )
        guard case .deal(let deal)? = records.first?.record.fact else {
            Issue.record("no deal")
            return
        }
        #expect(deal.value == nil)
    }

    @Test(arguments: [
        "The good news?", "What does the ship look like?", "I do not know what to think of it.",
        "It was not announced to reporters.", "After asking him about what he knew, they left.",
        "A spokesman for Acme Corporation declined to comment.", "Who does not know Ana Roth?",
        "Why did Ana Roth have a bad day?",
        "“I don’t know how to write.”",
    ])
    func `leaves no question where nobody of note leaves one`(text: String) throws {
        #expect(try Frames.shared.get().records(in: "The day was fine. " + text).isEmpty)
    }

    @Test
    func `a passive names behind it from whom and for whom`() throws {
        let records = try Frames.shared.get().records(
            in:
                "Six ships have been ordered for the Lago Port Authority from Norvind Energy in Lago."
        )
        guard case .deal(let deal)? = records.first?.record.fact else {
            Issue.record("no deal")
            return
        }
        #expect(deal.parties == ["Lago Port Authority", "Norvind Energy"])
    }

    @Test
    func `two sentences on one deal are one record with both sentences`() throws {
        let records = try Frames.shared.get().records(
            in: """
                Poland will buy 32 ferries from Norway for 90 million euros. The weather was fine. \
                Poland bought the 32 ferries from Norway for 90 million euros after long talks.
                """
        )
        let record = try #require(records.first?.record)
        #expect(records.count == 1)
        #expect(record.evidence.count == 2)
        guard case .deal(let deal) = record.fact else { return }
        #expect(deal.parties == ["Poland", "Norway"])
        #expect(deal.quantity == 32)
        #expect(deal.value == Money(amount: 90_000_000, currency: "EUR"))
    }

    @Test(arguments: [
        "Poland agreed to buy 32 ferries from Norway, a purchase that leads it into Chile.",
        "Poland agreed to buy 32 ferries from Norway at Camp Arbo, Lago City.",
    ])
    func `where a deal is made or leads is no party to it`(text: String) throws {
        let records = try Frames.shared.get().records(in: text).map(\.record.fact)
        let parties = records.compactMap { fact -> [String]? in
            if case .deal(let deal) = fact { deal.parties } else { nil }
        }
        #expect(parties == [["Poland", "Norway"]])
    }

    @Test
    func `a record keeps its name when another sentence changes`() throws {
        let sentence = "The Greek government approved the budget."
        let first = try Frames.shared.get().records(in: "It rained. " + sentence)
        let second = try Frames.shared.get().records(in: "It snowed for hours. " + sentence)
        #expect(first.map(\.record.id) == second.map(\.record.id))
        #expect(!first.isEmpty)
    }

    @Test(arguments: [
        ("Will the truce hold? Nobody knows.", true),
        ("Will the truce hold? Yes, says the general.", false),
        ("Do you like what you read?", false),
        ("# Will the truce hold?\n\nIt will.", false),
    ])
    func `keeps a question that stays open`(text: String, isOpen: Bool) throws {
        let asked = try Frames.shared.get().records(in: text).contains { $0.frame == "asked" }
        #expect(asked == isOpen)
    }

    @Test(arguments: [
        "", "?", "agreed", "will", "to buy", "The ( council ( approved", "signed by by by",
        "which that who approved", "“We will”, “she said”, agreed.", "Whether", "a stake of",
    ])
    func `survives fragments`(text: String) throws {
        for (_, record) in try Frames.shared.get().records(in: text) {
            #expect(
                record.evidence.allSatisfy { $0.holds(in: .sample(text, published: "2025-03-05")) }
            )
        }
    }

    private func decisions(in text: String) throws -> [Decision] {
        try Frames.shared.get().records(in: text).compactMap {
            guard case .decision(let decision) = $0.record.fact else { return nil }
            return decision
        }
    }

    @Test(arguments: [("2025", 0.9), ("2012", 0.45)])
    func `what is dated more than a year before its article is background`(
        year: String,
        confidence: Double
    ) throws {
        let article = Article.sample(
            "In \(year) the government of Norway banned the sale of fireworks.",
            published: "2025-11-03"
        )
        let records = try Extractor.shared.get().records(in: article)
        let decision = try #require(records.first { $0.fact.kind == .decision })
        #expect(decision.confidence == confidence)
    }
}

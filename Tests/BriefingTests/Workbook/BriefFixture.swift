import Foundation
import Records

@testable import Briefing

/// A brief made by hand: one finding of each type, two articles that tell one story, one conflict.
extension Brief {
    static let harbour = Brief(
        header: Header(
            title: "Harbour weekly",
            period: "22–28 July 2024 (week 30)",
            first: Day(number: 19_926),
            last: Day(number: 19_932),
            cutOff: published,
            cutOffText: "28 July 2024, 09:30 UTC",
            articles: 2,
            outlets: 2,
            origins: 1,
            undated: 1,
            summary: "2 articles, 2 outlets, 1 origin"
        ),
        keyPoints: [
            KeyPoint(
                id: "deal-0000000001",
                sentence: "Norport bought 12 cranes from Alder Marine.",
                citations: [1, 2]
            )
        ],
        decisions: section(
            .decision,
            [item(.decision(decision), "decision-0000000001", confidence: 0.91)]
        ),
        officials: section(.official, [item(.official(official), "official-0000000001")]),
        deals: section(
            .deal,
            [item(.deal(deal), "deal-0000000001")],
            withheld: [
                item(.deal(smallDeal), "deal-0000000002", confidence: 0.4, level: .low)
            ]
        ),
        questions: section(.question, [item(.question(question), "question-0000000001")]),
        statements: section(.statement, []),
        figures: section(.figure, [], further: [item(.figure(figure), "figure-0000000001")]),
        conflicts: [
            ConflictingReports(
                id: "deal-0000000001",
                headline: "Norport bought cranes from Alder Marine.",
                field: "quantity",
                claims: [
                    Claim(value: "12", sources: "Tide, 28 July", citations: [1], quotes: [quote]),
                    Claim(value: "14", sources: "Quay News", citations: [2], quotes: []),
                ]
            )
        ],
        datesAhead: [
            DateAhead(
                date: .month(year: 2025, month: 3),
                dateText: "March 2025",
                id: "decision-0000000001",
                headline: "The port authority closes the old dock.",
                citations: [1]
            )
        ],
        sources: [
            Source(
                number: 1,
                isCited: true,
                article: "corpus/tide.txt",
                path: "corpus/tide.txt",
                outlet: "Tide",
                headline: "Cranes for Norport",
                byline: "A. Reyes",
                agency: nil,
                published: published,
                dateText: "28 July 2024, from its metadata",
                address: "https://tide.example/cranes?id=1",
                link: "https://tide.example/cranes?id=1",
                origin: 1,
                originReason: nil,
                findings: 3
            ),
            Source(
                number: 2,
                isCited: true,
                article: "corpus/quay.html#2",
                path: "corpus/quay.html",
                outlet: "Quay News",
                headline: "=HYPERLINK(\"https://x.example\")",
                byline: nil,
                agency: "Agency",
                published: nil,
                dateText: "no date",
                address: "javascript:alert(1)",
                link: nil,
                origin: 1,
                originReason: "the same words as [1]",
                findings: 1
            ),
        ],
        coverage: CoverageNote(
            summary: ["3 files were read."],
            failed: [
                Failure(
                    path: "corpus/bad.txt",
                    reason: "the file is empty",
                    mend: "remove it",
                    code: "empty"
                )
            ],
            undated: [2],
            copies: [Copies(citations: [1, 2], reason: "the same words")]
        ),
        confidenceRule: ["High: two origins or more.", "Low: one origin, and a weak reading."]
    )

    private static let published = ArticleDate(
        .day(Day(number: 19_932)),
        secondOfDay: 34_200,
        precision: .minute,
        zoneOffset: 0,
        source: .metadata
    )

    private static let decision = Decision(
        actors: ["Norport Authority", "City of Norport"],
        action: "close the old dock",
        status: .planned,
        date: .month(year: 2025, month: 3)
    )
    private static let official = Official(
        name: "Mara Lind",
        aliases: ["Lind"],
        roles: [
            Official.Role(title: "harbour master", organisation: "Norport Authority"),
            Official.Role(title: "mayor", country: "Norland", status: .former),
        ],
        class: .government
    )
    private static let deal = Deal(
        parties: ["Norport", "Alder Marine"],
        kind: .purchase,
        item: "cranes",
        quantity: 12,
        value: Money(amount: 1_700_000_000, currency: "USD"),
        status: .signed,
        date: .day(Day(number: 19_930))
    )
    private static let smallDeal = Deal(
        parties: ["Norport", "Reed & Sons"],
        kind: .contract,
        item: "=2+3",
        value: Money(amount: Decimal(150) / 100, currency: "EUR"),
        status: .announced
    )
    private static let question = Question(
        about: "who pays for the new quay",
        kind: .pending,
        raisedBy: "Mara Lind"
    )

    private static let figure = Figure(
        kind: .count,
        number: 12,
        of: "cranes",
        words: "12 cranes",
        clause: "Norport bought 12 cranes from Alder Marine on Friday"
    )

    private static let evidence = Evidence(
        article: "corpus/tide.txt",
        start: 10,
        end: 61,
        quote: "Norport bought 12 cranes from Alder Marine on Friday."
    )
    private static let quote = Quote(
        text: "Norport bought 12 cranes …",
        citation: 1,
        evidence: evidence
    )

    private static func section(
        _ kind: Fact.Kind,
        _ items: [Item],
        further: [Item] = [],
        withheld: [Item] = []
    ) -> Section {
        Section(
            kind: kind,
            title: "\(kind.rawValue)s",
            items: items,
            further: further,
            withheld: withheld,
            notes: []
        )
    }

    private static func item(
        _ fact: Fact,
        _ id: String,
        confidence: Double = 0.85,
        level: Confidence.Level = .moderate
    ) -> Item {
        let record = Record(
            id: "\(fact.kind.rawValue)-abcdef\(id.suffix(4))",
            article: "corpus/tide.txt",
            fact: fact,
            confidence: confidence,
            evidence: [evidence]
        )
        let finding = Finding(
            id: id,
            fact: fact,
            records: [record],
            origins: [Origin(articles: ["corpus/tide.txt"])]
        )
        return Item(
            finding: finding,
            headline: "A sentence about \(id).",
            details: [],
            quote: quote,
            citations: [1],
            reports: 2,
            origins: 1,
            support: "2 reports, 1 origin",
            confidence: Confidence(
                level: level,
                words: "\(level.rawValue) confidence",
                reason: "one origin",
                extraction: confidence
            ),
            isUndated: false
        )
    }
}

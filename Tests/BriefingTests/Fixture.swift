import Diagnostics
import Foundation
import Records

@testable import Briefing

/// A week of invented news that shows every section of a brief.
enum Fixture {
    static func date(
        _ text: String,
        second: Int? = nil,
        zone: Int? = nil,
        from source: ArticleDate.Source = .metadata
    ) -> ArticleDate? {
        CalendarDate(text).map {
            ArticleDate(
                $0,
                secondOfDay: second,
                precision: second == nil ? .day : .minute,
                zoneOffset: zone,
                source: source
            )
        }
    }

    static let articles = [
        Article(
            id: "harbour.html",
            path: "news/harbour.html",
            headline: "Chile and Norway agree on a polar research harbour",
            outlet: "The Valdivia Courier",
            bylines: ["Inés Rojas", "Ola Berg"],
            address: "https://courier.example/2024/polar-harbour",
            published: date("2024-07-30", second: 34_200, zone: -14_400),
            text: "",
            blocks: []
        ),
        Article(
            id: "reprint.txt",
            path: "news/reprint.txt",
            headline: "Polar harbour agreed",
            outlet: "Fjord Post",
            agency: "Southern Wire",
            published: date("2024-07-30", from: .dateline),
            text: "",
            blocks: []
        ),
        Article(
            id: "boats.md",
            path: "news/boats.md",
            headline: "Twelve patrol boats for 900 million",
            outlet: "Harbour & Trade",
            address: "https://trade.example/boats?id=(12)",
            published: date("2024-07-31"),
            text: "",
            blocks: []
        ),
        Article(
            id: "boats-2.txt",
            path: "news/boats-2.txt",
            headline: "Navy buys boats",
            outlet: "Lago Daily",
            published: date("2024-08-01", from: .fileName),
            text: "",
            blocks: []
        ),
        Article(
            id: "undated.txt",
            path: "news/undated.txt",
            text: "",
            blocks: []
        ),
        Article(
            id: "sports.txt",
            path: "news/sports.txt",
            headline: "Regatta results",
            outlet: "Lago Daily",
            published: date("2024-08-01"),
            text: "",
            blocks: []
        ),
        Article(
            id: "old.txt",
            path: "news/old.txt",
            headline: "Last month",
            outlet: "Lago Daily",
            published: date("2024-06-01"),
            text: "",
            blocks: []
        ),
    ]

    static let origins = [
        Origin(articles: ["harbour.html", "reprint.txt"], reason: "nearly the same text"),
        Origin(articles: ["boats.md"]), Origin(articles: ["boats-2.txt"]),
        Origin(articles: ["undated.txt"]), Origin(articles: ["sports.txt"]),
        Origin(articles: ["old.txt"]),
    ]

    static let coverage = Coverage(
        files: 8,
        failed: [
            Diagnostic(
                .error,
                code: "not-text",
                at: Place("news/photo.txt"),
                "the file holds NUL bytes",
                mend: "save it as plain text in UTF-8"
            )
        ]
    )

    static func record(
        _ article: String,
        _ fact: Fact,
        _ quote: String,
        confidence: Double = 0.9
    ) -> Record {
        Record(
            id: "\(fact.kind.rawValue)-\(article)",
            article: article,
            fact: fact,
            confidence: confidence,
            evidence: [Evidence(article: article, start: 0, end: quote.utf8.count, quote: quote)]
        )
    }

    static func finding(
        _ records: [Record],
        fact: Fact? = nil,
        conflicts: [Conflict] = []
    ) -> Finding {
        let fact = fact ?? records[0].fact
        let articles = Set(records.map(\.article))
        return Finding(
            id: stableID(fact.kind, ["\(fact)"]),
            fact: fact,
            records: records,
            origins: origins.compactMap { origin in
                let told = origin.articles.filter { articles.contains($0) }
                return told.isEmpty
                    ? nil : Origin(articles: told, reason: told.count > 1 ? origin.reason : nil)
            },
            conflicts: conflicts
        )
    }

    static let findings = decisions + officials + deals + questions + statements
}

extension Fixture {
    private static let harbour = Fact.decision(
        Decision(
            actors: ["Chile", "Norway"],
            action: "build a polar research harbour at Punta Arenas",
            status: .announced,
            date: CalendarDate("2024-07-29")
        )
    )

    private static let decisions = [
        finding([
            record(
                "harbour.html",
                harbour,
                "Chile and Norway said on Monday that they would build “a harbour for polar research” at "
                    + "Punta Arenas, with berths for three icebreakers."
            ),
            record(
                "reprint.txt",
                harbour,
                "The two governments will build a harbour for polar research."
            ),
        ]),
        finding([
            record(
                "boats-2.txt",
                .decision(
                    Decision(
                        actors: ["Chilean Senate"],
                        action: "approve the naval budget for 2025",
                        status: .approved,
                        date: CalendarDate("2024-07-31")
                    )
                ),
                "The Chilean Senate approved the naval budget for 2025 on Wednesday, by 31 votes to 12."
            )
        ]),
        finding([
            record(
                "harbour.html",
                .decision(
                    Decision(
                        actors: ["Norway"],
                        action: "open a consulate in Punta Arenas",
                        status: .planned,
                        date: CalendarDate("2024-10-14")
                    )
                ),
                "Norway plans to open a consulate in Punta Arenas on 14 October."
            )
        ]),
        finding([
            record(
                "undated.txt",
                .decision(
                    Decision(
                        actors: ["Peru"],
                        action: "new rules for anchovy fleets",
                        status: .proposed
                    )
                ),
                "Peru has reportedly proposed new rules for anchovy fleets.",
                confidence: 0.8
            )
        ]),
        finding([
            record(
                "boats.md",
                .decision(
                    Decision(
                        actors: ["Bolivia"],
                        action: "withdraw its complaint",
                        status: .planned
                    )
                ),
                "Bolivia might withdraw its complaint.",
                confidence: 0.3
            )
        ]),
    ]

    private static let officials = [
        finding([
            record(
                "harbour.html",
                .official(
                    Official(
                        name: "Marta I. Quiroga",
                        aliases: ["Quiroga"],
                        roles: [
                            Official.Role(title: "foreign minister", country: "Chile"),
                            Official.Role(title: "head of the delegation"),
                        ],
                        affiliation: "Chile",
                        class: .government
                    )
                ),
                "Foreign Minister Marta I. Quiroga signed for Chile."
            ),
            record(
                "reprint.txt",
                .official(
                    Official(
                        name: "Quiroga",
                        roles: [Official.Role(title: "foreign minister")],
                        class: .government
                    )
                ),
                "Ms. Quiroga signed."
            ),
        ]),
        finding([
            record(
                "boats-2.txt",
                .official(
                    Official(
                        name: "Hugo Lara",
                        roles: [
                            Official.Role(
                                title: "admiral",
                                organisation: "Chilean Navy",
                                status: .former
                            )
                        ],
                        affiliation: "Chile",
                        class: .military
                    )
                ),
                "The price surprised Hugo Lara, a former admiral of the Chilean Navy."
            )
        ]),
    ]

    private static func boats(_ amount: Decimal) -> Fact {
        .deal(
            Deal(
                parties: ["Chile", "Norway"],
                kind: .purchase,
                item: "coastal patrol boats",
                quantity: 12,
                value: Money(amount: amount, currency: "USD"),
                status: .signed,
                date: CalendarDate("2024-07-31")
            )
        )
    }

    private static let deals = [
        finding(
            [
                record(
                    "boats.md",
                    boats(900_000_000),
                    "Chile signed for 12 coastal patrol boats from Norway at 900 million dollars."
                ),
                record("boats-2.txt", boats(1_200_000_000), "The boats will cost $1.2 billion."),
            ],
            conflicts: [
                Conflict(
                    field: "amount",
                    claims: [
                        Conflict.Claim(
                            value: "900000000 USD",
                            evidence: [
                                Evidence(
                                    article: "boats.md",
                                    start: 0,
                                    end: 76,
                                    quote:
                                        "Chile signed for 12 coastal patrol boats from Norway at 900 million dollars."
                                )
                            ]
                        ),
                        Conflict.Claim(
                            value: "1200000000 USD",
                            evidence: [
                                Evidence(
                                    article: "boats-2.txt",
                                    start: 0,
                                    end: 33,
                                    quote: "The boats will cost $1.2 billion."
                                )
                            ]
                        ),
                    ]
                )
            ]
        ),
        finding([
            record(
                "harbour.html",
                .deal(
                    Deal(
                        parties: ["Norwegian Polar Fund"],
                        kind: .grant,
                        item: "the harbour's laboratory",
                        value: Money(amount: 45_250_000, currency: "NOK"),
                        status: .announced
                    )
                ),
                "The Norwegian Polar Fund will give 45.25 million kroner for the harbour's laboratory."
            )
        ]),
    ]

    private static let questions = [
        finding([
            record(
                "harbour.html",
                .question(
                    Question(
                        about: "who will pay for the icebreakers",
                        kind: .unknown,
                        raisedBy: "Hugo Lara"
                    )
                ),
                "It is not clear who will pay for the icebreakers, Mr. Lara noted."
            )
        ]),
        finding([
            record(
                "boats-2.txt",
                .question(Question(about: "Will the yard keep its delivery dates?", kind: .asked)),
                "Will the yard keep its delivery dates?"
            )
        ]),
    ]

    private static let statements = [
        finding([
            record(
                "harbour.html",
                .statement(
                    Statement(
                        speaker: "Marta I. Quiroga",
                        quote: "the south is no longer the end of the map",
                        addressee: "reporters",
                        date: CalendarDate("2024-07-29")
                    )
                ),
                "“The south is no longer the end of the map,” Ms. Quiroga told reporters."
            )
        ])
    ]
}

extension Fixture {
    /// The brief of the fixture's week.
    static func brief(
        _ findings: [Finding] = findings,
        articles: [Article] = articles,
        origins: [Origin] = origins,
        coverage: Coverage = coverage,
        options: BriefOptions = options
    ) throws -> Brief {
        BriefBuilder(options: options, phrases: try Phrases())
            .brief(findings: findings, articles: articles, origins: origins, coverage: coverage)
    }

    static let options = BriefOptions(
        title: "Southern Ocean weekly",
        period: .week(year: 2024, week: 31)
    )
}

import Foundation
import Records

@testable import Briefing

extension Fixture {
    private static let harbour = Fact.decision(
        Decision(
            actors: ["Chile", "Norway"],
            action: "build a polar research harbour at Punta Arenas",
            status: .announced,
            date: CalendarDate("2024-07-29")
        )
    )

    static let decisions = [
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

    static let officials = [
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

    static let deals = [
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

    static let questions = [
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

    static let statements = [
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

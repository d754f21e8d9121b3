import Records
import Testing
import Workspace

struct FocusTests {
    private static let deal = Finding(
        id: "deal-0000000001",
        fact: .deal(
            Deal(
                parties: ["Norway", "Kongsberg Gruppen"],
                kind: .contract,
                item: "radars",
                status: .signed
            )
        ),
        records: [
            Record(
                id: "deal-0000000002",
                article: "a.txt",
                fact: .deal(Deal(parties: ["Oslo"], kind: .contract, status: .signed)),
                confidence: 0.8,
                evidence: [
                    Evidence(
                        article: "a.txt",
                        start: 0,
                        end: 40,
                        quote: "Norway's ministry signed for eight coastal missiles in Bodø."
                    )
                ]
            )
        ],
        origins: []
    )
    private static let official = Finding(
        id: "official-0000000001",
        fact: .official(
            Official(
                name: "Ingrid Moe",
                aliases: ["Ms. Moe"],
                roles: [
                    .init(title: "Minister of Defence", organisation: "Storting", country: "Norway")
                ],
                class: .government
            )
        ),
        records: [],
        origins: []
    )

    @Test(arguments: [
        (Focus(), true, true),
        (Focus(names: ["kongsberg"]), true, false),
        (Focus(names: ["Kongsberg Gruppen"]), true, false),
        (Focus(names: ["Gruppen Kongsberg"]), false, false),
        (Focus(names: ["oslo"]), true, false),
        (Focus(names: ["Moe"]), false, true),
        (Focus(names: ["Mo"]), false, false),
        (Focus(names: ["Mo*"]), false, true),
        (Focus(names: ["ministry"]), false, false),
        (Focus(places: ["Bodø"]), true, false),
        (Focus(places: ["NORWAY"]), true, true),
        (Focus(places: ["radars"]), false, false),
        (Focus(words: ["radars"]), true, false),
        (Focus(words: ["missile"]), false, false),
        (Focus(words: ["coastal missile*"]), true, false),
        (Focus(words: ["minister of defence"]), false, true),
        (Focus(names: ["Nobody"], words: ["storting"]), false, true),
    ])
    func `a finding passes when any entry is in it`(focus: Focus, deal: Bool, official: Bool) {
        #expect(focus.admits(Self.deal) == deal)
        #expect(focus.admits(Self.official) == official)
    }
}

import Records
import Testing

@testable import Findings

struct PairingTests {
    /// Two articles that tell one story: their sentences name the same people and places.
    private static let sentences = [
        "On Monday Chile, Peru and Norway met in Arica, said Lena Ortiz of Tacna.",
        "In Arica the envoys Lena Ortiz and Marco Silva of Tacna met Norway, Peru and Chile.",
    ]

    private func told(
        _ facts: [[Fact]],
        _ day: String = "2024-07-02",
        from source: ArticleDate.Source = .metadata,
        in sentences: [String] = sentences
    ) throws -> Corpus {
        let articles = [article("a", "2024-07-01"), article("b", day, from: source)]
        let records = zip(articles, facts).enumerated().flatMap { place, told in
            told.1.enumerated().map { index, fact in
                Record(
                    id: "\(told.0.id)\(index)",
                    article: told.0.id,
                    fact: fact,
                    confidence: 1,
                    evidence: [
                        Evidence(
                            article: told.0.id,
                            start: index,
                            end: index + 1,
                            quote: sentences[place]
                        )
                    ]
                )
            }
        }
        return Corpus(articles: articles, records: records)
    }

    private struct Corpus {
        var articles: [Article]
        var records: [Record]
    }

    private static let fishery = [
        [decision(["Chile"], "limit the catch of sardines in coastal waters")],
        [
            decision(["Chile"], "restrict fishing for sardines along the shore"),
            decision(["Chile"], "hire more inspectors for the harbours"),
        ],
    ]

    @Test(arguments: [("2024-07-02", 1), ("2024-09-02", 2)])
    func `three words of a quote are the quote within one story only`(
        day: String,
        count: Int
    ) throws {
        let quotes = ["cannot do nothing", "The town is tired. We cannot do nothing about it."]
        let told = try told(
            quotes.map { [.statement(Statement(speaker: "Lena Ortiz", quote: $0))] },
            day
        )
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found.count == count)
    }

    @Test func `within one story the best match is enough, and only that`() throws {
        let told = try told(Self.fishery)
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(
            found.map { $0.records.map(\.id) }.sorted { $0[0] < $1[0] } == [["a0", "b0"], ["b1"]]
        )
    }

    @Test func `months later the same match is not enough`() throws {
        let told = try told(Self.fishery, "2024-11-02")
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found.count == 3)
    }

    @Test func `a date that is a guess keeps no story apart`() throws {
        let told = try told(Self.fishery, "2024-11-02", from: .page)
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found.count == 2)
    }

    @Test func `outlet, month and title in common make no story`() throws {
        let told = try told(
            Self.fishery,
            in: [
                "ARICA, July 1, 2024 (Bay Wire) - Minister Lena Ortiz spoke. The Minister left.",
                "TACNA, July 2, 2024 (Bay Wire) - Minister Marco Silva spoke. The Minister stayed.",
            ]
        )
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found.count == 3)
    }

    @Test(arguments: [
        (["Chile", "Norway", "Peru", "Cuba"], "2024-07-02", 1),
        (["Chile", "Norway", "Peru", "Cuba"], "2024-11-02", 2),
        (["Chile", "Norway"], "2024-07-02", 2),
    ])
    func `many parties in common speak for one deal, within one story`(
        parties: [String],
        day: String,
        count: Int
    ) throws {
        let days = ["2024-07-01", day]
        let articles = zip(["a", "b"], zip(days, Self.sentences)).map {
            article($0, $1.0, text: $1.1)
        }
        let items = ["gas from northern wells", "liquid gas by ship"]
        let records = zip(articles, items).map {
            record(
                $0.id,
                .deal(Deal(parties: parties, kind: .other, item: $1, status: .agreed))
            )
        }
        let found = Consolidation(try Vocabulary()).findings(from: records, articles: articles)
        #expect(found.count == count)
    }

    @Test(arguments: [
        ("Norte Railways", "Norte Railways", 2), ("Norte Mines", "Alba Railways", 3),
    ])
    func `whole names in common make a story of few names in common`(
        one: String,
        two: String,
        count: Int
    ) throws {
        let told = try told(
            Self.fishery,
            in: [
                "On Monday \(one) met Lena Ortiz, Harbour Board, Tarapaca, Iquique, Calama, Loa, Pisagua.",
                "On Monday \(two) and Lena Ortiz of Harbour Board left Putre, Visviri, Tacna, Moquegua, Ilo.",
            ]
        )
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found.count == count)
    }

    @Test func `questions that each name somebody else are two, even in one story`() throws {
        func question(_ railway: String) -> Fact {
            .question(
                Question(
                    about: "whether drivers of \(railway) Railways will strike",
                    kind: .pending
                )
            )
        }
        let told = try told([[question("Tacna")], [question("Arica")]])
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found.count == 2)
    }

    @Test func `questions that are only put alike are two where the stories are two`() throws {
        let asked = [
            "who will pay for the bridge in Tacna", "who will pay for the theatre in Tacna",
        ]
        let told = try told(
            asked.map { [.question(Question(about: $0, kind: .unknown))] },
            "2024-11-02",
            in: asked.map { "It is not clear \($0)." }
        )
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found.count == 2)
    }

    @Test func `an undated copy tells its story on the day of the dated one`() throws {
        var told = try told(Self.fishery, "2024-11-02")
        told.articles[1].published = nil
        let copy = article("c", "2024-11-02")
        let origins = [Origin(articles: ["a"]), Origin(articles: ["b", "c"])]
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles + [copy], origins: origins)
        #expect(found.count == 3)
    }

    @Test func `an explanation tells why records were joined or kept apart`() throws {
        let told = try told(Self.fishery)
        let log = Log()
        let found = Consolidation(try Vocabulary())
            .outcome(of: told.records.reversed(), told.articles, [], [], nil, log: log).findings
        let joint = try #require(found.first { $0.records.count == 2 })
        let links = log.links(of: Set(joint.records.map { RecordName($0) }))
        #expect(links.first?.isJoined == true)
        #expect(links.first?.reason == "the best match within one story")
        #expect(links.first?.common.contains("sardin") == true)
        #expect(log.links(of: []) == [])
    }

    @Test func `a person and the country that they act for are one actor`() throws {
        let told = try told([
            [
                official("Lena Ortiz", ["president"], country: "Chile"),
                decision(["Lena Ortiz"], "close the northern copper mines"),
            ],
            [decision(["Chile"], "close the copper mines in the north")],
        ])
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found.count == 2)
    }

    @Test func `who a person acts for is what their own article says`() throws {
        let found = try findings([
            official("Lena Ortiz", ["president"], country: "Chile"),
            decision(["Lena Ortiz"], "close the northern copper mines"),
            decision(["Chile"], "close the copper mines in the north"),
        ])
        #expect(found.count == 3)
    }

    @Test func `a part that is closed under ties comes to the same findings alone`() throws {
        let told = try told(Self.fishery)
        let consolidation = Consolidation(try Vocabulary())
        let whole = consolidation.outcome(
            of: told.records,
            articles: told.articles,
            origins: []
        )
        #expect(whole.ties == [Tie(RecordName(told.records[0]), RecordName(told.records[1]))])
        let part = consolidation.outcome(
            of: Array(told.records.prefix(2)),
            articles: told.articles,
            origins: [],
            comparing: Array(whole.ties)
        )
        #expect(part.findings == whole.findings.filter { $0.records.count == 2 })
        #expect(part.ties == whole.ties)
    }

    @Test func `records that may be one share a key`() throws {
        let told = try told(Self.fishery)
        let consolidation = Consolidation(try Vocabulary())
        let keys = told.records.map { Set(consolidation.keys(of: $0)) }
        #expect(!keys[0].isDisjoint(with: keys[1]))
        #expect(keys[0].isDisjoint(with: keys[2]))
    }

    @Test(arguments: [
        ("build 3 schools in Arica", "build 3 schools in Tacna"),
        ("give Sh20 billion for roads", "give Sh90 billion for schools"),
    ])
    func `what excludes the other is never joined`(one: String, two: String) throws {
        let told = try told([[decision(["Chile"], one)], [decision(["Chile"], two)]])
        let found = Consolidation(try Vocabulary())
            .findings(from: told.records, articles: told.articles)
        #expect(found.count == 2)
    }

    @Test(
        arguments: [
            ("Sh346 billion", [346e9]), ("€50bn", [50e9]), ("90.5 per cent", [90.5]),
            ("six boats", [6]), ("2,000 troops", [2000]), ("by 2024", []), ("28 July", []),
            ("F35 jets", []), ("the 3rd time", []),
        ] as [(String, [Double])]
    )
    func `numbers are read with what multiplies them, dates and names are none`(
        text: String,
        numbers: [Double]
    ) throws {
        #expect(Wording(text, in: try Vocabulary()).counts.map(\.number) == numbers)
    }

    @Test(arguments: [
        ("visit the United States", "sell to American mills", ["united states"]),
        ("visit France", "sell to French mills", ["franc"]),
        ("join the European Union", "leave the union of miners", []),
        ("defend South Korea", "defend South Sudan", ["defend"]),
    ])
    func `a name of several words is one word in common`(
        one: String,
        two: String,
        common: [String]
    ) throws {
        let vocabulary = try Vocabulary()
        let terms = [one, two].map { Wording($0, in: vocabulary).terms }
        #expect(terms[0].common(with: terms[1]) == common)
    }
}

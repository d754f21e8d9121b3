import Findings
import Foundation
import Records

/// Prints how long consolidation takes as the records become ten times as many.
@main
struct BenchmarkFindings {
    static func main() throws {
        let consolidation = Consolidation(try Vocabulary())
        let clock = ContinuousClock()
        var previous: (time: Duration, origins: Duration)?
        for count in [10_000, 100_000] {
            let (articles, records) = Generator().corpus(records: count)
            var origins: [Origin] = []
            let originsTime = clock.measure { origins = Origins().origins(of: articles) }
            var findings: [Finding] = []
            let time = clock.measure {
                findings = consolidation.findings(
                    from: records,
                    articles: articles,
                    origins: origins
                )
            }
            print("\(count) records, \(articles.count) articles: \(findings.count) findings")
            print("  findings \(time)\(ratio(time, previous?.time))")
            print("  origins  \(originsTime)\(ratio(originsTime, previous?.origins))")
            previous = (time, originsTime)
        }
    }

    private static func ratio(_ time: Duration, _ previous: Duration?) -> String {
        previous.map { ", \(((time / $0) * 10).rounded() / 10) times the one before" } ?? ""
    }
}

/// Makes articles and records that look like those of a year of news: a few actors act again and again,
/// each thing is told by some articles in other words, and one article in ten is a copy of another.
struct Generator {
    private let actors = (0..<300).map { "Actor\($0)" }
    private let verbs = [
        "approve", "ban", "build", "buy", "cut", "delay", "end", "launch", "raise", "reject",
        "sell",
        "send", "sign", "suspend",
    ]
    private let families = (0..<4000).map { "Family\(String($0, radix: 26))" }
    private var state: UInt64 = 42

    init() {}

    func corpus(records count: Int) -> ([Article], [Record]) {
        var generator = self
        var articles: [Article] = []
        var records: [Record] = []
        let stories = max(1, count / 40)
        while records.count < count {
            let index = articles.count
            let story = generator.next(below: stories)
            let id = "article-\(index)"
            let facts = generator.facts(ofStory: story)
            let sentences = facts.map { Self.sentence($0, story) }
            let text = sentences.joined(separator: "\n\n")
            articles.append(
                Article(
                    id: id,
                    path: id,
                    published: ArticleDate(
                        .day(Day(number: 19_000 + story * 365 / stories)),
                        precision: .day,
                        source: .metadata
                    ),
                    text: text,
                    blocks: []
                )
            )
            for (place, fact) in facts.enumerated() {
                records.append(
                    Record(
                        id: "\(fact.kind.rawValue)-\(index)-\(place)",
                        article: id,
                        fact: fact,
                        confidence: 0.9,
                        evidence: [
                            Evidence(
                                article: id,
                                start: place * 100,
                                end: place * 100 + 90,
                                quote: sentences[place]
                            )
                        ]
                    )
                )
            }
        }
        return (articles, Array(records.prefix(count)))
    }

    /// Some of the eight facts of a story.
    private mutating func facts(ofStory story: Int) -> [Fact] {
        var fixed = Generator()
        fixed.state = UInt64(story) &* 7919 &+ 1
        let all: [Fact] = (0..<8).map { number in
            let actor = actors[fixed.next(below: fixed.next(below: actors.count) + 1)]
            let other = actors[fixed.next(below: actors.count)]
            let words = "item\(fixed.next(below: 3000)) field\(fixed.next(below: 500))"
            switch number {
            case 0, 1, 2:
                return .decision(
                    Decision(
                        actors: [actor],
                        action: "\(verbs[fixed.next(below: verbs.count)]) the \(words) programme",
                        status: .announced
                    )
                )
            case 3:
                return .deal(
                    Deal(
                        parties: [actor, other],
                        kind: .purchase,
                        item: words,
                        quantity: 10,
                        status: .signed
                    )
                )
            case 4:
                return .question(
                    Question(about: "whether \(actor) will accept the \(words)", kind: .pending)
                )
            case 5:
                return .statement(
                    Statement(speaker: actor, quote: "we will never give up the \(words) again")
                )
            default:
                let family = families[fixed.next(below: families.count)]
                return .official(
                    Official(
                        name: "Given\(fixed.next(below: 40)) \(family)",
                        roles: [Official.Role(title: "minister of field\(number)")],
                        affiliation: actor,
                        class: .government
                    )
                )
            }
        }
        return all.filter { _ in next(below: 2) == 0 }
    }

    private static func sentence(_ fact: Fact, _ story: Int) -> String {
        let told =
            switch fact {
            case .decision(let decision): "\(decision.actors[0]) will \(decision.action)"
            case .deal(let deal):
                "\(deal.parties[0]) buys \(deal.item ?? "") from \(deal.parties[1])"
            case .question(let question): "It is open \(question.about)"
            case .statement(let statement): "“\(statement.quote)”, said \(statement.speaker)"
            case .official(let official): "\(official.name), the \(official.roles[0].title), came"
            case .figure(let figure): figure.clause
            }
        return told + " on the day of the Story\(story) in the town of Place\(story % 977) as told."
    }

    /// Source: SplitMix64, so that the corpus is the same on every machine.
    private mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}

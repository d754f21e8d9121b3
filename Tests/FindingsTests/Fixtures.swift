import Records

@testable import Findings

/// An article of the tests: everything but what a test is about has a default.
func article(
    _ id: String,
    _ day: String? = nil,
    from source: ArticleDate.Source = .metadata,
    text: String = "",
    address: String? = nil,
    cites: [String] = []
) -> Article {
    Article(
        id: id,
        path: "\(id).txt",
        address: address,
        citedAddresses: cites,
        published: day.flatMap(CalendarDate.init).map {
            ArticleDate($0, precision: .day, source: source)
        },
        text: text,
        blocks: []
    )
}

/// A record of the tests that rests on a sentence of its article.
func record(_ article: String, _ fact: Fact, confidence: Double = 0.9, at start: Int = 0) -> Record
{
    Record(
        id: "\(fact.kind.rawValue)-\(article)-\(start)",
        article: article,
        fact: fact,
        confidence: confidence,
        evidence: [
            Evidence(article: article, start: start, end: start + 4, quote: "\(article)\(start)")
        ]
    )
}

func official(_ name: String, _ titles: [String], country: String? = nil) -> Fact {
    .official(
        Official(
            name: name,
            roles: titles.map { Official.Role(title: $0, country: country) },
            affiliation: country,
            class: .government
        )
    )
}

func decision(
    _ actors: [String],
    _ action: String,
    _ status: Status = .announced,
    _ date: String? = nil
)
    -> Fact
{
    .decision(
        Decision(
            actors: actors,
            action: action,
            status: status,
            date: date.flatMap(CalendarDate.init)
        )
    )
}

/// The findings of facts, each told by an article of its own: a, b, c …, one a day.
func findings(_ facts: [Fact]) throws -> [Finding] {
    let names = facts.indices.map { String(UnicodeScalar(UInt8(97 + $0))) }
    let articles = names.enumerated().map { article($1, "2024-07-\((10 + $0))") }
    let records = zip(names, facts).map { record($0, $1) }
    return Consolidation(try Vocabulary()).findings(from: records, articles: articles)
}

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
            colophon: Colophon(
                section: "World",
                language: "en-GB",
                place: "VALDIVIA, Chile",
                corrections: ["An earlier version gave the *number* of berths as 40."],
                translation: "This article was translated by a machine.",
                otherDates: [date("2024-07-28")].compactMap(\.self)
            ),
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
    /// The shipped phrases, read once for all tests.
    static let phrases = Result { try Phrases() }
    /// The shipped templates, read once for all tests.
    static let textTemplate = Result { try Template(shipped: "txt") }
    static let markdownTemplate = Result { try Template(shipped: "md") }

    /// The brief of the fixture's week.
    static func brief(
        _ findings: [Finding] = findings,
        articles: [Article] = articles,
        origins: [Origin] = origins,
        coverage: Coverage = coverage,
        options: BriefOptions = options,
        history: BriefHistory = .none,
        proposals: [Proposal] = []
    ) throws -> Brief {
        BriefBuilder(options: options, phrases: try phrases.get()).brief(
            findings: findings,
            articles: articles,
            origins: origins,
            coverage: coverage,
            history: history,
            proposals: proposals
        )
    }

    static let options = BriefOptions(
        title: "Southern Ocean weekly",
        period: .week(year: 2024, week: 31)
    )
}

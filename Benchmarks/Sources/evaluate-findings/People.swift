import Foundation
import Records

/// Which officials of several articles annotators mean the same person by.
///
/// Annotators list people by article: two are one person when their names are spelled alike, accents,
/// single letters and generations aside.
struct People {
    /// The person's name of each gold official, by article and by all forms of the name.
    private var names: [String: [String: Set<String>]] = [:]
    /// The articles that name a person.
    private(set) var articles: [String: Set<String>] = [:]

    init(_ gold: [String: GoldArticle]) {
        for (article, content) in gold {
            for official in content.officials ?? [] {
                let person = Self.plain(official.name)
                articles[person, default: []].insert(article)
                for form in [official.name] + (official.aliases ?? []) {
                    names[article, default: [:]][form.comparable, default: []].insert(person)
                }
            }
        }
    }

    /// The people whom a record's official can be; empty when annotators list none of that name.
    func people(_ official: Official, in article: String) -> Set<String> {
        let known = names[article] ?? [:]
        return known[official.name.comparable]
            ?? official.aliases.compactMap { known[$0.comparable] }.first ?? []
    }

    private static func plain(_ name: String) -> String {
        let folded = name.decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark && $0 != "." }
        let words = String(String.UnicodeScalarView(folded)).lowercased().split(separator: " ")
        return words.filter { $0.count > 1 && !["jr", "sr", "ii", "iii", "iv"].contains($0) }
            .joined(separator: " ")
    }
}

extension Judge {
    /// How well people are told apart and brought together.
    struct PeopleScore {
        /// People named in several articles who end in one finding, of all of them.
        var found = 0
        var shared = 0
        /// Findings with several articles of which all records are one person, of those that can be judged.
        var right = 0
        var joined = 0
        var wrong: [Finding] = []
        var missed: [String] = []
    }

    var people: PeopleScore {
        let people = People(gold)
        var score = PeopleScore()
        var most: [String: Int] = [:]
        var told: [String: Set<String>] = [:]
        for finding in findings {
            guard case .official = finding.fact else { continue }
            let persons = finding.records.compactMap { record -> (String, Set<String>)? in
                guard case .official(let official) = record.fact else { return nil }
                let article = record.article.goldName
                let persons = people.people(official, in: article)
                return persons.isEmpty ? nil : (article, persons)
            }
            for person in Set(persons.flatMap(\.1)) {
                let articles = Set(persons.filter { $0.1.contains(person) }.map(\.0))
                most[person] = max(most[person] ?? 0, articles.count)
                told[person, default: []].formUnion(articles)
            }
            guard Set(persons.map(\.0)).count > 1 else { continue }
            score.joined += 1
            if persons.dropFirst().reduce(persons[0].1, { $0.intersection($1.1) }).isEmpty {
                score.wrong.append(finding)
            } else {
                score.right += 1
            }
        }
        for (person, articles) in told.sorted(by: { $0.key < $1.key }) where articles.count > 1 {
            score.shared += 1
            if most[person] == articles.count {
                score.found += 1
            } else {
                score.missed.append(person)
            }
        }
        return score
    }
}

import Foundation
import Records
import Yams

/// What an annotator found in one article: the facts of a gold file.
struct GoldArticle: Decodable {
    struct Official: Decodable {
        var name: String
        var aliases: [String]?
        var roles: [String]?
        var affiliation: String?
        var `class`: String?
    }

    struct Decision: Decodable {
        var anchor: String
        var also: [String]?
        var actors: [String]?
        var action: String
        var status: String?
        var date: String?
    }

    struct Deal: Decodable {
        struct Value: Decodable {
            var amount: String
            var currency: String
        }

        var anchor: String
        var also: [String]?
        var parties: [String]?
        var kind: String?
        var item: String?
        var quantity: String?
        var value: Value?
        var status: String?
        var date: String?
    }

    struct Question: Decodable {
        var anchor: String
        var also: [String]?
        var about: String
    }

    struct Statement: Decodable {
        var anchor: String
        var also: [String]?
        var speaker: String
    }

    var officials: [Official]?
    var decisions: [Decision]?
    var deals: [Deal]?
    var questions: [Question]?
    var statements: [Statement]?

    /// Reads a gold file.
    init(contentsOf url: URL) throws {
        self = try YAMLDecoder().decode(Self.self, from: String(contentsOf: url, encoding: .utf8))
    }

    /// The facts with the words that lie in the sentences which tell them; for an official, the names.
    var facts: [(fact: Fact, anchors: [String])] {
        let decisions = (decisions ?? []).map {
            (Fact.decision($0.fact), [$0.anchor] + ($0.also ?? []))
        }
        let deals = (deals ?? []).map { (Fact.deal($0.fact), [$0.anchor] + ($0.also ?? [])) }
        let questions = (questions ?? []).map {
            let question = Records.Question(about: $0.about, kind: .unknown)
            return (Fact.question(question), [$0.anchor] + ($0.also ?? []))
        }
        // The quote is not annotated: the anchors lie in it.
        let statements = (statements ?? []).map {
            let anchors = [$0.anchor] + ($0.also ?? [])
            let statement = Records.Statement(speaker: $0.speaker, quote: $0.anchor)
            return (Fact.statement(statement), anchors)
        }
        let officials = (officials ?? []).map {
            (Fact.official($0.fact), [$0.name] + ($0.aliases ?? []))
        }
        return decisions + deals + questions + statements + officials
    }
}

extension GoldArticle.Official {
    var fact: Records.Official {
        Records.Official(
            name: name,
            aliases: aliases ?? [],
            roles: (roles ?? []).map { Records.Official.Role(title: $0) },
            affiliation: affiliation,
            class: self.class.flatMap(Records.Official.Class.init) ?? .other
        )
    }
}

extension GoldArticle.Decision {
    var fact: Records.Decision {
        Records.Decision(
            actors: actors ?? [],
            action: action,
            status: status.flatMap(Status.init) ?? .announced,
            date: date.flatMap(CalendarDate.init)
        )
    }
}

extension GoldArticle.Deal {
    var fact: Records.Deal {
        Records.Deal(
            parties: parties ?? [],
            kind: kind.flatMap(Records.Deal.Kind.init) ?? .other,
            item: item,
            quantity: quantity.flatMap { Decimal(string: $0) },
            value: value.flatMap { value in
                Decimal(string: value.amount).map { Money(amount: $0, currency: value.currency) }
            },
            status: status.flatMap(Status.init) ?? .announced,
            date: date.flatMap(CalendarDate.init)
        )
    }
}

import Foundation
import Yams

/// What an annotator found across the articles about one event.
struct GoldEvent: Decodable {
    /// Words that stand in an article.
    struct Anchor: Decodable, Hashable {
        var article: String
        var words: String

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            article = try list.decode(String.self)
            words = try list.decode(String.self)
        }
    }

    /// What several articles tell.
    struct SharedFact: Decodable {
        var fact: String
        var `in`: [Anchor]
    }

    /// What articles tell differently.
    struct Disagreement: Decodable {
        struct Value: Decodable {
            var value: String
            var `in`: [Anchor]
        }

        var about: String
        var values: [Value]
    }

    /// Articles that come from one origin.
    struct Reprint: Decodable {
        var articles: [String]
    }

    var event: String
    var articles: [String]
    var shared_facts: [SharedFact]
    var disagreements: [Disagreement]
    var reprints: [Reprint]
}

/// The events of one gold file.
struct GoldEvents: Decodable {
    var events: [GoldEvent]

    /// Reads a gold file.
    init(contentsOf url: URL) throws {
        self = try YAMLDecoder().decode(Self.self, from: String(contentsOf: url, encoding: .utf8))
    }
}

extension String {
    /// The text as anchors are compared: compatibility forms, straight quotes, single spaces, small letters.
    var comparable: String {
        let straight = precomposedStringWithCompatibilityMapping.lowercased().map { mark in
            switch mark {
            case "’", "‘": Character("'")
            case "“", "”": Character("\"")
            default: mark.isWhitespace ? " " : mark
            }
        }
        return String(straight).split(separator: " ").joined(separator: " ")
    }
}

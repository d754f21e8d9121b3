internal import Foundation

extension Fact.Kind {
    /// The type that an id of a record or finding begins with; nil for anything else.
    public init?(ofID id: String) {
        guard let hyphen = id.firstIndex(of: "-") else { return nil }
        self.init(rawValue: String(id[..<hyphen]))
    }
}

extension Fact {
    /// The word that empties a field which may be empty.
    public static let emptyWord = "none"

    /// The fields that an analyst may change, as the public contract of records names them; of an
    /// office, the title, organisation and country of the first one.
    ///
    /// A quote is none of them: it says what was printed.
    public static func editableFields(of kind: Kind) -> [String] {
        switch kind {
        case .decision: ["actors", "action", "status", "date"]
        case .official:
            ["name", "aliases", "title", "organisation", "country", "affiliation", "class"]
        case .deal: ["parties", "kind", "item", "quantity", "value", "status", "date"]
        case .question: ["about", "kind", "raisedBy"]
        case .statement: ["speaker", "addressee", "date"]
        case .figure: ["of", "number", "saidBy", "date"]
        }
    }

    /// Makes sure that a field of a type can take a value.
    public static func check(
        _ value: String,
        for field: String,
        of kind: Kind
    ) throws(FieldTrouble) {
        _ = try blank(kind).replacing(field, with: value)
    }

    /// The fact with another value in one of its fields.
    ///
    /// - Parameters:
    ///   - field: One of the fields that may be changed.
    ///   - text: The value: lists are separated by `|`, dates are ISO 8601, money is a number and an
    ///     ISO 4217 code as in ‘1700000000 USD’; ‘none’ empties what may be empty.
    /// - Returns: The changed fact.
    /// - Throws: Why the field cannot take the value.
    public func replacing(_ field: String, with text: String) throws(FieldTrouble) -> Fact {
        let value = FieldValue(text: text)
        return switch self {
        case .decision(let decision): .decision(try decision.replacing(field, value))
        case .official(let official): .official(try official.replacing(field, value))
        case .deal(let deal): .deal(try deal.replacing(field, value))
        case .question(let question): .question(try question.replacing(field, value))
        case .statement(let statement): .statement(try statement.replacing(field, value))
        case .figure(let figure): .figure(try figure.replacing(field, value))
        }
    }

    /// What a field says, written as an edit would write it; nil when it is empty or not known.
    public func text(of field: String) -> String? {
        switch (self, field) {
        case (.decision(let decision), "actors"): decision.actors.fieldText
        case (.decision(let decision), "action"): decision.action
        case (.decision(let decision), "status"): decision.status.rawValue
        case (.decision(let decision), "date"): decision.date?.description
        case (.official(let official), _): official.text(of: field)
        case (.deal(let deal), _): deal.text(of: field)
        case (.question(let question), "about"): question.about
        case (.question(let question), "kind"): question.kind.rawValue
        case (.question(let question), "raisedBy"): question.raisedBy
        case (.statement(let statement), "speaker"): statement.speaker
        case (.statement(let statement), "addressee"): statement.addressee
        case (.statement(let statement), "date"): statement.date?.description
        case (.figure(let figure), "of"): figure.of
        case (.figure(let figure), "number"): figure.number.description
        case (.figure(let figure), "saidBy"): figure.saidBy
        case (.figure(let figure), "date"): figure.date?.description
        default: nil
        }
    }

    private static func blank(_ kind: Kind) -> Fact {
        switch kind {
        case .decision: .decision(Decision(actors: [], action: "", status: .announced))
        case .official: .official(Official(name: "", roles: [.init(title: "")], class: .other))
        case .deal: .deal(Deal(parties: [], kind: .other, status: .announced))
        case .question: .question(Question(about: "", kind: .unknown))
        case .statement: .statement(Statement(speaker: "", quote: ""))
        case .figure: .figure(Figure(kind: .count, number: 0, of: "", words: "", clause: ""))
        }
    }
}

/// The words of an edit, read as a field needs them.
private struct FieldValue {
    let text: String

    var isNone: Bool { text == Fact.emptyWord }

    func words() throws(FieldTrouble) -> String {
        guard text.contains(where: { !$0.isWhitespace }), !isNone else { throw .cannotBeEmpty }
        return text
    }

    func list() throws(FieldTrouble) -> [String] {
        let parts = text.split(separator: "|").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
        guard !parts.isEmpty, !isNone else { throw .cannotBeEmpty }
        return parts
    }

    func choice<Word: RawRepresentable & CaseIterable>() throws(FieldTrouble) -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: text) else {
            throw .notOneOf(Word.allCases.map(\.rawValue))
        }
        return word
    }

    func date() throws(FieldTrouble) -> CalendarDate? {
        if isNone { return nil }
        guard let date = CalendarDate(text) else { throw .notADate }
        return date
    }

    func number() throws(FieldTrouble) -> Decimal? {
        if isNone { return nil }
        // `Decimal(string:)` would take the digits it likes and pass over the rest.
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        guard isPlain, parts.count <= 2, text.utf8.count <= 30,
            let number = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
        else { throw .notANumber }
        return number
    }

    func money() throws(FieldTrouble) -> Money? {
        if isNone { return nil }
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 2, parts[1].utf8.count == 3,
            parts[1].utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
            let amount = try? FieldValue(text: parts[0]).number()
        else { throw .notMoney }
        return Money(amount: amount, currency: parts[1])
    }

    func optional() throws(FieldTrouble) -> String? { isNone ? nil : try words() }
}

extension Decision {
    fileprivate func replacing(
        _ field: String,
        _ value: FieldValue
    ) throws(FieldTrouble) -> Decision {
        var copy = self
        switch field {
        case "actors": copy.actors = try value.list()
        case "action": copy.action = try value.words()
        case "status": copy.status = try value.choice()
        case "date": copy.date = try value.date()
        default: throw .unknownField
        }
        return copy
    }
}

extension Official {
    fileprivate func replacing(
        _ field: String,
        _ value: FieldValue
    ) throws(FieldTrouble) -> Official {
        var copy = self
        switch field {
        case "name": copy.name = try value.words()
        case "aliases": copy.aliases = value.isNone ? [] : try value.list()
        case "affiliation": copy.affiliation = try value.optional()
        case "class": copy.class = try value.choice()
        case "title", "organisation", "country":
            guard var role = roles.first else { throw .noOffice }
            switch field {
            case "title": role.title = try value.words()
            case "organisation": role.organisation = try value.optional()
            default: role.country = try value.optional()
            }
            copy.roles[0] = role
        default: throw .unknownField
        }
        return copy
    }

    fileprivate func text(of field: String) -> String? {
        switch field {
        case "name": name
        case "aliases": aliases.fieldText
        case "title": roles.first?.title
        case "organisation": roles.first?.organisation
        case "country": roles.first?.country
        case "affiliation": affiliation
        case "class": self.class.rawValue
        default: nil
        }
    }
}

extension Deal {
    fileprivate func replacing(_ field: String, _ value: FieldValue) throws(FieldTrouble) -> Deal {
        var copy = self
        switch field {
        case "parties": copy.parties = try value.list()
        case "kind": copy.kind = try value.choice()
        case "item": copy.item = try value.optional()
        case "quantity": copy.quantity = try value.number()
        case "value": copy.value = try value.money()
        case "status": copy.status = try value.choice()
        case "date": copy.date = try value.date()
        default: throw .unknownField
        }
        return copy
    }

    fileprivate func text(of field: String) -> String? {
        switch field {
        case "parties": parties.fieldText
        case "kind": kind.rawValue
        case "item": item
        case "quantity": quantity?.description
        case "value": value.map { "\($0.amount) \($0.currency)" }
        case "status": status.rawValue
        case "date": date?.description
        default: nil
        }
    }
}

extension Question {
    fileprivate func replacing(
        _ field: String,
        _ value: FieldValue
    ) throws(FieldTrouble) -> Question {
        var copy = self
        switch field {
        case "about": copy.about = try value.words()
        case "kind": copy.kind = try value.choice()
        case "raisedBy": copy.raisedBy = try value.optional()
        default: throw .unknownField
        }
        return copy
    }
}

extension Statement {
    fileprivate func replacing(
        _ field: String,
        _ value: FieldValue
    ) throws(FieldTrouble) -> Statement {
        var copy = self
        switch field {
        case "speaker": copy.speaker = try value.words()
        case "addressee": copy.addressee = try value.optional()
        case "date": copy.date = try value.date()
        default: throw .unknownField
        }
        return copy
    }
}

extension Figure {
    fileprivate func replacing(
        _ field: String,
        _ value: FieldValue
    ) throws(FieldTrouble) -> Figure {
        var copy = self
        switch field {
        case "of": copy.of = try value.words()
        case "number":
            guard let number = try value.number() else { throw .cannotBeEmpty }
            copy.number = number
        case "saidBy": copy.saidBy = try value.optional()
        case "date": copy.date = try value.date()
        default: throw .unknownField
        }
        return copy
    }
}

extension [String] {
    /// The list as an edit writes it; nil when it is empty.
    fileprivate var fieldText: String? { isEmpty ? nil : joined(separator: "|") }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}

internal import Foundation
internal import Records

extension Fact {
    /// The fields that have other values than in an earlier account of the same thing.
    ///
    /// Wording is no field: an action, an item or a question told more fully has not changed. Names are
    /// compared without case and order; titles without the state: the “Scottish minister” and
    /// “Scotland’s minister” hold one office.
    func fields(since before: Fact) -> [FieldChange] {
        let owners = titleOwners + before.titleOwners
        let old = before.comparable(owners: owners)
        return comparable(owners: owners).compactMap { field, value in
            let former = old.first { $0.field == field }?.value
            guard former?.key != value?.key else { return nil }
            return FieldChange(field: field, old: former?.text, new: value?.text)
        }
    }

    /// The words of the states and bodies that an official’s titles belong to.
    private var titleOwners: [Substring] {
        guard case .official(let official) = self else { return [] }
        return ([official.affiliation] + official.roles.flatMap { [$0.country, $0.organisation] })
            .compactMap(\.self).flatMap(\.titleWords)
    }

    /// The values by which a change is told, each under the name that conflicts use.
    ///
    /// - Parameter owners: The words of the states and bodies that titles may name or leave out.
    /// - Returns: The fields in the order in which changes are told.
    private func comparable(owners: [Substring]) -> [(field: String, value: ComparableValue?)] {
        switch self {
        case .decision(let decision):
            [
                ("actors", ComparableValue(names: decision.actors)),
                ("status", ComparableValue(decision.status.rawValue)),
                ("date", decision.date.map { ComparableValue("\($0)") }),
            ]
        case .deal(let deal):
            [
                ("parties", ComparableValue(names: deal.parties)),
                ("quantity", deal.quantity.map { ComparableValue("\($0)") }),
                ("amount", deal.value.map { ComparableValue("\($0.amount) \($0.currency)") }),
                ("status", ComparableValue(deal.status.rawValue)),
                ("date", deal.date.map { ComparableValue("\($0)") }),
            ]
        case .official(let official):
            [("title", official.roles.first.map { ComparableValue($0, owners: owners) })]
        case .question(let question): [("kind", ComparableValue(question.kind.rawValue))]
        case .statement: []
        case .figure(let figure): [("number", ComparableValue("\(figure.number)"))]
        }
    }
}

/// A value with what makes it the same as another.
private struct ComparableValue {
    let text: String
    let key: String

    init(_ text: String) {
        self.text = text
        key = text.lowercased()
    }

    init?(names: [String]) {
        guard !names.isEmpty else { return nil }
        text = names.joined(separator: ", ")
        key = names.map { $0.lowercased() }.sorted().joined(separator: "\u{0}")
    }

    /// The title of an office, without the state or body that it belongs to.
    init(_ role: Official.Role, owners: [Substring]) {
        text = role.status == .current ? role.title : "\(role.status.rawValue) \(role.title)"
        key = text.titleWords
            // A state’s adjective begins as its name does.
            .filter { word in !owners.contains { $0 == word || $0.prefix(4) == word.prefix(4) } }
            .sorted().joined(separator: " ")
    }
}

extension String {
    /// The telling words of a title, in lower case and without a possessive ending.
    fileprivate var titleWords: [Substring] {
        lowercased().replacing("’", with: "'").split(separator: " ")
            .map { $0.hasSuffix("'s") ? $0.dropLast(2) : $0 }
            .filter { !["of", "the", "for"].contains($0) }
    }
}

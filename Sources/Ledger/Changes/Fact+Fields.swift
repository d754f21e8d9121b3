internal import Foundation
internal import Records

extension Fact {
    /// The fields that have other values than in an earlier account of the same thing.
    ///
    /// Wording is no field: an action, an item or a question told more fully has not changed. Names are
    /// compared without case and order.
    func fields(since before: Fact) -> [FieldChange] {
        let old = before.comparable
        return comparable.compactMap { field, value in
            let former = old.first { $0.field == field }?.value
            guard former?.key != value?.key else { return nil }
            return FieldChange(field: field, old: former?.text, new: value?.text)
        }
    }

    /// The values by which a change is told, each under the name that conflicts use.
    private var comparable: [(field: String, value: ComparableValue?)] {
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
        case .official(let official): [("title", official.roles.first.map(ComparableValue.init))]
        case .question(let question): [("kind", ComparableValue(question.kind.rawValue))]
        case .statement: []
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

    init(_ role: Official.Role) {
        self.init(role.status == .current ? role.title : "\(role.status.rawValue) \(role.title)")
    }
}

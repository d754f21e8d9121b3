import Foundation
import Records

/// How many deals have a value of which size, by currency.
///
/// Amounts of different currencies are neither added nor compared: each is counted in units of its own.
struct DealValues: Hashable, Sendable {
    /// The most currencies that are told one by one; five are as many colours as a chart can bear.
    static let currencies = 5

    /// The numbers; without rows where no deal tells its value.
    let counts: Counts

    /// Counts deals.
    ///
    /// - Parameter facts: The facts; what is no deal, or tells no value, does not count.
    init(_ facts: [Fact]) {
        let values = facts.compactMap { fact in
            if case .deal(let deal) = fact { deal.value } else { nil }
        }
        let seen = Dictionary(grouping: values, by: \.currency).mapValues(\.count)
        let codes = seen.keys.sorted { (-(seen[$0] ?? 0), $0) < (-(seen[$1] ?? 0), $1) }
        let (named, others) = (codes.prefix(Self.currencies), codes.dropFirst(Self.currencies))
        let rows = Size.allCases.map { size in
            let ofSize = values.filter { Size($0.amount) == size }.map(\.currency)
            let counts = named.map { code in ofSize.count { $0 == code } }
            let rest = ofSize.count { others.contains($0) }
            return Counts.Row(name: size.rawValue, counts: counts + (others.isEmpty ? [] : [rest]))
        }
        counts = Counts(
            title: "Value",
            columns: named + (others.isEmpty ? [] : ["Others"]),
            rows: values.isEmpty ? [] : rows
        )
    }

    /// How large an amount is.
    private enum Size: String, CaseIterable {
        case small = "below 1 million"
        case millions = "1 to 10 million"
        case tens = "10 to 100 million"
        case hundreds = "100 million to 1 billion"
        case billions = "1 to 10 billion"
        case large = "10 billion and more"

        /// The size of an amount; a size holds its lower end and not its upper one.
        init(_ amount: Decimal) {
            let million: Decimal = 1_000_000
            switch amount {
            case ..<million: self = .small
            case ..<(10 * million): self = .millions
            case ..<(100 * million): self = .tens
            case ..<(1_000 * million): self = .hundreds
            case ..<(10_000 * million): self = .billions
            default: self = .large
            }
        }
    }
}

internal import Records

/// What a verdict rules on: of two verdicts on the same matter, the later counts.
struct Matter: Hashable, Sendable {
    /// Which side of a finding is ruled on.
    enum Side: Hashable, Sendable {
        /// Whether it is right: confirmed or rejected.
        case rightness
        /// Whether it stands first, what it is the same as.
        case pin, merger
        /// Which records do not belong to it.
        case split(String?)
        /// What a field says.
        case field(String?)
    }

    /// The id of the finding.
    let id: String
    /// Which side of it.
    let side: Side
}

extension Verdict {
    /// What the verdict rules on.
    var matter: Matter {
        switch kind {
        case .confirm, .reject: Matter(id: id, side: .rightness)
        case .pin: Matter(id: id, side: .pin)
        case .mergeWith: Matter(id: id, side: .merger)
        case .split: Matter(id: id, side: .split(value))
        case .edit: Matter(id: id, side: .field(field))
        }
    }

    /// Whether another verdict says nothing that this one does not: a verdict without a note takes
    /// none away.
    func covers(_ other: Verdict) -> Bool {
        matter == other.matter && kind == other.kind && value == other.value
            && (other.note == nil || note == other.note)
    }
}

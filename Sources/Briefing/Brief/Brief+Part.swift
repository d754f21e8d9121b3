public import Records

extension Brief {
    /// A part of a brief that can be left out; the order is always this one.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// The strongest findings in one sentence each.
        case keyPoints = "key-points"
        /// What changed since the last edition, and the reports that came late.
        case changes
        /// The sections of findings.
        case decisions, officials, deals, questions, statements
        /// The figures that reports give: in tables only; where reports disagree, conflicts tell it.
        case figures
        /// Where reports contradict each other.
        case conflicts
        /// What is dated after the information cut-off.
        case datesAhead = "dates-ahead"
        /// The articles that are cited.
        case sources
        /// What was read and what failed, and how confidence is judged.
        case coverage

        /// The parts that speak of findings of all types, whichever sections are printed.
        static let acrossTypes: Set<Part> = [.keyPoints, .changes, .conflicts, .datesAhead]

        /// The section of a type.
        public init(_ kind: Fact.Kind) {
            switch kind {
            case .decision: self = .decisions
            case .official: self = .officials
            case .deal: self = .deals
            case .question: self = .questions
            case .statement: self = .statements
            case .figure: self = .figures
            }
        }
    }
}

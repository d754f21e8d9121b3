import Records

extension RowIndex {
    /// The columns at the end of a sheet of findings, in which an analyst rules.
    ///
    /// They hold what was ruled already. A finding that was both confirmed and pinned shows the pin:
    /// that it was confirmed has a column of its own.
    func rulingFields<Details>() -> [Field<FindingRow<Details>>] {
        [
            Field(
                "Verdict",
                means: "what an analyst rules on the finding",
                allowed: Verdict.Kind.offeredInSheets.map(\.rawValue),
                empty: "nobody ruled",
                prompt: """
                    confirm: it is right. reject: it is wrong and leaves the brief. pin: it always \
                    stands first. To make it count, save the sheet as CSV and import it.
                    """
            ) { .text(orEmpty: $0.item.finding.ruling.verdict?.kind.rawValue) },
            Field(
                "Note",
                means: "why, in the analyst’s words",
                empty: "nobody says why",
                prompt: "Why you rule so. It is kept with the verdict."
            ) { .text(orEmpty: $0.item.finding.ruling.verdict?.note) },
        ]
    }
}

extension Ruling {
    /// The verdict that a single cell can show.
    fileprivate var verdict: Verdict? { pin ?? confirmation }
}

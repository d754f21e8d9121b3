import Records

extension RowIndex {
    /// A row for each question that earlier editions told and that is still open.
    func sheet(ofEarlier questions: [Brief.EarlierQuestion]) -> WorkbookLayout.Sheet {
        let fields: [Field<Brief.EarlierQuestion>] =
            [
                Field(
                    "ID",
                    .identifier,
                    means: "the finding; it stays the same from edition to edition"
                ) { .text($0.id) },
                Field("Question", means: "the question as it was printed last") {
                    .text($0.headline)
                },
            ]
            + Field.dates("Open since", means: "when it was first reported") {
                $0.since.map(CalendarDate.day)
            }
        return WorkbookLayout.Sheet(
            "Still open",
            table: "tbl_still_open",
            purpose: "question of earlier editions that is still open",
            fields,
            questions
        )
    }
}

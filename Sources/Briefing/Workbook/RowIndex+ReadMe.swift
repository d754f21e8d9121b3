import Records

extension RowIndex {
    /// The name of the page that opens the workbook.
    static let readMe = "Read me"

    /// The page that opens the workbook: what, when, how much, the way on, and what to know.
    ///
    /// - Parameters:
    ///   - brief: The brief.
    ///   - sheets: The sheets that follow.
    /// - Returns: The page.
    func readMe(of brief: Brief, _ sheets: [WorkbookLayout.Sheet]) -> WorkbookLayout.Sheet {
        var page = Page(title: brief.header.title)
        page.add(facts(brief.header))
        page.add(
            "Sheets",
            columns: ["Sheet", "What it holds", "Rows"],
            sheets.map { sheet in
                let rows = sheet.table?.rows.count
                return [
                    link(to: sheet.name),
                    .text(rows == nil ? sheet.purpose : "a row for each \(sheet.purpose)"),
                    rows.map { .integer($0) } ?? .empty,
                ]
            }
        )
        page.add(
            "Worth knowing",
            columns: ["Sheet", "What to know", "How many"],
            warnings(of: brief, sheets).filter { $0.count > 0 }.map {
                [link(to: $0.sheet), .text($0.what), .integer($0.count)]
            }
        )
        page.add("How confidence is made", numbered(brief.confidenceRule))
        page.add("What was read", numbered(brief.coverage.summary))
        page.add("How to use it", numbered(Self.hints))
        return .init(name: Self.readMe, content: .page(page.lines))
    }

    private static let hints = [
        "An ID stays the same from edition to edition; numbers of articles and origins do not.",
        "An empty cell means that nothing is known; the data dictionary says when.",
        "To make verdicts count that are typed here, save the sheet as CSV and run: "
            + "briefctl verdicts import FILE.csv",
    ]

    private func facts(_ header: Brief.Header) -> [[WorkbookLayout.Cell]] {
        let rows: [(String, WorkbookLayout.Cell)] = [
            ("Edition", header.edition.map { .integer($0.number) } ?? .empty),
            ("Edition in words", .text(orEmpty: header.edition?.text)),
            ("Period", .text(header.period ?? "all articles")),
            ("First day", header.first.map { .date($0) } ?? .empty),
            ("Last day", header.last.map { .date($0) } ?? .empty),
            ("Information cut-off", .text(header.cutOffText)),
            ("Articles", .integer(header.articles)), ("Outlets", .integer(header.outlets)),
            ("Origins", .integer(header.origins)), ("Undated articles", .integer(header.undated)),
        ]
        return rows.filter { $0.1 != .empty }.map { [.text($0.0), $0.1] }
    }

    /// What a reader should know before trusting or counting, with the sheet that tells more.
    private func warnings(
        of brief: Brief,
        _ sheets: [WorkbookLayout.Sheet]
    ) -> [(sheet: String, what: String, count: Int)] {
        let header = brief.header
        let withheld = brief.sections.map {
            ($0.kind.sheet, "below the confidence that the brief asks for", $0.withheld.count)
        }
        let links = sheets.map { sheet in
            ("\(sheet.name)", "links too many for a sheet, which stand as text", sheet.lostLinks)
        }
        return [
            ("Coverage", "files that could not be read", brief.coverage.failed.count),
            ("Articles", "articles without a date", header.undated),
            ("Origins", "articles that repeat a story", header.articles - header.origins),
            ("Coverage", "articles that came too late", brief.lateReports?.count ?? 0),
        ] + withheld + [
            ("Coverage", "findings that analysts rejected, left out", brief.coverage.rejected)
        ] + links
    }

    private func numbered(_ sentences: [String]) -> [[WorkbookLayout.Cell]] {
        zip(1..., sentences).map { [.integer($0), .text($1)] }
    }

    private func link(to sheet: String) -> WorkbookLayout.Cell {
        .link(.init(text: sheet, target: .row(1, sheet: sheet)))
    }
}

extension WorkbookLayout.Sheet {
    /// The number of links beyond those that a sheet takes.
    var lostLinks: Int {
        let links = (table?.rows ?? []).reduce(0) { count, row in
            count + row.count { if case .link = $0 { true } else { false } }
        }
        return max(0, links - ExcelLimits.links)
    }
}

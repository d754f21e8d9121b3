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
    func readMe(of brief: Brief, _ sheets: [WorkbookLayout.Sheet]) -> Page {
        var page = Page(title: brief.header.title, facts: facts(brief.header))
        page.add(
            "Sheets",
            of: "sheet",
            [
                .init("Sheet", .link, meaning: "a sheet of this workbook"),
                .init("What it holds", meaning: "what its rows are"),
                .init("Rows", .count, meaning: "how many it has", empty: "it has no table"),
            ],
            sheets.map { sheet in
                [
                    link(to: sheet.name), .text(sheet.contents),
                    sheet.table.map { .integer($0.rows.count) } ?? .empty,
                ]
            }
        )
        page.add(
            "Worth knowing",
            of: "thing to know",
            [
                .init("Sheet", .link, meaning: "the sheet that tells more"),
                .init("What to know", meaning: "what a reader should know"),
                .init("How many", .count, meaning: "how many of them there are"),
            ],
            warnings(of: brief, sheets).filter { $0.count > 0 }.map {
                [link(to: $0.sheet), .text($0.what), .integer($0.count)]
            }
        )
        page.add("How confidence is made", brief.confidenceRule)
        page.add("What was read", brief.coverage.summary)
        page.add("How to use it", Self.hints)
        return page
    }

    private static let hints = [
        "An ID stays the same from edition to edition; numbers of articles and origins do not.",
        "An empty cell means that nothing is known; the data dictionary says when.",
        "To make verdicts count that are typed here, save the sheet as CSV and run: "
            + "briefctl verdicts import FILE.csv",
    ]

    private func facts(_ header: Brief.Header) -> [(name: String, value: WorkbookLayout.Cell)] {
        [
            ("Edition", header.edition.map { .integer($0.number) } ?? .empty),
            ("Edition in words", .text(orEmpty: header.edition?.text)),
            ("Period", .text(header.period ?? "all articles")),
            ("First day", header.first.map { .date($0) } ?? .empty),
            ("Last day", header.last.map { .date($0) } ?? .empty),
            ("Information cut-off", .text(header.cutOffText)),
            ("Articles", .integer(header.articles)), ("Outlets", .integer(header.outlets)),
            ("Origins", .integer(header.origins)), ("Undated articles", .integer(header.undated)),
        ]
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
        let links = sheets.compactMap { sheet in
            sheet.lostLinks.map { lost in
                (
                    sheet.name,
                    "links too many for a sheet, which stand as text from row \(lost.row) on",
                    lost.count
                )
            }
        }
        let large = sheets.filter { $0.table?.isLarge == true }.map { sheet in
            (
                sheet.name, "rows, too many for an Excel table; the filter works as elsewhere",
                sheet.table?.rows.count ?? 0
            )
        }
        return [
            ("Coverage", "files that could not be read", brief.coverage.failed.count),
            ("Articles", "articles without a date", header.undated),
            ("Origins", "articles that repeat a story", header.articles - header.origins),
            ("Coverage", "articles that came too late", brief.lateReports?.count ?? 0),
        ] + withheld + [
            ("Coverage", "findings that analysts rejected, left out", brief.coverage.rejected)
        ] + links + large
    }

    private func link(to sheet: String) -> WorkbookLayout.Cell {
        .link(.init(text: sheet, target: .row(1, sheet: sheet)))
    }
}

extension WorkbookLayout.Sheet {
    /// What the sheet holds, in words.
    var contents: String { table == nil ? purpose : "a row for each \(purpose)" }

    /// The links beyond those that a sheet takes: how many, and on which row, counted from 1, the
    /// first stands; nil where there are none.
    var lostLinks: (count: Int, row: Int)? {
        var (links, first) = (0, above.count + 2)
        for (index, row) in (table?.rows ?? []).enumerated() {
            links += row.count(where: \.isLink)
            if links <= ExcelLimits.links { first = above.count + index + 3 }
        }
        return links > ExcelLimits.links ? (links - ExcelLimits.links, first) : nil
    }
}

extension WorkbookLayout.Cell {
    /// Whether the cell leads somewhere that a link may lead to.
    fileprivate var isLink: Bool {
        guard case .link(let link) = self else { return false }
        guard case .address(let address) = link.target else { return true }
        return LinkAddress(address) != nil
    }
}

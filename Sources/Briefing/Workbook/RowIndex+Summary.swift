import Records

extension RowIndex {
    /// The page of what a brief says in short: key points, and how much was found, with charts.
    ///
    /// What lies below the confidence that its section asks for is counted once, by type, and then
    /// left out.
    func summary(of brief: Brief) -> Page {
        var page = Page(title: "Summary")
        if brief.parts.contains(.keyPoints) {
            page.add(
                "Key points",
                of: "key point",
                [
                    .init("Key point", meaning: "a sentence of the brief"),
                    .init("Finding", .link, meaning: "the finding that it tells"),
                ],
                brief.keyPoints.map { point in
                    let numbers = point.citations.map(String.init).joined(separator: ", ")
                    let citations = numbers.isEmpty ? "" : " [\(numbers)]"
                    return [.text(point.sentence + citations), link(toFinding: point.id)]
                }
            )
        }
        page.add(
            "Findings by type",
            of: "type",
            [.init("Type", .link, meaning: "the type of the findings, with the way to their sheet")]
                + Brief.Section.Listing.allCases.map {
                    .init($0.title, .count, meaning: "the number of findings \($0.rawValue)")
                } + [.init("All", .count, meaning: "the number of findings")],
            brief.tables.map(countCells)
        )
        page.add(
            "Findings by week, without those below their confidence",
            name: "Findings by week",
            weeks(of: brief.sections),
            chart: .init(
                title: "Findings a week",
                across: "week of the first report",
                up: "findings",
                description: "Columns: how many findings of each type were first reported in "
                    + "each week. The table beside the chart has the numbers."
            )
        )
        if brief.parts.contains(.deals) { add(brief.deals, to: &page) }
        return page
    }

    private func countCells(of section: Brief.Section) -> [WorkbookLayout.Cell] {
        let sheet = section.kind.sheet
        let listings = Dictionary(grouping: section.everyItem, by: \.listing).mapValues(\.count)
        let counts = Brief.Section.Listing.allCases.map { listings[$0] ?? 0 }
        let link = WorkbookLayout.Link(text: sheet, target: .row(1, sheet: sheet))
        return [.link(link)] + (counts + [counts.reduce(0, +)]).map { .integer($0) }
    }

    private func add(_ deals: Brief.Section, to page: inout Page) {
        page.add(
            "Deals by value, without those below their confidence",
            name: "Deals by value",
            DealValues(deals.trusted.map(\.finding.fact)).counts,
            chart: .init(
                title: "Deals by value and currency",
                across: "value in units of the deal’s own currency",
                up: "deals",
                description: "Columns: how many deals have a value of each size, by currency. "
                    + "The table beside the chart has the numbers."
            )
        )
    }

    /// How many findings of each type were first reported in which week.
    private func weeks(of sections: [Brief.Section]) -> Counts {
        var known: [Day: [Int]] = [:]
        var unknown = Array(repeating: 0, count: sections.count)
        for (column, section) in sections.enumerated() {
            for item in section.trusted {
                if let monday = firstMonday(of: item.finding) {
                    known[monday, default: Array(repeating: 0, count: sections.count)][column] += 1
                } else {
                    unknown[column] += 1
                }
            }
        }
        var rows = Self.everyWeek(of: Array(known.keys)).map { monday in
            Counts.Row(
                name: "\(CalendarDate.week(year: monday.week.year, week: monday.week.week))",
                counts: known[monday] ?? Array(repeating: 0, count: sections.count)
            )
        }
        if unknown.contains(where: { $0 > 0 }) {
            rows.append(.init(name: "no day", counts: unknown))
        }
        return Counts(title: "Week", columns: sections.map(\.kind.sheet), rows: rows)
    }

    /// The weeks from the first to the last, those without a finding among them unless they are
    /// more than two years: then a chart would be mostly empty.
    private static func everyWeek(of mondays: [Day]) -> [Day] {
        guard let first = mondays.min(), let last = mondays.max(),
            last.number - first.number <= 104 * 7
        else { return mondays.sorted() }
        return stride(from: first.number, through: last.number, by: 7).map { Day(number: $0) }
    }

    /// The Monday of the week in which a finding was first reported; nil where no day is known.
    private func firstMonday(of finding: Finding) -> Day? {
        let days = finding.records.compactMap { source($0.article)?.published?.date.day }
        return days.min().map { $0.advanced(by: 1 - $0.weekday) }
    }
}

extension Brief.Section {
    /// The findings that are confident enough for the brief, whether or not it has room for them.
    fileprivate var trusted: [Brief.Item] { items + further }
}

extension Brief.Section.Listing {
    /// The listing as the title of a column.
    fileprivate var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

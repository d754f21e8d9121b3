import Records

extension RowIndex {
    private typealias Line = WorkbookLayout.Line

    /// The page that opens the workbook: what, when, how much, the key points, and the way on.
    ///
    /// - Parameters:
    ///   - brief: The brief.
    ///   - tables: The sheets that follow.
    /// - Returns: The lines: labels in the first column, what they say in the second.
    func summary(of brief: Brief, _ tables: [WorkbookLayout.Sheet]) -> [WorkbookLayout.Line] {
        var lines = [Line(.title, [.text(brief.header.title)])]
        lines += facts(brief.header)
        if brief.parts.contains(.keyPoints) {
            lines += part("Key points", brief.keyPoints) { point in
                let numbers = point.citations.map(String.init).joined(separator: ", ")
                let citations = numbers.isEmpty ? "" : " [\(numbers)]"
                return [link(toFinding: point.id), .text(point.sentence + citations)]
            }
        }
        lines += part("Sheets", tables) { sheet in
            [.link(.init(text: sheet.name, target: .row(1, sheet: sheet.name))), sheet.size]
        }
        lines += part("How confidence is made", Array(zip(1..., brief.confidenceRule))) {
            [.integer($0.0), .text($0.1)]
        }
        lines += part("What was read", Array(zip(1..., brief.coverage.summary))) {
            [.integer($0.0), .text($0.1)]
        }
        return lines
    }

    private func facts(_ header: Brief.Header) -> [Line] {
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
        return rows.filter { $0.1 != .empty }.map { Line(.plain, [.text($0.0), $0.1]) }
    }

    /// A heading and its lines, or a line that says that there are none.
    private func part<Row>(
        _ heading: String,
        _ rows: [Row],
        _ cells: (Row) -> [WorkbookLayout.Cell]
    ) -> [Line] {
        let lines = rows.map { Line(.plain, cells($0)) }
        let none = [Line(.plain, ["None", "There is nothing to tell."])]
        return [Line(), Line(.heading, [.text(heading)])] + (lines.isEmpty ? none : lines)
    }
}

extension WorkbookLayout.Sheet {
    /// The number of rows of the sheet's table.
    fileprivate var size: WorkbookLayout.Cell {
        guard case .table(let table) = content else { return .empty }
        return .integer(table.rows.count)
    }
}

import Testing

@testable import Briefing

extension WorkbookLayout {
    /// The table of a sheet.
    func table(_ name: String) throws -> Table {
        try #require(sheets.first { $0.name == name }?.table)
    }

    /// The lines of a page.
    func page(_ name: String) throws -> [Line] {
        guard case .page(let lines) = sheets.first(where: { $0.name == name })?.content else {
            throw Missing()
        }
        return lines
    }

    /// The cells of a column.
    func cells(_ sheet: String, _ title: String) throws -> [Cell] {
        let table = try table(sheet)
        let column = try #require(table.columns.firstIndex { $0.title == title })
        return table.rows.map { $0[column] }
    }

    private struct Missing: Error {}
}

extension WorkbookLayout.Cell {
    /// The words of a text or a link; nil for anything else.
    var words: String? {
        switch self {
        case .text(let text): text
        case .link(let link): link.text
        default: nil
        }
    }
}

import Diagnostics
import Foundation

/// Makes the file of a layout.
enum WorkbookFile {
    /// Writes a workbook, reads it back, and puts it in place only when it is whole.
    ///
    /// The same layout gives the same bytes, whatever the time, the time zone and the locale.
    ///
    /// - Parameters:
    ///   - layout: What the workbook holds.
    ///   - path: The path of the file; one that is there is replaced whole or not at all.
    /// - Returns: What had to be changed to make it fit.
    /// - Throws: A ``WriterError``; a file that was there is there still.
    static func write(_ layout: WorkbookLayout, to path: String) throws(WriterError) -> [Diagnostic]
    {
        let names = SheetNames.mended(layout.sheets.map(\.name))
        let stage = try StagedFile(for: path)
        let numerals = PlainNumerals()
        guard numerals.areInForce else { throw .refused(path: path, what: "numerals", code: 0) }
        let workbook = try Workbook(
            writing: stage.path,
            temporaryFolder: stage.folder,
            path: path
        )
        try workbook.set(layout.properties.fitted)
        let known = Dictionary(zip(layout.sheets.map(\.name), names)) { first, _ in first }
        let tops = Dictionary(layout.sheets.map { ($0.name, $0.above.count) }) { first, _ in first }
        let mender = CellMender(names: known, tops: tops)
        var filler = SheetFiller(mender: mender, profile: layout.profile, path: path)
        try filler.fill(workbook, with: layout, names: names)
        try workbook.close()
        try WorkbookCheck(path: path, tallies: filler.tallies).check(stage.path)
        try stage.publish()
        return filler.mender.repairs.diagnostics(path: path)
    }
}

/// What was written on a sheet.
struct SheetTally: Hashable, Sendable {
    /// The number of rows, cells and links that the file must hold.
    var rows = 0, cells = 0, links = 0
    /// The number of tables, 0 or 1, and of charts.
    var tables = 0, charts = 0
}

extension WorkbookLayout.Properties {
    /// The properties with texts that fit.
    fileprivate var fitted: Self {
        func fit(_ text: String) -> String { CellText(text, limit: ExcelLimits.property).text }
        var copy = self
        copy.title = fit(title)
        copy.author = fit(author)
        copy.keywords = [fit(keywords.joined(separator: ", "))]
        return copy
    }
}

/// Numerals with a dot, on this thread and as long as the value lives.
///
/// The library writes numbers by the locale of the thread; with a comma they would be no numbers.
private struct PlainNumerals: ~Copyable {
    private let plain: locale_t?
    private let former: locale_t?

    init() {
        plain = newlocale(1 << LC_NUMERIC, "C", nil)
        former = plain.flatMap { uselocale($0) }
    }

    deinit {
        if let former { uselocale(former) }
        if let plain { freelocale(plain) }
    }

    /// Whether a number is written with a dot now.
    var areInForce: Bool {
        withVaList([0.5]) { arguments in
            var text = [CChar](repeating: 0, count: 8)
            vsnprintf(&text, text.count, "%.1f", arguments)
            return text.prefix(4) == [48, 46, 53, 0]
        }
    }
}

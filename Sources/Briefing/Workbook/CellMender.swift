import Diagnostics
import Foundation
import Records

/// A cell that fits into the file as it stands.
enum FittedCell: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Words within the limits of a cell.
    case text(String)
    /// A finite number and how it looks.
    case number(Double, CellLook)
    /// Words that lead to a safe address of allowed length.
    case link(LinkAddress, text: String, tip: String?)
    /// Words that lead to the start of a row, counted from 1, of a sheet by its name in the file.
    case jump(sheet: String, row: Int, text: String, tip: String?)
}

/// How a cell looks.
enum CellLook: Int, Hashable, Sendable, CaseIterable {
    /// The first line of a page, the heading of a part, the header of a table, without and with colour.
    case title, heading, plainHeader, header
    /// Words that wrap, words that do not, words that lead elsewhere.
    case text, identifier, link
    /// 1,700; 1,700.50; 0.93.
    case whole, fraction, share
    /// 2024-07-28; 2024-07-28 09:30.
    case date, moment
    /// A whole number and a day among words, at the left.
    case wholeInText, dateInText
}

/// Makes cells fit, one by one, and remembers what it had to change.
struct CellMender: Sendable {
    /// What was changed so far.
    private(set) var repairs = Repairs()
    private var links = 0
    private var sheet = ""
    private let names: [String: String]
    private let tops: [String: Int]

    /// Makes a mender.
    ///
    /// - Parameters:
    ///   - names: The names of the sheets in the file by those in the layout.
    ///   - tops: The number of lines above the header, where there are any, by the same names.
    init(names: [String: String] = [:], tops: [String: Int] = [:]) {
        self.names = names
        self.tops = tops
    }

    /// Begins a sheet, by its name in the file: links are counted by sheet.
    mutating func begin(_ sheet: String) {
        self.sheet = sheet
        links = 0
    }

    /// The cell as it can stand in the file.
    ///
    /// - Parameters:
    ///   - cell: Any cell.
    ///   - kind: What its column holds.
    ///   - place: Where it will stand.
    /// - Returns: The cell that fits.
    mutating func fitted(
        _ cell: WorkbookLayout.Cell,
        as kind: WorkbookLayout.Column.Kind,
        at place: CellPlace
    ) -> FittedCell {
        switch cell {
        case .empty: .empty
        case .text(let text): fitted(text, at: place)
        case .number(let number): fitted(number, as: kind, at: place)
        case .integer(let number): fitted(number, at: place)
        case .decimal(let number): fitted(number, as: kind, at: place)
        case .date(let day): fitted(day, second: nil, at: place)
        case .moment(let day, let second): fitted(day, second: second, at: place)
        case .link(let link): fitted(link, at: place)
        }
    }

    private mutating func note(_ kind: Repairs.Kind, at place: CellPlace) {
        repairs.note(kind, at: place, on: sheet)
    }

    private mutating func fitted(_ text: String, at place: CellPlace) -> FittedCell {
        let text = words(text, at: place)
        return text.isEmpty ? .empty : .text(text)
    }

    private mutating func words(_ raw: String, at place: CellPlace) -> String {
        let fitted = CellText(raw)
        if fitted.isCut { note(.textCut, at: place) }
        if fitted.isRepaired { note(.charactersReplaced, at: place) }
        return fitted.text
    }

    private mutating func fitted(
        _ number: Double,
        as kind: WorkbookLayout.Column.Kind,
        at place: CellPlace
    ) -> FittedCell {
        guard number.isFinite else {
            note(.notANumber, at: place)
            return .empty
        }
        if kind == .share { return .number(number, .share) }
        return .number(number, number == number.rounded() ? .whole : .fraction)
    }

    private mutating func fitted(_ number: Int, at place: CellPlace) -> FittedCell {
        guard number.magnitude <= ExcelLimits.wholeNumber else {
            note(.numberAsText, at: place)
            return .text(String(number))
        }
        return .number(Double(number), .whole)
    }

    private mutating func fitted(
        _ number: Decimal,
        as kind: WorkbookLayout.Column.Kind,
        at place: CellPlace
    ) -> FittedCell {
        let text = number.description
        let digits = text.drop { $0 == "-" || $0 == "0" || $0 == "." }.filter(\.isNumber)
        let significant = digits.reversed().drop { $0 == "0" }.count
        guard number.isFinite, significant <= ExcelLimits.digits, let value = Double(text) else {
            if number.isNaN { return fitted(Double.nan, as: kind, at: place) }
            note(.numberAsText, at: place)
            return .text(text)
        }
        return fitted(value, as: kind, at: place)
    }

    private mutating func fitted(_ day: Day, second: Int?, at place: CellPlace) -> FittedCell {
        guard let serial = ExcelLimits.serial(of: day), (0..<86_400).contains(second ?? 0) else {
            note(.dateAsText, at: place)
            return .text("\(day)")
        }
        guard let second else { return .number(serial, .date) }
        return .number(serial + Double(second) / 86_400, .moment)
    }

    private mutating func fitted(_ link: WorkbookLayout.Link, at place: CellPlace) -> FittedCell {
        let text = words(link.text, at: place)
        guard !text.isEmpty else { return .empty }
        guard links < ExcelLimits.links else {
            note(.linksFull, at: place)
            return .text(text)
        }
        let tip = link.tip.map { CellText($0, limit: ExcelLimits.tip).text }
        switch link.target {
        case .address(let raw):
            guard let address = LinkAddress(raw) else {
                note(.unsafeAddress, at: place)
                return .text(text)
            }
            links += 1
            return .link(address, text: text, tip: tip)
        case .row(let row, let sheet):
            guard let name = names[sheet], (1...ExcelLimits.rows).contains(row) else {
                note(.deadLink, at: place)
                return .text(text)
            }
            links += 1
            let top = row == 1 ? 0 : tops[sheet] ?? 0
            return .jump(sheet: name, row: row + top, text: text, tip: tip)
        }
    }
}

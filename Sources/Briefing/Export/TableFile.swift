import Foundation
import Records

/// One table of a workbook as comma-separated values (RFC 4180), with what its columns hold.
///
/// - UTF-8 without a byte order mark. Rows end with CR LF as the standard says, so that they are told
///   from line breaks within a cell, which are LF.
/// - The header is always quoted: a spreadsheet program takes a file that begins with `ID` for a
///   format of its own.
///   Source: <https://en.wikipedia.org/wiki/Symbolic_Link_(SYLK)>.
/// - Dates are ISO 8601, numbers have plain digits and a point, nothing is an empty cell.
/// - A column whose links lead to the web is followed by one with the addresses.
struct TableFile {
    /// What stands in one column of the file.
    struct Field {
        /// The column of the layout.
        let column: WorkbookLayout.Column
        /// The place of the column in the layout's table, from 0.
        let index: Int
        /// Whether the cells are the addresses that the column's links lead to.
        let isAddress: Bool
        /// The words of the header; no two in a file are the same.
        var name = ""
    }

    /// The name on the tab.
    let title: String
    /// The name in the package: lower case, digits and hyphens.
    let name: String
    /// The columns of the file.
    let fields: [Field]
    /// The first column, where it names each row and no two alike.
    let key: Field?
    /// The table.
    let table: WorkbookLayout.Table

    /// The name of the file.
    var path: String { "\(name).csv" }

    /// Makes a file of a table.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - title: The name on the tab.
    ///   - name: The name in the package.
    ///   - webTitles: The titles of columns whose links lead to the web.
    init(_ table: WorkbookLayout.Table, title: String, name: String, webTitles: Set<String>) {
        var fields: [Field] = []
        for (index, column) in table.columns.enumerated() {
            fields.append(Field(column: column, index: index, isAddress: false))
            guard webTitles.contains(column.title) else { continue }
            fields.append(Field(column: column, index: index, isAddress: true))
        }
        let headers = SheetNames.headers(
            fields.map { $0.isAddress ? "\($0.column.title) link" : $0.column.header }
        )
        for index in fields.indices { fields[index].name = headers[index] }
        self.title = title
        self.name = name
        self.fields = fields
        key = table.isKeyed ? fields.first : nil
        self.table = table
    }

    /// The whole file.
    var bytes: [UInt8] {
        var text = fields.map { $0.name.quotedCell }.joined(separator: ",") + "\r\n"
        for row in table.rows {
            text += fields.map { words(of: $0, in: row).cell() }.joined(separator: ",")
            text += "\r\n"
        }
        return Array(text.utf8)
    }

    /// The cells of a field in the layout, from the first row to the last.
    func cells(of field: Field) -> [WorkbookLayout.Cell] {
        table.rows.map { field.index < $0.count ? $0[field.index] : .empty }
    }

    /// The words of a field in a row.
    private func words(of field: Field, in row: [WorkbookLayout.Cell]) -> String {
        guard field.index < row.count else { return "" }
        return field.isAddress ? row[field.index].address ?? "" : row[field.index].words
    }
}

extension WorkbookLayout.Table {
    /// Whether the first column names each row and no two alike.
    fileprivate var isKeyed: Bool {
        guard columns.first?.kind == .identifier else { return false }
        let words = rows.map { $0.first?.words ?? "" }
        return Set(words).count == words.count && !words.contains("")
    }
}

extension WorkbookLayout.Cell {
    /// The value as a cell of the file has it, before it is quoted.
    var words: String {
        switch self {
        case .empty: ""
        case .text(let text): text.mended.withoutFormula
        case .number(let number): number.plain
        case .integer(let number): String(number)
        case .decimal(let number): number.isFinite ? number.description : ""
        case .date(let day): "\(day)"
        case .moment(let day, let second):
            "\(day)T\((second / 3600).padded(2)):\((second / 60 % 60).padded(2))"
                + ":\((second % 60).padded(2))"
        case .link(let link): link.text.mended.withoutFormula
        }
    }

    /// The address of the web that the cell leads to, percent-encoded.
    var address: String? {
        guard case .link(let link) = self, case .address(let raw) = link.target else { return nil }
        return WebAddress.encoded(raw)
    }
}

extension Double {
    /// Plain digits without an exponent; nothing for what is not finite.
    fileprivate var plain: String {
        guard isFinite else { return "" }
        let decimal = Decimal(string: description)
        return decimal.flatMap { $0.isFinite ? $0.description : nil } ?? description
    }
}

extension String {
    /// The text with the characters that the workbook's cells have, but never cut.
    ///
    /// Line breaks are line feeds, other control characters become U+FFFD.
    fileprivate var mended: String {
        guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return self }
        var result = ""
        for character in self {
            if character == "\r\n" || character == "\r" {
                result += "\n"
                continue
            }
            for scalar in character.unicodeScalars {
                let isControl = scalar.value < 0x20 || scalar.value == 0x7F
                let isKept = !isControl || scalar == "\n" || scalar == "\t"
                result.unicodeScalars.append(isKept ? scalar : "\u{FFFD}")
            }
        }
        return result
    }
}

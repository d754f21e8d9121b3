import Records

/// The tables of a workbook as files for other programs, with a file that describes them.
///
/// Source: Tabular Data Package 1.0, <https://specs.frictionlessdata.io/tabular-data-package/>.
struct TablePackage {
    /// The name of the file that describes the others.
    static let descriptor = "datapackage.json"

    private let properties: WorkbookLayout.Properties
    private let description: String?
    private let files: [TableFile]
    private let places: [String: Int]

    /// Makes a package of a layout; pages have no table and are left out.
    ///
    /// - Parameters:
    ///   - layout: The layout.
    ///   - description: What the package is, in words.
    init(_ layout: WorkbookLayout, description: String? = nil) {
        let sheets = layout.sheets.compactMap { sheet in
            if case .table(let table) = sheet.content { (sheet.name, table) } else { nil }
        }
        let webTitles = Set(sheets.flatMap { $0.1.webTitles })
        let names = SheetNames.tables(sheets.map(\.1.name))
        files = zip(sheets, names).map { sheet, name in
            TableFile(
                sheet.1,
                title: sheet.0,
                name: name.dropFirst(4).lowercased().replacing("_", with: "-"),
                webTitles: webTitles
            )
        }
        places = Dictionary(zip(sheets.map(\.0), files.indices)) { first, _ in first }
        properties = layout.properties
        self.description = description
    }

    /// The tables in the order of the sheets, and the file that describes them first.
    var contents: [(name: String, bytes: [UInt8])] {
        let tables = files.map { (name: $0.path, bytes: $0.bytes) }
        let json = package(sizes: tables.map(\.bytes.count)).text + "\n"
        return [(name: Self.descriptor, bytes: Array(json.utf8))] + tables
    }

    private func package(sizes: [Int]) -> Tree {
        .object([
            "profile": "tabular-data-package", "name": .text(properties.title.packageName),
            "title": .text(properties.title), "description": description.map(Tree.text),
            "created": .text(properties.created.moment),
            "keywords": BriefTree.texts(properties.keywords),
            "resources": .list(zip(files, sizes).map { resource($0, bytes: $1) }),
        ])
    }

    private func resource(_ file: TableFile, bytes: Int) -> Tree {
        let key = file.key
        let references = file.fields.compactMap { reference($0, of: file) }
        return .object([
            "profile": "tabular-data-resource", "name": .text(file.name), "path": .text(file.path),
            "title": .text(file.title), "format": "csv", "mediatype": "text/csv",
            "encoding": "utf-8", "bytes": .number(bytes),
            "dialect": .object([
                "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"",
                "doubleQuote": .flag(true), "header": .flag(true),
            ]),
            "schema": .object([
                "fields": .list(file.fields.map(file.description)), "missingValues": [""],
                "primaryKey": key.map { .text($0.name) },
                "foreignKeys": references.isEmpty ? nil : .list(references),
            ]),
        ])
    }

    /// The one table that all links of a column lead to, where its key holds all their words.
    private func reference(_ field: TableFile.Field, of file: TableFile) -> Tree? {
        guard !field.isAddress, field.column.kind == .link else { return nil }
        let cells = file.cells(of: field)
        let sheets = Set(cells.compactMap(\.sheet))
        guard sheets.count == 1, let place = sheets.first.flatMap({ places[$0] }),
            let key = files[place].key
        else { return nil }
        let known = Set(files[place].cells(of: key).map(\.words))
        guard cells.allSatisfy({ $0.words.isEmpty || known.contains($0.words) }) else { return nil }
        return .object([
            "fields": .text(field.name),
            "reference": .object([
                "resource": .text(files[place].name), "fields": .text(key.name),
            ]),
        ])
    }
}

extension TableFile {
    /// What a column holds.
    fileprivate func description(of field: Field) -> Tree {
        if field.isAddress {
            return .object([
                "name": .text(field.name), "type": "string", "format": "uri",
                "description": .text("the address that ‘\(field.column.header)’ leads to"),
            ])
        }
        let column = field.column
        let kind = column.kind.isHeld(by: cells(of: field)) ? column.kind : .text
        return .object([
            "name": .text(field.name), "type": .text(kind.type),
            "format": kind == .moment ? "%Y-%m-%dT%H:%M:%S" : nil,
            "unit": column.unit.map(Tree.text), "description": .text(column.description),
            "constraints": constraints(of: field),
        ])
    }

    /// What holds of all cells of a column.
    private func constraints(of field: Field) -> Tree? {
        let isKey = field.index == 0 && key != nil
        let words = cells(of: field).map(\.words).filter { !$0.isEmpty }
        let allowed = Set(field.column.allowed).isSuperset(of: words) ? field.column.allowed : []
        guard isKey || !allowed.isEmpty else { return nil }
        return .object([
            "required": isKey ? .flag(true) : nil, "unique": isKey ? .flag(true) : nil,
            "enum": allowed.isEmpty ? nil : BriefTree.texts(allowed),
        ])
    }
}

extension WorkbookLayout.Column {
    /// What the cells mean, and when one is empty.
    fileprivate var description: String {
        empty.map { "\(meaning); empty when \($0)" } ?? meaning
    }
}

extension WorkbookLayout.Table {
    /// The titles of the columns with a link to the web.
    fileprivate var webTitles: [String] {
        columns.indices.filter { index in
            rows.contains { index < $0.count && $0[index].address != nil }
        }.map { columns[$0].title }
    }
}

extension WorkbookLayout.Column.Kind {
    /// The type of a field of such a column.
    ///
    /// Source: <https://specs.frictionlessdata.io/table-schema/#types-and-formats>.
    fileprivate var type: String {
        switch self {
        case .identifier, .text, .link: "string"
        case .count: "integer"
        case .amount, .share: "number"
        case .date: "date"
        case .moment: "datetime"
        }
    }

    /// Whether all cells are of the column's type, so that a program can rely on it.
    fileprivate func isHeld(by cells: [WorkbookLayout.Cell]) -> Bool {
        cells.allSatisfy { cell in
            switch (self, cell) {
            case (_, .empty), (.identifier, _), (.text, _), (.link, _), (.count, .integer),
                (.amount, .integer), (.amount, .decimal), (.amount, .number), (.share, .integer),
                (.share, .decimal), (.share, .number), (.date, .date), (.moment, .moment):
                true
            default: false
            }
        }
    }
}

extension WorkbookLayout.Cell {
    /// The sheet that the cell leads to.
    fileprivate var sheet: String? {
        guard case .link(let link) = self, case .row(_, let sheet) = link.target else { return nil }
        return sheet
    }
}

extension Int {
    /// The moment that lies a number of seconds after 1970-01-01 00:00 UTC, in ISO 8601.
    fileprivate var moment: String {
        let second = (self % 86_400 + 86_400) % 86_400
        let day = Day(number: (self - second) / 86_400)
        let cell = WorkbookLayout.Cell.moment(day, second: second)
        return cell.words + "Z"
    }
}

extension String {
    /// The text as the name of a package: lower case letters of ASCII, digits and hyphens.
    ///
    /// Source: <https://specs.frictionlessdata.io/data-package/#name>.
    fileprivate var packageName: String {
        let words = lowercased().split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? "briefing" : words.joined(separator: "-")
    }
}

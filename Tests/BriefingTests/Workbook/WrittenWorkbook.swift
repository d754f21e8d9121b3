import Diagnostics
import Foundation
import Records
import Testing

@testable import Briefing

/// A workbook that was written into a folder of its own, and read back.
struct WrittenWorkbook {
    let path: String
    let codes: [String]
    private let parts: [String: String]

    init(_ layout: WorkbookLayout) throws {
        let folder = try TemporaryFolder()
        path = folder.path("brief.xlsx")
        codes = try WorkbookFile.write(layout, to: path).map(\.code)
        parts = try Self.parts(of: Data(contentsOf: URL(filePath: path)))
    }

    init(_ sheets: WorkbookLayout.Sheet...) throws {
        try self.init(WorkbookLayout(properties: .example, sheets: sheets))
    }

    static func parts(of bytes: Data) throws -> [String: String] {
        let archive = try ZipArchive(bytes)
        var parts: [String: String] = [:]
        for part in archive.parts {
            var text: [UInt8] = []
            #expect(archive.unpack(part) { text.append(contentsOf: $0) } == nil)
            parts[part.name] = String(decoding: text, as: UTF8.self)
        }
        return parts
    }

    /// The text of a part; empty where there is none.
    subscript(part: String) -> String { parts[part] ?? "" }

    var sheet: String { self["xl/worksheets/sheet1.xml"] }
    var texts: String { self["xl/sharedStrings.xml"] }
    var links: String { self["xl/worksheets/_rels/sheet1.xml.rels"] }
    var names: [String] { parts.keys.sorted() }
}

/// A folder for one test; removed with the value.
final class TemporaryFolder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path() }

    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: url.path()).sorted() }
    }
}

extension WorkbookLayout.Properties {
    static var example: Self {
        Self(
            title: "Harbour weekly",
            author: "briefctl",
            keywords: ["harbour", "weekly"],
            created: 19_932 * 86_400
        )
    }
}

extension WorkbookLayout.Sheet {
    /// A sheet with one column of cells.
    static func column(
        _ cells: [WorkbookLayout.Cell],
        as kind: WorkbookLayout.Column.Kind = .text,
        name: String = "Sheet"
    ) -> Self {
        let table = WorkbookLayout.Table(
            name: "tbl_cells",
            columns: [.init("Value", kind)],
            rows: cells.map { [$0] }
        )
        return Self(name: name, content: .table(table))
    }
}

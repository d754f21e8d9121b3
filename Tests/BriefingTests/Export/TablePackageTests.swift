import Foundation
import Records
import Testing

@testable import Briefing

struct TablePackageTests {
    private typealias Cell = WorkbookLayout.Cell
    private typealias Column = WorkbookLayout.Column

    /// A package as far as these tests read it.
    private struct Package: Decodable {
        struct Resource: Decodable {
            var name: String
            var path: String
            var bytes: Int
            var schema: Schema
        }
        struct Schema: Decodable {
            var fields: [Field]
            var primaryKey: String?
            var foreignKeys: [Key]?
        }
        struct Field: Decodable, Equatable {
            var name: String
            var type: String
            var unit: String?
            var format: String?
        }
        struct Key: Decodable, Equatable {
            struct Reference: Decodable, Equatable {
                var resource: String
                var fields: String
            }
            var fields: String
            var reference: Reference
        }
        var name: String
        var created: String
        var resources: [Resource]
    }

    private static func package(_ contents: [(name: String, bytes: [UInt8])]) throws -> Package {
        let first = try #require(contents.first)
        #expect(first.name == "datapackage.json")
        return try JSONDecoder().decode(Package.self, from: Data(first.bytes))
    }

    private static func package(
        _ sheets: [(String, [Column], [[Cell]])],
        title: String = "T",
        created: Int = 0
    ) throws -> Package {
        let layout = WorkbookLayout(
            properties: .init(title: title, author: "a", keywords: [], created: created),
            sheets: sheets.map {
                .init(name: $0, content: .table(.init(name: $0, columns: $1, rows: $2)))
            }
        )
        return try package(TablePackage(layout).contents)
    }

    private static func link(_ text: String, _ sheet: String) -> Cell {
        .link(.init(text: text, target: .row(2, sheet: sheet)))
    }

    @Test func `names each table with its file, size, key and types`() throws {
        let contents = TableWriter().files(of: .harbour)
        let package = try Self.package(contents)
        #expect(package.name == "harbour-weekly")
        #expect(package.created == "2024-07-28T09:30:00Z")
        #expect(package.resources.map(\.path) == contents.dropFirst().map(\.name))
        #expect(package.resources.map(\.bytes) == contents.dropFirst().map(\.bytes.count))
        let deals = try #require(package.resources.first { $0.name == "deals" })
        #expect(deals.schema.primaryKey == "ID")
        let fields = Dictionary(grouping: deals.schema.fields, by: \.name)
        #expect(fields["Amount"]?.first?.type == "number")
        #expect(fields["Date"]?.first?.type == "date")
        #expect(fields["Reports"]?.first?.type == "integer")
        #expect(fields["Confidence (0 to 1)"]?.first?.unit == "0 to 1")
        #expect(fields["Address link"]?.first?.format == "uri")
    }

    @Test func `names each field of a file in the order of its columns`() throws {
        let contents = TableWriter().files(of: .harbour)
        for (resource, file) in zip(try Self.package(contents).resources, contents.dropFirst()) {
            let header = resource.schema.fields.map { "\"\($0.name)\"" }.joined(separator: ",")
            #expect(file.bytes.starts(with: (header + "\r\n").utf8))
        }
    }

    @Test func `leads from quotes to articles`() throws {
        let package = try Self.package(TableWriter().files(of: .harbour))
        let evidence = try #require(package.resources.first { $0.name == "evidence" })
        let key = Package.Key(
            fields: "Article",
            reference: .init(resource: "articles", fields: "Article")
        )
        #expect(evidence.schema.foreignKeys == [key])
    }

    @Test(
        arguments: [
            ([link("a", "A"), link("b", "A")], true), ([link("a", "A"), .empty], true),
            ([link("a", "A"), link("c", "B")], false), ([link("a", "A"), "x"], false),
            ([link("a", "Gone")], false), (["a"], false), ([], false),
        ] as [([WorkbookLayout.Cell], Bool)]
    )
    func `refers to another table where all cells do`(cells: [WorkbookLayout.Cell], isKey: Bool)
        throws
    {
        let package = try Self.package([
            ("A", [Column("ID", .identifier)], [["a"], ["b"]]),
            ("B", [Column("ID", .identifier)], [["c"]]),
            ("C", [Column("To", .link)], cells.map { [$0] }),
        ])
        let reference = Package.Key(fields: "To", reference: .init(resource: "a", fields: "ID"))
        #expect(package.resources[2].schema.foreignKeys == (isKey ? [reference] : nil))
    }

    @Test(
        arguments: [
            (.identifier, ["a", "b"], "ID"), (.identifier, ["a", "a"], nil),
            (.identifier, ["a", .empty], nil), (.text, ["a", "b"], nil),
        ] as [(WorkbookLayout.Column.Kind, [WorkbookLayout.Cell], String?)]
    )
    func `calls a column key that names each row`(
        kind: WorkbookLayout.Column.Kind,
        cells: [WorkbookLayout.Cell],
        key: String?
    ) throws {
        let package = try Self.package([("A", [Column("ID", kind)], cells.map { [$0] })])
        #expect(package.resources[0].schema.primaryKey == key)
    }

    @Test(
        arguments: [
            (.count, [.integer(1), .empty], "integer"), (.count, [.number(1.5)], "string"),
            (.amount, [.decimal(2), .integer(1)], "number"), (.amount, ["many"], "string"),
            (.date, [.date(Day(number: 0))], "date"), (.date, ["2024"], "string"),
            (.moment, [.moment(Day(number: 0), second: 0)], "datetime"), (.link, ["a"], "string"),
        ] as [(WorkbookLayout.Column.Kind, [WorkbookLayout.Cell], String)]
    )
    func `promises a type that all cells keep`(
        kind: WorkbookLayout.Column.Kind,
        cells: [WorkbookLayout.Cell],
        type: String
    ) throws {
        let package = try Self.package([("A", [Column("C", kind)], cells.map { [$0] })])
        #expect(package.resources[0].schema.fields.map(\.type) == [type])
    }

    @Test func `has the same address column in all tables`() throws {
        let web = Cell.link(.init(text: "w", target: .address("https://a.example/ü")))
        let package = try Self.package([
            ("A", [Column("Address", .link)], [[web]]), ("B", [Column("Address", .link)], []),
        ])
        #expect(
            package.resources.map { $0.schema.fields.map(\.name) }
                == [["Address", "Address link"], ["Address", "Address link"]]
        )
    }

    @Test(arguments: [
        ("US–Japan Weekly, no. 3", "us-japan-weekly-no-3"), ("週報", "briefing"),
        ("../../etc", "etc"),
    ])
    func `has a plain name`(title: String, name: String) throws {
        #expect(try Self.package([("A", [Column("C")], [])], title: title).name == name)
    }

    @Test(arguments: [(0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z")])
    func `tells when it was created`(seconds: Int, text: String) throws {
        #expect(try Self.package([("A", [Column("C")], [])], created: seconds).created == text)
    }
}

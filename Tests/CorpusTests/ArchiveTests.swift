import Corpus
import Diagnostics
import Foundation
import Records
import Testing

/// Two paragraphs that any reader must take for prose.
let prose = """
    The harbour board of Port Ellery voted on Tuesday to lease its northern quay to a Danish operator.

    The lease runs for twelve years and brings the town four million pounds a year, the board said.
    """

@Suite struct ArchiveTests {
    func archive(_ files: MemoryFileSystem = MemoryFileSystem()) throws -> Archive {
        try Archive(files: files, today: Day(year: 2026, month: 1, day: 31))
    }

    @Test func `reads the files of a folder in the order of their bytes`() throws {
        let files = MemoryFileSystem([
            "in/b.txt": prose, "in/a/z.txt": prose, "in/B.txt": prose, "in/.hidden": prose,
            "in/notes.yaml": "a: 1",
        ])
        let reading = try archive(files).read(["in"])
        #expect(reading.articles.map(\.id) == ["in/B.txt", "in/a/z.txt", "in/b.txt"])
        #expect(reading.outcomes.contains(Outcome("in/notes.yaml", .passedOver)))
        #expect(reading.diagnostics == [])
    }

    @Test func `joins a path as it was typed`() throws {
        let files = MemoryFileSystem(["in/a.txt": prose])
        #expect(try archive(files).read(["./in/"]).articles.map(\.id) == [])
        #expect(try archive(files).read(["in/"]).articles.map(\.id) == ["in/a.txt"])
    }

    @Test func `tells a link that leads back`() throws {
        var files = MemoryFileSystem(["in/a.txt": prose])
        files.links["in/again"] = "in"
        let reading = try archive(files).read(["in"])
        #expect(reading.articles.count == 1)
        #expect(reading.diagnostics.map(\.code) == ["loop"])
    }

    @Test func `reads a file once however many paths lead to it`() throws {
        var files = MemoryFileSystem(["in/a.txt": prose])
        files.links["in/b.txt"] = "in/a.txt"
        let reading = try archive(files).read(["in", "in/a.txt"])
        #expect(reading.articles.map(\.id) == ["in/a.txt"])
        #expect(reading.outcomes.contains(Outcome("in/b.txt", .repeated(of: "in/a.txt"))))
    }

    @Test func `knows a folder with several names by the first`() throws {
        var files = MemoryFileSystem(["in/m/a.txt": prose])
        files.links["in/z"] = "in/m"
        files.links["in/b"] = "in/m"
        let reading = try archive(files).read(["in"])
        #expect(reading.articles.map(\.id) == ["in/b/a.txt"])
    }

    @Test func `knows a folder by the name that lies highest`() throws {
        var files = MemoryFileSystem(["in/m/a.txt": prose, "in/a/b.txt": prose])
        files.links["in/a/again"] = "in/m"
        let reading = try archive(files).read(["in"])
        #expect(reading.articles.map(\.id) == ["in/a/b.txt", "in/m/a.txt"])
    }

    @Test func `tells a name that is no UTF-8 and goes on`() throws {
        var files = MemoryFileSystem(["in/a.txt": prose])
        files.oddNames["in"] = [[0x62, 0xE9, 0x2E, 0x74, 0x78, 0x74]]
        let reading = try archive(files).read(["in"])
        #expect(reading.articles.count == 1)
        let told = try #require(reading.diagnostics.first)
        #expect(told.code == "file-name")
        #expect(told.place?.path == "in/b\\xe9.txt")
    }

    @Test func `tells what cannot be read and goes on`() throws {
        var files = MemoryFileSystem(["in/a.txt": prose, "in/locked.txt": prose, "in/big.txt": "x"])
        files.locked = ["in/locked.txt"]
        files.sizes["in/big.txt"] = 300 << 20
        let reading = try archive(files).read(["in", "gone.txt"])
        #expect(reading.articles.map(\.id) == ["in/a.txt"])
        #expect(Set(reading.diagnostics.map(\.code)) == ["unreadable", "too-large"])
        #expect(reading.diagnostics.allSatisfy { $0.mend != nil && $0.place != nil })
    }

    @Test(
        arguments: [
            ([], "empty"), (Array("  \n\n ".utf8), "empty"), (Array("x\0y".utf8), "binary"),
            (Array("%PDF-1.7\n\0".utf8), "no-pdftotext"), (Array("PK\u{3}\u{4}\0".utf8), "binary"),
            (Array("<html><body></body></html>".utf8), "no-text"),
        ] as [([UInt8], String)]
    )
    func `tells content that holds no article`(bytes: [UInt8], code: String) throws {
        let reading = try archive().articles(in: bytes, path: "a.txt")
        #expect(reading.articles == [])
        #expect(reading.diagnostics.map(\.code) == [code])
        #expect(reading.diagnostics.first?.mend != nil)
    }

    @Test func `refuses a paragraph that nobody wrote, and keeps the articles beside it`() throws {
        let long = String(repeating: "The quay is sold. ", count: 60_000)
        let alone = try archive().articles(in: Array(long.utf8), path: "a.txt")
        #expect(alone.articles == [])
        #expect(alone.diagnostics.map(\.code) == ["long-paragraph"])
        let lines =
            #"{"title": "A", "text": "\#(long)"}"# + "\n"
            + #"{"title": "B", "text": "The northern quay is closed until May, the board said."}"#
        let beside = try archive().articles(in: Array(lines.utf8), path: "a.ndjson")
        #expect(beside.articles.map(\.id) == ["a.ndjson#2"])
        #expect(beside.diagnostics.map(\.place?.path) == ["a.ndjson#1"])
    }

    @Test func `refuses more paragraphs than any book has`() throws {
        let text = String(repeating: "a\n\n", count: Archive.mostParagraphs + 1)
        let reading = try archive().articles(in: Array(text.utf8), path: "a.txt")
        #expect(reading.articles == [])
        #expect(reading.diagnostics.map(\.code) == ["many-paragraphs"])
    }

    @Test func `says how a NUL byte is mended`() throws {
        let reading = try archive().articles(in: Array("x\0y".utf8), path: "bad.txt")
        #expect(
            reading.diagnostics.first?.description == """
                bad.txt: error: the file is no text: a NUL byte stands at offset 1 [binary]
                  try: save the article as text, Markdown or HTML in UTF-8
                """
        )
    }
}

@Suite struct DiskFileSystemTests {
    @Test func `reads the files of the disk`() throws {
        let here = #filePath
        let bytes = try DiskFileSystem().bytes(of: here)
        #expect(bytes.starts(with: "import".utf8))
        let entry = try DiskFileSystem().entry(at: here)
        #expect(entry.kind == .file)
        #expect(entry.size == bytes.count)
        let attributes = try FileManager.default.attributesOfItem(atPath: here)
        let modified = try #require(attributes[.modificationDate] as? Date).timeIntervalSince1970
        #expect(abs(Double(entry.modified) / 1e9 - modified) < 0.001)
        #expect(entry.changed > 0)
        let folder = String(here[..<(here.lastIndex(of: "/") ?? here.endIndex)])
        #expect(try DiskFileSystem().entry(at: folder).kind == .folder)
        let items = try DiskFileSystem().items(in: folder)
        #expect(items.contains { $0.name == Array("ArchiveTests.swift".utf8) })
    }

    @Test func `says why a file cannot be read`() {
        #expect(throws: FileTrouble("no such file or directory", isMissing: true)) {
            try DiskFileSystem().bytes(of: "/nowhere/at/all")
        }
        #expect(throws: FileTrouble("is a directory")) { try DiskFileSystem().bytes(of: "/") }
    }
}

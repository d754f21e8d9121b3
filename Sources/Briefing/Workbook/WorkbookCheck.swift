import Foundation

/// Reads a finished workbook back and compares it with what was written.
///
/// The library calls a workbook finished even when the disk of its temporary files was full; only
/// reading it back tells.
struct WorkbookCheck: Sendable {
    /// What the file is called in errors.
    let path: String
    /// What was written on each sheet, from left to right.
    let tallies: [SheetTally]

    /// Checks that every part is whole and well-formed, and that no row, cell, link, table, chart or text is
    /// missing.
    func check(_ file: String) throws(WriterError) {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: file), options: .alwaysMapped)
        } catch {
            throw .damaged(path: path, part: "the file", fault: "cannot be read back")
        }
        let archive: ZipArchive
        do {
            archive = try ZipArchive(bytes)
        } catch {
            throw .damaged(path: path, part: "the file", fault: "has no list of its parts")
        }
        var scanned: [String: XMLScanner] = [:]
        for part in archive.parts {
            scanned[part.name] = try scan(part, of: archive)
        }
        try compare(scanned)
    }

    private func scan(
        _ part: ZipArchive.Part,
        of archive: ZipArchive
    ) throws(WriterError) -> XMLScanner {
        var scanner = XMLScanner()
        let fault: String?
        do throws(XMLScanner.Fault) {
            let broken = try archive.unpack(part) { (piece) throws(XMLScanner.Fault) in
                try scanner.scan(piece)
            }
            if broken == nil { try scanner.finish() }
            fault = broken.map { _ in "cannot be unpacked" }
        } catch {
            fault = error.rawValue
        }
        if let fault { throw .damaged(path: path, part: part.name, fault: fault) }
        return scanner
    }

    private func compare(_ parts: [String: XMLScanner]) throws(WriterError) {
        for name in ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml"] {
            try expect(parts[name] != nil, name, "is missing")
        }
        for (index, tally) in tallies.enumerated() {
            let name = "xl/worksheets/sheet\(index + 1).xml"
            guard let sheet = parts[name] else { return try expect(false, name, "is missing") }
            for (found, count, what) in [
                (sheet.rows, tally.rows, "rows"), (sheet.cells, tally.cells, "cells"),
                (sheet.links, tally.links, "links"),
            ] {
                try expect(found == count, name, "has \(found) of \(count) \(what)")
            }
        }
        for (count, what) in [
            (tallies.reduce(0) { $0 + $1.tables }, "tables"),
            (tallies.reduce(0) { $0 + $1.charts }, "charts"),
        ] {
            let found = parts.keys.count { $0.hasPrefix("xl/\(what)/") }
            try expect(found == count, "xl/\(what)", "has \(found) of \(count) \(what)")
        }
        if let texts = parts["xl/sharedStrings.xml"] {
            let found = texts.texts
            let count = texts.announcedTexts ?? 0
            try expect(found == count, "xl/sharedStrings.xml", "has \(found) of \(count) texts")
        }
    }

    private func expect(_ condition: Bool, _ part: String, _ fault: String) throws(WriterError) {
        guard condition else { throw .damaged(path: path, part: part, fault: fault) }
    }
}

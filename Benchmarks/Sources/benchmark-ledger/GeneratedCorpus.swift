import Diagnostics
import Foundation
import Ledger
import Records

/// Articles that nobody wrote, in files of their own.
struct GeneratedCorpus: Sendable {
    let folder: String

    /// Writes a number of articles of about 3 kB, a hundred to a folder, all an hour old.
    func write(articles count: Int) throws {
        for number in 0..<count { try write(article: number) }
    }

    /// Writes one article.
    func write(article number: Int, edition: Int = 1) throws {
        let path = "\(folder)/\(number / 100)/\(number).txt"
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(Self.text(number, edition).utf8).write(to: url)
        try FileManager.default.setAttributes(
            [.modificationDate: Date().addingTimeInterval(-3600)],
            ofItemAtPath: path
        )
    }

    private static func text(_ number: Int, _ edition: Int) -> String {
        let sentences = (0..<24).map { line in
            "Harbour board \(number % 977) agreed in round \(edition) to lay rope number "
                + "\(number * 24 + line) along the outer quay, which pleased nobody at all."
        }
        return sentences.joined(separator: "\n\n")
    }

    /// Looks at every file with one system call.
    func scan() throws -> Scan {
        let startedAt = Date()
        var files: [ScannedFile] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            guard let directory = opendir("\(folder)/\(name)") else { continue }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let file = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if file.hasPrefix(".") { continue }
                let path = "\(folder)/\(name)/\(file)"
                var status = stat()
                guard fstatat(dirfd(directory), file, &status, 0) == 0 else { continue }
                files.append(ScannedFile(path: path, status))
            }
        }
        return Scan(files: files, startedAt: startedAt)
    }

    /// Reads files as they are and makes eight records of each.
    var intake: Intake {
        Intake(
            program: "benchmark",
            read: { path in
                guard let data = FileManager.default.contents(atPath: path) else {
                    return .failure(Diagnostic(.error, code: "unreadable", at: Place(path), "gone"))
                }
                return .success(Array(data))
            },
            digest: { bytes in
                let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
                    ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
                }
                return String(hash, radix: 16)
            },
            parse: { content, path in ParsedFile(articles: [Self.article(content, path)]) },
            extract: Self.records
        )
    }

    private static func article(_ content: [UInt8], _ path: String) -> Article {
        let number = Int(path.split(separator: "/").last?.dropLast(4) ?? "") ?? 0
        let text = String(decoding: content, as: UTF8.self)
        return Article(
            id: path,
            path: path,
            headline: "Rope for the outer quay",
            outlet: "The Gull",
            published: ArticleDate(
                .day(Day(number: 19_700 + number % 700)),
                precision: .day,
                source: .fileName
            ),
            text: text,
            blocks: paragraphs(text).map { Block(.paragraph, range: $0, source: $0) }
        )
    }

    private static func paragraphs(_ text: String) -> [Range<Int>] {
        var start = 0
        return text.split(separator: "\n\n").map { paragraph in
            defer { start += paragraph.utf8.count + 2 }
            return start..<start + paragraph.utf8.count
        }
    }

    private static func records(of article: Article) -> [Record] {
        article.blocks.prefix(8).compactMap { block in
            guard let evidence = Evidence(block.range, of: article) else { return nil }
            return Record(
                id: stableID(.decision, [evidence.quote]),
                article: article.id,
                fact: .decision(
                    Decision(
                        actors: ["harbour board"],
                        action: "lay rope along the outer quay",
                        status: .agreed
                    )
                ),
                confidence: 0.9,
                evidence: [evidence]
            )
        }
    }
}

extension ScannedFile {
    fileprivate init(path: String, _ status: stat) {
        func nanoseconds(_ time: timespec) -> Int64 {
            Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
        }
        self.init(
            path: path,
            size: Int64(status.st_size),
            modified: nanoseconds(status.st_mtim),
            changed: nanoseconds(status.st_ctim),
            inode: UInt64(status.st_ino)
        )
    }
}

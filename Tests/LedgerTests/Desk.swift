import Diagnostics
import Foundation
import Records
import Synchronization

@testable import Ledger

/// A corpus in memory with a clock of its own, and the ledger that remembers it.
///
/// A file holds one article, or, when its name ends in `.xml`, one between any two lines of `---`.
/// Of an article, the line `@2024-07-28` is its date, `= https://…` its address, and each line that
/// begins with `!` a decision.
final class Desk {
    let ledger: LedgerFile
    var program = "1"
    private(set) var seconds = 1_000_000.0
    private var files: [String: (content: String, entry: ScannedFile)] = [:]
    private var inodes: UInt64 = 0
    private let reads = CallLog()
    private let extractions = CallLog()
    var unreadable: Set<String> = []
    /// What the extractor lacks.
    var lack: Diagnostic?

    init(_ ledger: LedgerFile? = nil) throws {
        self.ledger = try ledger ?? LedgerFile.inMemory()
    }

    /// Writes a file and lets a minute pass.
    func write(_ path: String, _ content: String, wait: Double = 60) {
        let inode = files[path]?.entry.inode ?? nextInode()
        files[path] = (content, entry(path, content, inode: inode))
        seconds += wait
    }

    /// Writes other bytes of the same length without a trace in the file's times.
    func writeUnnoticed(_ path: String, _ content: String) {
        files[path]?.content = content
    }

    /// Lets a minute pass.
    func wait() { seconds += 60 }

    func touch(_ path: String) {
        guard let content = files[path]?.content else { return }
        write(path, content)
    }

    func move(_ path: String, to other: String) {
        guard let file = files.removeValue(forKey: path) else { return }
        files[other] = file
        files[other]?.entry.path = other
        files[other]?.entry.changed = Int64(seconds * 1e9)
        seconds += 60
    }

    func remove(_ path: String) {
        files[path] = nil
        seconds += 60
    }

    /// The paths that were read since the last call, sorted.
    func takeReads() -> [String] { reads.take() }

    /// The articles that were extracted since the last call, sorted.
    func takeExtractions() -> [String] { extractions.take() }

    @discardableResult
    func refresh(
        unreachable: [String] = [],
        stopping: (RefreshStep) throws -> Void = { _ in }
    ) throws -> RefreshReport {
        let scan = Scan(
            files: files.values.map(\.entry),
            unreachable: unreachable,
            startedAt: Date(timeIntervalSince1970: seconds)
        )
        let (contents, closed, lack) = (files.mapValues(\.content), unreadable, lack)
        let (reads, extractions) = (reads, extractions)
        let intake = Intake(
            program: program,
            read: { path in
                reads.add(path)
                guard !closed.contains(path), let content = contents[path] else {
                    return .failure(.closed(path))
                }
                return .success(Array(content.utf8))
            },
            digest: { stableID(.question, [String(decoding: $0, as: UTF8.self)]) },
            parse: { content, path in Self.parse(String(decoding: content, as: UTF8.self), path) },
            extract: { article in
                if let lack { throw lack }
                extractions.add(article.id)
                return Self.records(of: article)
            }
        )
        return try ledger.refresh(scan, with: intake, stopping: stopping)
    }

    private func nextInode() -> UInt64 {
        inodes += 1
        return inodes
    }

    private func entry(_ path: String, _ content: String, inode: UInt64) -> ScannedFile {
        let time = Int64(seconds * 1e9)
        return ScannedFile(
            path: path,
            size: Int64(content.utf8.count),
            modified: time,
            changed: time,
            inode: inode
        )
    }

    private static func parse(_ content: String, _ path: String) -> ParsedFile {
        guard !content.isEmpty else {
            return ParsedFile(articles: [], diagnostics: [.closed(path)])
        }
        guard path.hasSuffix(".xml") else {
            return ParsedFile(articles: [article(content, id: path, path: path)])
        }
        let entries = content.components(separatedBy: "\n---\n")
        return ParsedFile(
            articles: entries.enumerated().map {
                article($1, id: "\(path)#\($0 + 1)", path: path)
            }
        )
    }

    private static func article(_ text: String, id: String, path: String) -> Article {
        let lines = text.components(separatedBy: "\n")
        func value(_ mark: String) -> String? {
            lines.first { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
        }
        return Article(
            id: id,
            path: path,
            address: value("= "),
            published: value("@").flatMap(CalendarDate.init).map {
                ArticleDate($0, precision: .day, source: .dateline)
            },
            text: text,
            blocks: []
        )
    }

    private static func records(of article: Article) -> [Record] {
        var records: [Record] = []
        var start = 0
        for line in article.text.components(separatedBy: "\n") {
            defer { start += line.utf8.count + 1 }
            guard line.hasPrefix("!") else { continue }
            records.append(
                Record(
                    id: stableID(.decision, [line]),
                    article: article.id,
                    fact: .decision(Decision(actors: [], action: line, status: .announced)),
                    confidence: 0.9,
                    evidence: [
                        Evidence(
                            article: article.id,
                            start: start,
                            end: start + line.utf8.count,
                            quote: line
                        )
                    ]
                )
            )
        }
        return records
    }
}

/// What was asked for, on any thread.
private final class CallLog: Sendable {
    private let names = Mutex<[String]>([])

    func add(_ name: String) { names.withLock { $0.append(name) } }

    func take() -> [String] {
        names.withLock { names in
            defer { names = [] }
            return names.sorted()
        }
    }
}

extension Diagnostic {
    static func closed(_ path: String) -> Diagnostic {
        Diagnostic(.error, code: "closed", at: Place(path), "the file is closed")
    }
}

/// A finding that some records tell, each from an origin of its own.
func finding(
    _ id: String,
    _ records: [Record],
    fact: Fact? = nil,
    origins: Int? = nil,
    conflicts: [Conflict] = []
) -> Finding {
    let articles = Set(records.map(\.article)).sorted()
    return Finding(
        id: id,
        fact: fact ?? records.first?.fact ?? .question(Question(about: id, kind: .pending)),
        records: records,
        origins: (0..<(origins ?? articles.count)).map { index in
            Origin(articles: index < articles.count ? [articles[index]] : ["\(index)"])
        },
        conflicts: conflicts
    )
}

/// A record of the tests: a decision, told in one sentence.
func record(_ id: String, in article: String, quote: String = "the quay closes") -> Record {
    Record(
        id: id,
        article: article,
        fact: .decision(Decision(actors: ["port"], action: "close", status: .announced)),
        confidence: 0.9,
        evidence: [
            Evidence(article: article, start: 0, end: quote.utf8.count, quote: quote)
        ]
    )
}

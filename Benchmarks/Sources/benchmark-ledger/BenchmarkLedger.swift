import Foundation
import Ledger
import Records

/// Prints what remembering a corpus of generated articles costs.
@main
struct BenchmarkLedger {
    static func main() {
        guard let count = Int(CommandLine.arguments.dropFirst().first ?? "10000"), count > 0 else {
            print("usage: benchmark-ledger [ARTICLES]")
            exit(64)
        }
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "benchmark-ledger-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            let corpus = GeneratedCorpus(folder: folder.appending(path: "corpus").path)
            try corpus.write(articles: count)
            try measure(corpus, ledger: folder.appending(path: "ledger.db").path, count: count)
        } catch {
            print(error)
            exit(74)
        }
    }

    static func measure(_ corpus: GeneratedCorpus, ledger path: String, count: Int) throws {
        let first = try time { try refresh(corpus, path) }
        print("first refresh: \(first.milliseconds) ms,", rate(count, first), "articles/s")
        print("peak memory so far: \(peakMegabytes) MB")
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        print("ledger: \(size / count) bytes an article")

        let scan = try best(of: 10) { _ = try corpus.scan() }
        let unchanged = try best(of: 10) { try refresh(corpus, path) }
        let find = try best(of: 10) { try runFind(corpus.folder) }
        let ratio = (unchanged / find * 100).rounded() / 100
        print(
            "nothing changed: \(unchanged.milliseconds) ms, the scan alone \(scan.milliseconds) ms"
        )
        print("find: \(find.milliseconds) ms; nothing changed costs \(ratio) times that")

        try corpus.write(article: 0, edition: 2)
        let one = try time { try refresh(corpus, path) }
        print("one article edited: \(one.milliseconds) ms")
        try measureLoading(try LedgerFile(path: path))
    }

    static func measureLoading(_ ledger: LedgerFile) throws {
        let week = DateFilter(since: Day(number: 19_700), until: Day(number: 19_706))
        for (name, filter) in [("a week", week), ("everything", DateFilter())] {
            var counts = (articles: 0, records: 0)
            let articles = try time { counts.articles = try ledger.articles(filter).count }
            let records = try time { counts.records = try ledger.records(filter).count }
            print(
                "loading \(name): \(counts.articles) articles \(articles.milliseconds) ms,",
                "\(counts.records) records \(records.milliseconds) ms"
            )
        }
        let findings = try ledger.records().map {
            Finding(id: $0.id, fact: $0.fact, records: [$0], origins: [])
        }
        try measureRemembering(findings, in: ledger, "first")
        try measureRemembering(findings, in: ledger, "again")
    }

    static func measureRemembering(
        _ findings: [Finding],
        in ledger: LedgerFile,
        _ name: String
    ) throws {
        let origins = Set(findings.flatMap { $0.records.map(\.article) }).sorted()
            .map { Origin(articles: [$0]) }
        let remember = try time {
            try ledger.consolidate(until: nil, program: name) { _, _ in
                ConsolidatedPart(
                    records: Set(findings.flatMap(\.records).map { RecordName($0) }),
                    findings: findings,
                    ties: [],
                    origins: origins,
                    articleKeys: [:],
                    recordKeys: [:]
                )
            }
        }
        print("\(findings.count) findings, \(name): remembered \(remember.milliseconds) ms")
    }

    static func refresh(_ corpus: GeneratedCorpus, _ path: String) throws {
        _ = try LedgerFile(path: path).refresh(corpus.scan(), with: corpus.intake)
    }

    static func runFind(_ folder: String) throws {
        let find = Process()
        find.executableURL = URL(filePath: "/usr/bin/find")
        find.arguments = [folder, "-printf", "%s %T@\n"]
        find.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
        try find.run()
        find.waitUntilExit()
    }

    static func time(_ body: () throws -> Void) rethrows -> Duration {
        try ContinuousClock().measure(body)
    }

    static func best(of rounds: Int, _ body: () throws -> Void) rethrows -> Duration {
        try (0..<rounds).map { _ in try time(body) }.min() ?? .zero
    }

    static func rate(_ count: Int, _ duration: Duration) -> Int {
        Int(Double(count) / (duration / .seconds(1)))
    }

    static var peakMegabytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Int(usage.ru_maxrss) / 1024
    }
}

extension Duration {
    fileprivate var milliseconds: Double { (self / .milliseconds(1) * 10).rounded() / 10 }
}

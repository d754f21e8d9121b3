import Foundation
import Records
import Testing

@testable import Ledger

struct CrashTests {
    static let steps: [RefreshStep] = [
        .planned, .prepared(batch: 0), .prepared(batch: 1), .began, .files, .articles,
        .withdrawals, .extractions, .written, .committed,
    ]

    /// All that a ledger tells of articles and records.
    struct State: Hashable {
        var generation: Int
        var articles: [Article]
        var records: [Record]
        var contents: [FileContent]
        var identities: [String?]
        var versions: [Int]

        init(_ ledger: LedgerFile) throws {
            generation = try ledger.generation()
            articles = try ledger.articles()
            records = try ledger.records()
            contents = try ledger.contents()
            identities = try articles.map { try ledger.identity(ofArticle: $0.id) }
            versions = try articles.map { try ledger.versions(ofArticle: $0.id).count }
        }
    }

    /// Refreshes, lets everything happen to the corpus that can, and gets ready to refresh again.
    static func changedDesk(_ path: String, refreshing: Bool) throws -> Desk {
        let desk = try Desk(LedgerFile(path: path))
        for name in ["a", "b", "c", "d"] { desk.write("\(name).txt", "! decide \(name)") }
        if refreshing { try desk.refresh() }
        desk.write("a.txt", "! decide otherwise")
        desk.remove("b.txt")
        desk.move("c.txt", to: "moved.txt")
        for number in 0..<70 { desk.write("new/\(number).txt", "! decide \(number)") }
        desk.program = "2"
        return desk
    }

    @Test(arguments: steps)
    func `a killed refresh leaves the last complete state`(step: RefreshStep) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("ledger.db")
        let desk = try Self.changedDesk(path, refreshing: true)
        let before = try State(desk.ledger)
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, step = step as RefreshStep] in
            let desk = try Self.changedDesk(path, refreshing: false)
            try desk.refresh { if $0 == step { kill(getpid(), SIGKILL) } }
        }
        let left = try State(LedgerFile(path: path))
        let whole = try Self.changedDesk(folder.file("whole.db"), refreshing: true)
        try whole.refresh()
        let after = try State(whole.ledger)
        #expect(left == (step == .committed ? after : before))
        #expect(before != after)
        try desk.refresh()
        #expect(try State(desk.ledger) == after)
        #expect(try desk.ledger.integrityCheck() == [])
    }

    @Test(arguments: steps.dropLast())
    func `a refresh that fails leaves the ledger as it was`(step: RefreshStep) throws {
        struct Fault: Error {}
        let folder = try TemporaryFolder()
        let desk = try Self.changedDesk(folder.file("ledger.db"), refreshing: true)
        let before = try State(desk.ledger)
        #expect(throws: LedgerError.self) {
            try desk.refresh { if $0 == step { throw Fault() } }
        }
        #expect(try State(desk.ledger) == before)
        #expect(try desk.refresh().edited == ["a.txt"])
    }
}

import Diagnostics
import Foundation
import GRDB
import Records
import Testing

@testable import Ledger

struct LedgerFileTests {
    @Test
    func `what was remembered is there when the file is opened again`() throws {
        let folder = try TemporaryFolder()
        let desk = try Desk(LedgerFile(path: folder.file("ledger.db")))
        desk.write("a.txt", "! close the quay")
        try desk.refresh()
        let again = try LedgerFile(path: folder.file("ledger.db"))
        #expect(try again.articles() == desk.ledger.articles())
        #expect(try again.records() == desk.ledger.records())
        #expect(try again.integrityCheck() == [])
    }

    @Test
    func `a refresh in which nothing changed writes nothing`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("ledger.db")
        try {
            let desk = try Desk(LedgerFile(path: path))
            desk.write("a.txt", "! close the quay", wait: 0)
            try desk.refresh()
            try FindingTests.remember([("one", ["a.txt"])], in: desk.ledger, as: "1")
        }()
        let before = try folder.contents()
        try {
            let desk = try Desk(LedgerFile(path: path))
            desk.write("a.txt", "! close the quay", wait: 60)
            #expect(try !desk.refresh().isChange)
            #expect(desk.takeReads() == ["a.txt"])
            try desk.ledger.consolidate(until: nil, program: "1") { _, _ in
                Issue.record("nothing changed, and it is consolidated")
                throw CancellationError()
            }
            try desk.ledger.setVerdicts([])
        }()
        #expect(try folder.contents() == before)
        #expect(before.keys.sorted() == ["ledger.db"])
    }

    @Test
    func `a file that is no ledger is told and left alone`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("ledger.db")
        let bytes = Data(String(repeating: "shopping list\n", count: 100).utf8)
        try bytes.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: LedgerError.self) { try LedgerFile(path: path) }
        #expect(
            error?.diagnostic.description == """
                \(path): error: the ledger is damaged: file is not a database [ledger-damaged]
                  try: put back a copy; or move the file away and run again: articles are read \
                anew, past editions are only in the file
                """
        )
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }

    @Test
    func `a ledger of a newer program is told and left alone`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("ledger.db")
        _ = try LedgerFile(path: path)
        try DatabaseQueue(path: path).write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 weather')")
        }
        let before = try folder.contents()["ledger.db"]
        let error = #expect(throws: LedgerError.self) { try LedgerFile(path: path) }
        #expect(error == .newer(path: path, changes: ["9 weather"]))
        #expect(
            error?.diagnostic.description == """
                \(path): error: a newer program wrote the ledger: ‘9 weather’ [ledger-newer]
                  try: run that program, or name another ledger
                """
        )
        #expect(try folder.contents()["ledger.db"] == before)
    }

    @Test
    func `a file with the tables of another program is told and left alone`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("ledger.db")
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "CREATE TABLE place (name TEXT)")
        }
        let before = try folder.contents()["ledger.db"]
        let error = #expect(throws: LedgerError.self) { try LedgerFile(path: path) }
        #expect(error?.diagnostic.code == "no-ledger")
        #expect(try folder.contents()["ledger.db"] == before)
    }

    @Test
    func `a ledger that can be written is left as it is`() throws {
        let folder = try TemporaryFolder()
        let ledger = try LedgerFile(path: folder.file("ledger.db"))
        let before = try folder.contents()["ledger.db"]
        try ledger.checkWriting()
        #expect(try folder.contents()["ledger.db"] == before)
    }

    @Test
    func `a folder that is missing is told`() throws {
        let error = #expect(throws: LedgerError.self) {
            try LedgerFile(path: "/nowhere/ledger.db")
        }
        #expect(error?.diagnostic.code == "ledger-unavailable")
        #expect(error?.diagnostic.place == Place("/nowhere/ledger.db"))
    }

    @Test
    func `a ledger that another process writes is busy`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("ledger.db")
        let desk = try Desk(LedgerFile(path: path, patience: 0))
        desk.write("a.txt", "first")
        let error = try DatabaseQueue(path: path).write { _ in
            #expect(throws: LedgerError.self) { try desk.refresh() }
        }
        #expect(error == .busy(path: path))
        #expect(try desk.refresh().added == ["a.txt"])
    }

    @Test
    func `a stored value that cannot be read is damage, not a crash`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("ledger.db")
        let desk = try Desk(LedgerFile(path: path))
        desk.write("a.txt", "! close the quay")
        try desk.refresh()
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "UPDATE record SET content = '{'")
        }
        let error = #expect(throws: LedgerError.self) { try desk.ledger.records() }
        #expect(error?.diagnostic.code == "ledger-damaged")
    }

    @Test
    func `a row that points nowhere is found`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("ledger.db")
        let desk = try Desk(LedgerFile(path: path))
        desk.write("a.txt", "! close the quay")
        try desk.refresh()
        var loose = Configuration()
        loose.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: loose).write {
            try $0.execute(sql: "DELETE FROM version")
        }
        let damage = try desk.ledger.integrityCheck()
        #expect(damage.count == 2)
        #expect(damage.allSatisfy { $0.code == "ledger-damaged" })
    }

    @Test
    func `a text that looks like a statement is a text`() throws {
        let desk = try Desk()
        desk.write("'; DROP TABLE article; --.txt", "'; DROP TABLE article; --\0\u{202E}")
        try desk.refresh()
        #expect(try desk.ledger.articles().map(\.id) == ["'; DROP TABLE article; --.txt"])
        #expect(try desk.ledger.articles().map(\.text) == ["'; DROP TABLE article; --\0\u{202E}"])
    }
}

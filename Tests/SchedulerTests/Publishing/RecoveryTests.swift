import Foundation
import Testing

@testable import Scheduler

struct RecoveryTests {
    static let steps: [PublicationStep] = [
        .checking, .syncing, .recording, .moving("a.md"), .moving("b.md"), .moving("new/c.md"),
        .moved, .forgotten,
    ]
    static let old = ["a.md": "old a", "b.md": "old b", "same.md": "same"]
    static let new = [
        "a.md": "new a", "b.md": "new b", "new/c.md": "new c", "same.md": "same",
    ]

    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for (name, text) in Self.old { try folder.write(text, to: name) }
    }

    static func publish(
        to path: String,
        step: (PublicationStep) throws(SystemTrouble) -> Void
    ) throws(PublicationError) {
        var publication = try Publication(in: path, id: "1")
        for (name, text) in new.sorted(by: { $0.key < $1.key }) {
            try publication.write(Array(text.utf8), as: name)
        }
        _ = try publication.publish(checking: { _, _ in nil }, step: step)
    }

    /// The edition that recovering leads to, when a publication is cut off before a step.
    static func edition(at step: PublicationStep) -> [String: String] {
        [.checking, .syncing, .recording].contains(step) ? old : new
    }

    /// The files outside of stages.
    func edition() throws -> [String: String] {
        try folder.texts().filter { !$0.key.hasPrefix(".stage-") }
    }

    @Test(arguments: steps)
    func `a killed publication is whole after recovering`(step: PublicationStep) async throws {
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = folder.path as String, step = step as PublicationStep] in
            try RecoveryTests.publish(to: path) { if $0 == step { kill(getpid(), SIGKILL) } }
        }
        for (name, text) in try edition() {
            #expect([Self.old[name], Self.new[name]].contains(text))
        }
        let recovery = try Publication.recover(folder.path)
        #expect(!recovery.isClean)
        #expect(try folder.texts() == Self.edition(at: step))
        #expect(try Publication.recover(folder.path).isClean)
        try Self.publish(to: folder.path) { _ in }
        #expect(try folder.texts() == Self.new)
    }

    @Test(arguments: steps)
    func `a publication that fails leaves the old edition, or is recovered`(
        step: PublicationStep
    ) throws {
        let expected: PublicationError =
            Self.edition(at: step) == Self.old
            ? .full(path: "disk") : .unfinished(path: "disk", code: ENOSPC)
        #expect(throws: expected) {
            try Self.publish(to: folder.path) { now throws(SystemTrouble) in
                if now == step { throw SystemTrouble("disk", code: ENOSPC) }
            }
        }
        if Self.edition(at: step) == Self.old { #expect(try folder.texts() == Self.old) }
        _ = try Publication.recover(folder.path)
        #expect(try folder.texts() == Self.edition(at: step))
    }

    @Test(arguments: steps.dropFirst(3))
    func `recovering can be cut off too`(step: PublicationStep) throws {
        func cutOff(at stop: PublicationStep) -> (PublicationStep) throws(SystemTrouble) -> Void {
            { now throws(SystemTrouble) in
                if now == stop { throw SystemTrouble("disk", code: EIO) }
            }
        }
        #expect(throws: PublicationError.self) {
            try Self.publish(to: folder.path, step: cutOff(at: .moving("b.md")))
        }
        #expect(throws: PublicationError.unfinished(path: "disk", code: EIO)) {
            try Publication.recover(folder.path, step: cutOff(at: step))
        }
        _ = try Publication.recover(folder.path)
        #expect(try folder.texts() == Self.new)
    }

    @Test(arguments: [
        [:],
        ["0-a.md": "half"],
        ["0-a.md": "new", "manifest.json.part": #"{"version":1,"files":[]}"#],
        ["0-a.md": "new", "manifest.json": #"{"version":1,"files":[{"staged":"0-a"#],
        [
            "0-a.md": "ne",
            "manifest.json":
                #"{"version":1,"files":[{"staged":"0-a.md","name":"a.md","size":3}]}"#,
        ],
        [
            "manifest.json":
                #"{"version":1,"files":[{"staged":"0-x.md","name":"x.md","size":3}]}"#
        ],
        [
            "0-a.md": "new",
            "manifest.json":
                #"{"version":1,"files":[{"staged":"0-a.md","name":"../../x","size":3}]}"#,
        ],
        [
            "manifest.json":
                #"{"version":1,"files":[{"staged":"../b.md","name":"a.md","size":5}]}"#
        ],
        ["inner/0-a.md": "new"],
    ])
    func `a stage that is not complete is removed`(files: [String: String]) throws {
        try folder.makeFolder(".stage-1")
        for (name, text) in files { try folder.write(text, to: ".stage-1/\(name)") }
        let recovery = try Publication.recover(folder.path)
        #expect(recovery.removed == [folder[".stage-1"]])
        #expect(try folder.texts() == Self.old)
    }

    @Test
    func `a folder that is missing, and a link that looks like a stage, are left alone`() throws {
        #expect(try Publication.recover(folder["none"]).isClean)
        symlink(folder.path, folder[".stage-link"])
        #expect(try Publication.recover(folder.path).isClean)
        #expect(try edition() == Self.old)
    }

    @Test
    func `a reader sees the old file or the new one, whole`() async throws {
        let sizes: Set<Int> = [1 << 16, 1 << 17]
        try folder.write(String(repeating: "o", count: 1 << 16), to: "big")
        let path = folder.path
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for round in 1...20 {
                    let size = round.isMultiple(of: 2) ? 1 << 16 : 1 << 17
                    #expect(throws: Never.self) {
                        var publication = try Publication(in: path, id: "\(round)")
                        try publication.write([UInt8](repeating: 0x6E, count: size), as: "big")
                        _ = try publication.publish { _, _ in nil }
                    }
                }
            }
            group.addTask {
                for _ in 1...200 {
                    let bytes = try? Data(contentsOf: URL(fileURLWithPath: "\(path)/big"))
                    #expect(bytes.map { sizes.contains($0.count) } == true)
                }
            }
        }
    }
}

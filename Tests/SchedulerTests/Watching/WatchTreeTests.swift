import Foundation
import Testing

@testable import Scheduler

struct WatchTreeTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Runs a body with a tree on the folder.
    func withTree(_ body: (inout WatchTree) throws -> Void) throws {
        var tree = try #require(try WatchTree(folder.path, ignoring: IgnoreRule()))
        defer { close(tree.file) }
        try body(&tree)
    }

    @Test
    func `lost events make the tree stale`() throws {
        try withTree { tree in
            let event = InotifyEvent(watch: -1, what: .overflow, name: "")
            let meaning = try tree.take(event)
            #expect(meaning == .stale(.rescan(.overflow)))
        }
    }

    @Test
    func `an unmounted folder makes the tree stale`() throws {
        try withTree { tree in
            let event = InotifyEvent(watch: 1, what: .unmounted, name: "")
            let meaning = try tree.take(event)
            #expect(meaning == .stale(.rescan(.folderGone)))
        }
    }

    @Test
    func `an event of a watch that was let go means nothing`() throws {
        try withTree { tree in
            let event = InotifyEvent(watch: 99, what: .made, name: "a.txt")
            let meaning = try tree.take(event)
            #expect(meaning == .nothing)
        }
    }

    @Test
    func `folders are watched, files are not, and what goes is let go`() throws {
        for name in ["a/b/c/file", "a/d/file", "e/file"] { try folder.write("", to: name) }
        try withTree { tree in
            #expect(tree.count == 6)
            try folder.remove("e")
            try folder.move("a/b", to: "a/x")
            while case let events = tree.read(), !events.isEmpty {
                for event in events { _ = try tree.take(event) }
            }
            #expect(tree.count == 5)
        }
    }

    @Test
    func `events are cut out of bytes, also when the last is torn`() {
        var bytes: [UInt8] = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0]
        bytes += Array("a.txt\0\0\0".utf8)
        bytes += [0xFF, 0xFF, 0xFF, 0xFF, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        let whole = bytes.withUnsafeBytes(InotifyEvent.events)
        #expect(
            whole == [
                InotifyEvent(watch: 1, what: .made, name: "a.txt"),
                InotifyEvent(watch: -1, what: .overflow, name: ""),
            ]
        )
        let torn = bytes.prefix(20).withUnsafeBytes(InotifyEvent.events)
        #expect(torn == [InotifyEvent(watch: 1, what: .made, name: "a.tx")])
    }
}

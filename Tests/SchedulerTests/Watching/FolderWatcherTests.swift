import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Scheduler

@Suite(.timeLimit(.minutes(5)))
struct FolderWatcherTests {
    let folder: TemporaryFolder
    let clock = TestClock()
    let told = Told()

    final class Told: Sendable {
        private let list = Mutex<[Diagnostic]>([])
        var all: [Diagnostic] { list.withLock(\.self) }
        func append(_ diagnostic: Diagnostic) { list.withLock { $0.append(diagnostic) } }
    }

    init() throws { folder = try TemporaryFolder() }

    func watcher(
        on type: FileSystemType?,
        system: (@Sendable () -> AsyncStream<Hint>?)? = nil
    ) -> FolderWatcher<TestClock> {
        guard let system else {
            return FolderWatcher(
                folder.path,
                ignoring: IgnoreRule(),
                clock: clock,
                type: { _ in type },
                telling: told.append
            )
        }
        return FolderWatcher(
            folder.path,
            ignoring: IgnoreRule(),
            every: .seconds(30),
            clock: clock,
            type: { _ in type },
            telling: told.append,
            system: system
        )
    }

    @Test
    func `on a disk the system tells`() async throws {
        var hints = watcher(on: FileSystemType(rawValue: 0xEF53)).hints().makeAsyncIterator()
        try folder.write("a", to: "a.txt")
        #expect(await hints.next() == .changed("a.txt"))
        #expect(told.all == [])
    }

    @Test
    func `on a share the folder is looked through, and that is told once`() async throws {
        var hints = watcher(on: FileSystemType(rawValue: 0x6969)).hints().makeAsyncIterator()
        try folder.write("a", to: "a.txt")
        async let time: Void = clock.wake(.seconds(30))
        #expect(await hints.next() == .changed("a.txt"))
        await time
        #expect(
            told.all.map(\.description) == [
                """
                \(folder.path): note: the folder lies on NFS, which does not tell of changes: \
                it is looked through every 30 s [polling]
                """
            ]
        )
    }

    @Test(arguments: [
        (
            WatchLimit.folders, "folders",
            "sysctl fs.inotify.max_user_watches=524288"
        ),
        (.watchers, "folder trees", "sysctl fs.inotify.max_user_instances=1024"),
    ])
    func `when the system gives up the folder is looked through, and that is told once`(
        limit: WatchLimit,
        what: String,
        mend: String
    ) async throws {
        let watcher = watcher(on: nil) {
            AsyncStream { stream in
                stream.yield(.changed("before"))
                stream.yield(.rescan(.exhausted(limit)))
                stream.finish()
            }
        }
        var hints = watcher.hints().makeAsyncIterator()
        #expect(await hints.next() == .changed("before"))
        #expect(await hints.next() == .rescan(.exhausted(limit)))
        try folder.write("a", to: "a.txt")
        async let time: Void = clock.wake(.seconds(30))
        #expect(await hints.next() == .changed("a.txt"))
        await time
        #expect(
            told.all.map(\.description) == [
                """
                \(folder.path): warning: the system watches no more \(what): \
                the folder is looked through every 30 s [watch-limit]
                  try: \(mend)
                """
            ]
        )
    }
}

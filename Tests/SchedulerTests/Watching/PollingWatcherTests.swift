import Foundation
import Testing

@testable import Scheduler

struct PollingWatcherTests {
    let folder: TemporaryFolder
    let clock = TestClock()

    init() throws { folder = try TemporaryFolder() }

    func watcher(_ path: String) -> PollingWatcher<TestClock> {
        PollingWatcher(path, ignoring: IgnoreRule(), every: .seconds(30), clock: clock)
    }

    @Test
    func `a change is told at the next look, and none where there was none`() async throws {
        var hints = watcher(folder.path).hints().makeAsyncIterator()
        async let time: Void = {
            await clock.wake(.seconds(30))
            await clock.sleeper(until: .seconds(60))
            try folder.write("b", to: "b.txt")
            try folder.write("a", to: "a.txt")
            await clock.wake(.seconds(60))
        }()
        #expect(await hints.next() == .changed("a.txt"))
        #expect(await hints.next() == .changed("b.txt"))
        try await time
    }

    @Test
    func `a folder that comes and goes is told`() async throws {
        var hints = watcher(folder["corpus"]).hints().makeAsyncIterator()
        async let time: Void = {
            try folder.makeFolder("corpus")
            await clock.wake(.seconds(30))
            await clock.sleeper(until: .seconds(60))
            try folder.remove("corpus")
            await clock.wake(.seconds(60))
        }()
        #expect(await hints.next() == .rescan(.folderFound))
        #expect(await hints.next() == .rescan(.folderGone))
        try await time
    }

    @Test
    func `a watch that is cancelled ends`() async throws {
        let hints = watcher(folder.path).hints()
        let task = Task { await hints.reduce(into: []) { $0.append($1) } }
        await clock.sleeper(until: .seconds(30))
        task.cancel()
        #expect(await task.value == [])
    }
}

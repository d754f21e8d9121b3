import Foundation
import Synchronization
import Testing

@testable import Scheduler

@Suite(.timeLimit(.minutes(5)))
struct SettledChangesTests {
    /// A source that tells what a test wants.
    final class Script: ChangeSource {
        private let (stream, continuation) = AsyncStream<Hint>.makeStream()
        private let (asks, ask) = AsyncStream<Void>.makeStream()

        func hints() -> AsyncStream<Hint> {
            AsyncStream { [stream, ask] in
                ask.yield()
                return await stream.next()
            }
        }

        func tell(_ path: String) { continuation.yield(.changed(path)) }

        /// Waits until so many hints have been taken: whoever asks for one more has put these away.
        func taken(_ count: Int) async { for await _ in asks.prefix(count + 1) {} }
    }

    let clock = TestClock()
    let script = Script()

    func changes() -> SettledChanges<Script, TestClock> {
        SettledChanges(of: script, clock: clock) { FolderListing(files: [:]) }
    }

    /// Runs a body with the settlements as they come, and ends the watch.
    func watch<Source: ChangeSource>(
        _ changes: SettledChanges<Source, TestClock>,
        _ body: (AsyncStream<Settlement>) async throws -> Void
    ) async throws {
        let (stream, continuation) = AsyncStream<Settlement>.makeStream()
        let task = Task { try await changes.forEach { continuation.yield($0) } }
        #expect(await stream.next() == Settlement(reason: .start, hints: []))
        try await body(stream)
        task.cancel()
        try await task.value
    }

    @Test
    func `a hint leads to one settlement after two seconds`() async throws {
        try await watch(changes()) { settlements in
            await clock.sleeper(until: .seconds(600))
            script.tell("a.txt")
            await clock.wake(.seconds(1))
            await clock.wake(.seconds(2))
            #expect(
                await settlements.next()
                    == Settlement(reason: .quiet, hints: [.changed("a.txt")])
            )
            await clock.wake(.seconds(600))
            await clock.wake(.seconds(602))
            #expect(await settlements.next()?.reason == .safety)
        }
    }

    @Test
    func `what changes while something is done leads to one more settlement`() async throws {
        let (gate, open) = AsyncStream<Void>.makeStream()
        let (stream, continuation) = AsyncStream<Settlement>.makeStream()
        let task = Task { [changes = changes()] in
            try await changes.forEach { settlement in
                continuation.yield(settlement)
                _ = await gate.next()
            }
        }
        #expect(await stream.next()?.reason == .start)
        open.yield()
        await clock.sleeper(until: .seconds(600))
        script.tell("a.txt")
        await clock.wake(.seconds(1))
        await clock.wake(.seconds(2))
        #expect(await stream.next()?.hints == [.changed("a.txt")])
        for _ in 0..<1000 { script.tell("b.txt") }
        await script.taken(1001)
        clock.advance(to: .seconds(300))
        open.yield()
        await clock.wake(.seconds(301))
        await clock.wake(.seconds(302))
        #expect(await stream.next()?.hints == [.changed("b.txt")])
        open.yield()
        task.cancel()
        try await task.value
    }

    @Test
    func `what the body throws ends the watch`() async {
        struct Fault: Error {}
        async let time: Void = clock.wake(.seconds(600))
        await #expect(throws: Fault.self) {
            try await changes().forEach { if $0.reason == .safety { throw Fault() } }
        }
        await time
    }

    /// A watch on a folder that lets a test know what it told.
    struct Overheard: ChangeSource {
        let watcher: InotifyWatcher
        let hear: @Sendable (Hint) -> Void

        func hints() -> AsyncMapSequence<AsyncStream<Hint>, Hint> {
            watcher.hints().map { hint in
                hear(hint)
                return hint
            }
        }
    }

    @Test
    func `twenty thousand files lead to one settlement`() async throws {
        let folder = try TemporaryFolder(isLarge: true)
        let path = folder.path
        let (heard, ear) = AsyncStream<Void>.makeStream()
        let source = Overheard(watcher: InotifyWatcher(path, ignoring: IgnoreRule())) {
            if $0 == .changed("last") { ear.yield() }
        }
        let changes = SettledChanges(of: source, clock: clock) {
            FolderListing(of: path, ignoring: IgnoreRule())
        }
        try await watch(changes) { settlements in
            await clock.sleeper(until: .seconds(600))
            for number in 0..<20_000 {
                close(open("\(path)/\(number).txt", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644))
            }
            // The queue of the system may have overflowed: what is told then has no names.
            let mark = Task {
                while !Task.isCancelled {
                    close(open("\(path)/last", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644))
                    try? await Task.sleep(for: .milliseconds(1))
                }
            }
            _ = await heard.next()
            mark.cancel()
            await mark.value
            let time = Task { await clock.run(before: .seconds(600)) }
            #expect(await settlements.next()?.reason == .quiet)
            time.cancel()
            await clock.wake(.seconds(600))
            clock.advance(to: .seconds(700))
            #expect(await settlements.next()?.reason == .safety)
        }
    }
}

extension AsyncStream {
    /// The next element; whoever asks again goes on from there.
    fileprivate func next() async -> Element? {
        for await element in self { return element }
        return nil
    }
}

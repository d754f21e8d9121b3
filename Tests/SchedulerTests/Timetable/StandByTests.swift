import Synchronization
import Testing

@testable import Scheduler

@Suite(.timeLimit(.minutes(5)))
struct StandByTests {
    /// Monday 2025-03-03 00:00 UTC, when the test clock stands at zero.
    private static let start = 1_740_960_000
    private static let day = 86_400

    /// The time of day, which somebody may set.
    final class WallClock: Sendable {
        /// How far it is off, in seconds.
        let shift = Mutex(0)
    }

    let clock = TestClock()
    let wall = WallClock()

    private func standBy(nap: Duration = .seconds(day)) -> StandBy<TestClock> {
        StandBy(clock: clock, longestNap: nap) { [clock, wall] in
            let passed = Int(clock.now.time.components.seconds)
            return Instant(seconds: Self.start + passed + wall.shift.withLock(\.self))
        }
    }

    /// Runs a test with the rounds as they come, and ends the standing by.
    private func rounds(
        _ expression: String? = "0 7 * * 1",
        nap: Duration = .seconds(day),
        changes: AsyncStream<String> = AsyncStream { _ in },
        outcome: @escaping @Sendable (StandBy<TestClock>.Occasion) -> StandBy<TestClock>.Outcome = {
            _ in .done
        },
        _ body: (AsyncStream<StandBy<TestClock>.Occasion>) async throws -> Void
    ) async throws {
        let schedule = try expression.map(CronExpression.init)
        let zone = try ZoneClock(named: "UTC")
        let (stream, continuation) = AsyncStream<StandBy<TestClock>.Occasion>.makeStream()
        let task = Task { [standBy = standBy(nap: nap)] in
            await standBy.run(changes: changes) { instant in
                schedule?.next(after: instant, in: zone)
            } round: { occasion in
                continuation.yield(occasion)
                return outcome(occasion)
            }
        }
        try await body(stream)
        task.cancel()
        await task.value
    }

    private static func monday(_ week: Int) -> Instant {
        Instant(seconds: start + week * 7 * day + 7 * 3600)
    }

    @Test func `it looks at the start, and then at each slot`() async throws {
        try await rounds { occasions in
            var occasions = occasions.makeAsyncIterator()
            #expect(await occasions.next() == .start)
            await clock.wake(.seconds(7 * 3600))
            #expect(await occasions.next() == .slot(Self.monday(0)))
            let runner = Task { await clock.run(before: .seconds(8 * Self.day)) }
            #expect(await occasions.next() == .slot(Self.monday(1)))
            runner.cancel()
        }
    }

    @Test func `a change leads to a round at once`() async throws {
        let (changes, feed) = AsyncStream<String>.makeStream()
        try await rounds(changes: changes) { occasions in
            var occasions = occasions.makeAsyncIterator()
            #expect(await occasions.next() == .start)
            feed.yield("corpus")
            #expect(await occasions.next() == .change("corpus"))
        }
    }

    @Test func `what may pass is tried again, five times, and what does not pass is not`()
        async throws
    {
        try await rounds(nil, outcome: { _ in .failed(.transient) }) { occasions in
            var occasions = occasions.makeAsyncIterator()
            let runner = Task { await clock.run(before: .seconds(20 * Self.day)) }
            var seen: [StandBy<TestClock>.Occasion?] = []
            for _ in 0..<6 { seen.append(await occasions.next()) }
            #expect(seen == [.start] + (1...5).map { .retry($0) })
            #expect(clock.now.time < .seconds(3600))
            runner.cancel()
        }
        try await rounds("0 7 * * 1", outcome: { _ in .failed(.permanent) }) { occasions in
            var occasions = occasions.makeAsyncIterator()
            let runner = Task { await clock.run(before: .seconds(60 * Self.day)) }
            #expect(await occasions.next() == .start)
            guard case .slot? = await occasions.next() else {
                Issue.record("a permanent failure was tried again")
                return
            }
            runner.cancel()
        }
    }

    @Test func `a clock set back repeats no slot, and one set forward loses none`() async throws {
        try await rounds(nap: .seconds(60)) { occasions in
            var occasions = occasions.makeAsyncIterator()
            #expect(await occasions.next() == .start)
            let runner = Task { await clock.run(before: .seconds(15 * Self.day)) }
            #expect(await occasions.next() == .slot(Self.monday(0)))
            wall.shift.withLock { $0 = -3 * 3600 }
            #expect(await occasions.next() == .slot(Self.monday(1)))
            wall.shift.withLock { $0 = 6 * Self.day }
            #expect(await occasions.next() == .slot(Self.monday(2)))
            runner.cancel()
        }
    }

    @Test func `a year of standing by calls a round for each week`() async throws {
        try await rounds { occasions in
            var occasions = occasions.makeAsyncIterator()
            let runner = Task { await clock.run(before: .seconds(366 * Self.day)) }
            #expect(await occasions.next() == .start)
            var slots: [StandBy<TestClock>.Occasion?] = []
            for _ in 0..<52 { slots.append(await occasions.next()) }
            #expect(slots == (0..<52).map { .slot(Self.monday($0)) })
            runner.cancel()
        }
    }
}

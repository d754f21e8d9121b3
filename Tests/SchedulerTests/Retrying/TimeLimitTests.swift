import Scheduler
import Testing

struct TimeLimitTests {
    struct Fault: Error {}
    let clock = TestClock()

    @Test
    func `an operation in time returns what it returns, even nothing`() async throws {
        #expect(try await withTimeLimit(.seconds(1), clock: clock) { 7 } == 7)
        #expect(try await withTimeLimit(.seconds(1), clock: clock) { nil as Int? } == nil)
    }

    @Test
    func `an operation that fails throws what it throws`() async {
        await #expect(throws: Fault.self) {
            try await withTimeLimit(.seconds(1), clock: clock) { throw Fault() }
        }
    }

    @Test
    func `an operation that takes too long is cancelled and told`() async {
        async let time: Void = {
            await clock.sleeper(until: .seconds(9999))
            await clock.wake(.seconds(1800))
        }()
        await #expect(throws: TimeLimitError.exceeded(.seconds(1800))) {
            try await withTimeLimit(.seconds(1800), clock: clock) { [clock] in
                try await clock.sleep(for: .seconds(9999))
            }
        }
        await time
    }

    @Test
    func `an operation that is cancelled from outside has the last word`() async throws {
        let task = Task { [clock] in
            try await withTimeLimit(.seconds(1800), clock: clock) {
                try? await clock.sleep(for: .seconds(9999))
                return "tidied up"
            }
        }
        await clock.sleeper(until: .seconds(9999))
        task.cancel()
        #expect(try await task.value == "tidied up")
    }

    @Test
    func `the error says what to do`() {
        #expect(
            "\(TimeLimitError.exceeded(.seconds(1800)).diagnostic)" == """
                error: the run took longer than 1800 s and was broken off [timeout]
                  try: allow it more time, or find out what holds it up
                """
        )
    }
}

import Scheduler
import Testing

struct RetryPolicyTests {
    /// Draws numbers that are spread evenly, the same ones each time.
    ///
    /// Source: SplitMix64, <https://prng.di.unimi.it/splitmix64.c>.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64 = 1

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// Draws the largest number, always.
    struct Largest: RandomNumberGenerator {
        mutating func next() -> UInt64 { .max }
    }

    let policy = RetryPolicy()

    @Test(
        arguments: [(0, nil), (1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, nil)]
            as [(Int, Int?)]
    )
    func `the bound doubles, five times`(number: Int, minutes: Int?) {
        #expect(policy.bound(beforeRetry: number) == minutes.map { .seconds($0 * 60) })
    }

    @Test
    func `no bound exceeds half an hour`() {
        let patient = RetryPolicy(mostRetries: 200)
        #expect(patient.bound(beforeRetry: 6) == .seconds(30 * 60))
        #expect(patient.bound(beforeRetry: 200) == .seconds(30 * 60))
    }

    @Test
    func `a pause lies anywhere between nothing and the bound`() throws {
        var generator = Seeded()
        let pauses = (0..<1000).compactMap { _ in
            policy.pause(beforeRetry: 3, after: .transient, timeLeft: nil, using: &generator)
        }
        #expect(pauses.count == 1000)
        #expect(try #require(pauses.min()) < .seconds(3))
        #expect(try #require(pauses.max()) > .seconds(237))
        #expect(pauses.allSatisfy { $0 >= .zero && $0 <= .seconds(240) })
        let mean = pauses.reduce(.zero, +) / 1000
        #expect(mean > .seconds(110) && mean < .seconds(130))
    }

    @Test(
        arguments: [
            (.permanent, 1, nil), (.transient, 6, nil), (.transient, 1, 60), (.transient, 1, 0),
        ] as [(RetryPolicy.Failure, Int, Int?)]
    )
    func `some runs are not tried again`(failure: RetryPolicy.Failure, number: Int, left: Int?) {
        var generator = Largest()
        let left = left.map { Duration.seconds($0) }
        let pause = policy.pause(
            beforeRetry: number,
            after: failure,
            timeLeft: left,
            using: &generator
        )
        #expect(pause == nil)
    }

    @Test
    func `a pause that ends before the next slot is made`() {
        var generator = Largest()
        let pause = policy.pause(
            beforeRetry: 1,
            after: .transient,
            timeLeft: .seconds(61),
            using: &generator
        )
        #expect(pause == .seconds(60))
    }
}

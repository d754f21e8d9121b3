/// When a run that failed is tried again.
///
/// The pauses may be twice as long each time and are drawn between nothing and that bound, so that
/// machines which failed together do not come back together.
///
/// Source: “full jitter”, M. Brooker, “Exponential Backoff And Jitter”, 2015,
/// <https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/>.
public struct RetryPolicy: Hashable, Sendable {
    /// What kind of failure it was.
    public enum Failure: Hashable, Sendable {
        /// It may pass by itself: a full disk, a lock, something busy.
        case transient
        /// It comes again as long as nobody mends it: configuration, data, usage.
        case permanent
    }

    /// The bound of the first pause; each further one is twice as long.
    public var firstPause: Duration
    /// The bound that no pause exceeds.
    public var longestPause: Duration
    /// How many times a run is tried again at most.
    public var mostRetries: Int

    /// Makes a policy; without arguments 1, 2, 4, 8 and 16 minutes and then no more.
    public init(
        firstPause: Duration = .seconds(60),
        longestPause: Duration = .seconds(30 * 60),
        mostRetries: Int = 5
    ) {
        precondition(firstPause > .zero, "the first pause must be positive, got \(firstPause)")
        self.firstPause = firstPause
        self.longestPause = longestPause
        self.mostRetries = mostRetries
    }

    /// The longest that a pause before a retry may be.
    ///
    /// - Parameter number: Which retry it is, counted from 1.
    /// - Returns: The bound; nil where no such retry is made.
    public func bound(beforeRetry number: Int) -> Duration? {
        guard number >= 1, number <= mostRetries else { return nil }
        var pause = firstPause
        for _ in 1..<number where pause < longestPause { pause *= 2 }
        return min(pause, longestPause)
    }

    /// How long to wait before a run is tried again.
    ///
    /// - Parameters:
    ///   - number: Which retry it would be, counted from 1.
    ///   - failure: How the run before failed.
    ///   - timeLeft: The time until the run is due anyway; nil where it never is.
    ///   - generator: What draws the pause, in whole milliseconds.
    /// - Returns: The pause; nil when the run is not tried again.
    public func pause(
        beforeRetry number: Int,
        after failure: Failure,
        timeLeft: Duration?,
        using generator: inout some RandomNumberGenerator
    ) -> Duration? {
        guard failure == .transient, let bound = bound(beforeRetry: number) else { return nil }
        let milliseconds = Int64(bound / .milliseconds(1))
        let pause = Duration.milliseconds(Int64.random(in: 0...milliseconds, using: &generator))
        if let timeLeft, pause >= timeLeft { return nil }
        return pause
    }
}

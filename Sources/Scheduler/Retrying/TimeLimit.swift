public import Diagnostics

/// Runs an operation and cancels it when it takes too long.
///
/// The operation is cancelled, not killed: this returns when it has ended. One that ends by itself
/// in time, and one that is cancelled from outside, is told as it ended.
///
/// - Parameters:
///   - limit: How long it may take.
///   - clock: What measures the time.
///   - operation: What is to be done; it should end soon when its task is cancelled.
/// - Returns: What the operation returns.
/// - Throws: ``TimeLimitError`` when the time was up first, else what the operation throws.
public func withTimeLimit<Value: Sendable, C: Clock>(
    _ limit: Duration,
    clock: C,
    operation: @escaping @Sendable () async throws -> Value
) async throws -> Value where C.Duration == Duration {
    let deadline = clock.now.advanced(by: limit)
    return try await withThrowingTaskGroup(of: Value?.self) { group in
        defer { group.cancelAll() }
        group.addTask { try await operation() }
        group.addTask {
            // A clock that was cancelled says nothing: the operation then has the word.
            do { try await clock.sleep(until: deadline, tolerance: nil) } catch { return nil }
            throw TimeLimitError.exceeded(limit)
        }
        while let ended = try await group.next() {
            if let value = ended { return value }
        }
        throw CancellationError()
    }
}

/// Why an operation was broken off.
public enum TimeLimitError: Error, Hashable, Sendable {
    /// It took longer than it may.
    case exceeded(Duration)
}

extension TimeLimitError: Diagnosable {
    /// The error, told to a person.
    public var diagnostic: Diagnostic {
        switch self {
        case .exceeded(let limit):
            Diagnostic(
                .error,
                code: "timeout",
                "the run took longer than \(limit.components.seconds) s and was broken off",
                mend: "allow it more time, or find out what holds it up"
            )
        }
    }
}

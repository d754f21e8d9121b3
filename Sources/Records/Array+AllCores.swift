internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
    /// The values of a function over the elements, worked out on all cores, in their order.
    ///
    /// - Parameters:
    ///   - share: The number of neighbours that are worked out together; nil for a sixteenth of all and 256 at
    ///     most, so that no core waits long for another.
    ///   - progress: Told the number of elements done and of all, after each share; on any thread.
    ///   - body: The function; called on any thread.
    /// - Returns: As many values as there are elements.
    /// - Throws: The error of the first element that has one.
    package func mappedOnAllCores<Value: Sendable, Failure: Error>(
        sharing share: Int? = nil,
        progress: (@Sendable (Int, Int) -> Void)? = nil,
        _ body: @Sendable (Element) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        let share = share ?? Swift.max(1, Swift.min(256, count / 16))
        let shares = stride(from: 0, to: count, by: share).map {
            self[$0..<Swift.min($0 + share, count)]
        }
        // One share is worked out here: within a share, no other is spread over the cores.
        guard shares.count > 1 else {
            let values = try map(body)
            progress?(count, count)
            return values
        }
        let results = Mutex<(found: [Int: Result<[Value], Failure>], done: Int)>(([:], 0))
        DispatchQueue.concurrentPerform(iterations: shares.count) { index in
            let result = Result { () throws(Failure) in try shares[index].map(body) }
            let done = results.withLock { state in
                state.found[index] = result
                state.done += shares[index].count
                return state.done
            }
            progress?(done, count)
        }
        var values: [Value] = []
        values.reserveCapacity(count)
        let found = results.withLock { $0.found }
        for index in shares.indices { values += try found[index]?.get() ?? [] }
        return values
    }
}

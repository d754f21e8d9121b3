internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
    /// The values of a function over the elements, worked out on all cores, in their order.
    ///
    /// - Parameters:
    ///   - share: The number of neighbours that are worked out together; more for quick functions.
    ///   - progress: Told the number of elements done and of all, after each share; on any thread.
    ///   - body: The function; called on any thread.
    /// - Returns: As many values as there are elements.
    /// - Throws: The error of the first element that has one.
    package func mappedOnAllCores<Value: Sendable, Failure: Error>(
        sharing share: Int = 256,
        progress: (@Sendable (Int, Int) -> Void)? = nil,
        _ body: @Sendable (Element) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        let shares = stride(from: 0, to: count, by: share).map {
            self[$0..<Swift.min($0 + share, count)]
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

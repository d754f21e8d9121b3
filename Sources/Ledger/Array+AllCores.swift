internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
    /// The values of a function over the elements, worked out on all cores, in their order.
    ///
    /// - Parameters:
    ///   - share: The number of neighbours that are worked out together; more for quick functions.
    ///   - body: The function; called on any thread.
    /// - Returns: As many values as there are elements.
    /// - Throws: The error of the first element that has one.
    func mappedOnAllCores<Value: Sendable>(
        sharing share: Int = 256,
        _ body: @Sendable (Element) throws -> Value
    ) throws -> [Value] {
        let shares = stride(from: 0, to: count, by: share).map {
            self[$0..<Swift.min($0 + share, count)]
        }
        let results = Mutex<[Int: Result<[Value], any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: shares.count) { index in
            let result = Result { try shares[index].map(body) }
            results.withLock { $0[index] = result }
        }
        return try results.withLock { results in
            try shares.indices.flatMap { try results[$0]?.get() ?? [] }
        }
    }
}

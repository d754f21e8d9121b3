public import Records

extension Edition {
    /// The days that an edition covers, both ends included.
    public struct Period: Hashable, Sendable, Codable {
        /// The first day; nil for all there was before.
        public var first: Day?
        /// The last day; of an edition that tells all there is, the last day that it knew of.
        public var last: Day

        /// Makes a period.
        ///
        /// - Precondition: It does not end before it begins.
        public init(first: Day?, last: Day) {
            if let first {
                precondition(first <= last, "a period must not end first: \(first)–\(last)")
            }
            self.first = first
            self.last = last
        }
    }
}

extension Edition.Period: CustomStringConvertible {
    /// The two days as ISO 8601 writes an interval; with an open beginning, until when.
    public var description: String { first.map { "\($0)/\(last)" } ?? "until \(last)" }
}

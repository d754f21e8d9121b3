import Foundation

@testable import Scheduler

extension Instant {
    /// An instant as ISO 8601 writes it: 2024-07-28T05:00:00Z.
    init(_ text: String) throws {
        self.init(try Date(text, strategy: .iso8601))
    }
}

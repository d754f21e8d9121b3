@testable import Language

extension Analyzer {
    /// One analyzer for all tests, since making one reads the data files.
    static let shared = Result { try Analyzer() }
}

@testable import Scheduler

/// The same numbers in every run.
///
/// Source: SplitMix64, Guy L. Steele Jr. et al., “Fast Splittable Pseudorandom Number Generators”, 2014.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension CronExpression {
    /// An expression that a person might have written, all fields together.
    static func random(using generator: inout SeededNumbers) throws -> CronExpression {
        while true {
            let fields = CronField.allCases.map { field in
                // Most schedules leave days and months open.
                let isTime = field == .minute || field == .hour
                let isOpen = Int.random(in: 0..<6, using: &generator) < (isTime ? 1 : 4)
                return isOpen ? "*" : Self.list(of: field, using: &generator)
            }
            do throws(CronError) {
                return try CronExpression(fields.joined(separator: " "))
            } catch {
                guard case .impossibleDate = error else { throw error }
            }
        }
    }

    private static func list(of field: CronField, using generator: inout SeededNumbers) -> String {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
            let first = Int.random(in: field.range, using: &generator)
            let last = Int.random(in: first...field.range.upperBound, using: &generator)
            let step = Int.random(in: 1...7, using: &generator)
            return switch Int.random(in: 0..<6, using: &generator) {
            case 0: "*/\(step)"
            case 1: "\(first)-\(last)"
            case 2: "\(first)-\(last)/\(step)"
            default: "\(first)"
            }
        }
        .joined(separator: ",")
    }
}

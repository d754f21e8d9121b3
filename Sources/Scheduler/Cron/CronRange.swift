/// A range of values with a step, as a field's list can say it.
struct CronRange: Hashable, Sendable {
    let values: ClosedRange<Int>
    /// 1 where every value is meant.
    let step: Int

    init(_ values: ClosedRange<Int>, step: Int) {
        self.values = values
        self.step = step
    }

    /// The values, as bits.
    var bits: UInt64 {
        stride(from: values.lowerBound, through: values.upperBound, by: step)
            .reduce(0) { $0 | 1 << UInt64($1) }
    }
}

extension CronRange: CustomStringConvertible {
    /// The range as cron reads it: 7, 7-9 or 5-59/15.
    var description: String {
        if values.count <= step { return "\(values.lowerBound)" }
        let ends = "\(values.lowerBound)-\(values.upperBound)"
        return step == 1 ? ends : "\(ends)/\(step)"
    }
}

/// Where each byte of a derived text stood in the text it was made from.
///
/// A map is a list of runs; within a run every unit of the derived text has the same width, and so has
/// every unit of the original. An empty map means that nothing was changed.
struct OffsetMap: Hashable, Sendable {
    private struct Run: Hashable, Sendable {
        var derived: Int
        var origin: Int
        var width: Int
        var originWidth: Int
    }

    private var runs: [Run] = []

    /// A map that changes nothing.
    init() {}

    /// A map for a text whose first bytes were cut off.
    init(shift: Int) {
        if shift != 0 { note(derived: 0, origin: shift, width: 1, originWidth: 1) }
    }

    /// Says that from here on units of one width stand for units of another; offsets must rise.
    mutating func note(derived: Int, origin: Int, width: Int, originWidth: Int) {
        if let last = runs.last, last.width == width, last.originWidth == originWidth,
            last.origin + (derived - last.derived) / width * originWidth == origin
        {
            return
        }
        runs.append(Run(derived: derived, origin: origin, width: width, originWidth: originWidth))
    }

    /// The offset in the original of an offset in the derived text.
    ///
    /// - Complexity: O(log *n*) in the number of runs.
    func origin(of derived: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].derived <= derived { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return derived }
        let run = runs[low - 1]
        let origin = run.origin + (derived - run.derived) / run.width * run.originWidth
        return low < runs.count ? min(origin, runs[low].origin) : origin
    }

    /// The range in the original of a range of the derived text.
    func origin(of derived: Range<Int>) -> Range<Int> {
        let start = origin(of: derived.lowerBound)
        return start..<max(start, origin(of: derived.upperBound))
    }
}

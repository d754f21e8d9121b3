/// A trained linear classifier: features to weights of classes, read where the model lies.
///
/// A feature is found by the upper 16 bits of its key within groups of eight, of which its lower half names the
/// first; a full group goes over into the next. A group takes half a cache line.
///
/// Layout, little-endian: the number of classes, of groups and of entries (UInt32 each), 4 bytes free; the groups, each its
/// first entry (UInt32), 4 bytes free, the upper bits of its eight keys (UInt16, 0 where none stands), where
/// the entries of each end, counted from the first (UInt8); the entries, each a class (UInt8) and a weight (Int8).
package struct LinearClassifier: @unchecked Sendable {
    // @unchecked Sendable because the memory behind the pointers belongs to `file` and never changes.

    private let file: ModelFile
    /// The number of classes.
    package let classes: Int
    private let groups: UnsafeRawPointer
    private let entries: UnsafePointer<UInt16>
    private let groupCount: UInt64

    private static let groupSize = 32

    /// Reads a section of a model; nil where it is not there or damaged.
    package init?(_ file: ModelFile, _ section: ModelFile.Section) {
        guard let bytes = file.section(section), bytes.count >= 16, let base = bytes.baseAddress
        else { return nil }
        let classes = Int(bytes.load(fromByteOffset: 0, as: UInt32.self))
        let groups = Int(bytes.load(fromByteOffset: 4, as: UInt32.self))
        let entries = Int(bytes.load(fromByteOffset: 8, as: UInt32.self))
        let start = 16 + groups * Self.groupSize
        guard groups > 0, classes <= 256, bytes.count == start + 2 * entries else { return nil }
        self.file = file
        self.classes = classes
        groupCount = UInt64(groups)
        self.groups = base + 16
        self.entries = (base + start).assumingMemoryBound(to: UInt16.self)
    }

    /// Adds up the weights of features for each class.
    ///
    /// - Parameters:
    ///   - keys: The features.
    ///   - count: How many there are.
    ///   - scores: One sum for each class.
    @inline(__always)
    package func score(
        _ keys: UnsafeMutableBufferPointer<UInt64>,
        count: Int,
        into scores: UnsafeMutableBufferPointer<Int32>
    ) {
        scores.update(repeating: 0)
        for index in 0..<count {
            var (entry, end) = entries(of: keys[index])
            while entry < end {
                let packed = entries[entry]
                scores[Int(packed & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: packed &>> 8))
                entry &+= 1
            }
        }
    }

    /// The entries of a feature, half-open.
    @inline(__always)
    private func entries(of key: UInt64) -> (start: Int, end: Int) {
        let print = UInt64(Self.print(of: key)) &* 0x0001_0001_0001_0001
        var group = Int(truncatingIfNeeded: ((key & 0xFFFF_FFFF) &* groupCount) &>> 32)
        while true {
            let place = groups + group &* Self.groupSize
            let low = place.load(fromByteOffset: 8, as: UInt64.self)
            let high = place.load(fromByteOffset: 16, as: UInt64.self)
            var hit = Self.zeroLanes(low ^ print)
            var slot = hit.trailingZeroBitCount &>> 4
            if hit == 0 {
                hit = Self.zeroLanes(high ^ print)
                slot = 4 &+ hit.trailingZeroBitCount &>> 4
            }
            if hit != 0 {
                let first = Int(place.load(as: UInt32.self))
                let ends = place + 24
                let start =
                    slot == 0 ? 0 : Int(ends.load(fromByteOffset: slot &- 1, as: UInt8.self))
                return (
                    first &+ start, first &+ Int(ends.load(fromByteOffset: slot, as: UInt8.self))
                )
            }
            if high &>> 48 == 0 { return (0, 0) }
            group = group &+ 1 == Int(groupCount) ? 0 : group &+ 1
        }
    }

    /// The highest bits of the 16-bit lanes that are zero; exact for the lowest of them.
    ///
    /// Source: <https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord>.
    @inline(__always)
    private static func zeroLanes(_ lanes: UInt64) -> UInt64 {
        (lanes &- 0x0001_0001_0001_0001) & ~lanes & 0x8000_8000_8000_8000
    }

    /// The upper bits of a key; never 0, which is a free place, nor `blocked`.
    @inline(__always)
    private static func print(of key: UInt64) -> UInt16 {
        min(max(UInt16(truncatingIfNeeded: key &>> 48), 1), blocked &- 1)
    }

    /// What stands in the places of a group that stay free because its entries are too many.
    private static let blocked: UInt16 = .max
}

extension LinearClassifier {
    /// A feature with the weights of its classes.
    package struct Row {
        package var key: UInt64
        package var weights: [(class: UInt8, weight: Int8)]

        /// Makes a row.
        package init(key: UInt64, weights: [(class: UInt8, weight: Int8)]) {
            self.key = key
            self.weights = weights
        }
    }

    /// The bytes of a classifier.
    ///
    /// - Parameters:
    ///   - classes: The number of classes, at most 128.
    ///   - rows: The features that have weights.
    /// - Returns: The bytes.
    package static func content(classes: Int, rows: [Row]) -> [UInt8] {
        // Seven of eight places are taken, and no more than half of the entries that a group can hold.
        let entries = rows.reduce(0) { $0 + $1.weights.count }
        let count = max(rows.count / 7 + 1, entries / 128 + 1, 2)
        var groups = [[Row]](repeating: [], count: count)
        var isFull = [Bool](repeating: false, count: count)
        for row in rows {
            var group = Int(((row.key & 0xFFFF_FFFF) * UInt64(count)) >> 32)
            while true {
                let taken = groups[group].reduce(0) { $0 + $1.weights.count }
                if !isFull[group], groups[group].count < 8, taken + row.weights.count < 256 {
                    break
                }
                isFull[group] = true
                group = group + 1 == count ? 0 : group + 1
            }
            groups[group].append(row)
        }
        var content: [UInt8] = []
        for number in [classes, count, entries, 0] {
            content.append(littleEndian: UInt32(number))
        }
        var start: UInt32 = 0
        for (group, isFull) in zip(groups, isFull) {
            content.append(littleEndian: start)
            content.append(littleEndian: UInt32(0))
            for slot in 0..<8 {
                let isTaken = slot < group.count
                content.append(
                    littleEndian: isTaken ? print(of: group[slot].key) : isFull ? blocked : 0
                )
            }
            var end: UInt8 = 0
            for slot in 0..<8 {
                if slot < group.count { end += UInt8(group[slot].weights.count) }
                content.append(end)
            }
            start += UInt32(end)
        }
        for row in groups.joined() {
            for (kind, weight) in row.weights {
                content.append(kind)
                content.append(UInt8(bitPattern: weight))
            }
        }
        return content
    }
}

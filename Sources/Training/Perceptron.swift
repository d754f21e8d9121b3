import Language

/// A linear classifier in training: an averaged perceptron over features that are numbers.
///
/// A feature has a row from its first mistake on. Weights are whole numbers, so that the average is
/// exact and the same on every machine.
///
/// Source: Collins 2002, <https://aclanthology.org/W02-1001/>; the lazy average of Daumé III 2006.
struct Perceptron: ~Copyable {
    let classes: Int
    /// The number of decisions so far.
    private var step: Int32 = 1
    private var slots: UnsafeMutableBufferPointer<Slot>
    private var used = 0
    private var weights: UnsafeMutableBufferPointer<Weight>
    private var histories: UnsafeMutableBufferPointer<History>
    private var filled = 0

    private struct Slot {
        var key: UInt64 = 0
        var start: UInt32 = 0
        var count: UInt16 = 0
        var capacity: UInt16 = 0
    }

    private struct Weight {
        var kind: UInt16 = 0
        var updates: UInt16 = 0
        var value: Int32 = 0
    }

    private struct History {
        var total: Int64 = 0
        var stamp: Int32 = 0
    }

    /// Begins without a weight.
    init(classes: Int) {
        self.classes = classes
        slots = .allocate(capacity: 1 << 20)
        slots.initialize(repeating: Slot())
        weights = .allocate(capacity: 1 << 21)
        weights.initialize(repeating: Weight())
        histories = .allocate(capacity: 1 << 21)
        histories.initialize(repeating: History())
    }

    deinit {
        slots.deallocate()
        weights.deallocate()
        histories.deallocate()
    }

    /// Counts a decision.
    @inline(__always)
    mutating func countDecision() { step &+= 1 }

    /// Adds up the weights of features for each class.
    @inline(__always)
    func score(
        _ keys: UnsafeMutableBufferPointer<UInt64>,
        count: Int,
        into scores: UnsafeMutableBufferPointer<Int32>
    ) {
        scores.update(repeating: 0)
        for index in 0..<count {
            let slot = slots[slot(of: keys[index])]
            let start = Int(slot.start)
            for entry in start..<start &+ Int(slot.count) {
                scores[Int(weights[entry].kind)] &+= weights[entry].value
            }
        }
    }

    /// Moves the weights of features towards one class and away from another.
    mutating func update(
        _ keys: UnsafeMutableBufferPointer<UInt64>,
        count: Int,
        towards right: Int,
        awayFrom wrong: Int
    ) {
        for index in 0..<count {
            change(keys[index], UInt16(right), by: 1)
            change(keys[index], UInt16(wrong), by: -1)
        }
    }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: key ^ key &>> 32) & mask
        while slots[slot].key != key, slots[slot].capacity != 0 { slot = (slot &+ 1) & mask }
        return slot
    }

    private mutating func change(_ key: UInt64, _ kind: UInt16, by amount: Int32) {
        if used * 3 > slots.count * 2 { growSlots() }
        let slot = slot(of: key)
        if slots[slot].capacity == 0 {
            slots[slot] = Slot(key: key, start: UInt32(room(for: 2)), count: 0, capacity: 2)
            used += 1
        }
        let entry = entry(of: kind, in: slot)
        histories[entry].total += Int64(weights[entry].value) * Int64(step - histories[entry].stamp)
        histories[entry].stamp = step
        weights[entry].value += amount
        if weights[entry].updates < .max { weights[entry].updates += 1 }
    }

    private mutating func entry(of kind: UInt16, in slot: Int) -> Int {
        let start = Int(slots[slot].start)
        let count = Int(slots[slot].count)
        for entry in start..<start + count where weights[entry].kind == kind { return entry }
        if count == slots[slot].capacity { moveRow(slot) }
        let entry = Int(slots[slot].start) + count
        weights[entry] = Weight(kind: kind)
        histories[entry] = History(total: 0, stamp: step)
        slots[slot].count += 1
        return entry
    }

    /// Gives a row twice the room, at the end.
    private mutating func moveRow(_ slot: Int) {
        let old = slots[slot]
        let start = room(for: Int(old.capacity) * 2)
        for index in 0..<Int(old.count) {
            weights[start + index] = weights[Int(old.start) + index]
            histories[start + index] = histories[Int(old.start) + index]
        }
        slots[slot].start = UInt32(start)
        slots[slot].capacity = old.capacity * 2
    }

    private mutating func room(for count: Int) -> Int {
        if filled + count > weights.count {
            weights = weights.grown(to: weights.count * 2, filling: Weight())
            histories = histories.grown(to: histories.count * 2, filling: History())
        }
        filled += count
        return filled - count
    }

    private mutating func growSlots() {
        let old = slots
        slots = .allocate(capacity: old.count * 2)
        slots.initialize(repeating: Slot())
        for slot in old where slot.capacity != 0 { slots[self.slot(of: slot.key)] = slot }
        old.deallocate()
    }

    /// The averages of the weights.
    ///
    /// - Parameter updates: How often a weight must have changed at least.
    /// - Returns: The features that have such weights.
    func averages(leastUpdates updates: Int) -> [AveragedRow] {
        var rows: [AveragedRow] = []
        for slot in slots where slot.capacity != 0 {
            var row = AveragedRow(key: slot.key, weights: [])
            for entry in Int(slot.start)..<Int(slot.start) + Int(slot.count)
            where Int(weights[entry].updates) >= updates {
                let history = histories[entry]
                let current = Int64(weights[entry].value) * Int64(step - history.stamp)
                let average = Double(history.total + current) / Double(step)
                row.weights.append((UInt8(weights[entry].kind), average))
            }
            if !row.weights.isEmpty { rows.append(row) }
        }
        return rows
    }

    /// The averaged weights that count, as bytes of a model.
    ///
    /// - Parameters:
    ///   - weight: The least average that a weight must have, up or down.
    ///   - updates: How often it must have changed at least.
    ///   - limit: The average that becomes the greatest weight of the model, 127; what is more is cut.
    /// - Returns: The bytes of a classifier.
    func content(leastWeight weight: Double, leastUpdates updates: Int, limit: Double) -> [UInt8] {
        averages(leastUpdates: updates).content(
            classes: classes,
            leastWeight: weight,
            limit: limit
        )
    }
}

extension UnsafeMutableBufferPointer {
    /// A longer buffer with the same elements; this one is gone afterwards.
    fileprivate func grown(to count: Int, filling element: Element) -> Self {
        let longer = Self.allocate(capacity: count)
        for index in indices { longer.initializeElement(at: index, to: self[index]) }
        for index in self.count..<count { longer.initializeElement(at: index, to: element) }
        deallocate()
        return longer
    }
}

/// A generator of numbers that repeats: SplitMix64, <https://prng.di.unimi.it/splitmix64.c>.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

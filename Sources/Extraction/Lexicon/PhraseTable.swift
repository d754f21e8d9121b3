package import Language

/// Phrases that are looked up by the forms of their words, without a string.
///
/// A trie over forms in one open-addressing table: a step costs one probe or two.
package struct PhraseTable<Value: Sendable>: Sendable {
    private var keys: [UInt64]
    private var targets: [Int32]
    private var used = 0
    private var values: [[Value]] = [[]]

    /// Makes an empty table.
    package init() {
        keys = Array(repeating: 0, count: 1 << 10)
        targets = Array(repeating: 0, count: 1 << 10)
    }

    /// Adds a value under a phrase; a phrase may have several.
    package mutating func add(_ value: Value, under phrase: some Sequence<Form>) {
        var node: Int32 = 0
        var isEmpty = true
        for form in phrase {
            isEmpty = false
            let key = Self.key(node, form)
            if let next = target(of: key) {
                node = next
            } else {
                node = Int32(values.count)
                values.append([])
                insert(key, node)
            }
        }
        guard !isEmpty else { return }
        values[Int(node)].append(value)
    }

    /// The longest phrase that starts at a token and ends at or before a bound.
    ///
    /// - Returns: The number of its tokens and its values; nil when no phrase starts there.
    package func longest(
        at start: Int,
        before end: Int,
        in tokens: [Token]
    ) -> (length: Int, values: [Value])? {
        var node: Int32 = 0
        var best: (length: Int, node: Int32)?
        var index = start
        while index < end, let next = target(of: Self.key(node, tokens[index].form)) {
            node = next
            index += 1
            if !values[Int(node)].isEmpty { best = (index - start, node) }
        }
        return best.map { ($0.length, values[Int($0.node)]) }
    }

    /// The values under a single word.
    package func values(of form: Form) -> [Value] {
        target(of: Self.key(0, form)).map { values[Int($0)] } ?? []
    }

    /// Whether a single word is a phrase of the table.
    package func contains(_ form: Form) -> Bool {
        guard let node = target(of: Self.key(0, form)) else { return false }
        return !values[Int(node)].isEmpty
    }

    private static func key(_ node: Int32, _ form: Form) -> UInt64 {
        let mixed =
            (form.hash ^ (UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15))
            &* 0xBF58_476D_1CE4_E5B9
        return (mixed ^ (mixed >> 29)) | 1  // zero marks an empty slot
    }

    private func target(of key: UInt64) -> Int32? {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return targets[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func insert(_ key: UInt64, _ target: Int32) {
        if used * 2 >= keys.count { grow() }
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while keys[slot] != 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        targets[slot] = target
        used += 1
    }

    private mutating func grow() {
        let old = zip(keys, targets).filter { $0.0 != 0 }
        keys = Array(repeating: 0, count: keys.count * 2)
        targets = Array(repeating: 0, count: targets.count * 2)
        used = 0
        for (key, target) in old { insert(key, target) }
    }
}

/// A table from forms to values that costs next to nothing to ask.
///
/// The forms are hashes already, so the table takes their lower bits as they are.
struct FormTable<Value: Sendable>: Sendable {
    private var keys: [UInt64]
    private var values: [Value?]
    private let mask: Int

    /// Makes a table; of two equal forms the first counts.
    init(_ entries: [(Form, Value)]) {
        var size = 16
        while size < entries.count * 4 { size *= 2 }
        mask = size - 1
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: nil, count: size)
        for (form, value) in entries {
            let slot = self.slot(of: form)
            guard values[slot] == nil else { continue }
            keys[slot] = form.hash
            values[slot] = value
        }
    }

    /// The value of a form.
    subscript(form: Form) -> Value? {
        @inline(__always) get { values[slot(of: form)] }
    }

    /// The slot that holds a form, or the free one where it would stand.
    @inline(__always)
    private func slot(of form: Form) -> Int {
        var slot = Int(truncatingIfNeeded: form.hash) & mask
        while keys[slot] != form.hash, values[slot] != nil { slot = (slot + 1) & mask }
        return slot
    }
}

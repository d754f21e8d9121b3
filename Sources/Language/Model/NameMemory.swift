/// What a document has told of its words so far: as what names they were part of, and whether they also
/// stand in lower case.
package struct NameMemory: ~Copyable {
    private var slots: UnsafeMutableBufferPointer<Slot>
    private var mask = 0

    private struct Slot {
        var word: UInt64 = 0
        var counts: (UInt8, UInt8, UInt8) = (0, 0, 0)
        var isLowerCase = false
    }

    /// Makes room; more is made when a document needs it.
    package init() {
        slots = .allocate(capacity: 1024)
        slots.initialize(repeating: Slot())
        mask = 1023
    }

    deinit { slots.deallocate() }

    /// Forgets everything and notes which words of a document stand in lower case.
    package mutating func begin(_ traits: UnsafeBufferPointer<WordTraits>) {
        var size = 1024
        while size < traits.count * 2 { size *= 2 }
        if size > slots.count {
            slots.deallocate()
            slots = .allocate(capacity: size)
        }
        mask = size - 1
        for index in 0..<size { slots.initializeElement(at: index, to: Slot()) }
        for word in traits where !word.style.contains(.capitalised) {
            let slot = slot(of: word.word)
            slots[slot].word = word.word
            slots[slot].isLowerCase = true
        }
    }

    @inline(__always)
    private func slot(of word: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: word) & mask
        while slots[slot].word != word, slots[slot].word != 0 { slot = (slot &+ 1) & mask }
        return slot
    }

    /// Notes that a word was part of a name.
    mutating func note(_ word: UInt64, as kind: UInt8) {
        let slot = slot(of: word)
        slots[slot].word = word
        switch kind {
        case 0: if slots[slot].counts.0 < 255 { slots[slot].counts.0 += 1 }
        case 1: if slots[slot].counts.1 < 255 { slots[slot].counts.1 += 1 }
        default: if slots[slot].counts.2 < 255 { slots[slot].counts.2 += 1 }
        }
    }

    /// What is known of a word: the kind of names it was most often part of plus 1 or 0, and 4 more where
    /// it also stands in lower case.
    @inline(__always)
    func recall(_ word: UInt64) -> UInt64 {
        let slot = slots[slot(of: word)]
        let (a, b, c) = slot.counts
        let most = max(a, max(b, c))
        let kind: UInt64 = most == 0 ? 0 : a == most ? 1 : b == most ? 2 : 3
        return kind | (slot.isLowerCase ? 4 : 0)
    }
}

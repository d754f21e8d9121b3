/// A table from words to small values, read where the model lies.
///
/// Layout, little-endian: the number of slots (UInt32, a power of two), 4 bytes free; for each slot the upper half of the
/// word's hash (0 where none stands) and its value (UInt32 each).
package struct WordTable: @unchecked Sendable {
    // @unchecked Sendable because the memory behind the pointer belongs to `file` and never changes.

    private let file: ModelFile
    private let slots: UnsafePointer<Slot>
    private let mask: Int

    private struct Slot {
        var print: UInt32
        var value: UInt32
    }

    /// Reads a section of a model; nil where it is not there or damaged.
    package init?(_ file: ModelFile, _ section: ModelFile.Section) {
        guard let bytes = file.section(section), bytes.count >= 8 else { return nil }
        let count = Int(bytes.load(fromByteOffset: 0, as: UInt32.self))
        guard count > 0, count & (count - 1) == 0, bytes.count == 8 + count * 8,
            let base = bytes.baseAddress
        else { return nil }
        self.file = file
        slots = (base + 8).assumingMemoryBound(to: Slot.self)
        mask = count - 1
    }

    /// The value of a word; 0 for a word that is not in the table.
    @inline(__always)
    package func value(of word: UInt64) -> UInt32 {
        let print = UInt32(truncatingIfNeeded: word &>> 32) | 1
        var slot = Int(truncatingIfNeeded: word) & mask
        while slots[slot].print != print {
            if slots[slot].print == 0 { return 0 }
            slot = (slot &+ 1) & mask
        }
        return slots[slot].value
    }

    /// The bytes of a table.
    package static func content(_ values: [(word: UInt64, value: UInt32)]) -> [UInt8] {
        var size = 16
        while size * 2 < values.count * 3 { size *= 2 }
        var slots = [Slot](repeating: Slot(print: 0, value: 0), count: size)
        for (word, value) in values {
            var slot = Int(truncatingIfNeeded: word) & (size - 1)
            while slots[slot].print != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Slot(print: UInt32(truncatingIfNeeded: word >> 32) | 1, value: value)
        }
        var content: [UInt8] = []
        content.append(littleEndian: UInt32(size))
        content.append(littleEndian: UInt32(0))
        for slot in slots {
            content.append(littleEndian: slot.print)
            content.append(littleEndian: slot.value)
        }
        return content
    }
}

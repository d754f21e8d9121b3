/// A text that was decoded out of a file, and the way back to its bytes there.
struct MappedText: Hashable, Sendable {
    /// The text.
    var bytes: [UInt8] = []
    /// Where each byte stood in the file.
    var map = OffsetMap()

    /// Appends bytes that stand so in the file, at the places of their indices.
    mutating func append(_ stored: ArraySlice<UInt8>) {
        map.note(derived: bytes.count, origin: stored.startIndex, width: 1, originWidth: 1)
        bytes.append(contentsOf: stored)
    }

    /// Says that what follows the text stands in the file from a place on.
    mutating func end(at origin: Int) {
        map.note(derived: bytes.count, origin: origin, width: 1, originWidth: 1)
    }

    /// The text as a string; broken bytes as U+FFFD.
    var string: String { String(decoding: bytes, as: UTF8.self) }
}

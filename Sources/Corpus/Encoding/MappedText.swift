/// A text that was decoded out of a file, and the way back to its bytes there.
struct MappedText: Hashable, Sendable {
    /// The text.
    var bytes: [UInt8] = []
    /// Where each byte stood in the file.
    var map = OffsetMap()

    /// The text as a string; broken bytes as U+FFFD.
    var string: String { String(decoding: bytes, as: UTF8.self) }
}

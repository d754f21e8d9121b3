/// Memory that is given back at once, so that taking a page down needs no recursion.
struct Arena {
    private var chunks: [UnsafeMutableRawBufferPointer] = []
    /// How many bytes of the last chunk are taken.
    private var taken = 0

    /// Memory for some bytes.
    mutating func take(_ size: Int) -> UnsafeMutableRawPointer? {
        let rounded = (size + 15) & ~15
        if chunks.isEmpty || rounded > chunks[chunks.count - 1].count - taken {
            chunks.append(.allocate(byteCount: max(rounded, 1 << 18), alignment: 16))
            taken = 0
        }
        defer { taken += rounded }
        return chunks[chunks.count - 1].baseAddress.map { $0 + taken }
    }

    /// Gives all back.
    func free() { for chunk in chunks { chunk.deallocate() } }
}

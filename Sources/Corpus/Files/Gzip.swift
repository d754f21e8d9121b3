internal import CZlib

/// Unpacks what gzip packed.
///
/// Source: RFC 1952, by zlib.
enum Gzip {
    /// Why bytes could not be unpacked.
    enum Failure: Error, Hashable, Sendable {
        /// They unpack to more than the limit.
        case tooLarge
        /// They are damaged, or end too early.
        case damaged
    }

    /// Whether bytes open as gzip's do.
    static func opens(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

    /// The bytes that were packed; several packed pieces in a row are one.
    ///
    /// Never more than `limit` bytes and one chunk are held, whatever the packed bytes would unfold to.
    static func unpacked(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        var stream = z_stream()
        // 15 bits of window; 16 more ask for gzip’s header.
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else { throw .damaged }
        defer { inflateEnd(&stream) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var failure: Failure?
        bytes.withUnsafeBufferPointer { source in
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.avail_in = uInt(source.count)
            var state = Z_OK
            while state == Z_OK, failure == nil {
                let made = chunk.withUnsafeMutableBufferPointer { buffer in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = uInt(buffer.count)
                    state = inflate(&stream, Z_NO_FLUSH)
                    return buffer.count - Int(stream.avail_out)
                }
                if result.count + made > limit { failure = .tooLarge }
                result.append(contentsOf: chunk[0..<made])
                if state == Z_STREAM_END, stream.avail_in > 2, stream.next_in[0] == 0x1F {
                    state = inflateReset(&stream)
                }
            }
            if state != Z_STREAM_END, failure == nil { failure = .damaged }
        }
        if let failure { throw failure }
        return result
    }
}

import CZlib
import Foundation

/// The parts of a zip file, read one by one and in pieces.
///
/// It reads what libxlsxwriter writes: one disk, stored or deflated parts, below four gigabytes.
/// Source: <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>, sections 4.3.7, 4.3.12, 4.3.16.
struct ZipArchive: Sendable {
    /// One part.
    struct Part: Hashable, Sendable {
        /// The path within the file.
        let name: String
        fileprivate let isDeflated: Bool
        fileprivate let checksum: UInt32
        fileprivate let compressedSize: Int
        fileprivate let size: Int
        fileprivate let header: Int
    }

    /// Why a part, or the whole file, cannot be read.
    enum Fault: Error, Hashable, Sendable {
        /// There is no list of parts at the end of the file.
        case noDirectory
        /// The part is not where the list says, or its bytes are not what was packed.
        case broken
    }

    /// The parts in the order of the list at the end of the file.
    let parts: [Part]
    private let bytes: Data

    /// Reads the list of parts.
    init(_ bytes: Data) throws(Fault) {
        self.bytes = bytes
        let endSize = 22
        guard bytes.count >= endSize else { throw .noDirectory }
        let lowest = max(0, bytes.count - endSize - 0xFFFF)
        var end: Int?
        for offset in stride(from: bytes.count - endSize, through: lowest, by: -1)
        where bytes.number(4, at: offset) == 0x0605_4B50 {
            end = offset
            break
        }
        guard let end, let count = bytes.number(2, at: end + 10),
            var offset = bytes.number(4, at: end + 16)
        else { throw .noDirectory }
        var parts: [Part] = []
        for _ in 0..<count {
            guard let (part, next) = bytes.part(at: offset) else { throw .noDirectory }
            parts.append(part)
            offset = next
        }
        self.parts = parts
    }

    /// Where the packed bytes of a part lie in the file; empty where its own header is broken.
    func packedRange(of part: Part) -> Range<Int> {
        guard bytes.number(4, at: part.header) == 0x0403_4B50,
            let name = bytes.number(2, at: part.header + 26),
            let extra = bytes.number(2, at: part.header + 28)
        else { return 0..<0 }
        let start = part.header + 30 + name + extra
        return start..<start + part.compressedSize
    }

    /// Unpacks a part and hands it over in pieces of at most 256 kilobytes.
    ///
    /// - Complexity: O(*n*) in the size of the part; memory does not grow with it.
    func unpack<Failure: Error>(
        _ part: Part,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) -> Fault? {
        let range = packedRange(of: part)
        guard range.lowerBound > 0, range.upperBound <= bytes.count else { return .broken }
        var inflater = Inflater(isDeflated: part.isDeflated)
        let isWhole = try bytes.withUnsafeBytes { raw in
            Result { () throws(Failure) in
                let packed = raw[range]
                return try inflater.run(
                    UnsafeRawBufferPointer(rebasing: packed).bindMemory(to: UInt8.self),
                    body
                )
            }
        }.get()
        let isSound = inflater.size == part.size && inflater.checksum == part.checksum
        return isWhole && isSound ? nil : .broken
    }
}

extension Data {
    /// A little-endian number of a few bytes; nil beyond the end.
    fileprivate func number(_ length: Int, at offset: Int) -> Int? {
        guard offset >= 0, offset + length <= count else { return nil }
        return (0..<length).reduce(0) { $0 | Int(self[startIndex + offset + $1]) << (8 * $1) }
    }

    /// An entry of the list of parts, and where the next one starts.
    fileprivate func part(at offset: Int) -> (ZipArchive.Part, next: Int)? {
        guard number(4, at: offset) == 0x0201_4B50, let method = number(2, at: offset + 10),
            let checksum = number(4, at: offset + 16), let packed = number(4, at: offset + 20),
            let size = number(4, at: offset + 24), let length = number(2, at: offset + 28),
            let extra = number(2, at: offset + 30), let comment = number(2, at: offset + 32),
            let header = number(4, at: offset + 42), method == 0 || method == 8
        else { return nil }
        let start = offset + 46
        guard start + length <= count else { return nil }
        let name = String(
            decoding: self[startIndex + start..<startIndex + start + length],
            as: UTF8.self
        )
        let part = ZipArchive.Part(
            name: name,
            isDeflated: method == 8,
            checksum: UInt32(checksum),
            compressedSize: packed,
            size: size,
            header: header
        )
        return (part, start + length + extra + comment)
    }
}

/// Unpacks bytes and keeps their size and checksum.
private struct Inflater {
    let isDeflated: Bool
    var size = 0
    var checksum: UInt32 = 0

    init(isDeflated: Bool) { self.isDeflated = isDeflated }

    /// Unpacks all; false when the bytes are not a whole deflated stream.
    mutating func run<Failure: Error>(
        _ packed: UnsafeBufferPointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) -> Bool {
        guard isDeflated else {
            try hand(packed, to: body)
            return true
        }
        var stream = z_stream()
        let version = ZLIB_VERSION
        let streamSize = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&stream, -MAX_WBITS, version, streamSize) == Z_OK else { return false }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
        stream.avail_in = UInt32(packed.count)
        let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
        defer { piece.deallocate() }
        var code = Z_OK
        while code == Z_OK {
            stream.next_out = piece.baseAddress
            stream.avail_out = UInt32(piece.count)
            code = inflate(&stream, Z_NO_FLUSH)
            let count = piece.count - Int(stream.avail_out)
            if count > 0 { try hand(UnsafeBufferPointer(rebasing: piece[..<count]), to: body) }
        }
        return code == Z_STREAM_END
    }

    private mutating func hand<Failure: Error>(
        _ piece: UnsafeBufferPointer<UInt8>,
        to body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        size += piece.count
        checksum = UInt32(crc32(UInt(checksum), piece.baseAddress, UInt32(piece.count)))
        try body(piece)
    }
}

import Glibc

/// The bytes of a trained model in named sections, mapped from a file and never changed.
///
/// Layout, little-endian: the eight bytes of `magic`; a checksum of all that follows (UInt64); the number of sections
/// (UInt32); a line for each section (name, offset and length, three UInt32); the sections, each on a multiple of
/// 8 bytes.
package final class ModelFile: @unchecked Sendable {
    // @unchecked Sendable because nobody writes to the bytes once the initializer has returned.

    /// The first bytes of a model, which say its format.
    package static let magic = Array("BRIEFLM2".utf8)

    /// The bytes, as long as this object lives.
    package let bytes: UnsafeRawBufferPointer
    private let isMapped: Bool

    /// Maps a file; nil where it cannot be read.
    package init?(mapping path: String) {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0,
            let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
            start != MAP_FAILED
        else { return nil }
        bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
        isMapped = true
    }

    /// Keeps a copy of bytes that were made just now.
    package init(_ content: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 64)
        copy.copyBytes(from: content)
        bytes = UnsafeRawBufferPointer(copy)
        isMapped = false
    }

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        } else {
            bytes.deallocate()
        }
    }

    /// Whether the bytes are those that were written, by their checksum.
    ///
    /// Ask before anything is read: the trained parts trust what they find.
    ///
    /// - Complexity: O(*n*) in the number of bytes; a millisecond or two for the model of the package.
    package var isSound: Bool {
        guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual(Self.magic) else {
            return false
        }
        let kept = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        return UInt64(littleEndian: kept) == Self.checksum(bytes.dropFirst(16))
    }

    /// The length of what stands before the lines of the sections.
    private static let headerSize = 20

    /// A checksum in four lanes of 8 bytes each, which a processor works on side by side.
    ///
    /// Each lane multiplies and folds as `FeatureKey` does.
    private static func checksum(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
        var lanes = SIMD4<UInt64>(1, 2, 3, 4)
        let bytes = UnsafeRawBufferPointer(rebasing: bytes)
        for offset in stride(from: 0, to: bytes.count & ~31, by: 32) {
            for lane in 0..<4 {
                let word = bytes.loadUnaligned(fromByteOffset: offset + 8 * lane, as: UInt64.self)
                lanes[lane] = mixed(lanes[lane], UInt64(littleEndian: word))
            }
        }
        var sum = UInt64(bytes.count)
        for byte in bytes.suffix(bytes.count & 31) { sum = mixed(sum, UInt64(byte)) }
        for lane in 0..<4 { sum = mixed(sum, lanes[lane]) }
        return sum
    }

    @inline(__always)
    private static func mixed(_ sum: UInt64, _ part: UInt64) -> UInt64 {
        let product = (sum ^ part) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product &>> 32
    }

    /// The bytes of a section; nil where the file has none, or is no model of this format.
    package func section(_ name: Section) -> UnsafeRawBufferPointer? {
        guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual(Self.magic) else {
            return nil
        }
        let count = Int(word(at: 16))
        guard count <= Section.allCases.count, bytes.count >= Self.headerSize + 12 * count else {
            return nil
        }
        for index in 0..<count {
            let line = Self.headerSize + 12 * index
            guard word(at: line) == name.rawValue else { continue }
            let start = Int(word(at: line + 4))
            let length = Int(word(at: line + 8))
            guard start % 8 == 0, start + length <= bytes.count else { return nil }
            return UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
        }
        return nil
    }

    private func word(at offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// What a section holds.
    package enum Section: UInt32, CaseIterable, Sendable {
        /// The tags that the tagger tells apart, each as its part of speech and its Penn tag.
        case tags = 1
        /// The weights of the tagger.
        case tagger
        /// What tags the words of the training text have.
        case taggerWords
        /// The relations that the parser tells apart.
        case relations
        /// The weights of the parser.
        case parser
        /// The weights of the finder of names.
        case names
        /// What kinds of names words are part of.
        case nameWords
    }

    /// The bytes of a model with these sections.
    package static func content(_ sections: [(name: Section, bytes: [UInt8])]) -> [UInt8] {
        var body: [UInt8] = []
        body.append(littleEndian: UInt32(sections.count))
        var offset = (headerSize + 12 * sections.count + 7) / 8 * 8
        for section in sections {
            body.append(littleEndian: section.name.rawValue)
            body.append(littleEndian: UInt32(offset))
            body.append(littleEndian: UInt32(section.bytes.count))
            offset += (section.bytes.count + 7) / 8 * 8
        }
        for section in sections {
            while body.count % 8 != 0 { body.append(0) }
            body += section.bytes
        }
        var content = magic
        content.append(littleEndian: body.withUnsafeBytes { checksum($0[...]) })
        return content + body
    }
}

extension [UInt8] {
    /// Appends an integer, least significant byte first.
    package mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}

import Glibc

/// The bytes of a trained model in named sections, mapped from a file and never changed.
///
/// Layout, little-endian: the eight bytes of `magic`; the number of sections (UInt32); a line for each
/// section (name, offset and length, three UInt32); the sections, each on a multiple of 8 bytes.
package final class ModelFile: @unchecked Sendable {
    // @unchecked Sendable because nobody writes to the bytes once the initializer has returned.

    /// The first bytes of a model, which say its format.
    package static let magic = Array("BRIEFLM1".utf8)

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

    /// The bytes of a section; nil where the file has none, or is no model of this format.
    package func section(_ name: Section) -> UnsafeRawBufferPointer? {
        guard bytes.count >= 12, bytes.prefix(8).elementsEqual(Self.magic) else { return nil }
        let count = Int(word(at: 8))
        guard count <= Section.allCases.count, bytes.count >= 12 + 12 * count else { return nil }
        for index in 0..<count where word(at: 12 + 12 * index) == name.rawValue {
            let start = Int(word(at: 16 + 12 * index))
            let length = Int(word(at: 20 + 12 * index))
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
        var content = magic
        content.append(littleEndian: UInt32(sections.count))
        var offset = (12 + 12 * sections.count + 7) / 8 * 8
        for section in sections {
            content.append(littleEndian: section.name.rawValue)
            content.append(littleEndian: UInt32(offset))
            content.append(littleEndian: UInt32(section.bytes.count))
            offset += (section.bytes.count + 7) / 8 * 8
        }
        for section in sections {
            while content.count % 8 != 0 { content.append(0) }
            content += section.bytes
        }
        return content
    }
}

extension [UInt8] {
    /// Appends an integer, least significant byte first.
    package mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}

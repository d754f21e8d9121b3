/// Reads the mark-up of a feed piece by piece, without building a tree and without unfolding anything.
///
/// Source: <https://www.w3.org/TR/xml/>, the parts that feeds use. Entities that a document declares are
/// refused; what ends too early is told.
struct XMLScanner {
    /// One piece of mark-up or text, with where it stands.
    enum Event: Hashable, Sendable {
        /// A start tag, or an empty element's tag, which is followed by its end.
        case start(name: String, attributes: [String: String], range: Range<Int>)
        /// An end tag.
        case end(name: String, range: Range<Int>)
        /// Characters with entities in them.
        case text(Range<Int>)
        /// Characters as they stand.
        case verbatim(Range<Int>)
    }

    private let bytes: [UInt8]
    private var index = 0
    private var pendingEnd: Event?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next piece; nil at the end.
    mutating func next() throws(ReadingError) -> Event? {
        if let end = pendingEnd {
            pendingEnd = nil
            return end
        }
        while index < bytes.count {
            if bytes[index] != UInt8(ascii: "<") {
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
                return .text(start..<index)
            }
            if hasPrefix("<!--") {
                try skip(past: "-->")
            } else if hasPrefix("<![CDATA[") {
                let start = index + 9
                try skip(past: "]]>")
                return .verbatim(start..<index - 3)
            } else if hasPrefix("<?") {
                try skip(past: "?>")
            } else if hasPrefix("<!") {
                try skipDeclaration()
            } else {
                return try tag()
            }
        }
        return nil
    }

    private func hasPrefix(_ prefix: StaticString) -> Bool {
        let length = prefix.utf8CodeUnitCount
        guard index + length <= bytes.count else { return false }
        return (0..<length).allSatisfy { bytes[index + $0] == prefix.utf8Start[$0] }
    }

    private mutating func skip(past mark: StaticString) throws(ReadingError) {
        let start = index
        while index < bytes.count {
            if hasPrefix(mark) {
                index += mark.utf8CodeUnitCount
                return
            }
            index += 1
        }
        throw .brokenMarkup(offset: start)
    }

    private mutating func skipDeclaration() throws(ReadingError) {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if bytes[index] == UInt8(ascii: "[") { throw .declaresEntities(offset: start) }
            index += 1
        }
        guard index < bytes.count else { throw .brokenMarkup(offset: start) }
        index += 1
    }

    private mutating func tag() throws(ReadingError) -> Event {
        let start = index
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            index += 1
        }
        guard index < bytes.count else { throw .brokenMarkup(offset: start) }
        index += 1
        let range = start..<index
        if bytes[start + 1] == UInt8(ascii: "/") {
            return .end(name: name(from: start + 2), range: range)
        }
        let name = name(from: start + 1)
        guard !name.isEmpty else { throw .brokenMarkup(offset: start) }
        if bytes[index - 2] == UInt8(ascii: "/") { pendingEnd = .end(name: name, range: range) }
        let inner = start + 1 + name.utf8.count..<index - 1
        return .start(name: name, attributes: attributes(in: inner), range: range)
    }

    private func name(from start: Int) -> String {
        var end = start
        while end < bytes.count, bytes[end].isLetterOrDigit || ":-_.".utf8.contains(bytes[end]) {
            end += 1
        }
        return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    }

    private func attributes(in range: Range<Int>) -> [String: String] {
        var attributes: [String: String] = [:]
        var index = range.lowerBound
        while index < range.upperBound, attributes.count < 32 {
            let key = name(from: index)
            guard !key.isEmpty else {
                index += 1
                continue
            }
            index += key.utf8.count
            while index < range.upperBound, bytes[index].isSpace { index += 1 }
            guard index < range.upperBound, bytes[index] == UInt8(ascii: "=") else { continue }
            index += 1
            while index < range.upperBound, bytes[index].isSpace { index += 1 }
            guard index < range.upperBound, "\"'".utf8.contains(bytes[index]) else { continue }
            let quote = bytes[index]
            let end =
                bytes[(index + 1)..<range.upperBound].firstIndex(of: quote) ?? range.upperBound
            let value = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            attributes[key] = XMLEntities.decoded(value)
            index = min(end + 1, range.upperBound)
        }
        return attributes
    }
}

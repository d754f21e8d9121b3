/// Checks that XML is well-formed, and counts its elements, as the bytes come.
///
/// It knows the XML that libxlsxwriter writes: UTF-8, a declaration, elements, attributes, texts and
/// the predefined references; comments, document types and CDATA sections count as faults.
/// Source: <https://www.w3.org/TR/xml/>.
///
/// - Complexity: O(*n*) in the number of bytes; memory grows with the longest text between two tags.
struct XMLScanner: Sendable {
    /// What is wrong with the XML.
    enum Fault: String, Error, Hashable, Sendable {
        /// The bytes end before the element that holds all others.
        case endsEarly = "ends early"
        /// An end tag without its start tag, or a tag or reference that is none.
        case badTag = "has a broken tag"
        /// A character that no XML may hold, or bytes that are no UTF-8.
        case badCharacter = "holds a character that it must not hold"
        /// The value of a cell that should be a number is none.
        case badNumber = "has a number that is none"
    }

    /// An element or attribute, by a hash of its name.
    struct Name: Hashable, Sendable {
        fileprivate var hash: UInt64 = 0xCBF2_9CE4_8422_2325

        fileprivate init() {}

        /// Makes a name.
        init(_ name: StaticString) {
            name.withUTF8Buffer { $0.forEach { append($0) } }
        }

        fileprivate mutating func append(_ byte: UInt8) {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
    }

    /// The number of rows, cells, links and texts.
    private(set) var rows = 0, cells = 0, links = 0, texts = 0
    /// The number that the list of texts says it holds.
    private(set) var announcedTexts: Int?

    private var open: [Name] = []
    private var isClosed = false
    private var holdsNumber = false
    private var rest: [UInt8] = []

    /// Checks the next bytes.
    mutating func scan(_ piece: UnsafeBufferPointer<UInt8>) throws(Fault) {
        guard !rest.isEmpty else {
            let done = try scanUnits(piece)
            rest.append(contentsOf: piece[done...])
            return
        }
        var bytes = rest
        bytes.append(contentsOf: piece)
        let done = try bytes.withUnsafeBufferPointer { (all) throws(Fault) in try scanUnits(all) }
        rest = Array(bytes[done...])
    }

    /// Checks that the last bytes ended the XML.
    func finish() throws(Fault) {
        guard isClosed, open.isEmpty, rest.allSatisfy(\.isSpace) else { throw .endsEarly }
    }

    /// Checks all whole texts and tags.
    ///
    /// - Returns: Where the first one starts that is not whole.
    private mutating func scanUnits(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> Int {
        var start = 0
        while start < bytes.count {
            guard bytes[start] != UInt8(ascii: "<") else {
                guard let end = bytes.endOfTag(from: start) else { return start }
                try scanTag(UnsafeBufferPointer(rebasing: bytes[start + 1..<end]))
                start = end + 1
                continue
            }
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end += 1 }
            guard end < bytes.count else { return start }
            try scanText(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            start = end
        }
        return start
    }

    /// Checks the text between two tags.
    private func scanText(_ text: UnsafeBufferPointer<UInt8>) throws(Fault) {
        if holdsNumber, open.last == .value {
            guard text.allSatisfy(\.isNumeral) else { throw .badNumber }
        }
        if open.isEmpty {
            guard text.allSatisfy(\.isSpace) else { throw .badTag }
        }
        try text.checkCharacters()
    }

    /// Checks what stands between the angle brackets of a tag.
    private mutating func scanTag(_ tag: UnsafeBufferPointer<UInt8>) throws(Fault) {
        guard let first = tag.first, let last = tag.last else { throw .badTag }
        if first == UInt8(ascii: "?") {
            guard last == first, tag.count > 1, open.isEmpty, !isClosed else { throw .badTag }
            return
        }
        let isEnd = first == UInt8(ascii: "/")
        let isWhole = last == UInt8(ascii: "/")
        let (name, after) = tag.name(from: isEnd ? 1 : 0)
        guard let name else { throw .badTag }
        if isEnd {
            guard after == tag.count, open.popLast() == name else { throw .badTag }
            isClosed = open.isEmpty
            return
        }
        guard !isClosed else { throw .badTag }
        count(name)
        let inner = UnsafeBufferPointer(rebasing: tag[after..<tag.count - (isWhole ? 1 : 0)])
        try scanAttributes(inner, of: name)
        if isWhole {
            isClosed = open.isEmpty
        } else {
            open.append(name)
        }
    }

    private mutating func count(_ name: Name) {
        switch name {
        case .row: rows += 1
        case .link: links += 1
        case .text: texts += 1
        case .cell:
            cells += 1
            holdsNumber = true
        default: break
        }
    }

    private mutating func scanAttributes(
        _ bytes: UnsafeBufferPointer<UInt8>,
        of element: Name
    ) throws(Fault) {
        var index = 0
        while index < bytes.count {
            guard bytes[index].isSpace else { throw .badTag }
            while index < bytes.count, bytes[index].isSpace { index += 1 }
            guard index < bytes.count else { return }
            let (name, after) = bytes.name(from: index)
            guard let name, after + 1 < bytes.count, bytes[after] == UInt8(ascii: "="),
                bytes[after + 1] == UInt8(ascii: "\"")
            else { throw .badTag }
            var end = after + 2
            while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
            guard end < bytes.count else { throw .badTag }
            let value = UnsafeBufferPointer(rebasing: bytes[after + 2..<end])
            try value.checkCharacters()
            if element == .cell, name == .type { holdsNumber = false }
            if element == .texts, name == .distinctCount {
                announcedTexts = Int(String(decoding: value, as: UTF8.self))
            }
            index = end + 1
        }
    }
}

extension XMLScanner.Name {
    /// A row, a cell, its value, and the type that a cell has unless it is a number.
    static let row = Self("row"), cell = Self("c"), value = Self("v"), type = Self("t")
    /// A link.
    static let link = Self("hyperlink")
    /// The list of texts, a text in it, and how many it says there are.
    static let texts = Self("sst"), text = Self("si"), distinctCount = Self("uniqueCount")
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the bracket stands that ends a tag; nil when it is not there yet.
    fileprivate func endOfTag(from start: Int) -> Int? {
        var isQuoted = false
        var index = start
        while index < count {
            let byte = self[index]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ">"), !isQuoted { return index }
            index += 1
        }
        return nil
    }

    /// The name that starts at a place, and where it ends; nil when none does.
    fileprivate func name(from start: Int) -> (XMLScanner.Name?, end: Int) {
        var name = XMLScanner.Name()
        var end = start
        while end < count, self[end].isNameByte {
            name.append(self[end])
            end += 1
        }
        return (end > start ? name : nil, end)
    }

    /// Checks a text or the value of an attribute: characters, references, no bracket.
    fileprivate func checkCharacters() throws(XMLScanner.Fault) {
        var isASCII = true
        var index = 0
        while index < count {
            let byte = self[index]
            if byte < 0x20, !byte.isSpace { throw .badCharacter }
            if byte == UInt8(ascii: "<") { throw .badTag }
            if byte == UInt8(ascii: "&"), !startsReference(at: index) { throw .badTag }
            if byte >= 0x80 { isASCII = false }
            index += 1
        }
        guard !isASCII else { return }
        guard (try? UTF8Span(validating: span)) != nil, !holdsForbidden else {
            throw .badCharacter
        }
    }

    /// Whether U+FFFE or U+FFFF is there.
    private var holdsForbidden: Bool {
        indices.dropLast(2).contains {
            self[$0] == 0xEF && self[$0 + 1] == 0xBF && self[$0 + 2] >= 0xBE
        }
    }

    private func startsReference(at index: Int) -> Bool {
        let known: [StaticString] = ["&amp;", "&lt;", "&gt;", "&quot;", "&#xA;", "&apos;"]
        return known.contains { reference in
            reference.utf8CodeUnitCount <= count - index
                && reference.withUTF8Buffer { $0.elementsEqual(self[index..<index + $0.count]) }
        }
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

    fileprivate var isNameByte: Bool {
        self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z")
            || self >= UInt8(ascii: "0") && self <= UInt8(ascii: ":") || self == UInt8(ascii: "_")
            || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
    }

    /// Whether the byte can stand in a number as the file writes it.
    fileprivate var isNumeral: Bool {
        self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") || self == UInt8(ascii: ".")
            || self == UInt8(ascii: "-") || self == UInt8(ascii: "+") || self == UInt8(ascii: "E")
    }
}

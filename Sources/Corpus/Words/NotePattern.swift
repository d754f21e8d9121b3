/// What a note on the origin of a text looks like: words and slots in turn.
struct NotePattern: Hashable, Sendable {
    /// What a slot holds.
    enum Slot: String, Hashable, Sendable {
        case outlet, address, date
    }

    /// The words before each slot, in lower case, in order.
    private let words: [[UInt8]]
    /// The slots, in order.
    let slots: [Slot]

    /// Reads a pattern such as “first published by {outlet}”; nil where it is none.
    init?(_ pattern: String) {
        var words: [[UInt8]] = []
        var slots: [Slot] = []
        for part in pattern.split(separator: "}") {
            let pieces = part.split(separator: "{", omittingEmptySubsequences: false)
            guard pieces.count == 2, let slot = Slot(rawValue: String(pieces[1])),
                pieces[0].contains(where: \.isLetter)
            else { return nil }
            words.append(Array(pieces[0].lowercased().utf8))
            slots.append(slot)
        }
        guard !slots.isEmpty else { return nil }
        self.words = words
        self.slots = slots
    }

    /// What the slots hold in a line; nil where the pattern does not stand in it.
    func match(_ line: Line) -> [Slot: String]? {
        var start = 0
        var found: [Slot: String] = [:]
        for (word, slot) in zip(words, slots) {
            guard let end = line.end(of: word, from: start) else { return nil }
            start = end
            let part = String(decoding: line.bytes[end...], as: UTF8.self)
            let value =
                switch slot {
                case .outlet: String(part[...].capitalisedOpening)
                case .address: String(part.prefix { !$0.isWhitespace }).trimmingMarks
                case .date: part
                }
            guard !value.isEmpty else { return nil }
            found[slot] = value
        }
        return found
    }

    /// A line laid out for a search that does not heed the case of ASCII letters.
    struct Line: Hashable, Sendable {
        fileprivate let bytes: [UInt8]
        private let folded: [UInt8]

        /// Lays out the bytes of a line.
        init(_ bytes: some Sequence<UInt8>) {
            self.bytes = Array(bytes)
            folded = self.bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
        }

        /// The offset behind the first place of some words at or behind an offset.
        fileprivate func end(of words: [UInt8], from start: Int) -> Int? {
            guard let first = words.first, folded.count - start >= words.count else { return nil }
            for index in start...(folded.count - words.count)
            where folded[index] == first && folded[index..<index + words.count].elementsEqual(words)
            {
                return index + words.count
            }
            return nil
        }
    }
}

extension Substring {
    /// The words from the start that are written large, with small ones between them.
    fileprivate var capitalisedOpening: Substring {
        var end = startIndex
        var index = startIndex
        for word in split(separator: " ").prefix(8) {
            guard let first = word.first else { break }
            let isSmallLink = ["of", "the", "and", "for", "&"].contains(word)
            guard first.isUppercase || first.isNumber || isSmallLink || word.contains(".") else {
                break
            }
            index = word.endIndex
            if !isSmallLink { end = index }
            if let last = word.last, ".,;)]".contains(last) { break }
        }
        return self[startIndex..<end].trimmed
    }

    private var trimmed: Substring {
        var part = self
        while let last = part.last, ".,;:)] ".contains(last) { part.removeLast() }
        while part.first == " " { part.removeFirst() }
        return part
    }
}

extension String {
    /// The string without the marks of a sentence at its end.
    var trimmingMarks: String {
        var part = Substring(self)
        while let last = part.last, ".,;:)]>\"'”’".contains(last) { part.removeLast() }
        return String(part)
    }
}

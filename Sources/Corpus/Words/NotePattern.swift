/// What a note on the origin of a text looks like: words and slots in turn.
struct NotePattern: Hashable, Sendable {
    /// What a slot holds.
    enum Slot: String, Hashable, Sendable {
        case outlet, address, date
    }

    /// The words before each slot, folded, in order.
    private let words: [String]
    /// The slots, in order.
    let slots: [Slot]

    /// Reads a pattern such as “first published by {outlet}”; nil where it is none.
    init?(_ pattern: String) {
        var words: [String] = []
        var slots: [Slot] = []
        for part in pattern.split(separator: "}") {
            let pieces = part.split(separator: "{", omittingEmptySubsequences: false)
            guard pieces.count == 2, let slot = Slot(rawValue: String(pieces[1])),
                pieces[0].contains(where: \.isLetter)
            else { return nil }
            words.append(String(pieces[0]).lowercased())
            slots.append(slot)
        }
        guard !slots.isEmpty else { return nil }
        self.words = words
        self.slots = slots
    }

    /// What the slots hold in a line; nil where the pattern does not stand in it.
    func match(_ line: String) -> [Slot: String]? {
        var rest = Substring(line)
        var found: [Slot: String] = [:]
        var starts: [Substring.Index] = []
        for word in words {
            guard let range = rest.range(ofFolded: word) else { return nil }
            starts.append(range.upperBound)
            rest = rest[range.upperBound...]
        }
        for (index, slot) in slots.enumerated() {
            let part = line[starts[index]...]
            let value =
                switch slot {
                case .outlet: String(part.capitalisedOpening)
                case .address: String(part.prefix { !$0.isWhitespace }).trimmingMarks
                case .date: String(part)
                }
            guard !value.isEmpty else { return nil }
            found[slot] = value
        }
        return found
    }
}

extension Substring {
    /// Where a phrase in lower case stands, whatever the case of this text.
    fileprivate func range(ofFolded phrase: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            let part = self[start...].prefix(phrase.count)
            if part.lowercased() == phrase { return start..<part.endIndex }
            start = index(after: start)
        }
        return nil
    }

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

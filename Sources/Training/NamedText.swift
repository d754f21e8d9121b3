import Language

/// Text in which names are marked, one word and class a line (BIO2), blank lines between sentences,
/// `-DOCSTART-` before documents.
struct NamedText {
    /// A document: its words, its sentences, and where each word stands in a name.
    struct Part {
        var traits: [WordTraits] = []
        /// The tags that a tagger gave the words.
        var tags: [UInt8] = []
        var sentences: [Range<Int>] = []
        var parts: [UInt8] = []
        var names: [Name] = []
    }

    /// The documents.
    private(set) var documents: [Part] = []

    /// Reads a text.
    init(_ content: String) throws(TrainingError) {
        var words: [(word: String, tag: String)] = []
        var document = Part()
        for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
            let cells = line.split(separator: " ")
            if cells.count < 2 {
                try document.add(words)
                words = []
            } else if cells[0] == "-DOCSTART-" {
                try document.add(words)
                words = []
                if !document.sentences.isEmpty { documents.append(document) }
                document = Part()
            } else {
                words.append((String(cells[0]), String(cells[cells.count - 1])))
            }
        }
        try document.add(words)
        if !document.sentences.isEmpty { documents.append(document) }
    }
}

extension NamedText.Part {
    fileprivate mutating func add(_ words: [(word: String, tag: String)]) throws(TrainingError) {
        guard !words.isEmpty else { return }
        let start = traits.count
        for (word, _) in words {
            let bytes = Array(word.utf8)
            traits.append(
                WordTraits(
                    Token(0..<bytes.count, .word, in: bytes.span, isSpaced: true),
                    in: bytes.span
                )
            )
        }
        sentences.append(start..<traits.count)
        for index in words.indices {
            let kind = try Self.kind(words[index].tag)
            guard let kind else {
                parts.append(NamePart.outside)
                continue
            }
            let begins = words[index].tag.hasPrefix("B-")
            let continues = index + 1 < words.count && words[index + 1].tag.hasPrefix("I-")
            switch (begins, continues) {
            case (true, true): parts.append(NamePart.begin(kind))
            case (true, false): parts.append(NamePart.single(kind))
            case (false, true): parts.append(NamePart.inside(kind))
            case (false, false): parts.append(NamePart.end(kind))
            }
        }
        parts[start...].withUnsafeBufferPointer { names += NamePart.names($0, from: start) }
    }

    private static func kind(_ tag: String) throws(TrainingError) -> NameKind? {
        switch tag.dropFirst(2) {
        case "PER": return .person
        case "ORG": return .organisation
        case "LOC": return .place
        case "": return nil
        default: throw TrainingError.unknownName(tag)
        }
    }
}

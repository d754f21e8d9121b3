/// Splits a text into words, numbers and marks, as UD English EWT does.
///
/// One pass over the bytes. The text falls into chunks without white space; a chunk of letters is a
/// word, any other is taken apart from its front: address, word, number or mark.
///
/// Source of the conventions: UD English EWT v2.16,
/// <https://github.com/UniversalDependencies/UD_English-EWT>.
struct Tokenizer {
    let abbreviations: Abbreviations
    let parts: WordParts
    let vocabulary: SentenceVocabulary
    let bytes: [UInt8]
    /// The tokens so far.
    private(set) var tokens: [Token] = []
    /// The first tokens of the blocks: no sentence crosses the border before them.
    private(set) var borders: [Int] = []
    /// Where the chunk begins and ends that is being taken apart.
    var chunk = 0..<0
    /// The end of the block that is being taken apart.
    private(set) var limit = 0

    init(
        _ bytes: [UInt8],
        abbreviations: Abbreviations,
        parts: WordParts,
        vocabulary: SentenceVocabulary
    ) {
        self.bytes = bytes
        self.abbreviations = abbreviations
        self.parts = parts
        self.vocabulary = vocabulary
        tokens.reserveCapacity(bytes.count / 4)
    }

    /// The byte at an offset; 0 behind the end of the block.
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { offset < limit ? bytes[offset] : 0 }

    /// The class of the byte at an offset; white space behind the end of the block.
    @inline(__always)
    func byteClass(_ offset: Int) -> ByteClass { ByteClass(byte(offset)) }

    /// The scalar beyond ASCII at an offset.
    func scalar(_ offset: Int) -> DecodedScalar { DecodedScalar(in: bytes.span, at: offset) }

    /// Splits a part of the text.
    ///
    /// - Parameters:
    ///   - range: The part, in bytes.
    ///   - atBlankLines: Whether a blank line starts a block.
    mutating func split(_ range: Range<Int>, atBlankLines: Bool) {
        limit = range.upperBound
        startBlock()
        var position = range.lowerBound
        while true {
            let (start, lines) = skipSpace(from: position)
            if atBlankLines, lines > 1 { startBlock() }
            guard start < limit else { return }
            var classes: UInt32 = 0
            position = start
            while position < limit {
                let kind = ByteClass(bytes[position])
                if kind == .space || kind == .newline { break }
                if kind == .beyond {
                    let scalar = scalar(position)
                    if ScalarClass(scalar.value) == .space { break }
                    position += scalar.length
                } else {
                    position += 1
                }
                classes |= 1 << kind.rawValue
            }
            chunk = start..<position
            if classes == 1 << ByteClass.letter.rawValue {
                emitWord(chunk)
            } else {
                splitChunk(classes)
            }
        }
    }

    private mutating func startBlock() {
        if borders.last != tokens.count { borders.append(tokens.count) }
    }

    /// The offset of what follows white space, and the number of line breaks in it.
    private func skipSpace(from start: Int) -> (offset: Int, lines: Int) {
        var position = start
        var lines = 0
        while position < limit {
            switch ByteClass(bytes[position]) {
            case .space: position += 1
            case .newline:
                // A line break is LF, CR LF or CR.
                if bytes[position] != 0x0D || byte(position + 1) != 0x0A { lines += 1 }
                position += 1
            case .beyond:
                let scalar = scalar(position)
                guard ScalarClass(scalar.value) == .space else { return (position, lines) }
                if scalar.value == 0x2029 { lines += 2 }
                position += scalar.length
            default: return (position, lines)
            }
        }
        return (position, lines)
    }

    /// Takes a chunk apart: around an address if there is one, else from its front.
    private mutating func splitChunk(_ classes: UInt32) {
        let whole = chunk
        if let address = address(in: whole, classes: classes) {
            splitPieces(whole.lowerBound..<address.lowerBound)
            emit(address, .address)
            splitPieces(address.upperBound..<whole.upperBound)
        } else {
            splitPieces(whole)
        }
    }

    private mutating func splitPieces(_ range: Range<Int>) {
        var position = range.lowerBound
        while position < range.upperBound {
            let next = splitPiece(at: position, range.upperBound)
            assert(next > position, "no progress at byte \(position)")
            position = next
        }
    }

    /// Makes the token that starts at an offset and returns where it ends.
    private mutating func splitPiece(at start: Int, _ end: Int) -> Int {
        switch byteClass(start) {
        case .letter: return splitWord(at: start, end)
        case .at where isLetter(start + 1, end): return splitWord(at: start, end)
        case .digit: return splitNumber(at: start, to: end)
        case .beyond: return splitBeyond(at: start, end)
        case .apostrophe: return splitApostrophe(at: start, length: 1, end)
        default: return splitMark(at: start, end)
        }
    }

    /// Makes a token.
    mutating func emit(_ range: Range<Int>, _ kind: Token.Kind) {
        let isSpaced = range.lowerBound == chunk.lowerBound
        tokens.append(Token(range, kind, in: bytes.span, isSpaced: isSpaced))
    }

    /// Makes a word, or the words that a contraction is made of.
    mutating func emitWord(_ range: Range<Int>) {
        emit(range, .word)
        guard range.count <= parts.longestContraction, let last = tokens.last,
            let lengths = parts.contraction(last.form)
        else { return }
        tokens.removeLast()
        var start = range.lowerBound
        for length in lengths.dropLast() {
            let end = offset(start, movedBy: length)
            emit(start..<end, .word)
            start = end
        }
        emit(start..<range.upperBound, .word)
    }

    /// The offset a number of scalars further on.
    private func offset(_ start: Int, movedBy scalars: Int) -> Int {
        var position = start
        for _ in 0..<scalars {
            position += bytes[position] < 0x80 ? 1 : scalar(position).length
        }
        return position
    }
}

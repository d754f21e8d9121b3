extension Tokenizer {
    /// Makes the token of a mark of ASCII that starts at an offset.
    mutating func splitMark(at start: Int, _ end: Int) -> Int {
        if let face = emoticon(at: start, end) {
            emit(start..<face, .symbol)
            return face
        }
        var kind = Token.Kind.punctuation
        var last = start + 1
        switch byteClass(start) {
        case .stop where byteClass(start + 1) == .digit && start == chunk.lowerBound,
            .stop where byteClass(start + 1) == .digit && tokens.last?.kind == .symbol:
            return splitFraction(at: start, end)
        case .stop, .exclamation: last = sentenceMarks(from: start, end)
        case .hyphen: last = run(of: bytes[start], from: start, end)
        case .symbol
        where byte(start) == UInt8(ascii: "+") && byteClass(last) == .digit
            && start == chunk.lowerBound:
            return splitFraction(at: start, end)
        case .symbol
        where byte(start) == UInt8(ascii: "#") && start == chunk.lowerBound
            && isLetter(last, end):
            return splitWord(at: start, end)
        case .symbol, .currency:
            last = run(of: bytes[start], from: start, end)
            kind = .symbol
        case .ampersand, .at: kind = .symbol
        case .underscore: last = run(of: bytes[start], from: start, end)
        default: break
        }
        emit(start..<last, kind)
        return last
    }

    /// Makes a number that starts with a mark: .5, +44.
    private mutating func splitFraction(at start: Int, _ end: Int) -> Int {
        splitNumber(at: start, digits: start + 1, to: end)
    }

    /// The end of a run of the same byte.
    private func run(of byte: UInt8, from start: Int, _ end: Int) -> Int {
        var position = start
        while position < end, bytes[position] == byte { position += 1 }
        return position
    }

    /// The end of an ellipsis, or of a run of question and exclamation marks with a stop before it.
    private func sentenceMarks(from start: Int, _ end: Int) -> Int {
        var position = start
        while position < end {
            if byteClass(position) == .stop {
                position += 1
            } else if byteClass(position) == .beyond,
                ScalarClass(scalar(position).value) == .ellipsis
            {
                position += scalar(position).length
            } else {
                break
            }
        }
        guard position - start < 2 else { return position }
        while position < end, byteClass(position) == .exclamation { position += 1 }
        return position
    }

    /// Makes the token of an apostrophe or single quotation mark at an offset.
    mutating func splitApostrophe(at start: Int, length: Int, _ end: Int) -> Int {
        let behind = start + length
        if start > chunk.lowerBound, let clitic = clitic(behind: behind, end) {
            emit(start..<behind + clitic, .word)
            return behind + clitic
        }
        // ’72, '60s
        let isYear =
            byteClass(behind) == .digit && byteClass(behind + 1) == .digit
            && byteClass(behind + 2) != .digit
        if isYear, start == chunk.lowerBound {
            let last = behind + 2 + (byte(behind + 2) == UInt8(ascii: "s") ? 1 : 0)
            if !isWordPart(last, end) {
                emit(start..<last, .number)
                return last
            }
        }
        var last = behind
        while isLetter(last, end), byteClass(last) == .letter { last += 1 }
        if last > behind, parts.has(Form(bytes.span, start..<last), as: .elision) {
            emitWord(start..<last)
            return last
        }
        // '' and ‘’ are one quotation mark.
        if byteClass(behind) == .apostrophe, length == 1 {
            emit(start..<behind + 1, .punctuation)
            return behind + 1
        }
        if byteClass(behind) == .beyond, ScalarClass(scalar(behind).value) == .apostrophe {
            let second = scalar(behind).length
            emit(start..<behind + second, .punctuation)
            return behind + second
        }
        emit(start..<behind, .punctuation)
        return behind
    }

    /// Makes the token that starts with a scalar beyond ASCII.
    mutating func splitBeyond(at start: Int, _ end: Int) -> Int {
        let scalar = scalar(start)
        let next = start + scalar.length
        switch ScalarClass(scalar.value) {
        case .letter, .combining, .ignorable: return splitWord(at: start, end)
        case .digit:
            var last = next
            while last < end, byteClass(last) == .beyond {
                let scalar = self.scalar(last)
                guard ScalarClass(scalar.value) == .digit else { break }
                last += scalar.length
            }
            emit(start..<last, .number)
            return last
        case .apostrophe: return splitApostrophe(at: start, length: scalar.length, end)
        case .ellipsis:
            let last = sentenceMarks(from: start, end)
            emit(start..<last, .punctuation)
            return last
        case .currency, .symbol:
            let last = pictograph(from: next, scalar.value, end)
            emit(start..<last, .symbol)
            return last
        default:
            let last = extended(from: next, end)
            emit(start..<last, .punctuation)
            return last
        }
    }

    /// The end of a character whose combining marks start at an offset.
    private func extended(from offset: Int, _ end: Int) -> Int {
        var position = offset
        while position < end, byteClass(position) == .beyond {
            let scalar = scalar(position)
            guard ScalarClass(scalar.value) == .combining else { break }
            position += scalar.length
        }
        return position
    }

    /// The end of a symbol that may be joined of several: families, flags, skin tones.
    private func pictograph(from offset: Int, _ first: UInt32, _ end: Int) -> Int {
        let regional: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
        var position = extended(from: offset, end)
        if regional.contains(first), position < end, byteClass(position) == .beyond {
            let second = scalar(position)
            if regional.contains(second.value) { position += second.length }
        }
        // Behind a zero-width joiner (E2 80 8D) the character goes on.
        while position < end, byteClass(position) == .beyond, position - offset >= 3,
            bytes[position - 1] == 0x8D, bytes[position - 2] == 0x80, bytes[position - 3] == 0xE2
        {
            position = extended(from: position + scalar(position).length, end)
        }
        return position
    }

    /// The end of an emoticon that starts at an offset: smiling, winking, sad.
    private func emoticon(at start: Int, _ end: Int) -> Int? {
        switch byte(start) {
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="): break
        default: return nil
        }
        var position = start + 1
        if byte(position) == UInt8(ascii: "-") { position += 1 }
        guard !isWordPart(position + 1, end) else { return nil }
        switch byte(position) {
        case UInt8(ascii: ")"), UInt8(ascii: "("): return position + 1
        case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "O"), UInt8(ascii: "/"):
            return start == chunk.lowerBound && position + 1 == end ? position + 1 : nil
        default: return nil
        }
    }
}

/// Gathers tokens into sentences.
///
/// A sentence ends behind a full stop, a question or exclamation mark, or an ellipsis, with the closing
/// marks behind it, unless one of the rules in `SentenceSplitter+Rules.swift` says that it goes on; behind an abbreviation
/// only if what follows begins a sentence; and before an item of a list.
struct SentenceSplitter {
    let bytes: [UInt8]
    let tokens: [Token]
    let abbreviations: Abbreviations
    let vocabulary: SentenceVocabulary

    /// The sentences: every token belongs to exactly one.
    ///
    /// - Parameter blocks: The first tokens of the blocks, in order.
    /// - Returns: The sentences in order.
    func sentences(blocks: [Int]) -> [Sentence] {
        var result: [Sentence] = []
        result.reserveCapacity(tokens.count / 16 + blocks.count)
        for (index, start) in blocks.enumerated() {
            let end = index + 1 < blocks.count ? blocks[index + 1] : tokens.count
            if start < end { split(start..<end, into: &result) }
        }
        return result
    }

    /// Splits a block, which is never empty.
    private func split(_ block: Range<Int>, into result: inout [Sentence]) {
        var sentence = SentenceContext(start: block.lowerBound, block: block)
        sentence.item = listItem(at: block.lowerBound, block)
        var index = block.lowerBound
        while index < block.upperBound {
            if let last = sentenceEnd(at: index, in: &sentence) {
                result.append(makeSentence(sentence.start..<last + 1))
                sentence.begin(at: last + 1, item: listItem(at: last + 1, block))
                index = last + 1
            } else {
                index += 1
            }
        }
        if sentence.start < block.upperBound {
            result.append(makeSentence(sentence.start..<block.upperBound))
        }
    }

    private func makeSentence(_ range: Range<Int>) -> Sentence {
        let start = tokens[range.lowerBound].range.lowerBound
        return Sentence(
            tokens: range,
            range: start..<tokens[range.upperBound - 1].range.upperBound
        )
    }

    /// The last token of the sentence if it ends at a token or at the closing marks behind it.
    @inline(__always)
    private func sentenceEnd(at index: Int, in sentence: inout SentenceContext) -> Int? {
        let token = tokens[index]
        if sentence.item != nil, startsNextItem(at: index + 1, sentence) { return index }
        switch bytes[token.range.upperBound - 1] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xA6:
            return end(behind: index, in: sentence)
        case UInt8(ascii: "("), UInt8(ascii: "["):
            sentence.openBracket = index
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            sentence.openBracket = nil
        case UInt8(ascii: ":"):
            if isCredit(index - 1, sentence) { return index - 2 }
        case UInt8(ascii: ","):
            return endAroundDate(index, sentence)
        default: break
        }
        return nil
    }

    /// The last token of the sentence if a token that looks like its end is its end.
    private func end(behind index: Int, in sentence: SentenceContext) -> Int? {
        guard let mark = SentenceMark(tokens[index], bytes) else { return nil }
        let last = closingMarks(behind: index, sentence)
        guard last + 1 < sentence.block.upperBound else { return nil }
        let end = PossibleEnd(
            mark: index,
            last: last,
            next: following(last + 1, sentence.block),
            sentence: sentence
        )
        let isEnd =
            switch mark {
            case .abbreviation: endsBehindAbbreviation(end)
            case .stop: endsBehindStop(end)
            case .ellipsis: endsBehindEllipsis(end)
            case .loud: endsBehindLoudMark(end)
            }
        return isEnd ? last : nil
    }

    /// The class of the first byte of a token.
    func byteClass(of index: Int) -> ByteClass { ByteClass(bytes[tokens[index].range.lowerBound]) }
}

/// What a splitter knows while it reads a sentence.
struct SentenceContext {
    /// The first token of the sentence.
    private(set) var start: Int
    /// The tokens of the block.
    let block: Range<Int>
    /// The bracket that is open, if one is.
    var openBracket: Int?
    /// The item of a list that the sentence belongs to.
    var item: ListItem?

    init(start: Int, block: Range<Int>) {
        self.start = start
        self.block = block
    }

    /// Begins the next sentence; it belongs to the same item unless it starts one.
    mutating func begin(at index: Int, item: ListItem?) {
        start = index
        openBracket = nil
        if let item { self.item = item }
    }
}

/// A token that may end a sentence.
enum SentenceMark {
    case abbreviation, stop, ellipsis
    /// A question or exclamation mark, or several.
    case loud

    /// The mark that a token is; nil if it is none.
    init?(_ token: Token, _ bytes: [UInt8]) {
        let last = bytes[token.range.upperBound - 1]
        switch token.kind {
        case .word where last == UInt8(ascii: "."): self = .abbreviation
        case .punctuation:
            if bytes[token.range].contains(where: { $0 == 0x21 || $0 == 0x3F }) {
                self = .loud
            } else if last == 0xA6 {
                guard bytes[token.range].suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) else {
                    return nil
                }
                self = .ellipsis
            } else {
                self = token.range.count == 1 ? .stop : .ellipsis
            }
        default: return nil
        }
    }
}

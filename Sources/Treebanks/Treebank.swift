public import Foundation

/// The raw text of a treebank in CoNLL-U, with the places of its words and sentences.
///
/// Source of the format: <https://universaldependencies.org/format.html>.
public struct Treebank: Sendable {
    /// The text, put together from the words; paragraphs are separated by blank lines.
    public private(set) var text = ""
    /// The syntactic words, as ranges of UTF-8 bytes.
    public private(set) var words: [Range<Int>] = []
    /// The words as they are written: the parts of a contraction are one.
    public private(set) var surface: [Range<Int>] = []
    /// The sentences, from their first to their last word.
    public private(set) var sentences: [Range<Int>] = []
    /// What the treebank says of each of the words.
    public private(set) var annotations: [Annotation] = []
    /// The words of each sentence, as indices.
    public private(set) var sentenceWords: [Range<Int>] = []
    /// The first sentences of documents, as indices.
    public private(set) var documents: [Int] = []
    /// Where paragraphs end.
    public private(set) var paragraphEnds: Set<Int> = []

    private var length = 0
    private var gap = ""

    /// Reads the file of a treebank.
    public init(contentsOf url: URL) throws {
        self.init(try String(contentsOf: url, encoding: .utf8))
    }

    /// Reads a treebank.
    public init(_ content: String) {
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        var sentence: [Substring] = []
        var startsParagraph = true
        for line in lines {
            if line.hasPrefix("# newdoc") || line.hasPrefix("# newpar") {
                startsParagraph = true
                if line.hasPrefix("# newdoc") { documents.append(sentences.count) }
            } else if line.isEmpty {
                if !sentence.isEmpty { add(sentence, startsParagraph: startsParagraph) }
                sentence = []
                startsParagraph = false
            } else if line.first != "#" {
                sentence.append(line)
            }
        }
        if let last = sentences.last { paragraphEnds.insert(last.upperBound) }
    }

    private mutating func add(_ lines: [Substring], startsParagraph: Bool) {
        if startsParagraph, let last = sentences.last {
            paragraphEnds.insert(last.upperBound)
            gap = "\n\n"
        }
        var start: Int?
        let first = words.count
        var contraction: (last: Int, remaining: Int)?
        for line in lines {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 10 else { continue }
            let ids = cells[0].split(separator: "-").compactMap { Int($0) }
            if ids.count == 2 {
                surface.append(write(cells[1]))
                start = start ?? length - cells[1].utf8.count
                contraction = (ids[1], length - cells[1].utf8.count)
                gap = cells[9].contains("SpaceAfter=No") ? "" : " "
            } else if let id = ids.first, cells[0].allSatisfy(\.isNumber) {
                annotations.append(Annotation(cells, sentence: first))
                if let open = contraction, id <= open.last {
                    // The parts of a contraction stand one behind the other in its characters.
                    let end = min(open.remaining + cells[1].utf8.count, length)
                    words.append(open.remaining..<end)
                    contraction?.remaining = end
                } else {
                    let range = write(cells[1])
                    words.append(range)
                    surface.append(range)
                    start = start ?? range.lowerBound
                    gap = cells[9].contains("SpaceAfter=No") ? "" : " "
                }
            }
        }
        if let start {
            sentences.append(start..<length)
            sentenceWords.append(first..<words.count)
        }
    }

    private mutating func write(_ word: Substring) -> Range<Int> {
        text += gap
        text += word
        length += gap.utf8.count + word.utf8.count
        gap = ""
        return length - word.utf8.count..<length
    }
}

extension Treebank {
    /// What a treebank says of a word, in its own words.
    public struct Annotation: Hashable, Sendable {
        /// The lemma.
        public var lemma: String
        /// The universal part of speech.
        public var part: String
        /// The tag of the Penn Treebank.
        public var penn: String
        /// The head, as an index into the words of the treebank; nil for the root of a sentence.
        public var head: Int?
        /// The relation to the head.
        public var relation: String

        fileprivate init(_ cells: [Substring], sentence: Int) {
            lemma = String(cells[2])
            part = String(cells[3])
            penn = String(cells[4])
            let head = Int(cells[6]) ?? 0
            self.head = head > 0 ? sentence + head - 1 : nil
            relation = String(cells[7])
        }
    }
}

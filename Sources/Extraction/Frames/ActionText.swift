internal import Language

/// Makes readable clauses of a text's own words.
struct ActionText {
    /// The most bytes that a clause may have.
    static let limit = 200

    private let document: Document
    /// The tokens at which a name begins.
    private let nameStarts: Set<Int>

    init(_ reader: ClauseReader) {
        document = reader.analysis.document
        nameStarts = reader.mentionStarts
    }

    /// The words of a range, cut to the limit and without loose marks; with “not” before them where they
    /// are denied.
    func clause(_ range: Range<Int>, isDenied: Bool = false) -> String {
        guard !range.isEmpty else { return "" }
        let words = tidy(String(document.text(of: range)))
        // “(It) won’t close the port.”
        let isShort = document.tokens[range.lowerBound].form == "n't"
        let rest = isShort ? words.drop { $0 != " " } : words[...]
        return isDenied || isShort ? tidy("not " + rest) : words
    }

    /// A verb in its plain form before the words of its object, and what else belongs to it.
    func joined(_ lemma: String, object: Range<Int>, rest: Range<Int>? = nil) -> String {
        guard let first = object.first else { return lemma }
        var words = clause(object)
        if isPlain(first) { words = words.prefix(1).lowercased() + words.dropFirst() }
        return tidy([lemma, words, rest.map { clause($0) } ?? ""].joined(separator: " "))
    }

    /// Whether a word has its capital only because it begins a sentence or a line of a list.
    private func isPlain(_ token: Int) -> Bool {
        let style = document.tokens[token].style
        guard style.contains(.capitalised), !style.contains(.allCapitals),
            !nameStarts.contains(token)
        else { return false }
        let next = token + 1
        return next >= document.tokens.count || nameStarts.contains(next)
            || !document.tokens[next].style.contains(.capitalised)
    }

    private func tidy(_ text: String) -> String {
        var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while words.utf8.count > Self.limit {
            guard let space = words.lastIndex(of: " ") else { break }
            words = String(words[..<space])
        }
        let quotes = words.count { "\"“”".contains($0) }
        if quotes % 2 == 1 { words.removeAll { "\"“”".contains($0) } }
        while let last = words.last, ",;:-–— ".contains(last) { words.removeLast() }
        while let first = words.first, ",;:-–— ".contains(first) { words.removeFirst() }
        return words
    }
}

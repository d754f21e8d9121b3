internal import Records

/// Reads Markdown: front matter, headings, lists, quotations, tables and paragraphs.
///
/// Source: <https://spec.commonmark.org/0.31.2/>, the parts that articles use.
struct MarkdownReader: Reader {
    /// The words by which parts are told.
    let words: NewsWords

    func drafts(in text: [UInt8]) throws(ReadingError) -> Drafts {
        let lines = TextLine.lines(of: text)
        var parser = MarkdownParser(text)
        var first = 0
        if let end = text.endOfFrontMatter(lines) {
            parser.draft.metadata = FrontMatter(text, lines[1..<end], words: words).metadata
            first = end + 1
        }
        for line in lines[first...] { parser.take(line) }
        parser.flush()
        parser.draft.hasShapelessHead =
            !parser.draft.pieces.contains { $0.kind == .headline }
            && parser.draft.metadata.headline == nil
        return Drafts(drafts: [parser.draft])
    }
}

/// Cuts the lines of a Markdown text into pieces.
private struct MarkdownParser {
    private let text: [UInt8]
    var draft = Draft()
    private var kind = Block.Kind.paragraph
    private var words: [UInt8] = []
    private var source: Range<Int>?
    private var fence: UInt8?
    private var isSetApart = true
    private var hasHeadline = false

    init(_ text: [UInt8]) { self.text = text }

    mutating func take(_ line: TextLine) {
        let content = text.trimmed(line.range)
        if takeFence(content) { return }
        guard !content.isEmpty else {
            flush()
            isSetApart = true
            return
        }
        let start = text[content.lowerBound]
        if start == UInt8(ascii: "#"), takeHeading(content) { return }
        if isUnderline(content), source != nil, kind == .paragraph {
            flush(as: headingKind(level: start == UInt8(ascii: "=") ? 1 : 2))
            return
        }
        if isRule(content) {
            flush()
            return
        }
        if start == UInt8(ascii: "|") {
            takeRow(content)
            return
        }
        if start == UInt8(ascii: ">") {
            if kind != .quotation { flush() }
            kind = .quotation
            let inner = text.trimmed(content.lowerBound + 1..<content.upperBound)
            if inner.isEmpty { flush() } else { append(inner) }
            return
        }
        switch ListMarker(text, content) {
        case .bullet(let end):
            flush()
            kind = .listItem
            append(text.trimmed(end..<content.upperBound))
        case .number:
            flush()
            kind = .listItem
            append(content)
        case nil: append(content)
        }
    }

    private mutating func takeFence(_ content: Range<Int>) -> Bool {
        let mark = content.isEmpty ? 0 : text[content.lowerBound]
        let isFence =
            (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"))
            && content.count >= 3 && text[content.prefix(3)].allSatisfy { $0 == mark }
        if isFence, fence == nil || fence == mark {
            flush()
            fence = fence == nil ? mark : nil
            return true
        }
        return fence != nil
    }

    private mutating func takeHeading(_ content: Range<Int>) -> Bool {
        let level = text[content].prefix { $0 == UInt8(ascii: "#") }.count
        let after = content.lowerBound + level
        guard level <= 6, after < content.upperBound, text[after].isSpace else { return false }
        flush()
        var inner = text.trimmed(after..<content.upperBound)
        while let last = inner.last, text[last] == UInt8(ascii: "#") {
            inner = text.trimmed(inner.lowerBound..<last)
        }
        append(inner)
        flush(as: headingKind(level: level))
        return true
    }

    private mutating func headingKind(level: Int) -> Block.Kind {
        guard level == 1, !hasHeadline else { return .heading }
        hasHeadline = true
        return .headline
    }

    /// A row of a table; the row of dashes below the head is passed over.
    private mutating func takeRow(_ content: Range<Int>) {
        flush()
        let isRuler = text[content].allSatisfy { "|-: ".utf8.contains($0) }
        guard !isRuler else { return }
        var cells: [[UInt8]] = []
        for cell in text[content].split(
            separator: UInt8(ascii: "|"),
            omittingEmptySubsequences: false
        ) {
            var plain: [UInt8] = []
            plain.appendCollapsed(text.withoutMarks(cell.indices)[...], after: 0)
            cells.append(plain)
        }
        let shown = cells.filter { !$0.isEmpty }
        guard !shown.isEmpty else { return }
        words = Array(shown.joined(separator: Array(" | ".utf8)))
        source = content
        flush(as: .tableRow)
    }

    private func isUnderline(_ content: Range<Int>) -> Bool {
        guard let first = text[content].first, "=-".utf8.contains(first) else { return false }
        return text[content].allSatisfy { $0 == first }
    }

    private func isRule(_ content: Range<Int>) -> Bool {
        guard let first = text[content].first, "*-_".utf8.contains(first), content.count >= 3 else {
            return false
        }
        return text[content].allSatisfy { $0 == first || $0.isSpace }
    }

    private mutating func append(_ range: Range<Int>) {
        if source != nil { words.append(0x0A) }
        words.append(contentsOf: text[range])
        source = (source?.lowerBound ?? range.lowerBound)..<range.upperBound
    }

    /// Ends the piece at hand.
    mutating func flush(as other: Block.Kind? = nil) {
        defer {
            words.removeAll(keepingCapacity: true)
            source = nil
            kind = .paragraph
        }
        guard let source, !source.isEmpty else { return }
        let plain = words.withoutMarks(words.indices)
        let shown = other ?? (words.isPicture ? .caption : kind)
        draft.append(shown, plain[...], source: source, isSetApart: isSetApart)
        isSetApart = shown == .heading || shown == .headline
    }
}

/// What the front matter of a text says, one `key: value` a line.
struct FrontMatter: Hashable, Sendable {
    /// What it says about the article.
    private(set) var metadata = Metadata()

    /// Reads the lines between the rules.
    init(_ text: [UInt8], _ lines: ArraySlice<TextLine>, words: NewsWords) {
        var list: NewsWords.Field?
        for line in lines where !line.isBlank {
            let content = String(decoding: text[line.range], as: UTF8.self).oneLine
            if content.hasPrefix("- "), list == .author {
                metadata.authors.append(String(content.dropFirst(2)).unquoted)
                continue
            }
            guard let colon = content.firstIndex(of: ":"), text[line.range].first?.isSpace == false
            else { continue }
            let field = words.fields[content[..<colon].lowercased()]
            let value = String(content[content.index(after: colon)...]).unquoted
            list = value.isEmpty ? field : nil
            if let field, !value.isEmpty { take(field, value, words: words) }
        }
    }

    private mutating func take(_ field: NewsWords.Field, _ value: String, words: NewsWords) {
        func date() -> ArticleDate? {
            DateScanner(value, words: words.dates).dates.first?.moment.articleDate(.metadata)
        }
        switch field {
        case .headline: metadata.headline = metadata.headline ?? value
        case .outlet where value.hasPrefix("http"): metadata.address = metadata.address ?? value
        case .outlet: metadata.outlet = metadata.outlet ?? value
        case .author: metadata.authors += value.split(separator: ",").map { String($0).unquoted }
        case .address: metadata.address = metadata.address ?? value
        case .published: metadata.published = metadata.published ?? date()
        case .modified: metadata.modified = metadata.modified ?? date()
        case .language: metadata.language = metadata.language ?? value
        case .section: metadata.section = metadata.section ?? value
        // Names of a page's head, and keys of JSON alone.
        case .dated, .text, .html, .summary, .items: break
        }
    }
}

extension String {
    /// The string without brackets of a list, quotation marks and white space at its edges.
    fileprivate var unquoted: String {
        var part = Substring(self)
        while let first = part.first, "\"' [".contains(first) { part.removeFirst() }
        while let last = part.last, "\"' ]".contains(last) { part.removeLast() }
        return String(part)
    }
}

extension [UInt8] {
    /// A range without the white space at its ends.
    fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, self[first].isSpace { range = first + 1..<range.upperBound }
        while let last = range.last, self[last].isSpace { range = range.lowerBound..<last }
        return range
    }

    /// The index of the line that closes the front matter; nil where the text has none.
    fileprivate func endOfFrontMatter(_ lines: [TextLine]) -> Int? {
        func isRule(_ line: TextLine) -> Bool {
            self[trimmed(line.range)].elementsEqual("---".utf8)
        }
        guard let first = lines.first, isRule(first) else { return nil }
        return lines.prefix(200).indices.dropFirst().first { isRule(lines[$0]) }
    }

    /// Whether a piece is nothing but a picture.
    fileprivate var isPicture: Bool {
        starts(with: "![".utf8) && last == UInt8(ascii: ")") && !contains(0x0A)
    }
}

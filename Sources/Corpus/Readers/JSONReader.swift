internal import Records

/// Reads articles in JSON: one, a list, one a line, a JSON Feed, or what other programs exported.
///
/// Source: <https://www.jsonfeed.org/version/1.1/>, and the exports of news-please, trafilatura and newspaper4k.
struct JSONReader: Reader {
    /// The words by which parts are told.
    let words: NewsWords

    func drafts(in text: [UInt8]) throws(ReadingError) -> Drafts {
        var scanner = JSONScanner(text)
        var drafts: [Draft] = []
        var trouble: ReadingError?
        var isCollection = false
        do throws(ReadingError) {
            var count = 0
            while let byte = scanner.peek() {
                if byte == UInt8(ascii: ",") {
                    _ = scanner.take(",")
                    continue
                }
                count += 1
                let isList = try take(&scanner, text, outlet: nil, depth: 0, into: &drafts)
                isCollection = isCollection || isList || count > 1
            }
        } catch {
            // What was whole before the file broke off is kept.
            guard case .brokenJSON = error, !drafts.isEmpty else { throw error }
            trouble = error
        }
        guard !drafts.isEmpty else { throw .noArticles }
        return Drafts(drafts: drafts, trouble: trouble, isCollection: isCollection)
    }

    /// Takes the articles of one value, and tells whether it was a list of them.
    private func take(
        _ scanner: inout JSONScanner,
        _ text: [UInt8],
        outlet: String?,
        depth: Int,
        into drafts: inout [Draft]
    ) throws(ReadingError) -> Bool {
        if scanner.peek() == UInt8(ascii: "{") {
            let entry = try JSONEntry(&scanner, text, words: words)
            if let draft = try entry.draft(words: words, outlet: outlet) {
                drafts.append(draft)
                return false
            }
            guard let items = entry.items, depth < 4 else { return false }
            var inner = JSONScanner(text, at: items)
            let title = entry.fields[.headline]?.first?.string.oneLine ?? outlet
            return try take(&inner, text, outlet: title, depth: depth + 1, into: &drafts)
        }
        guard scanner.peek() == UInt8(ascii: "["), depth < 4 else {
            try scanner.skip()
            return false
        }
        _ = scanner.take("[")
        while !scanner.take("]") {
            if scanner.take(",") { continue }
            let inner = scanner.peek() == UInt8(ascii: "[") ? depth + 1 : depth
            _ = try take(&scanner, text, outlet: outlet, depth: inner, into: &drafts)
        }
        return true
    }
}

/// One object of JSON: the fields that are known, and where its list of articles begins.
private struct JSONEntry {
    /// The texts of each field, of the most trusted key that the object has.
    private(set) var fields: [NewsWords.Field: [MappedText]] = [:]
    /// The offset of a list of articles within.
    private(set) var items: Int?
    /// The trust in the key that a field was read from; less is more.
    private var ranks: [NewsWords.Field: Int] = [:]

    /// The most texts that are taken of one list.
    static let mostTexts = 100

    init(_ scanner: inout JSONScanner, _ text: [UInt8], words: NewsWords) throws(ReadingError) {
        _ = scanner.take("{")
        while !scanner.take("}") {
            if scanner.take(",") { continue }
            let key = try scanner.string().string.lowercased()
            guard scanner.take(":") else { throw .brokenJSON(offset: scanner.index) }
            guard let known = words.jsonKeys[key] else {
                try scanner.skip()
                continue
            }
            let opening = scanner.peek()
            if known.field == .items {
                let isList = opening == UInt8(ascii: "[") || opening == UInt8(ascii: "{")
                if isList, items == nil { items = scanner.index }
                try scanner.skip()
                continue
            }
            let texts = try Self.texts(&scanner, text)
            guard texts.contains(where: { !$0.bytes.isEmpty }) else { continue }
            if known.rank < ranks[known.field] ?? Int.max {
                fields[known.field] = texts
                ranks[known.field] = known.rank
            }
        }
    }

    /// The texts of a value: a string, a number, a name within an object, or a list of these.
    private static func texts(
        _ scanner: inout JSONScanner,
        _ text: [UInt8]
    ) throws(ReadingError) -> [MappedText] {
        switch scanner.peek() {
        case UInt8(ascii: "\""): return [try scanner.string()]
        case UInt8(ascii: "{"): return try name(&scanner).map { [$0] } ?? []
        case UInt8(ascii: "["):
            _ = scanner.take("[")
            var texts: [MappedText] = []
            while !scanner.take("]") {
                if scanner.take(",") { continue }
                if texts.count >= mostTexts {
                    try scanner.skip()
                } else if scanner.peek() == UInt8(ascii: "\"") {
                    texts.append(try scanner.string())
                } else if scanner.peek() == UInt8(ascii: "{") {
                    if let name = try name(&scanner) { texts.append(name) }
                } else {
                    try scanner.skip()
                }
            }
            return texts
        default:
            let range = try scanner.word()
            guard text[range.lowerBound].isDigit else { return [] }
            return [MappedText(bytes: Array(text[range]), map: OffsetMap(shift: range.lowerBound))]
        }
    }

    private static func name(_ scanner: inout JSONScanner) throws(ReadingError) -> MappedText? {
        _ = scanner.take("{")
        var name: MappedText?
        while !scanner.take("}") {
            if scanner.take(",") { continue }
            let key = try scanner.string().string
            guard scanner.take(":") else { throw .brokenJSON(offset: scanner.index) }
            if key == "name", scanner.peek() == UInt8(ascii: "\"") {
                name = try scanner.string()
            } else {
                try scanner.skip()
            }
        }
        return name
    }

    /// The draft of the article that the object is; nil where it has no text.
    func draft(words: NewsWords, outlet: String?) throws(ReadingError) -> Draft? {
        var draft: Draft
        if let html = fields[.html]?.first {
            draft = try HTMLReader(words: words).draft(in: html.bytes)
            draft.move(by: html.map)
        } else if let body = fields[.text]?.first ?? (items == nil ? fields[.summary]?.first : nil)
        {
            // A summary alone is an article only where something says what it sums up.
            guard fields[.text] != nil || fields[.headline] != nil else { return nil }
            draft =
                body.isMarkup
                ? try HTMLReader(words: words).draft(in: body.bytes)
                : try TextReader().drafts(in: body.bytes).drafts[0]
            draft.move(by: body.map)
            draft.hasShapelessHead = draft.hasShapelessHead && fields[.headline] == nil
        } else {
            return nil
        }
        draft.metadata = metadata(words: words, outlet: outlet)
        if let headline = fields[.headline]?.first {
            draft.setHeadline(headline)
        }
        return draft
    }

    private func metadata(words: NewsWords, outlet: String?) -> Metadata {
        func text(_ field: NewsWords.Field) -> String? {
            fields[field]?.first?.string.oneLine
        }
        func date(_ field: NewsWords.Field) -> ArticleDate? {
            text(field).flatMap { ArticleDate(stored: $0, words: words.dates) }
        }
        var metadata = Metadata()
        metadata.headline = text(.headline)
        metadata.outlet = text(.outlet) ?? outlet
        metadata.authors = (fields[.author] ?? []).map(\.string.oneLine).filter { !$0.isEmpty }
        metadata.address = text(.address).flatMap { $0.hasPrefix("http") ? $0 : nil }
        metadata.published = date(.published)
        metadata.modified = date(.modified)
        metadata.language = text(.language)
        metadata.section = text(.section)
        return metadata
    }
}

extension MappedText {
    /// Whether a text is HTML by its look.
    fileprivate var isMarkup: Bool {
        let head = String(decoding: bytes.prefix(2000), as: UTF8.self)
        return head.contains("</p>") || head.contains("<br") || head.contains("</div>")
    }
}

extension ArticleDate {
    /// A date as programs store it: text, or seconds or thousandths of them since 1970.
    init?(stored text: String, words: DateWords) {
        if text.utf8.count >= 9, let number = Double(text), number > 0, number < 1e14 {
            let seconds = Int(number > 1e11 ? number / 1000 : number)
            self.init(
                .day(Day(number: seconds / 86_400)),
                secondOfDay: seconds % 86_400,
                precision: .second,
                zoneOffset: 0,
                source: .metadata
            )
            return
        }
        guard let moment = DateScanner(text, words: words).dates.first?.moment else { return nil }
        self = moment.articleDate(.metadata)
    }
}

internal import Records

/// Reads feeds of RSS 2.0, RSS 1.0 and Atom: each entry is an article.
///
/// Source: <https://www.rssboard.org/rss-specification>, RFC 4287.
struct FeedReader: Reader {
    /// The words by which parts are told.
    let words: NewsWords

    /// How deep elements of a feed may be nested; XHTML within an entry counts.
    static let deepest = 2_000

    func drafts(in text: [UInt8]) throws(ReadingError) -> Drafts {
        var scanner = XMLScanner(text)
        var feed = FeedParts(text)
        var trouble: ReadingError?
        do throws(ReadingError) {
            while let event = try scanner.next() { try feed.take(event) }
            guard feed.isClosed else { throw .brokenMarkup(offset: text.count) }
        } catch {
            // What was whole before the feed broke off is kept.
            guard case .brokenMarkup = error, !feed.entries.isEmpty else { throw error }
            trouble = error
        }
        var drafts: [Draft] = []
        for entry in feed.entries { drafts.append(try draft(of: entry, in: feed)) }
        return Drafts(drafts: drafts, trouble: trouble, isCollection: true)
    }

    private func draft(of entry: FeedEntry, in feed: FeedParts) throws(ReadingError) -> Draft {
        let names = ["content:encoded", "content", "description", "summary"]
        var draft = Draft()
        if let body = names.lazy.compactMap({ entry.fields[$0] }).first(where: { !$0.bytes.isEmpty }
        ) {
            draft = try HTMLReader(words: words).draft(in: body.bytes)
            draft.move(by: body.map)
        }
        draft.metadata = metadata(of: entry, in: feed)
        if let title = entry.fields["title"] { draft.setHeadline(title) }
        return draft
    }

    private func metadata(of entry: FeedEntry, in feed: FeedParts) -> Metadata {
        func date(_ names: [String]) -> ArticleDate? {
            names.lazy.compactMap { name in
                entry.fields[name].flatMap {
                    DateScanner($0.string, words: words.dates).dates.first?.moment
                }
            }.first?.articleDate(.metadata)
        }
        var metadata = Metadata()
        metadata.headline = entry.fields["title"].map {
            XMLEntities.decoded($0.string).withoutTags.oneLine
        }
        metadata.outlet = (entry.fields["source"] ?? feed.title).map {
            XMLEntities.decoded($0.string).oneLine
        }
        let people = ["dc:creator", "author/name", "author"].lazy.compactMap { entry.fields[$0] }
            .first
        metadata.authors = people.map { [$0.string.authorOfMail] } ?? []
        let addresses = [
            entry.link, entry.fields["link"]?.string, entry.fields["guid"]?.string,
            entry.fields["id"]?.string,
        ]
        metadata.address = addresses.lazy.compactMap(\.self).map(\.oneLine)
            .first { $0.hasPrefix("http") }
        metadata.published = date(["pubdate", "published", "dc:date", "issued", "updated"])
        metadata.modified = date(["updated", "atom:updated", "dcterms:modified", "modified"])
        return metadata
    }
}

/// One entry of a feed: its fields by their names.
struct FeedEntry: Hashable, Sendable {
    /// The fields' characters with entities decoded.
    var fields: [String: MappedText] = [:]
    /// The address that an Atom link carries.
    var link: String?
}

/// The entries of a feed as they come out of its mark-up.
struct FeedParts {
    private let bytes: [UInt8]
    private var open: [String] = []
    /// The depth at which the entry at hand stands.
    private var entryDepth: Int?
    /// The name and depth of the field at hand.
    private var field: (name: String, depth: Int)?
    /// Where the XHTML of the field at hand began.
    private var markupStart: Int?
    private var entry = FeedEntry()
    private(set) var entries: [FeedEntry] = []
    private(set) var title: MappedText?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether every element has ended.
    var isClosed: Bool { open.isEmpty }

    mutating func take(_ event: XMLScanner.Event) throws(ReadingError) {
        switch event {
        case .start(let name, let attributes, let range):
            guard open.count < FeedReader.deepest else { throw .tooDeep(limit: FeedReader.deepest) }
            open.append(name)
            start(name, attributes, range)
        case .end(let name, let range):
            guard let depth = open.lastIndex(of: name) else { return }
            end(depth, range)
            open.removeSubrange(depth...)
        case .text(let range): append(range, isVerbatim: false)
        case .verbatim(let range): append(range, isVerbatim: true)
        }
    }

    private mutating func start(_ name: String, _ attributes: [String: String], _ range: Range<Int>)
    {
        let local = name.split(separator: ":").last.map(String.init) ?? name
        guard let entryDepth else {
            if name == "item" || local == "entry" {
                entryDepth = open.count - 1
                entry = FeedEntry()
            } else if local == "title", open.count <= 3, title == nil {
                field = ("title", open.count - 1)
                title = MappedText()
            }
            return
        }
        let depth = open.count - 1
        if depth == entryDepth + 1 {
            let key = name.hasPrefix("atom:") ? local : name
            if key == "link", let href = attributes["href"],
                attributes["rel"] ?? "alternate" == "alternate"
            {
                entry.link = entry.link ?? href
            }
            guard entry.fields[key] == nil, markupStart == nil else { return }
            field = (key, depth)
            entry.fields[key] = MappedText()
            if attributes["type"] == "xhtml" { markupStart = range.upperBound }
        } else if local == "name", open[depth - 1].hasSuffix("author"),
            entry.fields["author/name"] == nil
        {
            field = ("author/name", depth)
            entry.fields["author/name"] = MappedText()
        }
    }

    private mutating func end(_ depth: Int, _ range: Range<Int>) {
        if let current = field, current.depth >= depth {
            if let start = markupStart {
                // An element that is its own end ends before its content would begin.
                entry.fields[current.name] = MappedText(
                    bytes: Array(bytes[start..<max(start, range.lowerBound)]),
                    map: OffsetMap(shift: start)
                )
                markupStart = nil
            }
            field = nil
        }
        if let entryDepth, entryDepth >= depth {
            entries.append(entry)
            self.entryDepth = nil
        }
    }

    private mutating func append(_ range: Range<Int>, isVerbatim: Bool) {
        guard let field, markupStart == nil else { return }
        if entryDepth == nil {
            title?.append(bytes, range, isVerbatim: isVerbatim)
        } else {
            entry.fields[field.name]?.append(bytes, range, isVerbatim: isVerbatim)
        }
    }
}

extension MappedText {
    /// Appends characters of a feed.
    fileprivate mutating func append(_ source: [UInt8], _ range: Range<Int>, isVerbatim: Bool) {
        var index = range.lowerBound
        while index < range.upperBound {
            if !isVerbatim, source[index] == UInt8(ascii: "&"),
                let (value, length) = XMLEntities.decode(source[index..<range.upperBound])
            {
                let start = bytes.count
                let width = bytes.appendScalar(value)
                map.note(derived: start, origin: index, width: width, originWidth: length)
                index += length
                continue
            }
            var end = index + 1
            while end < range.upperBound, isVerbatim || source[end] != UInt8(ascii: "&") {
                end += 1
            }
            append(source[index..<end])
            index = end
        }
        // What follows the field's last character lies behind the range.
        self.end(at: range.upperBound)
    }
}

extension String {
    /// The name in an author's field of RSS: “desk@example.org (Ann Lee)” holds it in brackets.
    fileprivate var authorOfMail: String {
        guard contains("@"), let start = firstIndex(of: "("), let end = lastIndex(of: ")"),
            start < end
        else { return oneLine }
        return String(self[index(after: start)..<end]).oneLine
    }

    /// The string without tags.
    var withoutTags: String {
        guard contains("<") else { return self }
        var result = ""
        var isInTag = false
        for character in self {
            if character == "<" {
                isInTag = true
            } else if character == ">", isInTag {
                isInTag = false
            } else if !isInTag {
                result.append(character)
            }
        }
        return isInTag ? self : result
    }
}

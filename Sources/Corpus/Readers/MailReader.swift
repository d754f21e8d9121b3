internal import Records

/// Reads mail: one message, a mailbox of them, or a page that a browser saved with all its parts.
///
/// Source: RFC 5322, RFC 2045 to 2049, RFC 2557 for saved pages, RFC 4155 for mailboxes.
struct MailReader: Reader {
    /// The words by which parts are told.
    let words: NewsWords

    /// How deep parts may be nested.
    static let deepest = 20
    /// The most parts of one part.
    static let mostParts = 1_000
    /// The most messages of a mailbox: more than fit into the largest file, since a mail's header alone has some kilobytes.
    static let mostMessages = 100_000

    /// The drafts of the messages; the text is the file's own bytes, whatever their encoding.
    func drafts(in text: [UInt8]) throws(ReadingError) -> Drafts {
        let isMailbox = text.starts(with: "From ".utf8)
        let messages = isMailbox ? try Self.messages(in: text) : [text.startIndex..<text.endIndex]
        var drafts: [Draft] = []
        var trouble: ReadingError?
        for range in messages {
            do throws(ReadingError) {
                drafts.append(try draft(of: MailPart(text, range), in: text))
            } catch {
                guard isMailbox else { throw error }
                trouble = trouble ?? error
            }
        }
        return Drafts(drafts: drafts, trouble: trouble, isCollection: isMailbox)
    }

    /// Where the messages of a mailbox lie: behind each line that opens with “From ” after an empty one.
    private static func messages(in text: [UInt8]) throws(ReadingError) -> [Range<Int>] {
        var messages: [Range<Int>] = []
        var start: Int?
        var index = 0
        var isBehindEmpty = true
        while index < text.count {
            let end = text.place(of: "\n", from: index) ?? text.count
            let line = text[index..<end]
            if isBehindEmpty, line.starts(with: "From ".utf8) {
                if let start, start < index { messages.append(start..<index) }
                guard messages.count < mostMessages else {
                    throw .tooManyParts(limit: mostMessages)
                }
                start = min(end + 1, text.count)
            }
            isBehindEmpty = line.isEmpty || line.elementsEqual([0x0D])
            index = end + 1
        }
        if let start, start < text.count { messages.append(start..<text.count) }
        return messages
    }

    private func draft(of message: MailPart, in text: [UInt8]) throws(ReadingError) -> Draft {
        var draft = try body(of: message, in: text, depth: 0) ?? Draft()
        let page = draft.metadata
        func header(_ name: String) -> String? {
            message.headers[name].map { TransferEncoding.header($0).oneLine }
                .flatMap { $0.isEmpty ? nil : $0 }
        }
        let date = header("date").flatMap {
            DateScanner($0, words: words.dates).dates.first?.moment.articleDate(.metadata)
        }
        let saved = header("snapshot-content-location") ?? header("content-location")
        if message.contentType == "multipart/related",
            saved != nil || header("from")?.hasPrefix("<Saved by") == true
        {
            // The header's date is the day on which the page was saved.
            draft.metadata.address =
                page.address ?? saved.flatMap { $0.hasPrefix("http") ? $0 : nil }
            return draft
        }
        draft.metadata = Metadata()
        draft.metadata.headline = header("subject")
        draft.metadata.outlet = header("from")?.displayName
        draft.metadata.published = date
        draft.metadata.address = page.address
        draft.metadata.language = page.language
        draft.hasShapelessHead = draft.hasShapelessHead && header("subject") == nil
        if let subject = header("subject") {
            draft.setHeadline(
                MappedText(
                    bytes: Array(subject.utf8),
                    map: OffsetMap(shift: message.body.lowerBound)
                )
            )
            draft.pieces[0].source = message.body.lowerBound..<message.body.lowerBound
        }
        return draft
    }

    /// The draft of the part that holds the text: a page before plain text.
    private func body(
        of part: MailPart,
        in text: [UInt8],
        depth: Int
    ) throws(ReadingError) -> Draft? {
        guard depth <= Self.deepest else { throw .tooDeep(limit: Self.deepest) }
        let type = part.contentType
        if type.hasPrefix("multipart/") {
            var plain: Draft?
            for range in try part.parts(in: text, most: Self.mostParts) {
                let inner = MailPart(text, range)
                guard !inner.isAttachment,
                    let draft = try body(of: inner, in: text, depth: depth + 1)
                else { continue }
                if !draft.hasShapelessHead { return draft }
                plain = plain ?? draft
            }
            return plain
        }
        if type == "message/rfc822" {
            return try body(of: MailPart(text, part.body), in: text, depth: depth + 1)
        }
        guard type == "text/html" || type == "text/plain" || type == "application/xhtml+xml" else {
            return nil
        }
        return try leaf(part, in: text)
    }

    private func leaf(_ part: MailPart, in text: [UInt8]) throws(ReadingError) -> Draft? {
        let content = TransferEncoding.decoded(
            text,
            part.body,
            encoding: part.headers["content-transfer-encoding"]
        )
        guard
            let decoded = try? DecodedText(content.bytes, charset: part.parameter("charset"))
        else { return nil }
        var draft: Draft
        if part.contentType == "text/plain" {
            draft = try TextReader().drafts(in: decoded.bytes).drafts[0]
        } else {
            draft = try HTMLReader(words: words).draft(in: decoded.bytes)
            guard !draft.pieces.isEmpty else { return nil }
        }
        draft.move(by: decoded.map)
        draft.move(by: content.map)
        return draft
    }
}

extension String {
    /// The name in a mail's address: “The Ellery Courier” of “The Ellery Courier <desk@courier.example>”.
    fileprivate var displayName: String? {
        let name = String(prefix { $0 != "<" }).trimmingEdgesOfHeader.filter { $0 != "\"" }
        if !name.isEmpty, !name.contains("@") { return name.oneLine }
        guard let at = firstIndex(of: "@") else { return nil }
        return String(self[index(after: at)...].prefix { $0 != ">" && !$0.isWhitespace })
    }
}
